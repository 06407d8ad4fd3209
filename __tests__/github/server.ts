/**
 * GitHub on a loopback socket: it holds every request and its own answers against GitHub's description, remembers what was said to it, knows
 * what a token may do, and fails in the ways that it is told to.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { matchRoute, wrongInAnswer, wrongInRequest } from './description.js';
import { handlers, type Reply, type World } from './routes.js';

/** A request, as it came. */
export interface Seen {
  /** As in `Operation.route`. */
  readonly route: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
  readonly answered: number | string;
}

/**
 * How to fail. `lost`: cut before anything is done · `cut`: done, and cut in the middle of the answer · `garbled`: done, and half of the
 * JSON · `silent`: no answer at all · a delay in milliseconds, then as usual · any status with headers and a message.
 */
export type How =
  | 'lost'
  | 'cut'
  | 'garbled'
  | 'silent'
  | { readonly delayMs: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message?: string };

export interface Fault {
  /** A route, or the beginning of one, such as `POST /`; every request when absent. */
  readonly route?: string;
  /** So many requests are answered well before. */
  readonly skip?: number;
  /** For so many requests; forever when absent. */
  readonly times?: number;
  readonly how: How;
}

export type Scope = 'checks' | 'contents' | 'issues' | 'pull-requests';

export interface FakeGitHub {
  readonly url: string;
  readonly world: World;
  readonly seen: readonly Seen[];
  /** What breaks GitHub's description, in requests and in the fake's own answers: always to be empty. */
  readonly problems: readonly string[];
  /** Routes that were asked for and answered, in order. */
  routes(): readonly string[];
  fault(fault: Fault): void;
  /** Forgets everything but the repository. */
  reset(): void;
  /** What the token may do; everything at first. */
  grant(permissions: Readonly<Partial<Record<Scope, 'read' | 'write'>>>): void;
  /** What stands before all paths, as on an Enterprise Server. */
  prefix(path: string): void;
  /** A proxy that leads here, whatever host is asked for. */
  proxy(): Promise<{ readonly url: string; readonly asked: readonly string[]; close(): Promise<void> }>;
  /** GitHub's clock runs ahead of ours by so much. */
  skew(milliseconds: number): void;
  close(): Promise<void>;
}

const everything: Readonly<Record<Scope, 'read' | 'write'>> = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
};

const emptyWorld = (repository: string | undefined): World => ({
  repository,
  comments: [],
  checkRuns: [],
  reviews: [],
  reviewComments: [],
  requestedReviewers: [],
  requestedTeams: [],
  self: { login: 'github-actions[bot]', type: 'Bot' },
  caps: { treeEntries: 100_000, pullFiles: 3000, compareFiles: 300, contentBytes: 1_048_576 },
  pull: undefined,
  nextId: 100,
});

/** Starts a server on a free port of the loopback interface. */
export async function startGitHub(repository?: string): Promise<FakeGitHub> {
  const fake = new Fake(repository);
  await fake.listen();
  return fake;
}

