/** Renames by identical content, for sources that have no git to find them. */
import { groupBy } from '../model/group.js';
import type { FilePath } from '../model/span.js';
import type { ChangedFile } from '../ports.js';
import { byPath } from './tree-view.js';

/** What a file's content is, e.g. its digest; a file without one (empty, too large, unreadable) takes no part in renames. */
export type Identify = (path: FilePath) => string | undefined;

/** What went and what came, as changes: pairs with the same content are renames. */
export function withRenames(
  removed: readonly FilePath[],
  added: readonly FilePath[],
  before: Identify,
  after: Identify,
): readonly ChangedFile[] {
  const from =
    removed.length > 0 && added.length > 0 ? pair(identified(removed, before), identified(added, after)) : new Map<FilePath, FilePath>();
  const renamed = new Set(from.values());
  return [
    ...removed.filter((path) => !renamed.has(path)).map((path): ChangedFile => ({ path, status: 'removed' })),
    ...added.map((path): ChangedFile => {
      const old = from.get(path);
      return old === undefined ? { path, status: 'added' } : { path, from: old, status: 'renamed' };
    }),
  ];
}

interface Identified {
  readonly path: FilePath;
  readonly identity: string;
}

const identified = (paths: readonly FilePath[], identify: Identify): readonly Identified[] =>
  [...paths].sort(byPath).flatMap((path) => {
    const identity = identify(path);
    return identity === undefined ? [] : [{ path, identity }];
  });

/** New path → old path. Among equals the same basename goes first, then path order; linear however many files are alike. */
function pair(removed: readonly Identified[], added: readonly Identified[]): Map<FilePath, FilePath> {
  const pairs = new Map<FilePath, FilePath>();
  const taken = new Set<FilePath>();
  for (const keyOf of [identityAndName, identityAlone]) {
    const waiting = groupBy(removed.filter(({ path }) => !taken.has(path)).reverse(), keyOf);
    for (const file of added) {
      const old = pairs.has(file.path) ? undefined : waiting.get(keyOf(file))?.pop();
      if (old === undefined) continue;
      pairs.set(file.path, old.path);
      taken.add(old.path);
    }
  }
  return pairs;
}

const identityAlone = (file: Identified): string => file.identity;
const identityAndName = (file: Identified): string => `${file.path.slice(file.path.lastIndexOf('/') + 1)}\0${file.identity}`;
