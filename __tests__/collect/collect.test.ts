import { describe, expect, it } from '@jest/globals';
import { collect, matcher } from '../../src/collect/collect.js';
import { Reading } from '../../src/collect/read.js';
import type { Files } from '../../src/edges/memory.js';
import { gap } from '../../src/model/gap.js';
import { filePath, type Source } from '../../src/model/span.js';
import type { ChangedFile } from '../../src/ports.js';
import type { Reader } from '../../src/readers/reader.js';
import { syntaxes } from '../../src/syntax/index.js';
import { open, probe, sides, watched } from './make.js';

async function reading(change: ReturnType<typeof watched>, reader: Reader, ignore: readonly string[] = []) {
  const collected = await collect(change.source, [reader], ignore);
  const made = new Reading(collected, syntaxes);
  const results = [];
  for (const side of sides) results.push(await made.side(side));
  return { collected, results, gaps: [...collected.gaps, ...collected.files.gaps, ...results.flatMap((r) => r.gaps)] };
}

const withUnits = async (scope: Reader['scope'], base: Files, head: Files, ignore: readonly string[] = []) => {
  const change = watched(base, head);
  const { reader, units } = probe(scope);
  const { collected } = await reading(change, reader, ignore);
  return { units, reads: change.reads, coverage: collected.coverage().files };
};

describe('which files are read', () => {
  const rest = { 'a/same.yaml': 'same: 1\n', 'b/far.yaml': 'far: 1\n', 'a/notes.md': 'x\n' };

  it('a reader of single files gets the changed ones alone', async () => {
    const { units, reads } = await withUnits('file', { ...rest, 'a/x.yaml': 'x: 1\n' }, { ...rest, 'a/x.yaml': 'x: 2\n' });
    expect(units).toEqual(['a/x.yaml: base a/x.yaml', 'a/x.yaml: head a/x.yaml']);
    expect(reads).toEqual(['base a/x.yaml', 'head a/x.yaml']);
  });

  it('a reader of folders gets the neighbours too; an unchanged one is read once and is one source', async () => {
    const { units, reads } = await withUnits('directory', { ...rest, 'a/x.yaml': 'x: 1\n' }, { ...rest, 'a/x.yaml': 'x: 2\n' });
    expect(units).toEqual(['a: head a/same.yaml, base a/x.yaml', 'a: head a/same.yaml, head a/x.yaml']);
    expect([...reads].sort()).toEqual(['base a/x.yaml', 'head a/same.yaml', 'head a/x.yaml']);
  });

  it('a reader of trees gets everything it can read', async () => {
    const { units } = await withUnits('tree', rest, { ...rest, 'c/x.json': '{}' });
    expect(units).toEqual([': head a/same.yaml, head b/far.yaml', ': head a/same.yaml, head b/far.yaml, head c/x.json']);
  });

  it('nothing when nothing it reads has changed', async () => {
    const { units, reads, coverage } = await withUnits('directory', rest, { ...rest, 'a/notes.md': 'y\n' });
    expect([units, reads]).toEqual([[], []]);
    expect(coverage).toEqual({ considered: 1, read: 0, skipped: 1 });
  });

  it('added and removed files stand on their side alone', async () => {
    const { units } = await withUnits('file', { 'old.yaml': 'a: 1\n' }, { 'new.yaml': 'b: 1\n' });
    expect(units).toEqual(['old.yaml: base old.yaml', 'new.yaml: head new.yaml']);
  });

  it('a renamed file stands on both sides, under its path there', async () => {
    const { units } = await withUnits('file', { 'old.yaml': 'a: 1\n' }, { 'new.yaml': 'a: 1\n' });
    expect(units).toEqual(['new.yaml: base old.yaml', 'new.yaml: head new.yaml']);
  });

  it('a file that moved between folders is read in both', async () => {
    const { units } = await withUnits('directory', { 'a/x.yaml': 'a: 1\n' }, { 'b/x.yaml': 'a: 1\n' });
    expect(units).toEqual(['a: base a/x.yaml', 'b: head b/x.yaml']);
  });
});

