/**
 * The files of a work tree as they are on disk, tracked or not, seen with git's own eyes: on a private copy of the index, in which the
 * untracked files are entered too, so that one comparison with the base covers everything, renames included. The repository itself is
 * not written to.
 */
import { copyFileSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gap } from '../../model/gap.js';
import { unreadable } from '../content.js';
import { type DiskPath, digestOfFile } from '../disk.js';
import { EdgeError, errorCode } from '../edge-error.js';
import { type TreeView, TreeViewBuilder } from '../tree-view.js';
import { type DiffRecord, diffRecords, indexRecords, isNoId, type Name, namesOf, type TreeRecord } from './records.js';
import type { Git } from './run.js';
import { isFileMode, leftOut, rawDiff, type Where } from './tree.js';

/** A work tree, looked at. */
export interface WorkTree {
  view(): Promise<TreeView<Where>>;
  /** Its differences from a commit. */
  diff(commit: string): Promise<readonly DiffRecord[]>;
  close(): void;
}

/** Looks at the work tree at `top`; `index` is the repository's own index, which need not exist. */
export async function openWorkTree(git: Git, top: string, index: string, limit: number): Promise<WorkTree> {
  const guarded = git.with(await withoutFilters(git), {});
  const folder = copyIndex(index);
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const own = guarded.with([], { GIT_INDEX_FILE: join(folder, 'index') });
    const untracked = await enterUntracked(own, top, limit);
    return { view: () => list(own, top, untracked), diff: (commit) => compare(own, top, commit, untracked, limit), close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Comparing a file with the index may run the clean filter that its attributes name. Filters are named by the repository, so each one
 * is switched off by its name: what is compared is what is on disk.
 */
async function withoutFilters(git: Git): Promise<readonly string[]> {
  const { stdout } = await git.run(['config', '--name-only', '-z', '--get-regexp', '^filter\\.'], { expect: [0, 1] });
  const drivers = new Set(namesOf(stdout).map(({ text, raw }) => (raw ? '=' : text.slice(0, text.lastIndexOf('.')))));
  // `-c` cuts a setting at its first `=`; a filter called so could not be switched off.
  if ([...drivers].some((driver) => driver.includes('=')))
    throw new EdgeError(
      'unsafe-repository',
      'The git configuration has a filter with an odd name. Review commits with --head instead of the work tree.',
    );
  return [...drivers].flatMap((driver) => [`${driver}.clean=`, `${driver}.process=`, `${driver}.required=false`]);
}

function copyIndex(index: string): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'identity-review-'));
    if (existsSync(index)) copyFileSync(index, join(folder, 'index'));
    return folder;
  } catch (error) {
    throw new EdgeError(
      'cannot-write',
      `Cannot copy the git index into the folder for temporary files: the system says ${errorCode(error)}.`,
    );
  }
}

/** What git does not track, in so far as the private index cannot hold it. */
interface Untracked {
  /** Kept from git, which would read them whole while it looks for renames. */
  readonly large: readonly Name[];
  /** Repositories in the repository, and what is neither file nor link. */
  readonly odd: readonly { readonly name: string; readonly kind: 'repository' | 'special' }[];
  readonly gaps: readonly Gap[];
}

/** Brings the private index up to date with the disk and enters what is untracked, with the empty blob as a stand-in for its content. */
async function enterUntracked(own: Git, top: string, limit: number): Promise<Untracked> {
  const [others, format] = await Promise.all([
    own.run(['ls-files', '--others', '--exclude-standard', '-z'], { expect: [0] }),
    own.run(['hash-object', '-t', 'blob', '--stdin'], { expect: [0], input: Buffer.alloc(0) }),
  ]);
  const emptyBlob = format.stdout.toString('latin1').trim();
  const large: Name[] = [];
  const odd: { name: string; kind: 'repository' | 'special' }[] = [];
  const lines: Buffer[] = [];
  for (const name of namesOf(others.stdout)) {
    const mode = name.text.endsWith('/') ? 'repository' : modeOf(diskPath(top, name), limit);
    if (mode === 'repository') odd.push({ name: name.text.slice(0, -1), kind: mode });
    else if (mode === 'special') odd.push({ name: name.text, kind: mode });
    else if (mode === 'large') large.push(name);
    else lines.push(Buffer.from(`${mode} ${emptyBlob}\t`), name.raw ?? Buffer.from(name.text), nul);
  }
  // Exit code 1 is no failure: it says that some files differ from the index.
  await own.run(['update-index', '-q', '--really-refresh', '-z', '--index-info'], { expect: [0, 1], input: Buffer.concat(lines) });
  const gaps = others.complaints.filter((line) => line.includes('could not open')).map((line) => unreadable(undefined, `git says ${line}`));
  return { large, odd, gaps };
}

