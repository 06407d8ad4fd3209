/**
 * A change read from GitHub alone, for jobs without a checkout. Both sides are listed as trees and compared by blob, so that no list of
 * changed files (cut at 300 or 3 000) and no patch (cut without a word) is relied on. Each file that is read costs a request, each blob once.
 */
import { type Gap, gap } from '../../model/gap.js';
import { type FilePath, filePath, type Side } from '../../model/span.js';
import type { ChangedFile, ChangeSource, Content } from '../../ports.js';
import { decode, defaultMaxFileBytes, tooLarge, without } from '../content.js';
import { EdgeError, printable } from '../edge-error.js';
import { isCommitId } from '../git/revisions.js';
import { withRenames } from '../renames.js';
import { byPath, type Entry, leftOutGap, listing, TreeViewBuilder } from '../tree-view.js';
import { type ApiTree, type InCommit, Trees } from './api-tree.js';
import { ApiError } from './failure.js';
import { blobOf, commitOf, compareFileCap, comparisonOf, entryAt, type FileChange, filesOfPull, type Hosted } from './repository.js';

/** What to compare. */
export interface ApiOptions {
  /** A commit or a branch; null for nothing, so that everything is new. */
  readonly base: string | null;
  readonly head: string;
  /** The base is the commit that is named, not where head left it. */
  readonly exact: boolean;
  /** The pull request that the change is, whose list of files is longer than that of a comparison. */
  readonly pull?: number | undefined;
}

/** A token of a workflow may ask 1 000 times in an hour, for all workflows of its repository together. */
const limits = { trees: 60, contents: 400, atOnce: 8 };

/** Opens a change in a repository on GitHub. */
export async function openApi(hosted: Hosted, { base, head, exact, pull }: ApiOptions): Promise<ChangeSource> {
  const headCommit = await idOf(hosted, head);
  if (base === null)
    return opened(new ApiChange(hosted, { ref: 'nothing', commit: null }, { ref: head, commit: headCommit }, async () => noFiles));
  const baseCommit = exact ? await idOf(hosted, base) : (await comparisonOf(hosted, base, headCommit)).mergeBase;
  const told = async (): Promise<Told> => (await toldByPull(hosted, pull)) ?? toldByComparison(hosted, baseCommit, headCommit);
  return opened(new ApiChange(hosted, { ref: base, commit: baseCommit }, { ref: head, commit: headCommit }, told));
}

/** With both sides listed: whether the commits are there shows here, where another way can still be found. */
async function opened(change: ApiChange): Promise<ChangeSource> {
  await Promise.all([change.list('base'), change.list('head')]);
  return change;
}

const idOf = async (hosted: Hosted, revision: string): Promise<string> => (isCommitId(revision) ? revision : commitOf(hosted, revision));

/** What GitHub itself says has changed: asked for only where the trees cannot be listed. */
interface Told {
  readonly files: readonly FileChange[];
  readonly whole: boolean;
}

/** A token that may read files need not be one that may read pull requests. */
async function toldByPull(hosted: Hosted, pull: number | undefined): Promise<Told | undefined> {
  if (pull === undefined) return undefined;
  try {
    const { items, more } = await filesOfPull(hosted, pull);
    return { files: items, whole: !more };
  } catch (error) {
    if (error instanceof ApiError && (error.failure.kind === 'forbidden' || error.failure.kind === 'not-found')) return undefined;
    throw error;
  }
}

async function toldByComparison(hosted: Hosted, base: string, head: string): Promise<Told> {
  const { files } = await comparisonOf(hosted, base, head);
  return { files, whole: files.length < compareFileCap };
}

const noFiles: Told = { files: [], whole: true };

class ApiChange implements ChangeSource {
  private readonly trees: Trees;
  private opened: Promise<Readonly<Record<Side, ApiTree>>> | undefined;
  private readonly gaps: Gap[] = [];
  private readonly blobs = new Map<string, Promise<Content>>();
  private asked = 0;

  constructor(
    private readonly hosted: Hosted,
    readonly base: ChangeSource['base'],
    readonly head: ChangeSource['head'],
    private readonly told: () => Promise<Told>,
  ) {
    this.trees = new Trees(hosted, limits.trees);
  }

  async changed(): Promise<readonly ChangedFile[]> {
    const { base, head } = await this.sides();
    const [before, after] = [filesIn(base), filesIn(head)];
    const modified = [...after].flatMap(([path, where]): ChangedFile[] =>
      before.has(path) && !sameBlob(before.get(path), where) ? [{ path, status: 'modified' }] : [],
    );
    const identify = (files: ReadonlyMap<FilePath, InCommit>) => (path: FilePath) => {
      const where = files.get(path);
      return where === undefined || where === 'by-path' || where.size === 0 ? undefined : where.sha;
    };
    const gone = [...before.keys()].filter((path) => !after.has(path));
    const came = [...after.keys()].filter((path) => !before.has(path));
    return [...modified, ...withRenames(gone, came, identify(before), identify(after))].sort((a, b) => byPath(a.path, b.path));
  }

