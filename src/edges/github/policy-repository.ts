/** Rules out of another repository, as a platform team keeps them: fetched once, file by file, at one commit. */
import { createHash } from 'node:crypto';
import { filePath, type Source } from '../../model/span.js';
import { EdgeError, printable } from '../edge-error.js';
import { isPolicyFile } from '../policy-files.js';
import { blobOf, commitOf, type Hosted, type TreeEntry, treeOf } from './repository.js';

/** `OWNER/REPO[/PATH]@REF`. */
export interface PolicyRepository {
  readonly owner: string;
  readonly repo: string;
  /** `''` for the whole repository. */
  readonly path: string;
  readonly ref: string;
}

/** What came out of it. */
export interface FetchedPolicies {
  readonly sources: readonly Source[];
  readonly commit: string;
  /** Of all paths and contents: equal for equal rules, whatever commit they come from. */
  readonly digest: string;
  readonly notices: readonly string[];
}

/** Undefined for what is a path. */
export function policyRepositoryOf(entry: string): PolicyRepository | undefined {
  const [, owner, repo, path = '', ref] =
    /^([\w.-]{1,100})\/([\w.-]{1,100})((?:\/[^@/]{1,255}){0,30})\/?@([^@\s]{1,255})$/.exec(entry) ?? [];
  return owner && repo && ref && owner !== '.' && owner !== '..' ? { owner, repo, path: path.slice(1), ref } : undefined;
}

/** Nobody keeps more rules than that; a repository that does is not one of policies. */
const limits = { files: 200, bytes: 5_000_000, atOnce: 8 } as const;

/** Throws `EdgeError`: rules that were asked for and are not there must not become a pass. */
export async function fetchPolicies(github: Hosted['github'], { owner, repo, path, ref }: PolicyRepository): Promise<FetchedPolicies> {
  const hosted: Hosted = { github, owner, repo };
  const name = printable(`${owner}/${repo}${path === '' ? '' : `/${path}`}@${ref}`);
  const commit = await commitOf(hosted, ref);
  const entries = (await entriesBelow(hosted, commit, path, name)).filter((e) => e.type === 'blob' && e.mode.startsWith('100'));
  const rules = entries.filter((e) => e.path === path || isPolicyFile(e.path.slice(path.length))).sort(byPath);
  if (rules.length === 0) throw new EdgeError('cannot-read', `There are no policies at "${name}".`);
  const bytes = rules.reduce((sum, e) => sum + (e.size ?? 0), 0);
  if (rules.length > limits.files || bytes > limits.bytes)
    throw new EdgeError('cannot-read', `"${name}" holds ${rules.length} files with ${bytes} bytes. Name the folder that holds the rules.`);
  const texts: string[] = [];
  for (let i = 0; i < rules.length; i += limits.atOnce)
    texts.push(...(await Promise.all(rules.slice(i, i + limits.atOnce).map(async (e) => (await blobOf(hosted, e.sha)).toString('utf8')))));
  const sources = rules.map((e, i): Source => ({ path: filePath(`${owner}/${repo}/${e.path}`), side: 'head', text: texts[i] ?? '' }));
  return { sources, commit, digest: digestOf(sources), notices: isCommitId(ref) ? [] : [pinned(name, commit)] };
}

const byPath = (a: TreeEntry, b: TreeEntry): number => (a.path < b.path ? -1 : 1);
const isCommitId = (ref: string): boolean => /^[0-9a-f]{40}$/.test(ref);

const pinned = (name: string, commit: string): string =>
  `The policies of "${name}" are those of commit ${commit}. A branch or tag can be moved: pin them by writing the commit after the @.`;

/** Every entry at or below a path, named from the root: folder by folder down to it, then all at once. */
async function entriesBelow(hosted: Hosted, commit: string, path: string, name: string): Promise<readonly TreeEntry[]> {
  let at = commit;
  const names = path === '' ? [] : path.split('/');
  for (const [i, step] of names.entries()) {
    const { entries } = await treeOf(hosted, at, false);
    const found = entries.find((e) => e.path === step);
    if (!found) throw new EdgeError('cannot-read', `There are no policies at "${name}".`);
    if (found.type === 'blob') return i === names.length - 1 ? [{ ...found, path }] : [];
    at = found.sha;
  }
  const { entries, cut } = await treeOf(hosted, at, true);
  if (cut) throw new EdgeError('cannot-read', `GitHub does not list all of "${name}". Name the folder that holds the rules.`);
  return path === '' ? entries : entries.map((e) => ({ ...e, path: `${path}/${e.path}` }));
}

function digestOf(sources: readonly Source[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of sources) hash.update(`${path}\0${Buffer.byteLength(text)}\0${text}`);
  return `sha256:${hash.digest('hex')}`;
}
