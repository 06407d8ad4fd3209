import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { attributeOf, type HclFile } from '../../../src/syntax/hcl/ast.js';
import { itemsOf, parse, show, slice } from './trees.js';

const heads = ({ body }: HclFile): readonly string[] => itemsOf(body).map((i) => ('body' in i ? slice(i.head) : i.name));
const gapLines = ({ gaps }: HclFile): readonly number[] =>
  gaps.map(({ at }) => (typeof at === 'object' ? locate(at).startLine : Number.NaN));

describe('blocks and attributes', () => {
  const text = 'resource "aws_iam_role" ci {\n  name = "ci" # why\n\n  inner {}\n}\n';
  const file = parse(text);
  const block = file.body.blocks[0];

  it('have type, labels and spans', () => {
    expect(block).toMatchObject({ type: 'resource', labels: [{ text: 'aws_iam_role' }, { text: 'ci' }] });
    expect(block?.labels.map((l) => slice(l.span))).toEqual(['"aws_iam_role"', 'ci']);
    expect(block && slice(block.head)).toBe('resource "aws_iam_role" ci');
    expect(block && slice(block.span)).toBe(text.trimEnd());
    expect(block && slice(block.body.span)).toBe('\n  name = "ci" # why\n\n  inner {}\n');
    const name = block && attributeOf(block.body, 'name');
    expect(name && [slice(name.nameSpan), slice(name.span)]).toEqual(['name', 'name = "ci"']);
    expect(slice(file.body.span)).toBe(text);
  });

  it.each(['a {}', 'a { b = 1 }', 'a "l" { b { c = [\n1 ] } }', 'a {\n}', 'a{b=1\n}', 'a "with \\"quotes\\"" {}'])('%s', (source) => {
    const parsed = parse(source);
    expect(parsed.gaps).toEqual([]);
    expect(parsed.body.blocks.map((b) => slice(b.span))).toEqual([source]);
  });

  it('keeps a redefined attribute; the last one wins', () => {
    const { body } = parse('a = 1\na = 2\n');
    expect(body.attributes).toHaveLength(2);
    expect(attributeOf(body, 'a')?.value).toMatchObject({ kind: 'literal', value: 2 });
  });

  it.each(['', '\n', '  ', '\uFEFF', '# only a comment', '/* */', '\r\n\r\n'])('reads an empty file: %j', (source) => {
    expect(parse(source)).toMatchObject({ gaps: [], body: { attributes: [], blocks: [] } });
  });

  it('means the same with a byte order mark and with other line ends', () => {
    const values = (t: string) => parse(t).body.attributes.map((a) => [a.name, show(a.value)]);
    const plain = 'a = [\n  1,\n  2 # two\n]\nb = 1\n';
    expect(values(plain)).toEqual([
      ['a', '[1 2]'],
      ['b', '1'],
    ]);
    expect(values(`\uFEFF${plain}`)).toEqual(values(plain));
    expect(values(plain.replaceAll('\n', '\r\n'))).toEqual(values(plain));
  });
});

describe('comments', () => {
  it('are kept with their text and place, in order', () => {
    const { comments } = parse('#one\r\n// two \na = [ /* three */ 1, # four\n]\n/*\n five\n*/\nb { # six\n}\n#');
    expect(comments.map((c) => c.text)).toEqual(['one', 'two', 'three', 'four', 'five', 'six', '']);
    expect(comments.map((c) => slice(c.span))).toEqual(['#one', '// two ', '/* three */', '# four', '/*\n five\n*/', '# six', '#']);
  });

  it('are not found in strings and heredocs', () => {
    expect(parse('a = "# /* //"\nb = <<E\n# no\nE\n').comments).toEqual([]);
  });

  it('are not repeated where recovery reads twice', () => {
    const file = parse('a "x" {\n  # inside\nb "y" {\n  # of the second\n}\n');
    expect(file.comments.map((c) => c.text)).toEqual(['inside', 'of the second']);
    expect(heads(file)).toEqual(['b "y"']);
  });
});

