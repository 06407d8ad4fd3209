/** Finds the repository that a path is in, and what kind it is. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { EdgeError, errorCode, printable } from '../edge-error.js';
import { failed, type Git, gitIn } from './run.js';

/** What has to be known of a repository before anything is read. */
export interface Repository {
  /** Git at the root of the work tree, or in the bare repository. */
  readonly git: Git;
  /** Root of the work tree; undefined in a bare repository and inside a `.git` folder. */
  readonly top: string | undefined;
  /** Where the index is, or would be. */
  readonly index: string;
  /** Whether history was cut off when it was fetched. */
  readonly shallow: boolean;
}

/** Opens the repository at or around a folder. */
export async function findRepository(path: string): Promise<Repository> {
  const dir = realFolder(path);
  const near = gitIn(dir);
  // --show-cdup comes last: it prints nothing in a bare repository.
  const answer = await near.run(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--git-path', 'index', '--show-cdup']);
  if (answer.code !== 0) throw notOpened(path, answer.complaints.join('\n')) ?? failed('rev-parse', answer);
  const [inside, shallow, index = '', up = ''] = answer.stdout.toString('utf8').split('\n');
  const top = inside === 'true' ? resolve(dir, up) : undefined;
  return { git: top === undefined ? near : gitIn(top), top, index: resolve(dir, index), shallow: shallow === 'true' };
}

function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new EdgeError('no-folder', `Cannot open "${printable(path)}": the system says ${errorCode(error)}.`);
  }
}

function notOpened(path: string, complaints: string): EdgeError | undefined {
  const name = printable(path);
  if (complaints.includes('not a git repository'))
    return new EdgeError(
      'no-repository',
      `"${name}" is not in a git repository. Check out first, or compare two folders with --base-dir and --head-dir.`,
    );
  if (complaints.includes('dubious ownership'))
    return new EdgeError(
      'unsafe-repository',
      `git does not trust "${name}" because somebody else owns it. Run git config --global --add safe.directory <its path>, or use git 2.38 or newer.`,
    );
  if (complaints.includes('cannot change to')) return new EdgeError('no-folder', `"${name}" is not a folder that can be opened.`);
  return undefined;
}
