/** The files of a commit, and how two sides differ, as git tells it. */
import type { DiskPath } from '../disk.js';
import { EdgeError } from '../edge-error.js';
import { type LeftOut, type TreeView, TreeViewBuilder } from '../tree-view.js';
import { type DiffRecord, diffRecords, treeRecords } from './records.js';
import type { Git } from './run.js';

/** How the content of a regular file is had: by object id, or from the work tree. */
export type Where = { readonly blob: string } | { readonly disk: DiskPath };

/** Lists a commit. */
export async function commitView(git: Git, commit: string): Promise<TreeView<Where>> {
  const { stdout } = await git.run(['ls-tree', '-r', '-z', '--full-tree', commit], { expect: [0] });
  const view = new TreeViewBuilder<Where>();
  for (const { name, mode, id } of treeRecords(stdout))
    view.add(name.text, isFileMode(mode) ? { kind: 'file', where: { blob: id } } : leftOut(mode, id));
  return view;
}

/** Regular files have mode 100644, 100755 or, from long ago, 100664. */
export const isFileMode = (mode: string): boolean => mode.startsWith('100');

/** What is no regular file, by its mode. */
export const leftOut = (mode: string, state: string | undefined): LeftOut => ({
  kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'special',
  state,
});

/** The search for similar files looks into them; after this long it is given up. */
const renameMillis = 20_000;
const renameLimit = '-l1000';

/** Runs one of git's raw diffs. */
export async function rawDiff(git: Git, verb: 'diff-tree' | 'diff-index', revisions: readonly string[]): Promise<readonly DiffRecord[]> {
  const common = ['-r', '-z', '--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty', renameLimit];
  const similar = await git.run([verb, ...common, '-M', ...revisions], { millis: renameMillis }).catch(timeoutAlone);
  if (similar?.code === 0) return diffRecords(similar.stdout);
  // A missing or damaged blob stops the search for similar files; identical ones are found without looking into them.
  const { stdout } = await git.run([verb, ...common, '-M100%', ...revisions], { expect: [0] });
  return diffRecords(stdout);
}

const timeoutAlone = (error: unknown): undefined => {
  if (error instanceof EdgeError && error.code === 'git-timeout') return undefined;
  throw error;
};
