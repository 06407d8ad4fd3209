import { mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { filePath } from '../../src/model/span.js';
import { newFolder, newRepository, removeFolders, repositoryAt } from './repository.js';
import { branched, closeSources, open, text } from './sources.js';

afterAll(closeSources);
afterAll(removeFolders);

describe('two commits', () => {
  it('compares from where the branch left the base', async () => {
    const repository = branched({ 'a.tf': 'one', 'b.tf': 'same' }, { 'a.tf': 'two', 'sub/c.tf': 'new' });
    const source = await open(repository, { base: 'main', head: 'feature' });
    expect(await source.changed()).toEqual([
      { path: 'a.tf', status: 'modified' },
      { path: 'sub/c.tf', status: 'added' },
    ]);
    expect(source.base).toEqual({ ref: 'main', commit: repository.git('merge-base', 'main', 'feature') });
    expect(source.head).toEqual({ ref: 'feature', commit: repository.git('rev-parse', 'feature') });
    expect(await source.list('head')).toEqual({ paths: ['a.tf', 'b.tf', 'sub/c.tf'], gaps: [] });
    expect(await source.list('base')).toEqual({ paths: ['a.tf', 'b.tf'], gaps: [] });
    expect(await text(source, 'base', 'a.tf')).toBe('one');
    expect(await text(source, 'head', 'a.tf')).toBe('two');
    expect(await text(source, 'base', 'sub/c.tf')).toBeUndefined();
    expect(await text(source, 'head', '../../etc/passwd')).toBeUndefined();
  });

  it('answers in the order asked, also for one content in several places', async () => {
    const repository = newRepository();
    repository.commit({ a: 'same', b: 'same', c: 'other', empty: '' });
    const source = await open(repository, { base: null, head: 'HEAD' });
    const contents = await source.read('head', ['c', 'a', 'none', 'b', 'a', 'empty'].map(filePath));
    expect(contents.map((content) => (content?.kind === 'text' ? content.text : content?.kind))).toEqual([
      'other',
      'same',
      undefined,
      'same',
      'same',
      '',
    ]);
  });

  it('reads a bare repository, and one through its .git folder', async () => {
    const repository = branched({ 'a.tf': 'one' }, { 'a.tf': 'two' });
    const bare = newFolder();
    repository.git('clone', '--quiet', '--bare', repository.path, bare);
    for (const path of [bare, join(repository.path, '.git')]) {
      const source = await open({ path }, { base: 'main' });
      expect(await source.changed()).toEqual([{ path: 'a.tf', status: 'modified' }]);
      expect(await text(source, 'head', 'a.tf')).toBe('two');
      expect(source.head).toEqual({ ref: 'HEAD', commit: repository.git('rev-parse', 'feature') });
    }
  });

  it('without base finds the default branch', async () => {
    const repository = branched({ 'a.tf': 'one' }, { 'a.tf': 'two' });
    const local = await open(repository, { head: 'feature' });
    expect(local.base.ref).toBe('main');
    const clone = newFolder();
    repository.git('clone', '--quiet', '--branch', 'feature', repository.path, clone);
    repositoryAt(clone).git('remote', 'set-head', 'origin', 'main');
    const cloned = await open({ path: clone }, { head: 'HEAD' });
    expect(cloned.base.ref).toBe('origin/HEAD');
    expect(await cloned.changed()).toEqual([{ path: 'a.tf', status: 'modified' }]);
    const short = await open({ path: clone }, { base: 'main', head: 'feature' });
    expect(await short.changed()).toEqual([{ path: 'a.tf', status: 'modified' }]);
  });

  it('with nothing as base takes everything as added', async () => {
    const repository = newRepository();
    repository.commit({ 'b.tf': '1', 'a.tf': '2' });
    const source = await open(repository, { base: null, head: 'main' });
    expect(source.base).toEqual({ ref: 'nothing', commit: null });
    expect(await source.changed()).toEqual([
      { path: 'a.tf', status: 'added' },
      { path: 'b.tf', status: 'added' },
    ]);
  });

  it('falls back to the base itself when there is no common ancestor, and says so', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': 'one' });
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit({ 'a.tf': 'two' });
    const source = await open(repository, { base: 'main', head: 'other' });
    expect(source.base.commit).toBe(repository.git('rev-parse', 'main'));
    expect(await source.changed()).toEqual([{ path: 'a.tf', status: 'modified' }]);
    expect(source.notices).toEqual([expect.stringContaining('no common commit')]);
  });

  it('sees renames, with and without edits, and no change in a mode', async () => {
    const body = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n');
    const repository = newRepository();
    repository.commit({ 'old/exact.tf': 'the same in both', 'old/edited.tf': body, 'run.sh': 'x', 'gone.tf': 'only before' });
    repository.git('checkout', '--quiet', '-b', 'feature');
    mkdirSync(join(repository.path, 'new'));
    repository.git('mv', 'old/exact.tf', 'new/exact.tf');
    repository.git('mv', 'old/edited.tf', 'new/edited.tf');
    repository.git('rm', '--quiet', 'gone.tf');
    repository.git('update-index', '--chmod=+x', 'run.sh');
    writeFileSync(join(repository.path, 'new/edited.tf'), `${body}\none more`);
    repository.git('add', 'new');
    repository.git('commit', '--quiet', '--message', 'move');
    const source = await open(repository, { base: 'main', head: 'feature' });
    expect(await source.changed()).toEqual([
      { path: 'gone.tf', status: 'removed' },
      { path: 'new/edited.tf', from: 'old/edited.tf', status: 'renamed' },
      { path: 'new/exact.tf', from: 'old/exact.tf', status: 'renamed' },
    ]);
  });
});

