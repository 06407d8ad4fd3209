/** The checkout of a job: which commits it has, and the one attempt to get those that a shallow clone leaves out. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EdgeError } from '../edge-error.js';
import { findRepository, type Repository } from '../git/repository.js';
import type { GitResult } from '../git/run.js';

/** What the checkout's own origin may be asked with. */
export interface Access {
  /** The only server to which the token goes, e.g. `https://github.com`. */
  readonly server: string;
  readonly token: string | undefined;
}

export interface Commit {
  readonly id: string;
  /** As they stand in the commit, also where a shallow clone has cut them off. */
  readonly parents: readonly string[];
}

export interface Checkout {
  /** Whether history was cut off when it was fetched. */
  readonly shallow: boolean;
  /** The commit that is checked out; undefined before the first. */
  head(): Promise<Commit | undefined>;
  /** Fetches those of the commits that are not here. An origin that gave no answer is not asked again. */
  need(ids: readonly string[], access: Access): Promise<Need>;
}

/** The commits that cannot be had. */
export interface Need {
  readonly missing: readonly string[];
  /** In a clause. */
  readonly why: string;
  /** Whether origin was asked and does not have them; otherwise it may have. */
  readonly gone: boolean;
}

/** Opens the repository around a folder. */
export async function openCheckout(workspace: string): Promise<Checkout> {
  const repository = await findRepository(workspace);
  return {
    shallow: repository.shallow,
    head: () => headOf(repository),
    need: needIn(repository),
  };
}

function needIn(repository: Repository): Checkout['need'] {
  let closed: Omit<Need, 'missing'> | undefined;
  return async (ids, access) => {
    const missing = await missingOf(repository, ids);
    if (missing.length === 0) return { missing, why: '', gone: false };
    if (closed) return { missing, ...closed };
    const why = reasonOf(await fetch(repository, missing, access).catch(slowly));
    const gone = why === notThere;
    if (!gone) closed = { why, gone };
    return { missing: await missingOf(repository, missing), why, gone };
  };
}

/** A fetch that takes too long is one that failed: there may be another way. */
function slowly(error: unknown): GitResult {
  if (error instanceof EdgeError && error.code === 'git-timeout') return { code: 1, stdout: Buffer.alloc(0), complaints: ['timed out'] };
  throw error;
}

async function headOf({ git }: Repository): Promise<Commit | undefined> {
  const { code, stdout } = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (code !== 0) return undefined;
  const id = stdout.toString('latin1').trim();
  const commit = await git.run(['cat-file', 'commit', id], { expect: [0] });
  const [header = ''] = commit.stdout.toString('latin1').split('\n\n', 1);
  return { id, parents: [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, parent]) => parent ?? []) };
}

async function missingOf({ git }: Repository, ids: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(ids.map((id) => git.run(['cat-file', '-e', `${id}^{commit}`])));
  return ids.filter((_, i) => found[i]?.code !== 0);
}

/**
 * What a repository's configuration could have this do otherwise: run a program, ask a person, touch branches, fetch more. In a whole
 * clone nothing may cut history off; in a shallow one nothing but the commit itself is needed.
 */
const settings = ['credential.helper=', 'core.askPass=', 'gc.auto=0', 'maintenance.auto=false'];
const flags = ['--quiet', '--no-tags', '--no-prune', '--no-recurse-submodules', '--no-write-fetch-head', '--no-filter', '--refmap='];

const fetch = ({ git, shallow }: Repository, ids: readonly string[], access: Access): Promise<GitResult> =>
  git
    .with(settings, { ...transport, ...authorization(access) })
    .run(['fetch', ...flags, '--upload-pack=git-upload-pack', ...(shallow ? ['--depth=1'] : []), 'origin', ...ids]);

/** The runner's own settings name its proxy and its certificates; objects are checked by their ids, so they change no result. */
const transport = {
  GIT_ALLOW_PROTOCOL: 'https:http:file',
  GIT_CONFIG_NOSYSTEM: '0',
  GIT_CONFIG_GLOBAL: join(homedir(), '.gitconfig'),
  GIT_ASKPASS: '',
};

/** By environment, so that no list of processes shows it. The empty value drops what the checkout may have kept: two headers are refused. */
function authorization({ server, token }: Access): Readonly<Record<string, string>> {
  if (token === undefined) return {};
  const key = `http.${server}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}

/** What git prints may hold addresses with passwords, and words of the server's: only what is known is said. */
const notThere = 'origin does not have it (any more)';
const reasons: readonly (readonly [RegExp, string])[] = [
  [/not our ref|unadvertised object|no such remote ref|couldn't find remote ref/i, notThere],
  [
    /authentication failed|could not read (username|password)|\b40[13]\b|access denied|repository not found/i,
    'origin does not let this job read it',
  ],
  [/does not appear to be a git repository|no such remote|repository '.*' does not exist/i, 'there is no origin that can be read'],
  [/transport '.*' not allowed/i, 'origin is not reached by https'],
  [/could not resolve|unable to access|connection|timed out/i, 'origin cannot be reached'],
];

const reasonOf = ({ code, complaints }: GitResult): string =>
  code === 0
    ? 'origin sent something else'
    : (reasons.find(([words]) => complaints.some((line) => words.test(line)))?.[1] ?? 'git fetch failed');
