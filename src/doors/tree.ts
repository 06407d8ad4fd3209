/** One side of a change, as something to read files from. */
import type { Gap } from '../model/gap.js';
import type { FilePath, Side } from '../model/span.js';
import type { ChangeSource, Content } from '../ports.js';

export interface Tree {
  readonly side: Side;
  /** All regular files, and what stands in the tree without being one. */
  list(): Promise<{ readonly paths: readonly FilePath[]; readonly gaps: readonly Gap[] }>;
  /** In the order asked; undefined for what is not there. */
  read(paths: readonly FilePath[]): Promise<readonly (Content | undefined)[]>;
}

export const treeOf = (source: ChangeSource, side: Side): Tree => ({
  side,
  list: () => source.list(side),
  read: (paths) => source.read(side, paths),
});
