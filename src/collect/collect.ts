/** Which files a review needs, and their text: the changed ones, and whatever their readers must see together with them. */
import { minimatch } from 'minimatch';
import { type Gap, gap } from '../model/gap.js';
import type { Outcome } from '../model/outcome.js';
import { type FilePath, folderOf, type Side } from '../model/span.js';
import type { ChangedFile, ChangeSource } from '../ports.js';
import type { Reader } from '../readers/reader.js';
import { type Around, aroundOf, nothingAround } from './around.js';
import { Files, pathsOf } from './files.js';
import { unreadFormats } from './unread.js';
import { takersOf, usersOf } from './users.js';

/** One reader's work on one scope: the paths it must see, on each side. */
export interface Work {
  readonly reader: Reader;
  readonly scope: string;
  readonly paths: Readonly<Record<Side, readonly FilePath[]>>;
  /** What else there is, for readers that look beyond their folder. */
  readonly around: Around;
}

export interface Collected {
  readonly work: readonly Work[];
  readonly files: Files;
  readonly gaps: readonly Gap[];
  /** The changed files that each side has, in path order. */
  readonly paths: Readonly<Record<Side, readonly FilePath[]>>;
  /** Paths in which the sides differ. */
  readonly changed: ReadonlySet<string>;
  /** Path at base → path at head of renamed files. */
  readonly renames: ReadonlyMap<FilePath, FilePath>;
  readonly coverage: () => Outcome['coverage'];
}

export async function collect(source: ChangeSource, readers: readonly Reader[], ignore: readonly string[]): Promise<Collected> {
  const ignored = matcher(ignore);
  const changed = (await source.changed()).flatMap((c) => visible(c, ignored));
  const plan = readers.map((reader) => ({ reader, matches: matcher(globsOf(reader)) }));
  const wanted = plan.map(({ reader, matches }) => ({
    reader,
    matches,
    touched: changed.filter((c) => pathsOf(c).some(matches)),
    taken: takenBy(reader, matches, changed),
  }));
  const listing = await list(
    source,
    ignored,
    wanted.some((w) => w.taken.size > 0 || (w.touched.length > 0 && looksAround(w.reader))),
  );
  const files = new Files(source, changed);
  const work: Work[] = [];
  for (const w of wanted) work.push(...(await workOf(w, listing, files)));
  await files.load(
    'base',
    work.flatMap((w) => w.paths.base),
  );
  await files.load(
    'head',
    work.flatMap((w) => w.paths.head),
  );
  const read = () => changed.filter((c) => pathsOf(c).some((path) => files.texts.has(path))).length;
  return {
    work,
    files,
    gaps: [...listing.gaps, ...changed.flatMap(unread)],
    paths: { base: pathsOn('base', changed), head: pathsOn('head', changed) },
    changed: new Set(changed.flatMap(pathsOf)),
    renames: new Map(changed.flatMap((c) => (c.from ? [[c.from, c.path] as const] : []))),
    coverage: () => ({ files: { considered: changed.length, read: read(), skipped: changed.length - read() }, bytes: files.bytes }),
  };
}

type Listing = { readonly paths: Readonly<Record<Side, readonly FilePath[]>>; readonly gaps: readonly Gap[] };

/** Head is always listed: links and submodules in the change are known by no other way. Base only when a reader looks around. */
async function list(source: ChangeSource, ignored: (path: string) => boolean, both: boolean): Promise<Listing> {
  const head = await source.list('head');
  const base = both ? (await source.list('base')).paths : [];
  const kept = (paths: readonly FilePath[]) => paths.filter((p) => !ignored(p));
  return { paths: { base: kept(base), head: kept(head.paths) }, gaps: head.gaps };
}

const globsOf = (reader: Reader): readonly string[] => Object.values(reader.files).flat();
const besideOf = (reader: Reader): readonly string[] => Object.values(reader.beside ?? {}).flat();
const looksAround = (reader: Reader): boolean => reader.scope !== 'file' || reader.beside !== undefined;