class Fake implements FakeGitHub {
  world: World;
  seen: Seen[] = [];
  problems: string[] = [];
  private faults: { fault: Fault; met: number }[] = [];
  private permissions: Readonly<Partial<Record<Scope, 'read' | 'write'>>> = everything;
  private skewMs = 0;
  private before = '';
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => {
    this.serve(request, response).catch((error: unknown) => {
      this.problems.push(`the fake itself: ${String(error)}`);
      response.socket?.destroy();
    });
  });

  constructor(private readonly repository: string | undefined) {
    this.world = emptyWorld(repository);
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  routes(): readonly string[] {
    return this.seen.map(({ route }) => route);
  }

  fault(fault: Fault): void {
    this.faults.push({ fault, met: 0 });
  }

  reset(): void {
    this.world = emptyWorld(this.repository);
    this.seen = [];
    this.problems = [];
    this.faults = [];
    this.permissions = everything;
    this.skewMs = 0;
    this.before = '';
  }

  grant(permissions: Readonly<Partial<Record<Scope, 'read' | 'write'>>>): void {
    this.permissions = permissions;
  }

  skew(milliseconds: number): void {
    this.skewMs = milliseconds;
  }

  prefix(path: string): void {
    this.before = path;
  }

  async proxy(): ReturnType<FakeGitHub['proxy']> {
    const asked: string[] = [];
    const open = new Set<Socket>();
    const server = createServer().on('connect', (request, socket: Socket) => {
      asked.push(request.url ?? '');
      open.add(socket);
      const there = connect((this.server.address() as AddressInfo).port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        there.pipe(socket).pipe(there);
      });
      for (const end of [there, socket]) end.on('error', () => [there, socket].forEach((other) => void other.destroy()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const close = (): Promise<void> => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    };
    return { url, asked, close };
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? 'GET';
    const matched = url.pathname.startsWith(this.before) ? matchRoute(method, url.pathname.slice(this.before.length)) : undefined;
    const route = matched?.route ?? `${method} ${url.pathname}`;
    const how = this.failure(route);
    const handled = (): Reply => {
      if (!matched) return { status: 404, data: { message: 'Not Found' } };
      const refusal = this.refusal(route, request.headers.authorization);
      if (refusal) return refusal;
      const wrong = wrongInRequest(matched, url.searchParams, body);
      this.problems.push(...wrong);
      if (wrong.length > 0) return { status: 422, data: { message: wrong.join('; ') } };
      const reply = handlers[route]?.(
        { params: matched.params, query: url.searchParams, body: (body ?? {}) as Record<string, unknown> },
        this.world,
      );
      if (!reply) throw new Error(`no handler for ${route}`);
      if (reply.status < 300) this.problems.push(...wrongInAnswer(matched, reply.status, reply.data));
      return reply;
    };
    if (!matched) this.problems.push(`${route} is not described`);
    const answered = typeof how === 'object' && 'status' in how ? how.status : typeof how === 'string' ? how : 'usual';
    this.seen.push({ route, path: url.pathname, query: url.search, body, authorization: request.headers.authorization, answered });
    if (how === 'lost') response.socket?.destroy();
    else if (how === 'silent') return;
    else if (typeof how === 'object' && 'status' in how)
      this.answer(response, { status: how.status, data: { message: how.message ?? 'as told' } }, how.headers ?? {});
    else if (typeof how === 'object') setTimeout(() => this.answer(response, handled(), {}), how.delayMs);
    else if (how === undefined) this.answer(response, handled(), {});
    else this.broken(response, handled(), how);
  }

  private answer(response: ServerResponse, { status, data }: Reply, headers: Readonly<Record<string, string>>): void {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      date: new Date(Date.now() + this.skewMs).toUTCString(),
      ...headers,
    });
    response.end(data === undefined ? undefined : JSON.stringify(data));
  }

  private broken(response: ServerResponse, { status, data }: Reply, how: 'cut' | 'garbled'): void {
    const whole = JSON.stringify(data ?? {});
    const half = whole.slice(0, Math.ceil(whole.length / 2));
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': how === 'cut' ? whole.length + 10 : Buffer.byteLength(half),
    });
    response.write(half, () => how === 'cut' && response.socket?.destroy());
    if (how === 'garbled') response.end();
  }

  private failure(route: string): How | undefined {
    for (const entry of this.faults) {
      const { fault } = entry;
      if (!route.startsWith(fault.route ?? '')) continue;
      entry.met += 1;
      const skip = fault.skip ?? 0;
      if (entry.met > skip && entry.met <= skip + (fault.times ?? Number.POSITIVE_INFINITY)) return fault.how;
    }
    return undefined;
  }

  private refusal(route: string, authorization: string | undefined): Reply | undefined {
    if (authorization === undefined) return { status: 401, data: { message: 'Requires authentication' } };
    const write = !route.startsWith('GET ');
    const may = scopesFor(route).some((scope) => (write ? this.permissions[scope] === 'write' : this.permissions[scope] !== undefined));
    return may ? undefined : { status: 403, data: { message: 'Resource not accessible by integration' } };
  }
}

/** One of them is enough. */
function scopesFor(route: string): readonly Scope[] {
  if (route.includes('/check-runs')) return ['checks'];
  if (route.includes('/issues/')) return ['issues', 'pull-requests'];
  return route.includes('/pulls/') ? ['pull-requests'] : ['contents'];
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}