/** A file that cannot be looked at stays in the list as something that is not read. */
function modeOf(file: DiskPath, limit: number): '100644' | '120000' | 'large' | 'special' {
  try {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return '120000';
    if (!stat.isFile()) return 'special';
    return stat.size > limit ? 'large' : '100644';
  } catch {
    return 'special';
  }
}

const nul = Buffer.from('\0');

const diskPath = (top: string, name: Name): DiskPath =>
  name.raw ? Buffer.concat([Buffer.from(`${top}/`), name.raw]) : `${top}/${name.text}`;

async function list(own: Git, top: string, untracked: Untracked): Promise<TreeView<Where>> {
  const [index, dirty] = await Promise.all([
    own.run(['ls-files', '-t', '--stage', '-z'], { expect: [0] }),
    own.run(['diff-files', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules=dirty'], { expect: [0] }),
  ]);
  const view = new TreeViewBuilder<Where>();
  const differs = new Map(
    diffRecords(dirty.stdout)
      .filter(({ status }) => status !== 'U')
      .map((record) => [record.name.text, record]),
  );
  let last = '';
  for (const record of indexRecords(index.stdout)) {
    // The stages of an unresolved merge come one after the other; the file on disk is one.
    if (record.name.text === last) continue;
    last = record.name.text;
    addTracked(view, top, record, differs.get(last));
  }
  view.gaps.push(...untracked.gaps);
  for (const name of untracked.large) view.add(name.text, { kind: 'file', where: { disk: diskPath(top, name) } });
  for (const { name, kind } of untracked.odd) view.add(name, { kind, state: undefined });
  return view;
}

function addTracked(view: TreeViewBuilder<Where>, top: string, { name, mode, id, tag }: TreeRecord, differs: DiffRecord | undefined): void {
  if (differs?.status === 'D') return;
  const modeOnDisk = differs?.newMode ?? mode;
  if (!isFileMode(modeOnDisk)) view.add(name.text, leftOut(modeOnDisk, differs ? undefined : id));
  // What a sparse checkout leaves out is not missing: it is as the index has it.
  else view.add(name.text, { kind: 'file', where: tag === 'S' ? { blob: id } : { disk: diskPath(top, name) } });
}

async function compare(own: Git, top: string, commit: string, { large }: Untracked, limit: number): Promise<readonly DiffRecord[]> {
  const largeNames = new Map(large.map((name) => [name.text, name]));
  const records = (await rawDiff(own, 'diff-index', [commit])).map((record): DiffRecord => {
    const replaced = record.status === 'D' && largeNames.delete(record.name.text);
    return replaced ? { ...record, status: 'M', newMode: '100644' } : record;
  });
  const added = [...largeNames.values()].map(
    (name): DiffRecord => ({ status: 'A', name, from: undefined, oldMode: '000000', newMode: '100644', oldId: '', newId: '' }),
  );
  return [...records.filter((record) => !isUnchanged(record, top, limit)), ...added];
}

/** A file that differs from the index may still be as the base has it: taken out of the index, or changed there and changed back. */
function isUnchanged({ status, name, oldMode, newMode, oldId, newId }: DiffRecord, top: string, limit: number): boolean {
  if (status !== 'M' || !isNoId(newId) || !isFileMode(oldMode) || !isFileMode(newMode)) return false;
  const algorithm = oldId.length === 64 ? 'sha256' : 'sha1';
  return oldId === digestOfFile(diskPath(top, name), { algorithm, maxBytes: limit, prefix: (size) => `blob ${size}\0` });
}
