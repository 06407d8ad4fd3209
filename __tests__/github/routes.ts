/** What the fake GitHub answers: from a real repository, and from what was said to it before. */
import { execFileSync } from 'node:child_process';

export interface Person {
  readonly login: string;
  readonly type: 'User' | 'Bot';
}
export interface Comment {
  readonly id: number;
  readonly user: Person;
  body: string;
}
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
}
export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  external_id: string;
  status: string;
  conclusion: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  /** GitHub adds those of each request to those before. */
  annotations: Annotation[];
}
export interface ReviewComment {
  readonly id: number;
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly start_line?: number;
  readonly user: Person;
}
export interface Review {
  readonly id: number;
  readonly user: Person;
  readonly body: string;
  readonly state: string;
  readonly commit_id: string;
}

/** All that the fake knows; tests may look at it and fill it beforehand. */
export interface World {
  /** Folder of the repository that trees, blobs and comparisons are read from. */
  repository: string | undefined;
  readonly comments: Comment[];
  readonly checkRuns: CheckRun[];
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  readonly requestedReviewers: string[];
  readonly requestedTeams: string[];
  /** Who the token is. */
  self: Person;
  /** Where GitHub cuts lists. */
  readonly caps: { treeEntries: number; pullFiles: number; compareFiles: number; contentBytes: number };
  pull: { readonly number: number; readonly base: string; readonly head: string; readonly author: Person } | undefined;
  nextId: number;
}

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface Reply {
  readonly status: number;
  readonly data?: unknown;
}
type Handler = (call: Call, world: World) => Reply;

const ok = (data: unknown): Reply => ({ status: 200, data });
const made = (data: unknown): Reply => ({ status: 201, data });
const missing: Reply = { status: 404, data: { message: 'Not Found', documentation_url: 'https://docs.github.example' } };
const repo = '/repos/{owner}/{repo}';
const stamp = '2026-11-21T00:00:00Z';

