/** Real repositories in temporary folders, the same whatever the user's git settings, time or place are. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const env = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.com',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
  // Local clones and submodules of the tests' own repositories.
  GIT_ALLOW_PROTOCOL: 'file',
};

const folders: string[] = [];

/** A new empty folder, removed by `removeFolders`. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'edges-test-')));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export type Files = Readonly<Record<string, string | Buffer>>;

export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export interface TestRepository {
  readonly path: string;
  git(...args: string[]): string;
  write(files: Files): void;
  /** Writes, adds everything and commits; gives the commit's id. */
  commit(files: Files, message?: string): string;
}

export function repositoryAt(path: string): TestRepository {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: path, env, stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .trim();
  return {
    path,
    git,
    write: (files) => write(path, files),
    commit: (files, message = 'change') => {
      write(path, files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
}

export function newRepository(...options: string[]): TestRepository {
  const repository = repositoryAt(newFolder());
  repository.git('init', '--quiet', '--initial-branch=main', ...options);
  return repository;
}