describe('contents', () => {
  it('are decoded by their byte order mark, and told from binary', async () => {
    const repository = newRepository();
    repository.commit({
      'bom.tf': Buffer.from('\uFEFFhé', 'utf8'),
      'crlf.tf': 'a\r\nb\r\n',
      'le.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"ü":1}', 'utf16le')]),
      'be.json': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('{"ü":1}', 'utf16le').swap16()]),
      'latin.tf': Buffer.from('caf\xe9', 'latin1'),
      'key.der': Buffer.from([0x30, 0x82, 0, 1]),
    });
    const source = await open(repository, { base: null, head: 'HEAD' });
    expect(await text(source, 'head', 'bom.tf')).toBe('hé');
    expect(await text(source, 'head', 'crlf.tf')).toBe('a\r\nb\r\n');
    expect(await text(source, 'head', 'le.json')).toBe('{"ü":1}');
    expect(await text(source, 'head', 'be.json')).toBe('{"ü":1}');
    expect(await text(source, 'head', 'latin.tf')).toBe('caf\uFFFD');
    expect(await text(source, 'head', 'key.der')).toBe('binary');
  });

  it('above the limit are gaps, and the rest is read', async () => {
    const repository = newRepository();
    writeFileSync(join(repository.path, 'huge.json'), '');
    truncateSync(join(repository.path, 'huge.json'), 200 * 1024 * 1024);
    repository.git('config', 'core.compression', '1');
    repository.commit({ 'a.tf': 'before', 'z.tf': 'after', 'limit.tf': 'x'.repeat(5_000_000) });
    rmSync(join(repository.path, 'huge.json'));
    const source = await open(repository, { base: null, head: 'HEAD' });
    const before = process.memoryUsage().rss;
    const contents = await source.read('head', ['a.tf', 'huge.json', 'limit.tf', 'z.tf'].map(filePath));
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(contents.map((content) => content?.kind)).toEqual(['text', 'gap', 'text', 'text']);
    expect(contents[1]).toEqual({
      kind: 'gap',
      gap: { kind: 'too-large', reason: 'The file has 209.7 MB; files above 5.0 MB are not read.', at: 'huge.json' },
    });
    const strict = await open(repository, { base: null, head: 'HEAD', maxFileBytes: 3 });
    expect(await text(strict, 'head', 'a.tf')).toContain('too-large');
  });

  it('that are missing or damaged are gaps, and the rest goes on', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}.tf`, `content ${i} `.repeat(20)]));
    const repository = branched({ ...files, 'old.tf': 'moved as it is' }, files);
    repository.git('rm', '--quiet', 'old.tf');
    repository.commit({
      'f3.tf': 'missing',
      'f5.tf': 'damaged',
      'f7.tf': 'good',
      'new.tf': 'moved as it is',
      'like.tf': 'other '.repeat(9),
    });
    const object = (path: string): string => {
      const id = repository.git('rev-parse', `HEAD:${path}`);
      return join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2));
    };
    rmSync(object('f3.tf'));
    rmSync(object('f5.tf'));
    writeFileSync(object('f5.tf'), 'no zlib at all');
    const source = await open(repository, { base: 'main', head: 'feature' });
    expect(await source.changed()).toEqual([
      { path: 'f3.tf', status: 'modified' },
      { path: 'f5.tf', status: 'modified' },
      { path: 'f7.tf', status: 'modified' },
      { path: 'like.tf', status: 'added' },
      { path: 'new.tf', from: 'old.tf', status: 'renamed' },
    ]);
    expect(await text(source, 'head', 'f3.tf')).toContain('unreadable: Not read: its content is not in this repository');
    expect(await text(source, 'head', 'f5.tf')).toMatch(/^unreadable: Not read: its content is (damaged|not)/);
    const rest = await source.read('head', ['f5.tf', 'f7.tf', 'f3.tf', 'f0.tf'].map(filePath));
    expect(rest.map((content) => content?.kind)).toEqual(['gap', 'text', 'gap', 'text']);
    const together = await Promise.all(['f5.tf', 'f7.tf', 'f5.tf', 'f1.tf'].map((path) => text(source, 'head', path)));
    expect(together.map((answer) => answer?.startsWith('unreadable'))).toEqual([true, false, true, false]);
  });

  it('missing from a partial clone are not fetched', async () => {
    const repository = branched({ 'a.tf': 'one' }, { 'a.tf': 'two' });
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = newFolder();
    repository.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${repository.path}`, clone);
    const marker = join(newFolder(), 'fetched');
    repositoryAt(clone).git('config', 'remote.origin.uploadpack', `touch ${marker}; git-upload-pack`);
    const source = await open({ path: clone }, { base: 'main', head: 'feature' });
    expect(await source.changed()).toEqual([{ path: 'a.tf', status: 'modified' }]);
    expect(await text(source, 'head', 'a.tf')).toContain('not in this repository');
    expect(readdirSync(join(marker, '..'))).toEqual([]);
  });
});

