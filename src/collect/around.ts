/** The files around a unit of work: what a reader may find that it needs besides the unit's own files. */
import { groupBy } from '../model/group.js';
import { type FilePath, folderOf, type Side } from '../model/span.js';

export interface Around {
  /** The files of a folder that the reader reads. */
  in(side: Side, folder: string): readonly FilePath[];
  /** All files in and below a folder. */
  below(side: Side, folder: string): readonly FilePath[];
}

/** For a reader that sees one file and nothing else. */
export const nothingAround: Around = { in: () => [], below: () => [] };

type Paths = Readonly<Record<Side, readonly FilePath[]>>;

/** `read` are the paths that match the reader's globs, `all` are all paths of the tree. */
export function aroundOf(read: Paths, all: Paths): Around {
  const byFolder = { base: undefined, head: undefined } as Record<Side, ReadonlyMap<string, readonly FilePath[]> | undefined>;
  return {
    in(side, folder) {
      byFolder[side] ??= groupBy(read[side], folderOf);
      return byFolder[side]?.get(folder) ?? [];
    },
    below: (side, folder) => (folder === '' ? all[side] : all[side].filter((p) => p.startsWith(`${folder}/`))),
  };
}