/** A test for any of the globs. `!` and `#` are characters like any other: a glob of which a path is not part must not mean all others. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map((g) => ({ ending: endingOf(g), matches: minimatch.filter(g, { dot: true, nonegate: true, nocomment: true }) }));
  return (path) => tests.some(({ ending, matches }) => path.endsWith(ending) && matches(path));
}

/** What stands after the last special character of a glob: each file it matches ends so, and most globs are ruled out without being compiled. */
function endingOf(glob: string): string {
  let at = glob.length;
  while (at > 0 && /[\w.-]/.test(glob.charAt(at - 1))) at--;
  return glob.slice(at);
}

/** A change without its ignored side: a file that moves into an ignored folder is gone, one that comes out of it is new. */
function visible(c: ChangedFile, ignored: (path: string) => boolean): readonly ChangedFile[] {
  if (c.from === undefined) return ignored(c.path) ? [] : [c];
  const [before, after] = [!ignored(c.from), !ignored(c.path)];
  if (before && after) return [c];
  return before ? [{ path: c.from, status: 'removed' }] : after ? [{ path: c.path, status: 'added' }] : [];
}

const onSide = (c: ChangedFile, side: Side): readonly FilePath[] => {
  if (side === 'base') return c.status === 'added' ? [] : [c.from ?? c.path];
  return c.status === 'removed' ? [] : [c.path];
};

const pathsOn = (side: Side, changed: readonly ChangedFile[]): readonly FilePath[] =>
  [...new Set(changed.flatMap((c) => onSide(c, side)))].sort();

interface Wanted {
  readonly reader: Reader;
  readonly matches: (path: string) => boolean;
  readonly touched: readonly ChangedFile[];
  /** Changed files of other formats that it may take in. */
  readonly taken: ReadonlySet<string>;
}

const within = ({ paths }: Listing, matches: (path: string) => boolean): Work['paths'] => ({
  base: paths.base.filter(matches),
  head: paths.head.filter(matches),
});

function takenBy({ takes }: Reader, own: (path: string) => boolean, changed: readonly ChangedFile[]): ReadonlySet<string> {
  if (!takes) return new Set();
  const matches = matcher(takes.files);
  return new Set(changed.flatMap(pathsOf).filter((path) => matches(path) && !own(path)));
}

async function workOf({ reader, matches, touched, taken }: Wanted, listing: Listing, files: Files): Promise<readonly Work[]> {
  if (touched.length === 0 && taken.size === 0) return [];
  if (reader.scope === 'file') {
    const around = reader.beside ? aroundOf(within(listing, matcher(besideOf(reader))), listing.paths) : nothingAround;
    return touched.map((c) => ({
      reader,
      scope: c.path,
      paths: { base: onSide(c, 'base').filter(matches), head: onSide(c, 'head').filter(matches) },
      around,
    }));
  }
  const paths = within(listing, matches);
  const around = aroundOf(paths, listing.paths);
  if (reader.scope === 'tree') return [{ reader, scope: '', paths, around }];
  const own = touched.flatMap((c) => pathsOf(c).filter(matches)).map(folderOf);
  const folders = new Set([...own, ...(await takersOf(reader, taken, paths, files))]);
  if (folders.size === 0) return [];
  const users = matcher(reader.users ?? globsOf(reader));
  const scopes = {
    base: await usersOf(reader, 'base', folders, paths.base.filter(users), files),
    head: await usersOf(reader, 'head', folders, paths.head.filter(users), files),
  };
  const ofScope = (side: Side, scope: string) => (scopes[side].has(scope) ? around.in(side, scope) : []);
  return [...new Set([...scopes.base, ...scopes.head])]
    .sort()
    .map((scope) => ({ reader, scope, paths: { base: ofScope('base', scope), head: ofScope('head', scope) }, around }));
}

const formats = unreadFormats.map((f) => ({ what: f.what, matches: matcher(f.files) }));

function unread(c: ChangedFile): readonly Gap[] {
  if (c.status === 'removed') return [];
  const format = formats.find((f) => f.matches(c.path));
  return format ? [gap('unsupported', `${format.what} is not read yet: identities in this file are not reviewed`, c.path)] : [];
}
