/** One side of a change as a list of what is in it; the same for folders and git, so that both leave out the same things and say so. */
import { isUtf8 } from 'node:buffer';
import type { Gap, GapKind } from '../model/gap.js';
import { gap } from '../model/gap.js';
import { type FilePath, filePath } from '../model/span.js';
import { unreadable } from './content.js';

/** Something at a path. `Where` tells how to read a regular file. */
export type Entry<Where> = { readonly kind: 'file'; readonly where: Where } | LeftOut;

/** Not a regular file: never followed, never read. Two with the same `state` are unchanged; undefined is like nothing. */
export interface LeftOut {
  readonly kind: 'link' | 'submodule' | 'repository' | 'special';
  readonly state: string | undefined;
}

/** Everything at one side; the gaps are what could not be listed. */
export interface TreeView<Where> {
  readonly entries: ReadonlyMap<FilePath, Entry<Where>>;
  readonly gaps: readonly Gap[];
}

/** The side that has nothing, against which everything is new. */
export const emptyView: TreeView<never> = { entries: new Map(), gaps: [] };

const reasons: Readonly<Record<LeftOut['kind'], { readonly kind: GapKind; readonly reason: string }>> = {
  link: { kind: 'unreadable', reason: 'Symbolic link, not followed.' },
  submodule: { kind: 'unsupported', reason: 'Submodule: its files are in another repository and are not reviewed here.' },
  repository: { kind: 'unsupported', reason: 'A git repository inside the repository: its files are not reviewed here.' },
  special: { kind: 'unreadable', reason: 'Not a regular file, not read.' },
};

/** The gap that stands for an entry which is not a regular file. */
export const leftOutGap = (path: FilePath, entry: LeftOut): Gap => gap(reasons[entry.kind].kind, reasons[entry.kind].reason, path);

/** What `ChangeSource.list` answers: the files, and a gap for each thing left out that the other side does not have just so. */
export function listing<Where>(view: TreeView<Where>, other: TreeView<Where>): { paths: readonly FilePath[]; gaps: readonly Gap[] } {
  const paths: FilePath[] = [];
  const gaps = [...view.gaps];
  for (const [path, entry] of view.entries) {
    if (entry.kind === 'file') paths.push(path);
    else if (!sameLeftOut(entry, other.entries.get(path))) gaps.push(leftOutGap(path, entry));
  }
  return { paths: paths.sort(byPath), gaps };
}

const sameLeftOut = (a: LeftOut, b: Entry<unknown> | undefined): boolean =>
  b !== undefined && b.kind !== 'file' && a.kind === b.kind && a.state !== undefined && a.state === b.state;

/** Collects entries under the paths that people see; two names that look the same would hide each other, so the second is a gap. */
export class TreeViewBuilder<Where> implements TreeView<Where> {
  readonly entries = new Map<FilePath, Entry<Where>>();
  readonly gaps: Gap[] = [];

  add(name: string, entry: Entry<Where>): void {
    const path = filePath(name);
    if (this.entries.has(path)) this.gaps.push(unreadable(path, 'two files have names that cannot be told apart, only the first is read'));
    else this.entries.set(path, entry);
  }
}

/** The order of every list of paths: by code units, the same on every system and in every locale. */
export const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** File names are bytes: UTF-8 where they are, otherwise byte for character, so that different names stay different. */
export const decodeName = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