describe('a syntax error', () => {
  const good = 'resource "good" "after" {\n  a = 1\n}\n';

  it.each<[what: string, broken: string, line: number]>([
    ['a missing value', 'resource "a" "b" {\n  x =\n  y = 1\n}\n', 2],
    ['an unclosed string', 'resource "a" "b" {\n  x = "abc\n}\n', 2],
    ['an unclosed list', 'resource "a" "b" {\n  x = [1,\n}\n', 3],
    ['an unclosed list at the end of a block', 'resource "a" "b" {\n  x = [1,\n\n', 4],
    ['an unclosed block', 'resource "a" "b" {\n  x = 1\n\n', 1],
    ['an unclosed object', 'resource "a" "b" {\n  x = {\n    y = 1\n  \n', 5],
    ['an unclosed call', 'resource "a" "b" {\n  x = f(1,\n}\n', 3],
    ['an unclosed heredoc', 'resource "a" "b" {\n  x = <<EOT\n  text\n}\n', 2],
    ['an unclosed comment', 'resource "a" "b" {\n  x = 1 /* why\n}\n', 2],
    ['one closing brace too many', 'resource "a" "b" {\n  x = 1\n}\n}\n', 4],
    ['a merge conflict', '<<<<<<< HEAD\n', 1],
    ['a template in a label', 'resource "${a}" "b" {\n}\n', 1],
    ['an error before a heredoc', 'resource "a" "b" {\n  x = = 1\n  y = <<EOT\nphantom "block" {\n}\nEOT\n}\n', 2],
    ['words without meaning', 'some words\n', 1],
  ])('of %s costs one block', (_, broken, line) => {
    const file = parse(`first = 1\n${broken}${good}`);
    expect(gapLines(file)).toEqual([line + 1]);
    const kept = heads(file);
    expect(kept[0]).toBe('first');
    expect(kept.at(-1)).toBe('resource "good" "after"');
    expect(kept.filter((h) => h.startsWith('phantom'))).toEqual([]);
  });

  it('says what was expected and nothing of what was found', () => {
    const [gap] = parse('password = "hunter2" hunter3\n').gaps;
    expect(gap).toMatchObject({ kind: 'unparsed', reason: 'expected the end of the line; the top-level block around it was not read' });
  });

  it('does not repeat itself without end', () => {
    const { gaps, body } = parse(`${'a = \n'.repeat(500)}b = 1\n`);
    expect(gaps).toHaveLength(101);
    expect(gaps.at(-1)?.reason).toBe('400 more syntax errors from here on');
    expect(body.attributes.map((a) => a.name)).toEqual(['b']);
  });
});

describe('limits', () => {
  it.each([
    ['[', ''],
    ['(', ''],
    ['{a=', ''],
    ['"${', ''],
    ['!', ''],
    ['-', ''],
    ['f(', ''],
    ['a ? ', ''],
    ['a ? b : ', 'c'],
    ['[for x in ', ''],
  ])('%s nested 100 000 times is too large, and the rest is read', (open, end) => {
    const file = parse(`x = ${open.repeat(100_000)}${end}\ny = 1\n`);
    expect(file.gaps).toMatchObject([{ kind: 'too-large', reason: expect.stringContaining('200 levels') }]);
    expect(heads(file)).toEqual(['y']);
  });

  it.each(['.a', '[0]', '[*]', '.0', ' + a', ' && a', ' || a && a == a < a + a * a'])('so are 100 000 links of %s', (link) => {
    const file = parse(`x = a${link.repeat(100_000)}\ny = 1\n`);
    expect(file.gaps).toMatchObject([{ kind: 'too-large' }]);
    expect(heads(file)).toEqual(['y']);
  });

  it('so are directives and blocks', () => {
    expect(parse(`x = "${'%{ if a }'.repeat(100_000)}"\n`).gaps).toMatchObject([{ kind: 'too-large' }]);
    expect(parse('a { '.repeat(100_000)).gaps).toMatchObject([{ kind: 'too-large' }]);
  });

  it('leaves room for what people write', () => {
    const nested = `${'['.repeat(150)}1${']'.repeat(150)}`;
    expect(parse(`x = ${nested}\ny = a${' + a'.repeat(150)}\nz = [${'a.b.c, '.repeat(10_000)}]\n`).gaps).toEqual([]);
  });
});
