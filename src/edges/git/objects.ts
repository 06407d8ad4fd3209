/** Contents of blobs, through one long-lived `git cat-file --batch`. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { EdgeError } from '../edge-error.js';
import { discard, type Git, notStarted, tooSlow } from './run.js';

/** A blob, or why there is none: not in this repository, damaged, or larger than the limit. */
export type Blob =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large'; readonly bytes: number };

/** Reads blobs by id. */
export interface BlobReader {
  /** In the order asked. Each id is a full hexadecimal object id. */
  read(ids: readonly string[]): Promise<readonly Blob[]>;
  close(): void;
}

interface Request {
  readonly id: string;
  readonly answer: (blob: Blob) => void;
  readonly fail: (error: unknown) => void;
}

/** A repository in which so many objects break git is not worth more time. */
const maxCrashes = 64;
const idleMillis = 60_000;
const longestHeader = 256;
const newline = 10;

/** Opens a reader; git starts with the first read. */
export const openBlobs = (git: Git, limit: number): BlobReader => new Batch(git, limit);

/**
 * Requests are answered in order. A blob above the limit is not waited for: its size is known from its header, git is ended and a new
 * one gets the rest; so a bomb costs a restart. A git that dies over a damaged object is replaced in the same way.
 */
class Batch implements BlobReader {
  private readonly waiting: Request[] = [];
  private child: ChildProcessWithoutNullStreams | undefined;
  private header = '';
  /** The blob that is arriving, with one byte of room for the newline after it. */
  private body: Buffer | undefined;
  private filled = 0;
  private crashes = 0;
  private closed = false;
  /** While it is found out what broke git; what is wanted meanwhile is asked for afterwards. */
  private recovering = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly git: Git,
    private readonly limit: number,
  ) {}

  read(ids: readonly string[]): Promise<readonly Blob[]> {
    if (this.closed) return Promise.reject(new EdgeError('git-failed', 'The repository was closed while files were still wanted.'));
    const answers = ids.map((id) => new Promise<Blob>((answer, fail) => this.waiting.push({ id, answer, fail })));
    this.ask(ids);
    return Promise.all(answers);
  }

  close(): void {
    this.closed = true;
    this.stop();
    this.failAll(new EdgeError('git-failed', 'The repository was closed while files were still wanted.'));
  }

  private ask(ids: readonly string[]): void {
    if (ids.length === 0 || this.recovering) return;
    this.child ??= this.start();
    this.child.stdin.write(`${ids.join('\n')}\n`);
    this.watch();
  }

  private start(): ChildProcessWithoutNullStreams {
    const child = this.git.start(['cat-file', '--batch']);
    const isCurrent = (): boolean => this.child === child;
    child.stdout.on('data', (chunk: Buffer) => isCurrent() && this.take(chunk));
    // Not kept, but read: a full pipe would stop git.
    child.stderr.resume();
    // A broken pipe is followed by 'close', which deals with it.
    child.stdin.on('error', () => {});
    child.on('error', (error) => isCurrent() && this.giveUp(notStarted(error)));
    child.on('close', () => isCurrent() && this.crashed().catch((error: unknown) => this.giveUp(error)));
    return child;
  }

  /** Parses what arrived: header, body, header, body… in pieces of any size. */
  private take(chunk: Buffer): void {
    this.watch();
    for (let at = 0; at < chunk.length && this.child; ) {
      if (this.body) {
        const count = chunk.copy(this.body, this.filled, at);
        at += count;
        this.filled += count;
        if (this.filled === this.body.length) this.finish({ kind: 'bytes', bytes: this.body.subarray(0, -1) });
      } else {
        const end = chunk.indexOf(newline, at);
        this.header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
        if (this.header.length > longestHeader) {
          this.giveUp(new EdgeError('git-failed', 'git cat-file gave an answer that makes no sense.'));
          return;
        }
        if (end < 0) return;
        at = end + 1;
        if (!this.readHeader()) return;
      }
    }
  }

  /** `id type size` or `id missing`. False when the rest of the chunk is of no interest. */
  private readHeader(): boolean {
    const [, type, size] = this.header.split(' ');
    this.header = '';
    if (type !== 'blob') {
      this.finish({ kind: type === 'missing' ? 'missing' : 'damaged' });
      if (type === 'missing') return true;
      this.restart();
      return false;
    }
    const bytes = Number(size);
    if (bytes > this.limit) {
      this.finish({ kind: 'too-large', bytes });
      this.restart();
      return false;
    }
    this.body = Buffer.allocUnsafe(bytes + 1);
    this.filled = 0;
    return true;
  }

  private finish(blob: Blob): void {
    this.body = undefined;
    this.waiting.shift()?.answer(blob);
    if (this.waiting.length === 0) clearTimeout(this.timer);
  }

  private restart(): void {
    this.stop();
    this.ask(this.waiting.map((request) => request.id));
  }

  /**
   * The blob in flight broke git: damaged, or promised by the server of a partial clone, from which nothing is fetched. In such a clone
   * many may be missing, so all that are not here are answered at once.
   */
  private async crashed(): Promise<void> {
    this.stop();
    if (this.waiting.length === 0) return;
    if (++this.crashes > maxCrashes)
      throw new EdgeError('git-failed', 'git cat-file fails again and again. Check the repository with git fsck.');
    this.recovering = true;
    const asked = [...this.waiting];
    const ids = asked.map(({ id }) => id);
    const present = await presentOf(this.git, ids).finally(() => {
      this.recovering = false;
    });
    if (this.closed) return;
    const rest = asked.filter((request, i) => {
      const blob: Blob | undefined = present && !present.has(request.id) ? { kind: 'missing' } : i === 0 ? { kind: 'damaged' } : undefined;
      if (blob) request.answer(blob);
      return !blob;
    });
    this.waiting.splice(0, asked.length, ...rest);
    this.restart();
  }

  private watch(): void {
    clearTimeout(this.timer);
    if (this.waiting.length > 0) this.timer = setTimeout(() => this.giveUp(tooSlow('cat-file', idleMillis)), idleMillis);
  }

  private giveUp(error: unknown): void {
    this.stop();
    this.failAll(error);
  }

  private stop(): void {
    clearTimeout(this.timer);
    const { child } = this;
    this.child = undefined;
    this.header = '';
    this.body = undefined;
    if (child) discard(child);
  }

  private failAll(error: unknown): void {
    for (const request of this.waiting.splice(0)) request.fail(error);
  }
}

/** The objects that are in the repository; undefined when git cannot tell because one is damaged. This verb never fetches. */
async function presentOf(git: Git, ids: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  const args = ['rev-list', '--objects', '--no-walk', '--no-object-names', '--missing=allow-any', '--ignore-missing', '--stdin'];
  const { code, stdout } = await git.run(args, { input: Buffer.from(`${ids.join('\n')}\n`) });
  return code === 0 ? new Set(stdout.toString('latin1').split('\n')) : undefined;
}