  async list(side: Side): Promise<{ paths: readonly FilePath[]; gaps: readonly Gap[] }> {
    const sides = await this.sides();
    const { paths, gaps } = listing(sides[side].view, sides[side === 'base' ? 'head' : 'base'].view);
    return { paths, gaps: [...gaps, ...this.gaps] };
  }

  async read(side: Side, paths: readonly FilePath[]): Promise<readonly (Content | undefined)[]> {
    const tree = (await this.sides())[side];
    const contents = new Array<Content | undefined>(paths.length);
    const waiting = paths.map((path, i) => ({ path, i }));
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        contents[next.i] = await this.readOne(side, tree, next.path).catch(notRead(next.path));
    };
    await Promise.all(Array.from({ length: limits.atOnce }, worker));
    return contents;
  }

  async close(): Promise<void> {}

  private async readOne(side: Side, tree: ApiTree, path: FilePath): Promise<Content | undefined> {
    const entry = tree.view.entries.get(path);
    if (entry === undefined) return isUnlisted(tree, path) ? this.byPath(side, path) : undefined;
    if (entry.kind !== 'file') return without(leftOutGap(path, entry));
    return entry.where === 'by-path' ? this.byPath(side, path) : this.blob(path, entry.where.sha, entry.where.size ?? 0);
  }

  private async byPath(side: Side, path: FilePath): Promise<Content | undefined> {
    const { commit } = this[side];
    if (commit === null) return undefined;
    if (++this.asked > limits.contents) return without(tooMany(path));
    try {
      const { sha, size, isFile } = await entryAt(this.hosted, path, commit);
      return isFile ? await this.blob(path, sha, size) : without(leftOutGap(path, { kind: 'special', state: sha }));
    } catch (error) {
      if (error instanceof ApiError && error.failure.kind === 'not-found') return undefined;
      throw error;
    }
  }

  private blob(path: FilePath, sha: string, size: number): Promise<Content> | Content {
    if (size > defaultMaxFileBytes) return without(tooLarge(path, size, defaultMaxFileBytes));
    const known = this.blobs.get(sha);
    if (known) return known;
    if (++this.asked > limits.contents) return without(tooMany(path));
    const content = blobOf(this.hosted, sha).then(decode);
    this.blobs.set(sha, content);
    return content;
  }

  private sides(): Promise<Readonly<Record<Side, ApiTree>>> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<Readonly<Record<Side, ApiTree>>> {
    const { base, head } = this;
    const sides = {
      base: base.commit === null ? { view: new TreeViewBuilder<InCommit>(), unlisted: [] } : await this.trees.list(base.commit),
      head: head.commit === null ? { view: new TreeViewBuilder<InCommit>(), unlisted: [] } : await this.trees.list(head.commit),
    };
    const unlisted = [...new Set([...sides.base.unlisted, ...sides.head.unlisted])].sort();
    if (unlisted.length > 0) await this.fillIn(sides, unlisted);
    return sides;
  }

  /** What no tree lists is taken from GitHub's own list of changed files, and what even that may lack is said. */
  private async fillIn(sides: Readonly<Record<Side, ApiTree>>, unlisted: readonly string[]): Promise<void> {
    const { files, whole } = await this.told();
    for (const { path, from, status } of files) {
      if (status !== 'removed') enter(sides.head, path);
      if (status !== 'added' && status !== 'copied') enter(sides.base, from ?? path);
    }
    const folders = unlisted.map((prefix) => (prefix === '' ? 'the repository' : prefix)).join(', ');
    const rest = whole
      ? 'only files that the change touches are known there'
      : `even of the changed files only the first ${files.length} are known`;
    this.gaps.push(gap('too-large', `GitHub does not list all of ${folders}: ${rest}. With actions/checkout everything is read.`));
  }
}

const filesIn = ({ view }: ApiTree): ReadonlyMap<FilePath, InCommit> =>
  new Map(
    [...view.entries].flatMap(([path, entry]: readonly [FilePath, Entry<InCommit>]) =>
      entry.kind === 'file' ? [[path, entry.where] as const] : [],
    ),
  );

const sameBlob = (a: InCommit | undefined, b: InCommit): boolean =>
  a !== undefined && a !== 'by-path' && b !== 'by-path' && a.sha === b.sha;

const isUnlisted = ({ unlisted }: ApiTree, path: string): boolean => unlisted.some((prefix) => path.startsWith(prefix));

function enter(tree: ApiTree, name: string): void {
  const path = filePath(name);
  if (isUnlisted(tree, path) && !tree.view.entries.has(path)) tree.view.add(name, { kind: 'file', where: 'by-path' });
}

/** A file that is there and cannot be had ends the run: a verdict without it would be one about something else. */
const notRead = (path: FilePath) => (error: unknown) => {
  throw error instanceof ApiError ? new EdgeError('api-failed', `${printable(path)} cannot be read. ${error.message}`) : error;
};

const tooMany = (path: FilePath): Gap =>
  gap('too-large', `Not read: through GitHub's API no more than ${limits.contents} files are read. With actions/checkout all are.`, path);
