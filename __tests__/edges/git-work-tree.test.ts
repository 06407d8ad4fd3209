import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { filePath } from '../../src/model/span.js';
import { newFolder, newRepository, removeFolders, type TestRepository } from './repository.js';
import { branched, closeSources, open, text } from './sources.js';

afterAll(closeSources);
afterAll(removeFolders);

/** Every file below a folder with its time and bytes: what "not written to" means. */
function snapshot(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${lstatSync(file).mtimeMs} ${readFileSync(file).toString('base64')}`)
    .join('\n');
}

describe('the work tree', () => {
  it('is taken as it is on disk: edited, staged, deleted, untracked', async () => {
    const repository = branched(
      {
        'edited.tf': '1',
        'staged.tf': '1',
        'deleted.tf': '1',
        'same.tf': '1',
        'reverted.tf': '1',
        'uncached.tf': '1',
        '.gitignore': '*.log\n',
      },
      { 'committed.tf': '2', 'reverted.tf': '2' },
    );
    repository.write({ 'edited.tf': '2', 'staged.tf': '2', 'reverted.tf': '1', 'sub/untracked.tf': '2', 'ignored.log': '2' });
    repository.git('add', 'staged.tf');
    repository.git('rm', '--quiet', '--cached', 'uncached.tf');
    rmSync(join(repository.path, 'deleted.tf'));
    const before = snapshot(repository.path);
    const source = await open({ path: repository.path }, { base: 'main' });
    expect(source.head).toEqual({ ref: 'work tree', commit: null });
    expect(await source.changed()).toEqual([
      { path: 'committed.tf', status: 'added' },
      { path: 'deleted.tf', status: 'removed' },
      { path: 'edited.tf', status: 'modified' },
      { path: 'staged.tf', status: 'modified' },
      { path: 'sub/untracked.tf', status: 'added' },
    ]);
    const { paths, gaps } = await source.list('head');
    expect(gaps).toEqual([]);
    expect(paths).toEqual(
      ['.gitignore', 'committed.tf', 'edited.tf', 'reverted.tf', 'same.tf', 'staged.tf', 'sub/untracked.tf', 'uncached.tf'].map(filePath),
    );
    expect(await text(source, 'base', 'edited.tf')).toBe('1');
    expect(await text(source, 'head', 'edited.tf')).toBe('2');
    expect(await text(source, 'head', 'sub/untracked.tf')).toBe('2');
    expect(await text(source, 'head', 'deleted.tf')).toBeUndefined();
    expect(await text(source, 'head', 'ignored.log')).toBeUndefined();
    await source.close();
    expect(snapshot(repository.path)).toBe(before);
  });

  it('gives what the commit of it would give, renames included', async () => {
    const body = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n');
    const repository = newRepository();
    repository.commit({ 'a/edited.tf': body, 'a/exact.tf': 'exact', 'gone.tf': 'going away', 'file-to-folder': 'x' });
    repository.git('checkout', '--quiet', '-b', 'feature');
    mkdirSync(join(repository.path, 'b'));
    for (const name of ['edited.tf', 'exact.tf']) renameSync(join(repository.path, 'a', name), join(repository.path, 'b', name));
    for (const name of ['gone.tf', 'file-to-folder']) rmSync(join(repository.path, name));
    repository.write({ 'b/edited.tf': `${body}\none more`, 'file-to-folder/new.tf': 'y' });
    const uncommitted = await open(repository, { base: 'main' });
    const changes = await uncommitted.changed();
    const { paths } = await uncommitted.list('head');
    expect(changes).toContainEqual({ path: 'b/edited.tf', from: 'a/edited.tf', status: 'renamed' });
    expect(changes).toContainEqual({ path: 'b/exact.tf', from: 'a/exact.tf', status: 'renamed' });
    repository.commit({});
    const committed = await open(repository, { base: 'main', head: 'feature' });
    expect(await committed.changed()).toEqual(changes);
    expect((await committed.list('head')).paths).toEqual(paths);
  });

  it('is opened from a folder inside it, with paths from its root', async () => {
    const repository = branched({ 'a.tf': '1', 'sub/b.tf': '1' }, {});
    repository.write({ 'a.tf': '2', 'sub/c.tf': '2' });
    const source = await open({ path: join(repository.path, 'sub') }, { base: 'main' });
    expect((await source.changed()).map((file) => file.path)).toEqual(['a.tf', 'sub/c.tf']);
    expect((await source.list('head')).paths).toEqual(['a.tf', 'sub/b.tf', 'sub/c.tf']);
  });

  it('does not follow a folder that became a link', async () => {
    const repository = branched({ 'a.tf': '1', 'sub/b.tf': '1' }, {});
    const outside = newFolder();
    writeFileSync(join(outside, 'b.tf'), 'not of this repository');
    rmSync(join(repository.path, 'sub'), { recursive: true });
    symlinkSync(outside, join(repository.path, 'sub'));
    const source = await open(repository, { base: 'main' });
    expect(await source.changed()).toEqual([{ path: 'sub/b.tf', status: 'removed' }]);
    expect(await text(source, 'head', 'sub/b.tf')).toBeUndefined();
    expect((await source.list('head')).gaps).toEqual([expect.objectContaining({ reason: 'Symbolic link, not followed.', at: 'sub' })]);
  });

  it('is found whatever git variables the caller has set', async () => {
    const repository = branched({ 'a.tf': '1' }, {});
    repository.write({ 'a.tf': '2' });
    const trap = { GIT_DIR: newFolder(), GIT_INDEX_FILE: '/none', GIT_WORK_TREE: '/', GIT_EXTERNAL_DIFF: 'false' };
    Object.assign(process.env, trap);
    try {
      const source = await open(repository, { base: 'main' });
      expect(await source.changed()).toEqual([{ path: 'a.tf', status: 'modified' }]);
    } finally {
      for (const name of Object.keys(trap)) delete process.env[name];
    }
  });

  it('may use SHA-256', async () => {
    const repository = newRepository('--object-format=sha256');
    repository.commit({ 'a.tf': '1', 'b.tf': '1' });
    repository.write({ 'a.tf': '2', 'c.tf': '2' });
    repository.git('rm', '--quiet', '--cached', 'b.tf');
    const source = await open(repository, { base: 'main' });
    expect((await source.changed()).map((file) => file.path)).toEqual(['a.tf', 'c.tf']);
    expect(await text(source, 'base', 'a.tf')).toBe('1');
  });

  it('shows no change where only times differ', async () => {
    const repository = branched({ 'a.tf': '1' }, {});
    utimesSync(join(repository.path, 'a.tf'), 1, 1);
    const source = await open(repository, { base: 'main' });
    expect(await source.changed()).toEqual([]);
  });

  it('before the first commit can be scanned', async () => {
    const repository = newRepository();
    repository.write({ 'a.tf': '1', 'b.tf': '2' });
    repository.git('add', 'a.tf');
    const source = await open(repository, { base: null });
    expect((await source.changed()).map((file) => file.path)).toEqual(['a.tf', 'b.tf']);
    expect(await text(source, 'head', 'b.tf')).toBe('2');
  });

  it('in the middle of a merge shows each file once', async () => {
    const repository = branched({ 'a.tf': '1', 'b.tf': '1' }, { 'a.tf': '2', 'b.tf': '2' });
    repository.git('checkout', '--quiet', '-b', 'other', 'main');
    repository.commit({ 'a.tf': '3' });
    repository.git('rm', '--quiet', 'b.tf');
    repository.commit({});
    expect(() => repository.git('merge', 'feature')).toThrow();
    const source = await open(repository, { base: 'main' });
    expect(await source.changed()).toEqual([
      { path: 'a.tf', status: 'modified' },
      { path: 'b.tf', status: 'modified' },
    ]);
    expect((await source.list('head')).paths).toEqual(['a.tf', 'b.tf', 'later.tf']);
    expect(await text(source, 'head', 'a.tf')).toContain('<<<<<<<');
  });

  it('that is sparse is as the index has it where it is left out', async () => {
    const repository = branched({ 'in/a.tf': '1', 'out/b.tf': '1' }, { 'out/b.tf': '2' });
    repository.git('sparse-checkout', 'set', 'in');
    const source = await open(repository, { base: 'main' });
    expect(await source.changed()).toEqual([{ path: 'out/b.tf', status: 'modified' }]);
    expect(await text(source, 'head', 'out/b.tf')).toBe('2');
  });

  it('keeps a large file out of memory and a repository inside it out of the review', async () => {
    const repository = branched({ 'a.tf': '1', 'tracked.json': '{}' }, {});
    for (const name of ['huge.json', 'tracked.json']) {
      writeFileSync(join(repository.path, name), '');
      truncateSync(join(repository.path, name), 200 * 1024 * 1024);
    }
    rmSync(join(repository.path, 'a.tf'));
    execFileSync('git', ['clone', '--quiet', newRepository().path, join(repository.path, 'inner')], { stdio: 'ignore' });
    const before = process.memoryUsage().rss;
    const source = await open(repository, { base: 'main' });
    expect(await source.changed()).toEqual([
      { path: 'a.tf', status: 'removed' },
      { path: 'huge.json', status: 'added' },
      { path: 'tracked.json', status: 'modified' },
    ]);
    expect(await text(source, 'head', 'huge.json')).toContain('too-large');
    expect(await text(source, 'head', 'tracked.json')).toContain('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect((await source.list('head')).gaps).toEqual([expect.objectContaining({ kind: 'unsupported', at: 'inner' })]);
  });
});

describe('a hostile repository', () => {
  /** Everything in a repository's own configuration that names a program; each would leave a file behind. */
  function armed(): { repository: TestRepository; traces: string } {
    const traces = newFolder();
    const repository = branched(
      { 'a.tf': 'one\n', 'b.bin': 'one\n', '.gitattributes': '*.tf diff=evil filter=evil\n*.bin filter=do.it\n' },
      { 'a.tf': 'two\n' },
    );
    const touch = (name: string): string => `sh -c 'touch ${join(traces, name)}; cat'`;
    const settings: Record<string, string> = {
      'core.fsmonitor': touch('fsmonitor'),
      'core.hooksPath': traces,
      'core.pager': touch('pager'),
      'pager.diff': touch('pager'),
      'core.sshCommand': touch('ssh'),
      'diff.external': touch('external'),
      'diff.evil.command': touch('command'),
      'diff.evil.textconv': touch('textconv'),
      'filter.evil.clean': touch('clean'),
      'filter.evil.smudge': touch('smudge'),
      'filter.evil.required': 'true',
      'filter.do.it.process': touch('process'),
    };
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
    for (const hook of ['post-index-change', 'pre-commit'])
      writeFileSync(join(traces, hook), `#!/bin/sh\ntouch ${join(traces, 'hook')}\n`, { mode: 0o755 });
    return { repository, traces };
  }
  const hooks = ['post-index-change', 'pre-commit'];

  it('runs nothing, whatever it configures', async () => {
    const { repository, traces } = armed();
    repository.write({ 'a.tf': 'three\n', 'b.bin': 'two\n', 'new.tf': 'new\n' });
    for (const head of ['feature', undefined]) {
      const source = await open(repository, { base: 'main', head });
      const changed = await source.changed();
      expect(changed.length).toBe(head ? 1 : 3);
      await source.list('head');
      await source.read(
        'head',
        changed.map((file) => file.path),
      );
      await source.read('base', [filePath('a.tf')]);
    }
    expect(readdirSync(traces)).toEqual(hooks);
  });

  it('whose settings are really dangerous to a plain git', () => {
    const { repository, traces } = armed();
    repository.write({ 'a.tf': 'three\n' });
    repository.git('diff', '--ext-diff', 'main');
    expect(readdirSync(traces).length).toBeGreaterThan(hooks.length);
  });

  it('cannot hide a filter behind an odd name', async () => {
    const repository = branched({ 'a.tf': '1' }, {});
    repository.git('config', 'filter.a=b.clean', 'cat');
    const source = await open(repository, { base: 'main' });
    await expect(source.changed()).rejects.toMatchObject({ code: 'unsafe-repository' });
  });
});
