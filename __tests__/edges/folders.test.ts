import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openFolders } from '../../src/edges/folders.js';
import { fromMemory } from '../../src/edges/memory.js';
import { stopwatch } from '../house/stopwatch.js';
import { type Files, newFolder, removeFolders, write } from './repository.js';
import { text } from './sources.js';

afterAll(removeFolders);

function folder(files: Files): string {
  const path = newFolder();
  write(path, files);
  return path;
}

const before = {
  'a/same.tf': 'same',
  'a/edited.tf': 'one',
  'a/edited-same-size.tf': 'one',
  'a/gone.tf': 'gone',
  'old/x.tf': 'moved',
  'old/y.tf': 'moved',
  'empty-gone.tf': '',
};
const after = {
  'a/same.tf': 'same',
  'a/edited.tf': 'three',
  'a/edited-same-size.tf': 'two',
  'a-b.tf': 'new',
  'new/y.tf': 'moved',
  'new/z.tf': 'moved',
  'empty-new.tf': '',
};
const expected = [
  { path: 'a-b.tf', status: 'added' },
  { path: 'a/edited-same-size.tf', status: 'modified' },
  { path: 'a/edited.tf', status: 'modified' },
  { path: 'a/gone.tf', status: 'removed' },
  { path: 'empty-gone.tf', status: 'removed' },
  { path: 'empty-new.tf', status: 'added' },
  { path: 'new/y.tf', from: 'old/y.tf', status: 'renamed' },
  { path: 'new/z.tf', from: 'old/x.tf', status: 'renamed' },
];

describe('one change', () => {
  it.each([
    ['in folders', async () => openFolders(folder(before), folder(after))],
    ['in memory', async () => fromMemory(before, after)],
  ])('is the same %s', async (_, open) => {
    const source = await open();
    expect(await source.changed()).toEqual(expected);
    expect((await source.list('base')).paths).toEqual(Object.keys(before).sort());
    expect((await source.list('head')).paths).toEqual(Object.keys(after).sort());
    expect(await text(source, 'base', 'a/edited.tf')).toBe('one');
    expect(await text(source, 'head', 'a/edited.tf')).toBe('three');
    expect(await text(source, 'head', 'a/gone.tf')).toBeUndefined();
    expect(await text(source, 'head', 'empty-new.tf')).toBe('');
    await source.close();
  });
});

describe('folders', () => {
  it('without a base are all new, but for git and installed packages', async () => {
    const head = folder({
      'b.tf': '1',
      'a/c.tf': '1',
      '.git/config': 'x',
      'x/node_modules/p/index.js': 'x',
      'sub/.git': 'gitdir: x',
      'node_modules.tf': '1',
    });
    const source = await openFolders(undefined, head);
    expect(source.base).toEqual({ ref: 'nothing', commit: null });
    expect(await source.changed()).toEqual(['a/c.tf', 'b.tf', 'node_modules.tf'].map((path) => ({ path, status: 'added' })));
    expect(await text(source, 'head', '.git/config')).toBeUndefined();
  });

  it('are walked without following links, and a link that changed is a gap', async () => {
    const [base, head] = [folder({ 'a.tf': '1' }), folder({ 'a.tf': '1' })];
    for (const side of [base, head]) symlinkSync('a.tf', join(side, 'same.tf'));
    symlinkSync('/etc', join(head, 'etc'));
    symlinkSync('..', join(head, 'loop'));
    const source = await openFolders(base, head);
    expect(await source.changed()).toEqual([]);
    const { paths, gaps } = await source.list('head');
    expect(paths).toEqual(['a.tf']);
    expect(gaps).toEqual([
      { kind: 'unreadable', reason: 'Symbolic link, not followed.', at: 'etc' },
      { kind: 'unreadable', reason: 'Symbolic link, not followed.', at: 'loop' },
    ]);
    expect(await text(source, 'head', 'same.tf')).toContain('not followed');
  });

  it('may be named by a link', async () => {
    const link = join(newFolder(), 'link');
    symlinkSync(folder({ 'a.tf': '1' }), link);
    expect((await (await openFolders(undefined, link)).list('head')).paths).toEqual(['a.tf']);
  });

  it('with a pipe in them do not block', async () => {
    const head = folder({ 'a.tf': '1' });
    execFileSync('mkfifo', [join(head, 'pipe.tf')]);
    const source = await openFolders(undefined, head);
    expect((await source.list('head')).gaps).toEqual([{ kind: 'unreadable', reason: 'Not a regular file, not read.', at: 'pipe.tf' }]);
  });

  it('never bring a large file into memory', async () => {
    const [base, head] = [folder({}), folder({ 'small.tf': '1' })];
    for (const side of [base, head]) {
      writeFileSync(join(side, 'huge.json'), '');
      truncateSync(join(side, 'huge.json'), 200 * 1024 * 1024);
    }
    const rss = process.memoryUsage().rss;
    const source = await openFolders(base, head);
    expect(await source.changed()).toEqual([{ path: 'small.tf', status: 'added' }]);
    expect(await text(source, 'head', 'huge.json')).toBe('too-large: The file has 209.7 MB; files above 5.0 MB are not read.');
    expect(process.memoryUsage().rss - rss).toBeLessThan(100 * 1024 * 1024);
    const strict = await openFolders(undefined, head, { maxFileBytes: 0 });
    expect(await text(strict, 'head', 'small.tf')).toContain('too-large: The file has 1 bytes');
  });

  it('with names that are no UTF-8 are read all the same', async () => {
    const head = newFolder();
    const odd = Buffer.concat([Buffer.from(`${head}/caf`), Buffer.from([0xe9])]);
    writeFileSync(odd, 'latin');
    const source = await openFolders(undefined, head);
    expect((await source.list('head')).paths).toEqual(['café']);
    expect(await text(source, 'head', 'café')).toBe('latin');
  });

  it('that are not there, or are files, are errors', async () => {
    const file = join(folder({ 'a.tf': '1' }), 'a.tf');
    await expect(openFolders(undefined, '/none/such')).rejects.toMatchObject({
      code: 'missing-folder',
      message: expect.stringContaining('no such folder'),
    });
    await expect(openFolders(file, newFolder())).rejects.toMatchObject({
      code: 'no-folder',
      message: expect.stringContaining('not a folder'),
    });
  });

  // The superuser may read everything, so there is nothing to see for it.
  (process.getuid?.() === 0 ? it.skip : it)('report what they may not read', async () => {
    const head = folder({ 'secret/a.tf': '1', 'closed.tf': '1' });
    chmodSync(join(head, 'secret'), 0);
    chmodSync(join(head, 'closed.tf'), 0);
    const source = await openFolders(undefined, head);
    expect((await source.list('head')).gaps).toEqual([expect.objectContaining({ kind: 'unreadable', at: 'secret' })]);
    expect(await text(source, 'head', 'closed.tf')).toContain('EACCES');
    chmodSync(join(head, 'secret'), 0o700);
  });

  it('many files alike are paired in a moment', async () => {
    const many = (dir: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`${dir}/${i}.tf`, 'alike']));
    const spent = stopwatch();
    const changes = await fromMemory(many('old'), many('new')).changed();
    expect(changes.every((file) => file.status === 'renamed' && file.from === file.path.replace('new', 'old'))).toBe(true);
    expect(spent()).toBeLessThan(5_000);
  });
});
