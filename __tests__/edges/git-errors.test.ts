import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { EdgeError } from '../../src/edges/edge-error.js';
import { gitIn } from '../../src/edges/git/run.js';
import { type GitOptions, openGit } from '../../src/edges/git.js';
import { filePath } from '../../src/model/span.js';
import { newFolder, newRepository, removeFolders, repositoryAt } from './repository.js';
import { branched, closeSources, open } from './sources.js';

afterAll(closeSources);
afterAll(removeFolders);

async function refusal(path: string, options?: GitOptions): Promise<{ code: string; message: string }> {
  const error = await openGit(path, options).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof EdgeError)) throw new Error(`no EdgeError but ${String(error)}`);
  return { code: error.code, message: error.message };
}

describe('what cannot be opened', () => {
  it('a folder that is not there, no folder, no repository', async () => {
    const folder = newFolder();
    expect((await refusal(join(folder, 'none'))).code).toBe('no-folder');
    expect((await refusal(process.execPath)).code).toBe('no-folder');
    expect((await refusal(folder)).code).toBe('no-repository');
  });

  it('an empty repository, and a branch without commits', async () => {
    const repository = newRepository();
    expect(await refusal(repository.path)).toEqual({ code: 'empty-repository', message: expect.stringContaining('Use scan') });
    repository.commit({ a: '1' });
    repository.git('checkout', '--quiet', '--orphan', 'new');
    expect((await refusal(repository.path)).code).toBe('unborn-branch');
  });

  it('an unknown revision', async () => {
    const repository = branched({ a: '1' }, { a: '2' });
    expect(await refusal(repository.path, { base: 'mian' })).toEqual({
      code: 'unknown-revision',
      message: expect.stringContaining('"mian"'),
    });
    expect((await refusal(repository.path, { base: 'main', head: '0'.repeat(40) })).code).toBe('unknown-revision');
    expect((await refusal(repository.path, { base: '^main' })).code).toBe('unknown-revision');
    expect((await refusal(repository.path, { base: 'main..feature' })).code).toBe('unknown-revision');
    expect((await refusal(repository.path, { base: 'HEAD:a' })).code).toBe('unknown-revision');
  });

  it('a revision that would be an option of git', async () => {
    const repository = branched({ a: '1' }, { a: '2' });
    const trace = join(newFolder(), 'trace');
    for (const ref of [`--upload-pack=touch ${trace}`, '-x', '--all', `--output=${trace}`, '', 'a\0b', 'a\nb', 'x'.repeat(2000)]) {
      expect((await refusal(repository.path, { base: ref })).code).toBe('bad-revision');
      expect((await refusal(repository.path, { base: 'main', head: ref })).code).toBe('bad-revision');
    }
    expect((await refusal(repository.path, { base: '$(touch x); `id`' })).code).toBe('unknown-revision');
    expect(existsSync(trace)).toBe(false);
  });

  it('no default branch, and one without a common commit', async () => {
    const repository = newRepository();
    repository.git('checkout', '--quiet', '-b', 'trunk');
    repository.commit({ a: '1' });
    expect(await refusal(repository.path)).toEqual({ code: 'no-default-branch', message: expect.stringContaining('--base') });
    repository.git('checkout', '--quiet', '--orphan', 'main');
    repository.commit({ a: '2' });
    expect((await refusal(repository.path, { head: 'trunk' })).code).toBe('no-common-ancestor');
  });

  it('a shallow clone without the base, with what to do about it', async () => {
    const origin = branched({ a: '1' }, { a: '2' });
    origin.git('checkout', '--quiet', 'main');
    const clone = newFolder();
    origin.git('clone', '--quiet', '--depth=1', '--branch=feature', '--no-single-branch', `file://${origin.path}`, clone);
    const base = origin.git('rev-parse', 'main~1');
    const { code, message } = await refusal(clone, { base });
    expect(code).toBe('shallow');
    expect(message).toContain('fetch-depth: 0');
    expect(message).toContain(`git fetch --depth=1 origin ${base}`);
    expect((await refusal(clone)).code).toBe('shallow');

    repositoryAt(clone).git('fetch', '--quiet', '--depth=1', 'origin', base);
    const source = await open({ path: clone }, { base });
    expect(await source.changed()).toEqual([{ path: 'a', status: 'modified' }]);
    expect(source.notices).toEqual([expect.stringContaining('shallow clone')]);
  });

  it('no git', async () => {
    const repository = branched({ a: '1' }, { a: '2' });
    const { PATH } = process.env;
    process.env.PATH = newFolder();
    const { code, message } = await refusal(repository.path).finally(() => {
      process.env.PATH = PATH;
    });
    expect(code).toBe('git-missing');
    expect(message).toContain('Install git');
  });
});

describe('what fails on the way', () => {
  it('is an error, not a hang', async () => {
    const repository = branched({ a: '1', 'sub/b': '1' }, { a: '2', 'sub/b': '2' });
    const source = await open(repository, { base: 'main', head: 'feature' });
    rmSync(join(repository.path, '.git/objects'), { recursive: true });
    await expect(source.changed()).rejects.toMatchObject({ name: 'EdgeError', code: 'git-failed' });
    await expect(source.read('head', [filePath('a')])).rejects.toMatchObject({ name: 'EdgeError' });
  });

  it('ends what is still wanted when the source is closed', async () => {
    const repository = branched({ a: '1' }, { a: '2' });
    const source = await open(repository, { base: 'main', head: 'feature' });
    await source.list('head');
    const reading = expect(source.read('head', [filePath('a')])).rejects.toMatchObject({ code: 'git-failed' });
    await source.close();
    await source.close();
    await reading;
    await expect(source.read('head', [filePath('a')])).rejects.toMatchObject({ code: 'git-failed' });
  });

  it('is given up after a while, also when a child of git lives on', async () => {
    const bin = newFolder();
    writeFileSync(join(bin, 'git'), '#!/bin/sh\n/bin/sleep 3 &\nwait\n', { mode: 0o755 });
    const { PATH } = process.env;
    process.env.PATH = bin;
    const slow = gitIn(bin).run(['status'], { millis: 50 });
    process.env.PATH = PATH;
    await expect(slow).rejects.toMatchObject({ code: 'git-timeout' });
  });
});