describe('ignored paths', () => {
  const base = { 'a/x.yaml': 'x: 1\n', 'a/y.yaml': 'y: 1\n' };
  const head = { 'a/x.yaml': 'x: 2\n', 'a/y.yaml': 'y: 1\n' };

  it('are not read, and no neighbours either', async () => {
    expect((await withUnits('directory', base, head, ['a/**'])).units).toEqual([]);
    expect((await withUnits('directory', base, head, ['**/y.yaml'])).units).toEqual(['a: base a/x.yaml', 'a: head a/x.yaml']);
  });

  it.each([
    ['into', { 'a/x.yaml': 'x: 1\n' }, { 'vendor/x.yaml': 'x: 1\n' }, ['a/x.yaml: base a/x.yaml']],
    ['out of', { 'vendor/x.yaml': 'x: 1\n' }, { 'a/x.yaml': 'x: 1\n' }, ['a/x.yaml: head a/x.yaml']],
    ['within', { 'vendor/x.yaml': 'x: 1\n' }, { 'vendor/y.yaml': 'x: 1\n' }, []],
  ])('a file that moves %s them', async (_, before, after, expected) => {
    expect((await withUnits('file', before, after, ['vendor/**'])).units).toEqual(expected);
  });

  it('of a format that is not read are no gap', async () => {
    const change = watched({}, { 'vendor/Jenkinsfile': 'node {}' });
    expect((await reading(change, probe('file').reader, ['vendor/**'])).gaps).toEqual([]);
  });

  it('are globs in which an exclamation mark turns nothing around', () => {
    const matches = matcher(['!a', '#b', '.hidden/**', '*.{yml,yaml}']);
    expect(['!a', '#b', '.hidden/x', 'x.yml', 'x.yaml'].map(matches)).toEqual([true, true, true, true, true]);
    expect(['a', 'b', 'c', 'x/y.yml'].map(matches)).toEqual([false, false, false, false]);
  });
});

describe('what cannot be read', () => {
  it('a format without a reader is a gap, unless the file is removed', async () => {
    const { reader } = probe('file');
    const paths = ['ci/Jenkinsfile', '.circleci/config.yml', 'src/app.ts'];
    const files = Object.fromEntries(paths.map((path) => [path, 'x']));
    const reasons = async (base: Files, head: Files) =>
      (await reading(watched(base, head), reader)).gaps.map((g) => `${g.kind} ${String(g.at)}`);
    expect(await reasons({}, files)).toEqual(['unsupported .circleci/config.yml', 'unsupported ci/Jenkinsfile']);
    expect(await reasons(files, {})).toEqual([]);
  });

  it('a binary file with the name of a text is a gap', async () => {
    const { gaps } = await reading(watched({}, { 'x.yaml': 'x' }, { 'x.yaml': { kind: 'binary', bytes: 3 } }), probe('file').reader);
    expect(gaps.map((g) => `${g.kind} ${String(g.at)}`)).toEqual(['unparsed x.yaml']);
  });

  it('what the source could not have is the gap that it gives', async () => {
    const lost = gap('unreadable', 'no such object', filePath('x.yaml'));
    const { gaps } = await reading(watched({}, { 'x.yaml': 'x' }, { 'x.yaml': { kind: 'gap', gap: lost } }), probe('file').reader);
    expect(gaps).toEqual([lost]);
  });

  it('a broken text is a gap of its side', async () => {
    const { results } = await reading(watched({ 'x.yaml': 'a: 1\n' }, { 'x.yaml': 'a: [\n' }), probe('file').reader);
    expect(results.map((r) => r.gaps.map((g) => g.kind))).toEqual([[], ['unparsed']]);
  });

  it('a text beyond all measure is a gap and is read as an empty one', async () => {
    const { results } = await reading(watched({}, { 'x.json': `"${'a'.repeat(20_000_001)}"` }), probe('file').reader);
    expect(results.flatMap((r) => r.gaps.map((g) => g.kind))).toContain('too-large');
  });
});