describe('what is no regular file', () => {
  it('is left out, and a gap where it changed', async () => {
    const inner = newRepository();
    inner.commit({ 'inner.tf': 'x' });
    const repository = newRepository();
    repository.write({ 'a.tf': 'x', 'was-file.tf': 'x' });
    symlinkSync('a.tf', join(repository.path, 'same-link.tf'));
    symlinkSync('a.tf', join(repository.path, 'other-link.tf'));
    repository.git('submodule', '--quiet', 'add', inner.path, 'modules/same');
    repository.commit({});
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.git('submodule', '--quiet', 'add', inner.path, 'modules/new');
    for (const path of ['other-link.tf', 'was-file.tf']) rmSync(join(repository.path, path));
    symlinkSync('/etc/hostname', join(repository.path, 'other-link.tf'));
    symlinkSync('a.tf', join(repository.path, 'was-file.tf'));
    repository.commit({});
    for (const head of ['feature', undefined]) {
      const source = await open(repository, { base: 'main', head });
      expect(await source.changed()).toEqual([
        { path: '.gitmodules', status: 'modified' },
        { path: 'was-file.tf', status: 'removed' },
      ]);
      const { paths, gaps } = await source.list('head');
      expect(paths).toEqual(['.gitmodules', 'a.tf']);
      expect(gaps.map((gap) => [gap.kind, gap.at])).toEqual([
        ['unsupported', 'modules/new'],
        ['unreadable', 'other-link.tf'],
        ['unreadable', 'was-file.tf'],
      ]);
      expect(await text(source, 'head', 'same-link.tf')).toBe('unreadable: Symbolic link, not followed.');
    }
  });
});

describe('names', () => {
  it('that are no UTF-8, or hold odd characters, can still be read', async () => {
    const repository = newRepository();
    const latin = Buffer.concat([Buffer.from(`${repository.path}/caf`), Buffer.from([0xe9]), Buffer.from('.tf')]);
    writeFileSync(latin, 'latin');
    repository.commit({ 'new\nline.tf': 'newline', 'tab\t"quote".tf': 'tab', 'ünï/cödé.tf': 'unicode', ' space ': 'space' });
    for (const head of ['HEAD', undefined]) {
      const source = await open(repository, { base: null, head });
      const { paths, gaps } = await source.list('head');
      expect(gaps).toEqual([]);
      expect(paths).toEqual([' space ', 'café.tf', 'new\nline.tf', 'tab\t"quote".tf', 'ünï/cödé.tf']);
      expect((await source.read('head', paths)).map((content) => content?.kind === 'text' && content.text)).toEqual([
        'space',
        'latin',
        'newline',
        'tab',
        'unicode',
      ]);
    }
  });

  it('that cannot be told apart give a gap, not one file for the other', async () => {
    const repository = newRepository();
    repository.commit({ 'a/b.tf': 'folder', 'a\\b.tf': 'backslash' });
    const source = await open(repository, { base: null, head: 'HEAD' });
    const { paths, gaps } = await source.list('head');
    expect(paths).toEqual(['a/b.tf']);
    expect(gaps).toEqual([expect.objectContaining({ kind: 'unreadable', at: 'a/b.tf' })]);
  });
});