/** By route. */
export const handlers: Readonly<Record<string, Handler>> = {
  [`GET ${repo}`]: (_, world) =>
    ok({ id: 1, name: 'shop', full_name: 'acme/shop', default_branch: world.repository ? branch(world) : 'main' }),
  [`POST ${repo}/check-runs`]: ({ body }, world) => {
    const run: CheckRun = {
      id: world.nextId++,
      name: String(body.name),
      head_sha: String(body.head_sha),
      external_id: '',
      status: 'queued',
      conclusion: null,
      output: { title: null, summary: null, text: null },
      annotations: [],
    };
    world.checkRuns.push(run);
    return made(told(updated(run, body)));
  },
  [`PATCH ${repo}/check-runs/{check_run_id}`]: ({ params, body }, world) => {
    const run = world.checkRuns.find(({ id }) => String(id) === params.check_run_id);
    return run ? ok(told(updated(run, body))) : missing;
  },
  [`GET ${repo}/commits/{ref}/check-runs`]: ({ params, query }, world) => {
    const runs = world.checkRuns.filter((run) => run.head_sha === params.ref && (query.get('check_name') ?? run.name) === run.name);
    return ok({ total_count: runs.length, check_runs: paged(runs, query).map(told) });
  },
  [`GET ${repo}/issues/{issue_number}/comments`]: ({ query }, world) => ok(paged(world.comments, query).map(commented)),
  [`POST ${repo}/issues/{issue_number}/comments`]: ({ body }, world) => {
    const comment = { id: world.nextId++, user: world.self, body: String(body.body) };
    if (comment.body.length > 65_536) return unprocessable('Body is too long (maximum is 65536 characters)');
    world.comments.push(comment);
    return made(commented(comment));
  },
  [`PATCH ${repo}/issues/comments/{comment_id}`]: ({ params, body }, world) => {
    const comment = world.comments.find(({ id }) => String(id) === params.comment_id);
    if (!comment) return missing;
    if (String(body.body).length > 65_536) return unprocessable('Body is too long (maximum is 65536 characters)');
    comment.body = String(body.body);
    return ok(commented(comment));
  },
  [`DELETE ${repo}/issues/comments/{comment_id}`]: ({ params }, world) => {
    const at = world.comments.findIndex(({ id }) => String(id) === params.comment_id);
    if (at < 0) return missing;
    world.comments.splice(at, 1);
    return { status: 204 };
  },
  [`GET ${repo}/pulls/{pull_number}`]: ({ params }, { pull }) =>
    pull && String(pull.number) === params.pull_number
      ? ok({
          number: pull.number,
          state: 'open',
          user: pull.author,
          head: { sha: pull.head, ref: 'feature' },
          base: { sha: pull.base, ref: 'main' },
        })
      : missing,
  [`GET ${repo}/pulls/{pull_number}/comments`]: ({ query }, world) => ok(paged(world.reviewComments, query)),
  [`GET ${repo}/pulls/{pull_number}/reviews`]: ({ query }, world) => ok(paged(world.reviews, query)),
  [`POST ${repo}/pulls/{pull_number}/reviews`]: ({ body }, world) => {
    const review = {
      id: world.nextId++,
      user: world.self,
      body: String(body.body ?? ''),
      state: 'COMMENTED',
      commit_id: String(body.commit_id ?? ''),
    };
    world.reviews.push(review);
    for (const comment of (body.comments ?? []) as { path: string; body: string; line: number; start_line?: number }[])
      world.reviewComments.push({
        id: world.nextId++,
        path: comment.path,
        body: comment.body,
        line: comment.line,
        ...(comment.start_line === undefined ? {} : { start_line: comment.start_line }),
        user: world.self,
      });
    return ok(review);
  },
  [`GET ${repo}/pulls/{pull_number}/requested_reviewers`]: (_, world) =>
    ok({
      users: world.requestedReviewers.map((login) => ({ login, type: 'User' })),
      teams: world.requestedTeams.map((slug) => ({ slug, name: slug })),
    }),
  [`POST ${repo}/pulls/{pull_number}/requested_reviewers`]: ({ body }, world) => {
    world.requestedReviewers.push(...((body.reviewers ?? []) as string[]));
    world.requestedTeams.push(...((body.team_reviewers ?? []) as string[]));
    return made({
      number: world.pull?.number ?? 0,
      requested_reviewers: world.requestedReviewers.map((login) => ({ login, type: 'User' })),
    });
  },
  [`GET ${repo}/pulls/{pull_number}/files`]: ({ query }, world) => {
    if (!world.pull) return missing;
    const files = differences(world, mergeBase(world, world.pull.base, world.pull.head), world.pull.head);
    return ok(paged(files.slice(0, world.caps.pullFiles), query));
  },
  [`GET ${repo}/commits/{ref}`]: ({ params }, world) => {
    const sha = commitOf(world, params.ref ?? '');
    return sha ? ok(commit(world, sha)) : missing;
  },
  [`GET ${repo}/compare/{basehead}`]: ({ params }, world) => {
    const [from, to] = (params.basehead ?? '').split('...').map((name) => commitOf(world, name));
    const base = from && to ? mergeBase(world, from, to) : '';
    if (!from || !to || base === '') return missing;
    return ok({
      status: base === from ? (from === to ? 'identical' : 'ahead') : 'diverged',
      base_commit: commit(world, from),
      merge_base_commit: commit(world, base),
      files: differences(world, base, to).slice(0, world.caps.compareFiles),
    });
  },
  [`GET ${repo}/git/trees/{tree_sha}`]: ({ params, query }, world) => {
    const object = params.tree_sha ?? '';
    if (!/^[0-9a-f]{40}$/.test(object) || !git(world, ['cat-file', '-t', object])) return missing;
    const entries = lines(git(world, ['ls-tree', '-z', '-l', ...(query.has('recursive') ? ['-r', '-t'] : []), object]), '\0').map(
      treeEntry,
    );
    return ok({ sha: object, tree: entries.slice(0, world.caps.treeEntries), truncated: entries.length > world.caps.treeEntries });
  },
  [`GET ${repo}/git/blobs/{file_sha}`]: ({ params }, world) => {
    const sha = params.file_sha ?? '';
    const bytes = raw(world, ['cat-file', 'blob', sha]);
    return bytes ? ok({ sha, size: bytes.length, encoding: 'base64', content: wrapped(bytes) }) : missing;
  },
  [`GET ${repo}/contents/{path}`]: ({ params, query }, world) => {
    const path = params.path ?? '';
    const at = `${query.get('ref') ?? 'HEAD'}:${path}`;
    const bytes = raw(world, ['cat-file', 'blob', at]);
    if (!bytes) return missing;
    const small = bytes.length <= world.caps.contentBytes;
    const sha = git(world, ['rev-parse', at]).trim();
    return ok({
      type: 'file',
      name: path.split('/').at(-1),
      path,
      sha,
      size: bytes.length,
      encoding: small ? 'base64' : 'none',
      content: small ? wrapped(bytes) : '',
    });
  },
};

