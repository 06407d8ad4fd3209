/** A git repository as the source of a change: two commits, or a commit and the work tree. */
import type { Gap } from '../model/gap.js';
import { type FilePath, filePath, type Side } from '../model/span.js';
import type { ChangedFile, ChangeSource, Content } from '../ports.js';
import { decode, defaultMaxFileBytes, tooLarge, unreadable, without } from './content.js';
import { readDisk } from './disk.js';
import { type Blob, openBlobs } from './git/objects.js';
import type { DiffRecord } from './git/records.js';
import { findRepository, type Repository } from './git/repository.js';
import { type RevisionOptions, type Revisions, resolveRevisions } from './git/revisions.js';
import { commitView, isFileMode, rawDiff, type Where } from './git/tree.js';
import { openWorkTree, type WorkTree } from './git/work-tree.js';
import { byPath, type Entry, emptyView, leftOutGap, listing, type TreeView } from './tree-view.js';

/** What to compare and how. */
export interface GitOptions extends RevisionOptions {
  /** Files above this are gaps. */
  readonly maxFileBytes?: number;
}

/** A change in a repository. `notices` are sentences for the person who runs it. */
export interface GitSource extends ChangeSource {
  readonly notices: readonly string[];
}

/**
 * Opens a repository by a path in its work tree or by its bare folder. Nothing in the repository is run, fetched or written. Throws
 * `EdgeError` when there is no such change to look at.
 */
export async function openGit(path: string, options: GitOptions = {}): Promise<GitSource> {
  const repository = await findRepository(path);
  const revisions = await resolveRevisions(repository, options);
  return new GitChange(repository, revisions, options.maxFileBytes ?? defaultMaxFileBytes);
}

class GitChange implements GitSource {
  readonly base: Revisions['base'];
  readonly head: Revisions['head'];
  readonly notices: readonly string[];
  private readonly blobs;
  private readonly views = new Map<Side, Promise<TreeView<Where>>>();
  private opened: Promise<WorkTree> | undefined;

  constructor(
    private readonly repository: Repository,
    revisions: Revisions,
    private readonly limit: number,
  ) {
    ({ base: this.base, head: this.head, notices: this.notices } = revisions);
    this.blobs = openBlobs(repository.git, limit);
  }

  async changed(): Promise<readonly ChangedFile[]> {
    if (this.base.commit === null) {
      const { paths } = await this.list('head');
      return paths.map((path) => ({ path, status: 'added' }));
    }
    const records = await this.diff(this.base.commit);
    return [...new Map(records.flatMap(changedFile).map((file) => [file.path, file])).values()].sort((a, b) => byPath(a.path, b.path));
  }

  async list(side: Side): Promise<{ paths: readonly FilePath[]; gaps: readonly Gap[] }> {
    const [view, other] = await Promise.all([this.view(side), this.view(side === 'base' ? 'head' : 'base')]);
    return listing(view, other);
  }

  async read(side: Side, paths: readonly FilePath[]): Promise<readonly (Content | undefined)[]> {
    const { entries } = await this.view(side);
    const wanted = paths.map((path) => ({ path, entry: entries.get(path) }));
    const ids = [...new Set(wanted.flatMap(({ entry }) => blobOf(entry) ?? []))];
    const found = await this.blobs.read(ids);
    const blobs = new Map(ids.map((id, i) => [id, found[i]]));
    return wanted.map(({ path, entry }) => {
      if (entry === undefined) return undefined;
      if (entry.kind !== 'file') return without(leftOutGap(path, entry));
      if ('disk' in entry.where) return readDisk(entry.where.disk, path, this.limit);
      return contentOf(blobs.get(entry.where.blob), path, this.limit);
    });
  }

  async close(): Promise<void> {
    this.blobs.close();
    const workTree = await this.opened?.catch(() => undefined);
    workTree?.close();
  }

  private view(side: Side): Promise<TreeView<Where>> {
    const known = this.views.get(side);
    if (known) return known;
    const view = this.look(side);
    this.views.set(side, view);
    return view;
  }

  private async look(side: Side): Promise<TreeView<Where>> {
    const { commit } = this[side];
    if (commit !== null) return commitView(this.repository.git, commit);
    return side === 'base' ? emptyView : (await this.workTree()).view();
  }

  private async diff(base: string): Promise<readonly DiffRecord[]> {
    if (this.head.commit !== null) return rawDiff(this.repository.git, 'diff-tree', [base, this.head.commit]);
    return (await this.workTree()).diff(base);
  }

  private workTree(): Promise<WorkTree> {
    const { git, top, index } = this.repository;
    if (top === undefined) throw new Error('a head without a commit needs a work tree');
    this.opened ??= openWorkTree(git, top, index, this.limit);
    return this.opened;
  }
}

const blobOf = (entry: Entry<Where> | undefined): string | undefined =>
  entry?.kind === 'file' && 'blob' in entry.where ? entry.where.blob : undefined;

function contentOf(blob: Blob | undefined, path: FilePath, limit: number): Content {
  switch (blob?.kind) {
    case 'bytes':
      return decode(blob.bytes);
    case 'too-large':
      return without(tooLarge(path, blob.bytes, limit));
    case 'damaged':
      return without(unreadable(path, 'its content is damaged in this repository, check it with git fsck'));
    case 'missing':
    case undefined:
      return without(unreadable(path, 'its content is not in this repository, which is a partial clone or damaged; use a full clone'));
  }
}

/** A record of git's as a change of regular files; nothing when the bytes are the same or neither side is a file. */
function changedFile({ name, from, oldMode, newMode, oldId, newId }: DiffRecord): readonly ChangedFile[] {
  const path = filePath(name.text);
  const before = isFileMode(oldMode);
  const after = isFileMode(newMode);
  if (before && after) {
    if (from) return [{ path, from: filePath(from.text), status: 'renamed' }];
    return oldId === newId ? [] : [{ path, status: 'modified' }];
  }
  return before || after ? [{ path, status: before ? 'removed' : 'added' }] : [];
}
