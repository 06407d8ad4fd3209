/** Through which folders a changed folder is judged: a module through the folders that use it, since only they know its inputs. */
import { type Gap, gap } from '../model/gap.js';
import { type FilePath, folderOf, type Side, type Source } from '../model/span.js';
import type { Reader } from '../readers/reader.js';

/** The texts of both sides, fetched when they are asked for. */
interface Texts {
  readonly gaps: Gap[];
  load(side: Side, paths: readonly FilePath[]): Promise<void>;
  get(side: Side, path: FilePath): Source | undefined;
}

/** Past this many unchanged users of what changed, the rest is told as a gap. */
const mostUsers = 200;

/**
 * The folders to read on one side so that each touched folder is judged: those at the top of its chains of users, else itself. The texts of
 * the tree's files are looked through for mentions of the touched folders; only files that have one are parsed.
 */
export async function usersOf(
  reader: Reader,
  side: Side,
  touched: ReadonlySet<string>,
  paths: readonly FilePath[],
  files: Texts,
): Promise<ReadonlySet<string>> {
  const { uses } = reader;
  if (!uses || paths.every((p) => touched.has(folderOf(p)) && touched.size === 1)) return touched;
  await files.load(side, paths);
  const users = new Map<string, Set<string>>([...touched].map((folder) => [folder, new Set()]));
  for (let asked: ReadonlySet<string> = touched; asked.size > 0; ) {
    const next = new Set<string>();
    for (const path of paths) {
      const user = folderOf(path);
      const source = isExample(user) && !touched.has(user) ? undefined : files.get(side, path);
      for (const used of source ? uses(source, asked) : []) {
        if (used === user) continue;
        users.get(used)?.add(user);
        if (!users.has(user)) next.add(user);
      }
    }
    for (const user of next) users.set(user, new Set());
    asked = next;
  }
  return bounded(new Set([...touched].flatMap((folder) => topOf(folder, users))), touched, files);
}

/** Examples and tests show how a folder is used; they do not stand for its use. */
const isExample = (folder: string): boolean => /(?:^|\/)(?:examples?|tests?|fixtures)(?:\/|$)/.test(folder);

/** The users of a folder's users and so on, down to those that nobody uses. Folders that only use one another have none: each is judged by itself. */
function topOf(folder: string, users: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const seen = new Set([folder]);
  // A set goes on over what is added while it is walked.
  for (const at of seen) for (const user of users.get(at) ?? []) seen.add(user);
  const top = [...seen].filter((at) => users.get(at)?.size === 0);
  return top.length > 0 ? top : [folder];
}

function bounded(scopes: ReadonlySet<string>, touched: ReadonlySet<string>, files: Texts): ReadonlySet<string> {
  const others = [...scopes].filter((scope) => !touched.has(scope)).sort();
  if (others.length <= mostUsers) return scopes;
  files.gaps.push(
    gap('too-large', `what changed is used by ${others.length} unchanged folders; it was judged through the first ${mostUsers} of them`),
  );
  const left = new Set(others.slice(mostUsers));
  return new Set([...scopes].filter((scope) => !left.has(scope)));
}

/** The folders of files that mention a changed file of another format, on either side. */
export async function takersOf(
  { takes }: Reader,
  taken: ReadonlySet<string>,
  paths: Readonly<Record<Side, readonly FilePath[]>>,
  files: Texts,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (!takes || taken.size === 0) return found;
  for (const side of ['base', 'head'] as const) {
    await files.load(side, paths[side]);
    for (const path of paths[side]) {
      const folder = folderOf(path);
      const isBeside = !isExample(folder) || [...taken].some((p) => p.startsWith(`${folder}/`));
      const source = isBeside && !found.has(folder) ? files.get(side, path) : undefined;
      if (source && takes.oneOf(source, taken)) found.add(folder);
    }
  }
  if (found.size <= mostUsers) return found;
  files.gaps.push(
    gap('too-large', `files that changed are taken in by ${found.size} folders; they were judged through the first ${mostUsers} of them`),
  );
  return new Set([...found].sort().slice(0, mostUsers));
}