const unprocessable = (message: string): Reply => ({ status: 422, data: { message: 'Validation Failed', errors: [{ message }] } });

const commented = ({ id, user, body }: Comment) => ({ id, user, body, created_at: stamp, updated_at: stamp });

const told = ({ id, name, head_sha, external_id, status, conclusion, output, annotations }: CheckRun) => ({
  id,
  name,
  head_sha,
  external_id,
  status,
  conclusion,
  output: { ...output, annotations_count: annotations.length },
});

function updated(run: CheckRun, body: Call['body']): CheckRun {
  const { annotations, ...output } = (body.output ?? {}) as Partial<CheckRun['output']> & { annotations?: Annotation[] };
  Object.assign(run.output, output);
  run.annotations.push(...(annotations ?? []));
  if (typeof body.status === 'string') run.status = body.status;
  if (typeof body.external_id === 'string') run.external_id = body.external_id;
  if (typeof body.conclusion === 'string') {
    run.conclusion = body.conclusion;
    run.status = 'completed';
  }
  return run;
}

function paged<T>(all: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const page = Number(query.get('page') ?? 1);
  return all.slice((page - 1) * size, page * size);
}

/** What git says of ids stays true: it is asked once. */
const known = new Map<string, Buffer>();

function raw({ repository }: World, args: readonly string[]): Buffer | undefined {
  if (repository === undefined) return undefined;
  const lasting = args.slice(1).every((arg) => arg.startsWith('-') || /^[0-9a-f]{40}/.test(arg) || arg === 'blob');
  const key = JSON.stringify([repository, ...args]);
  const before = known.get(key);
  if (before !== undefined) return before;
  try {
    const said = execFileSync('git', ['-C', repository, ...args], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
    if (lasting) known.set(key, said);
    return said;
  } catch {
    return undefined;
  }
}

const git = (world: World, args: readonly string[]): string => raw(world, args)?.toString() ?? '';
const lines = (text: string, separator = '\n'): readonly string[] => text.split(separator).filter(Boolean);
const branch = (world: World): string => git(world, ['symbolic-ref', '--short', 'HEAD']).trim();
const commitOf = (world: World, name: string): string => git(world, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).trim();
const mergeBase = (world: World, a: string, b: string): string => git(world, ['merge-base', a, b]).trim();
const commit = (world: World, sha: string) => ({
  sha,
  commit: { message: 'change', tree: { sha: git(world, ['rev-parse', `${sha}^{tree}`]).trim() } },
  parents: lines(git(world, ['rev-parse', `${sha}^@`])).map((parent) => ({ sha: parent })),
});
/** GitHub breaks base64 into lines. */
const wrapped = (bytes: Buffer): string => bytes.toString('base64').replace(/.{60}/g, '$&\n');

function treeEntry(line: string) {
  const [, mode = '', type = '', sha = '', size = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t([\s\S]+)$/.exec(line) ?? [];
  return { path, mode, type, sha, ...(type === 'blob' ? { size: Number(size) } : {}) };
}

const statuses: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'changed' };

/** The patch lies on purpose: GitHub leaves it out, or cuts it, without a word. */
function differences(world: World, base: string, head: string) {
  const fields = lines(git(world, ['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', base, head]), '\0');
  const files = [];
  for (let i = 0; i < fields.length; ) {
    const [, , , sha = '', letter = ''] = (fields[i++] ?? '').split(' ');
    const first = fields[i++] ?? '';
    const renamed = letter.startsWith('R');
    files.push({
      sha: /^0+$/.test(sha) ? null : sha,
      filename: renamed ? (fields[i++] ?? '') : first,
      ...(renamed ? { previous_filename: first } : {}),
      status: statuses[letter.charAt(0)] ?? 'changed',
      additions: 0,
      deletions: 0,
      changes: 0,
      patch: '@@ -1 +1 @@ not what happened',
    });
  }
  return files;
}