describe('a reader that needs further files', () => {
  const chain = (length: number): Files =>
    Object.fromEntries(Array.from({ length }, (_, i) => [`lib/${i}.txt`, i + 1 < length ? `lib/${i + 1}.txt` : 'end']));
  const follow = probe('file', (unit) => {
    const found: string[] = [];
    for (let path: string | undefined = 'lib/0.txt'; path; ) {
      const text: string | undefined = open(unit, path);
      if (text) found.push(text);
      path = text?.endsWith('.txt') ? text : undefined;
    }
    return found;
  });
  const labels = async (files: Files) => {
    const change = watched({}, { 'x.yaml': 'x: 1\n', ...files });
    // Only x.yaml is read by the probe; the chain is what it opens.
    const { results, gaps } = await reading(change, follow.reader);
    return { labels: results.flatMap((r) => r.resources.map((res) => res.label)), gaps, reads: change.reads };
  };

  it('gets them, one round after the other', async () => {
    const { labels: found, gaps } = await labels(chain(3));
    expect(found).toEqual(['lib/1.txt', 'lib/2.txt', 'end']);
    expect(gaps).toEqual([]);
  });

  it('is asked no more for what is not there', async () => {
    const { labels: found, reads, gaps } = await labels({});
    expect(found).toEqual([]);
    expect(reads.filter((r) => r.endsWith('lib/0.txt'))).toEqual(['head lib/0.txt']);
    expect(gaps).toEqual([]);
  });

  it('is stopped where it goes on and on, with a gap', async () => {
    const { labels: found, gaps } = await labels(chain(40));
    expect(found.length).toBeGreaterThan(5);
    expect(found).not.toContain('end');
    expect(gaps.map((g) => g.kind)).toEqual(['too-large']);
  });

  it('is stopped where it asks for too many, with one gap', async () => {
    const greedy = probe('file', (unit) =>
      Array.from({ length: 30_000 }, (_, i) => open(unit, `lib/${i}.txt`) ?? '').filter((t) => t !== ''),
    );
    const change = watched({}, { 'x.yaml': 'x: 1\n', 'y.yaml': 'y: 1\n' });
    const { gaps } = await reading(change, greedy.reader);
    expect(gaps.map((g) => g.kind)).toEqual(['too-large']);
    expect(change.reads.length).toBeLessThan(11_000);
  });

  it('cannot leave the tree', async () => {
    const outside = probe('file', (unit) => ['../../etc/passwd', '/etc/passwd'].map((path) => `${path}: ${open(unit, path)}`));
    const { results } = await reading(watched({}, { 'x.yaml': 'x: 1\n' }), outside.reader);
    expect(results.flatMap((r) => r.resources.map((res) => res.label))).toEqual(['../../etc/passwd: undefined', '/etc/passwd: undefined']);
  });
});

describe('each file', () => {
  it('is parsed once for all readers and sides that share it', async () => {
    const parsed: string[] = [];
    const parse = (source: Source) => {
      parsed.push(`${source.side} ${source.path}`);
      return syntaxes.yaml.parse(source);
    };
    const counting = { ...syntaxes, yaml: { ...syntaxes.yaml, parse } };
    const { source } = watched({ 'a/x.yaml': 'x: 1\n', 'a/y.yaml': 'y: 1\n' }, { 'a/x.yaml': 'x: 2\n', 'a/y.yaml': 'y: 1\n' });
    const made = new Reading(await collect(source, [probe('directory').reader, probe('directory').reader], []), counting);
    for (const side of sides) await made.side(side);
    expect(parsed).toEqual(['base a/x.yaml', 'head a/y.yaml', 'head a/x.yaml']);
  });
});

describe('a change', () => {
  it('tells which paths it touches and which files it renames', async () => {
    const change = watched({ 'old.yaml': 'a: 1\n', 'x.yaml': 'x: 1\n' }, { 'new.yaml': 'a: 1\n', 'x.yaml': 'x: 2\n' });
    const { collected } = await reading(change, probe('file').reader);
    expect([...collected.changed].sort()).toEqual(['new.yaml', 'old.yaml', 'x.yaml']);
    expect([...collected.renames]).toEqual([['old.yaml', 'new.yaml']]);
  });

  it('counts what it considered, read and skipped', async () => {
    const { coverage } = await withUnits('file', {}, { 'a.yaml': 'a: 1\n', 'b.ts': 'x', 'c.md': 'y' });
    expect(coverage).toEqual({ considered: 3, read: 1, skipped: 2 });
  });

  it('of nothing is nothing', async () => {
    const none: readonly ChangedFile[] = [];
    const change = watched({}, {});
    expect(await change.source.changed()).toEqual(none);
    expect((await reading(change, probe('tree').reader)).results).toEqual(Array(2).fill({ resources: [], moves: [], gaps: [] }));
  });
});
