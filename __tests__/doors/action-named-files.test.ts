import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { inTrees, type NamedFiles } from '../../src/doors/named-files.js';
import { treeOf } from '../../src/doors/tree.js';
import { type Files, fromMemory } from '../../src/edges/memory.js';
import { newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { open } from '../edges/sources.js';

afterAll(removeFolders);

function named(base: Files, head: Files, disk: Files = {}): NamedFiles & { readonly root: string } {
  const root = newFolder();
  write(root, { ...head, ...disk });
  const source = fromMemory(base, head);
  return { ...inTrees({ trusted: treeOf(source, 'base'), head: treeOf(source, 'head'), root }), root };
}

const texts = async (words: NamedFiles, entry: string) => (await words.policies(entry)).map((s) => s.text);

describe('what a workflow or a config names', () => {
  it('comes from the base, however it is spelled', async () => {
    const words = named({ 'p/a.yml': 'base a', 'p/b/c.yaml': 'base c', 'q.yml': 'q' }, { 'p/a.yml': 'head a', 'p/new.yml': 'new' });
    for (const entry of ['p', './p/', 'p/../p', join(words.root, 'p')]) expect(await texts(words, entry)).toEqual(['base a', 'base c']);
    expect(await texts(words, 'p/a.yml')).toEqual(['base a']);
    expect(await texts(words, '.')).toEqual(['base a', 'base c', 'q']);
    expect((await words.config('q.yml')).text).toBe('q');
  });

  it('leaves out what is no rule', async () => {
    const besides = { 'p/README.md': '', 'p/presets/x.yml': '', 'p/__tests__/x.yml': '', 'p/schema/x.yml': '' };
    expect(await texts(named({ ...besides, 'p/a.yml': 'a' }, {}), 'p')).toEqual(['a']);
  });

  it('is not what the change brings in, also where a disk does not tell names apart', async () => {
    const words = named({}, { 'p/a.yml': 'lax' });
    await expect(words.policies('p')).rejects.toThrow('only in the head');
    await expect(words.policies('P')).rejects.toThrow('only in the head');
    await expect(words.config('p/a.yml')).rejects.toThrow('only in the head');
  });

  it('is on disk when an earlier step put it there', async () => {
    const words = named({}, {}, { 'checked-out/a.yml': 'theirs' });
    expect(await texts(words, 'checked-out')).toEqual(['theirs']);
    const elsewhere = newFolder();
    write(elsewhere, { 'b.yml': 'elsewhere' });
    expect(await texts(words, elsewhere)).toEqual(['elsewhere']);
    await expect(words.policies('none')).rejects.toThrow('There are no policies at "none".');
    await expect(words.policies('acme/policies@v1')).rejects.toThrow('is a repository of policies');
  });

  it('is never behind a link, nor in a submodule that the change moves', async () => {
    const words = named({ 'real/x.md': '' }, { 'real/x.md': '', 'real/a.yml': 'lax' });
    symlinkSync('real', join(words.root, 'linked'));
    await expect(words.policies('linked')).rejects.toThrow('symbolic link');

    const repository = newRepository();
    const base = repository.commit({ a: '' });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${base},shared`);
    repository.git('commit', '--quiet', '--message', 'submodule');
    mkdirSync(join(repository.path, 'shared'));
    write(repository.path, { 'shared/p/a.yml': 'lax' });
    const source = await open(repository, { base, head: 'HEAD' });
    const moved = inTrees({ trusted: treeOf(source, 'base'), head: treeOf(source, 'head'), root: repository.path });
    await expect(moved.policies('shared/p')).rejects.toThrow('only in the head');
    await source.close();
  });
});
