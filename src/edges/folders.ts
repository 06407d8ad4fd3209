/** Two folders as the two sides of a change. */
import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { type FilePath, filePath, type Side } from '../model/span.js';
import type { ChangedFile, ChangeSource, Content } from '../ports.js';
import { defaultMaxFileBytes, unreadable } from './content.js';
import { type DiskPath, digestOfFile, readDisk, sameBytes } from './disk.js';
import { EdgeError, errorCode, printable } from './edge-error.js';
import { withRenames } from './renames.js';
import { byPath, decodeName, type Entry, emptyView, leftOutGap, listing, type TreeView, TreeViewBuilder } from './tree-view.js';

/** How folders are read. */
export interface FolderOptions {
  /** Files above this are gaps. */
  readonly maxFileBytes?: number;
}

/** Where a regular file is and how large it was when the folder was listed. */
interface OnDisk {
  readonly file: DiskPath;
  readonly bytes: number;
}
type FolderView = TreeView<OnDisk>;

/** A change between two folders; without a base everything is added. What is named `.git` or `node_modules` are left out. */
export async function openFolders(baseDir: string | undefined, headDir: string, options: FolderOptions = {}): Promise<ChangeSource> {
  const limit = options.maxFileBytes ?? defaultMaxFileBytes;
  const views: Record<Side, FolderView> = {
    base: baseDir === undefined ? emptyView : walk(baseDir),
    head: walk(headDir),
  };
  const readOne = (side: Side, path: FilePath): Content | undefined => {
    const entry = views[side].entries.get(path);
    if (entry === undefined) return undefined;
    return entry.kind === 'file' ? readDisk(entry.where.file, path, limit) : { kind: 'gap', gap: leftOutGap(path, entry) };
  };
  return {
    base: { ref: baseDir ?? 'nothing', commit: null },
    head: { ref: headDir, commit: null },
    changed: async () => compare(views.base, views.head, limit),
    list: async (side) => listing(views[side], views[side === 'base' ? 'head' : 'base']),
    read: async (side, paths) => paths.map((path) => readOne(side, path)),
    close: async () => {},
  };
}

/** Neither is the author's text: git's own data (also the file that stands for it in a submodule) and installed packages. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Lists a folder without following links. Trouble at the top is an error, below it a gap. */
function walk(top: string): FolderView {
  const view = new TreeViewBuilder<OnDisk>();
  const waiting = childrenOfTop(top);
  for (let child = waiting.pop(); child; child = waiting.pop()) {
    if (!child.isFolder) addEntry(view, child);
    else
      try {
        waiting.push(...childrenOf(child.file, `${child.name}/`));
      } catch (error) {
        view.gaps.push(unreadable(filePath(child.name), `the folder cannot be opened, the system says ${errorCode(error)}`));
      }
  }
  return view;
}

interface Child {
  readonly name: string;
  readonly file: DiskPath;
  readonly isFolder: boolean;
}

/** A link at the very top is followed: the user named it. */
function childrenOfTop(top: string): Child[] {
  try {
    return childrenOf(realpathSync(top), '');
  } catch (error) {
    const code = errorCode(error);
    const why = code === 'ENOENT' ? 'there is no such folder' : code === 'ENOTDIR' ? 'it is not a folder' : `the system says ${code}`;
    throw new EdgeError(code === 'ENOENT' ? 'missing-folder' : 'no-folder', `Cannot read the folder "${printable(top)}": ${why}.`);
  }
}

/** Names are taken as bytes, so that one that is no UTF-8 can still be opened. Last name first: the caller takes from the end. */
function childrenOf(dir: DiskPath, prefix: string): Child[] {
  return readdirSync(dir, { withFileTypes: true, encoding: 'buffer' })
    .filter((child) => !skipped.has(child.name.toString('latin1')))
    .sort((a, b) => b.name.compare(a.name))
    .map((child) => ({ name: prefix + decodeName(child.name), file: within(dir, child.name), isFolder: child.isDirectory() }));
}

/** A path below a folder; it stays text as long as it is UTF-8. */
const within = (dir: DiskPath, name: Buffer): DiskPath =>
  typeof dir === 'string' && isUtf8(name) ? `${dir}/${name}` : Buffer.concat([Buffer.from(dir), slash, name]);
const slash = Buffer.from('/');

function addEntry(view: TreeViewBuilder<OnDisk>, { name, file }: Child): void {
  try {
    const stat = lstatSync(file);
    if (stat.isFile()) view.add(name, { kind: 'file', where: { file, bytes: stat.size } });
    else if (stat.isSymbolicLink()) view.add(name, { kind: 'link', state: readlinkSync(file, 'buffer').toString('latin1') });
    else view.add(name, { kind: 'special', state: undefined });
  } catch (error) {
    view.gaps.push(unreadable(filePath(name), `the system says ${errorCode(error)}`));
  }
}

function compare(base: FolderView, head: FolderView, limit: number): readonly ChangedFile[] {
  const removed = files(base).filter((path) => head.entries.get(path)?.kind !== 'file');
  const added: FilePath[] = [];
  const modified: ChangedFile[] = [];
  for (const path of files(head)) {
    const before = whereIn(base, path);
    const after = whereIn(head, path);
    if (!before) added.push(path);
    else if (after && !sameContent(before, after)) modified.push({ path, status: 'modified' });
  }
  const moved = withRenames(removed, added, identify(base, limit), identify(head, limit));
  return [...modified, ...moved].sort((a, b) => byPath(a.path, b.path));
}

const whereIn = (view: FolderView, path: FilePath): OnDisk | undefined => {
  const entry: Entry<OnDisk> | undefined = view.entries.get(path);
  return entry?.kind === 'file' ? entry.where : undefined;
};

const files = (view: FolderView): readonly FilePath[] => [...view.entries.keys()].filter((path) => whereIn(view, path) !== undefined);

function sameContent(a: OnDisk, b: OnDisk): boolean {
  try {
    return a.bytes === b.bytes && sameBytes(a.file, b.file);
  } catch {
    // A file that cannot be read counts as changed: whoever reads it gets the gap that says why.
    return false;
  }
}

/** Empty files are alike without being the same file, and large ones are not worth the time: neither is ever a rename. */
const identify =
  (view: FolderView, limit: number) =>
  (path: FilePath): string | undefined => {
    const at = whereIn(view, path);
    return at && at.bytes > 0 ? digestOfFile(at.file, { algorithm: 'sha256', maxBytes: limit }) : undefined;
  };
