/** From what the user calls base and head to two commits. */
import { EdgeError, printable } from '../edge-error.js';
import type { Repository } from './repository.js';

/** What to compare. */
export interface RevisionOptions {
  /** A branch, tag or commit; null for nothing at all, so that everything is new; absent for the default branch. */
  readonly base?: string | null | undefined;
  /** A branch, tag or commit; absent for the work tree, or for HEAD where there is none. */
  readonly head?: string | undefined;
  /** The base is the commit that is named, not where head left it. */
  readonly exact?: boolean;
}

/** A side of the change: what it is called and the commit it is. */
export interface Revision {
  readonly ref: string;
  readonly commit: string | null;
}

/** Both sides. A base without commit is nothing, a head without commit is the work tree. */
export interface Revisions {
  readonly base: Revision;
  readonly head: Revision;
  /** What a person should know about the choice, in sentences. */
  readonly notices: readonly string[];
}

/** Finds both sides: base is where head left the branch that is called base, not where that branch is now. */
export async function resolveRevisions(repository: Repository, options: RevisionOptions): Promise<Revisions> {
  const { head, tip } = await resolveHead(repository, options.head);
  if (options.base === null) return { base: { ref: 'nothing', commit: null }, head, notices: [] };
  const notices: string[] = [];
  const base = await (options.base === undefined
    ? defaultBase(repository, tip)
    : options.exact
      ? namedBase(repository, options.base)
      : givenBase(repository, options.base, tip, (notice) => notices.push(notice)));
  return { base, head, notices };
}

/** `tip` is the commit that the head stands on; a work tree before the first commit has none. */
async function resolveHead(repository: Repository, ref: string | undefined): Promise<{ head: Revision; tip: string | undefined }> {
  if (ref !== undefined) {
    const commit = await mustFind(repository, ref);
    return { head: { ref, commit }, tip: commit };
  }
  const tip = await find(repository, 'HEAD');
  if (repository.top !== undefined) return { head: { ref: 'work tree', commit: null }, tip };
  if (tip === undefined) throw await withoutCommits(repository);
  return { head: { ref: 'HEAD', commit: tip }, tip };
}

const namedBase = async (repository: Repository, ref: string): Promise<Revision> => ({ ref, commit: await mustFind(repository, ref) });

async function givenBase(repository: Repository, ref: string, tip: string | undefined, notice: (text: string) => void): Promise<Revision> {
  const commit = await mustFind(repository, ref);
  const ancestor = tip === undefined ? undefined : await mergeBase(repository, commit, tip);
  if (ancestor === undefined)
    notice(
      `Base and head have no common commit${repository.shallow ? ' in this shallow clone' : ''}; "${printable(ref)}" is compared as it stands.` +
        (repository.shallow ? ' With fetch-depth: 0 in actions/checkout the change starts where the branch did.' : ''),
    );
  return { ref, commit: ancestor ?? commit };
}

const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

async function defaultBase(repository: Repository, tip: string | undefined): Promise<Revision> {
  if (tip === undefined) throw await withoutCommits(repository);
  const found = await Promise.all(defaultBranches.map((ref) => find(repository, ref)));
  const index = found.findIndex((commit) => commit !== undefined);
  const [ref, commit] = [defaultBranches[index], found[index]];
  if (ref === undefined || commit === undefined)
    throw repository.shallow
      ? notInShallowClone('The default branch')
      : new EdgeError('no-default-branch', `No default branch was found (${defaultBranches.join(', ')}). Name the base with --base.`);
  const ancestor = await mergeBase(repository, commit, tip);
  if (ancestor !== undefined) return { ref, commit: ancestor };
  throw repository.shallow
    ? notInShallowClone(`The commit where the branch left ${ref}`)
    : new EdgeError('no-common-ancestor', `HEAD and ${ref} have no common commit. Name what to compare with by --base.`);
}

async function mustFind(repository: Repository, ref: string): Promise<string> {
  if (!isSafeRef(ref))
    throw new EdgeError('bad-revision', `"${printable(ref)}" cannot be the name of a revision. Give a branch, a tag or a commit.`);
  // In a CI checkout only the remote's branches are there, and people call them by their short names.
  const commit = (await find(repository, ref)) ?? (await find(repository, `refs/remotes/origin/${ref}`));
  if (commit !== undefined) return commit;
  if (repository.shallow) throw notInShallowClone(`"${printable(ref)}"`, ref);
  throw new EdgeError(
    'unknown-revision',
    `There is no revision "${printable(ref)}" in this repository. Check its spelling, or fetch it with git fetch origin.`,
  );
}

const fullId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether a revision is the id of a commit, and not a name. */
export const isCommitId = (revision: string): boolean => fullId.test(revision);

/** A leading dash would be an option for git; control characters are in no name. */
const isSafeRef = (ref: string): boolean => ref !== '' && ref.length <= 1000 && !ref.startsWith('-') && !/\p{Cc}/u.test(ref);

async function find({ git }: Repository, ref: string): Promise<string | undefined> {
  const { code, stdout } = await git.run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const id = stdout.toString('latin1').trim();
  // Also keeps out what rev-parse understands beyond one revision, such as `^main`.
  return code === 0 && fullId.test(id) ? id : undefined;
}

async function mergeBase({ git }: Repository, a: string, b: string): Promise<string | undefined> {
  const { code, stdout } = await git.run(['merge-base', a, b], { expect: [0, 1] });
  return code === 0 ? stdout.toString('latin1').trim() : undefined;
}

async function withoutCommits({ git }: Repository): Promise<EdgeError> {
  const { stdout } = await git.run(['for-each-ref', '--count=1'], { expect: [0] });
  return stdout.length === 0
    ? new EdgeError(
        'empty-repository',
        'The repository has no commits yet, so there is no change to review. Use scan to judge the files as they are.',
      )
    : new EdgeError(
        'unborn-branch',
        'The current branch has no commits yet. Name the base with --base, or use scan to judge the files as they are.',
      );
}

function notInShallowClone(what: string, ref = '<base commit>'): EdgeError {
  const fetch = `git fetch --depth=1 origin ${printable(ref)}`;
  return new EdgeError(
    'shallow',
    `${what} is not in this shallow clone. Set fetch-depth: 0 in actions/checkout, or run ${fetch} before the review and name it with --base.`,
  );
}
