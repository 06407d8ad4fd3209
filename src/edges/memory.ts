/** A change written down in memory: for tests and for the examples in policy files. */
import { type FilePath, filePath, type Side } from '../model/span.js';
import type { ChangedFile, ChangeSource, Content } from '../ports.js';
import { withRenames } from './renames.js';
import { byPath } from './tree-view.js';

/** Path → text of each file. */
export type Files = Readonly<Record<string, string>>;

/** The change from one set of files to another. */
export function fromMemory(base: Files, head: Files): ChangeSource {
  const sides: Record<Side, ReadonlyMap<FilePath, string>> = { base: byFilePath(base), head: byFilePath(head) };
  return {
    base: { ref: 'base', commit: null },
    head: { ref: 'head', commit: null },
    changed: async () => compare(sides.base, sides.head),
    list: async (side) => ({ paths: [...sides[side].keys()].sort(byPath), gaps: [] }),
    read: async (side, paths) => paths.map((path) => contentOf(sides[side].get(path))),
    close: async () => {},
  };
}

const byFilePath = (files: Files): ReadonlyMap<FilePath, string> =>
  new Map(Object.entries(files).map(([path, text]) => [filePath(path), text]));

const contentOf = (text: string | undefined): Content | undefined =>
  text === undefined ? undefined : { kind: 'text', text, bytes: Buffer.byteLength(text) };

function compare(base: ReadonlyMap<FilePath, string>, head: ReadonlyMap<FilePath, string>): readonly ChangedFile[] {
  const paths = [...head.keys()];
  const modified = paths
    .filter((path) => base.has(path) && base.get(path) !== head.get(path))
    .map((path): ChangedFile => ({ path, status: 'modified' }));
  const moved = withRenames(
    [...base.keys()].filter((path) => !head.has(path)),
    paths.filter((path) => !base.has(path)),
    (path) => base.get(path) || undefined,
    (path) => head.get(path) || undefined,
  );
  return [...modified, ...moved].sort((a, b) => byPath(a.path, b.path));
}
