import { describe, expect, it } from '@jest/globals';
import { expression, parse, show } from './trees.js';

/** Source of an expression → how it is grouped (see `show`). */
const tables: Readonly<Record<string, readonly (readonly [source: string, shown: string])[]>> = {
  literals: [
    ['0', '0'],
    ['12.50', '12.5'],
    ['1e3', '1000'],
    ['2.5E-1', '0.25'],
    ['1e+2', '100'],
    ['0123', '123'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'null'],
    ['nullable', 'nullable'],
    ['true-ish', 'true-ish'],
  ],
  names: [
    ['var.a', 'var.a'],
    ['a-b', 'a-b'],
    ['a - b', '(- a b)'],
    ['_x', '_x'],
    ['größe.ключ', 'größe.ключ'],
    ['(a\n.b\n. c)', '<a.b.c>'],
  ],
  'indexes and splats': [
    ['a[0]', 'a[0]'],
    ['a["k"].b[c.d]', 'a["k"].b[c.d]'],
    ['a[\n0\n]', 'a[0]'],
    ['a.0', 'a[0]'],
    ['a.0.1', 'a[0][1]'],
    ['a.0.b', 'a[0].b'],
    ['a[*]', '(splat a @)'],
    ['a[*].b[0].c', '(splat a @.b[0].c)'],
    ['a[*].b[*].c', '(splat a (splat @.b @.c))'],
    ['a.*.b.0.c', '(splat a @.b[0].c)'],
    ['a.*.b[0]', '(splat a @.b)[0]'],
    ['f(x)[0].y', 'f(x)[0].y'],
    ['(a).b', '<a>.b'],
    ['[1][0]', '[1][0]'],
  ],
  operators: [
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 - 2 - 3', '(- (- 1 2) 3)'],
    ['(1 - 2) - 3', '(- <(- 1 2)> 3)'],
    ['a || b && c', '(|| a (&& b c))'],
    ['a == b != c', '(!= (== a b) c)'],
    ['a < b == c >= d', '(== (< a b) (>= c d))'],
    ['-a.b + !c[0]', '(+ (- a.b) (! c[0]))'],
    ['!!a', '(! (! a))'],
    ['- -1', '(- (- 1))'],
    ['a-1', 'a-1'],
    ['4/2%3', '(% (/ 4 2) 3)'],
    ['(a\n&& b\n)', '<(&& a b)>'],
  ],
  conditionals: [
    ['a ? b : c', '(if a b c)'],
    ['a ? b ? 1 : 2 : c ? 3 : 4', '(if a (if b 1 2) (if c 3 4))'],
    ['a == 1 ? b + 1 : -c', '(if (== a 1) (+ b 1) (- c))'],
    ['(\na\n? b\n: c\n)', '<(if a b c)>'],
  ],
  calls: [
    ['f()', 'f()'],
    ['f(1, "a", [x])', 'f(1 "a" [x])'],
    ['f(\n  1,\n  2,\n)', 'f(1 2)'],
    ['f(xs...)', 'f(xs...)'],
    ['f(1, xs...\n)', 'f(1 xs...)'],
    ['f (x)', 'f(x)'],
    ['provider::aws::arn_parse(x)', 'provider::aws::arn_parse(x)'],
    ['a :: b (x)', 'a::b(x)'],
  ],
  tuples: [
    ['[]', '[]'],
    ['[1, 2,]', '[1 2]'],
    ['[\n1\n,\n2\n]', '[1 2]'],
    ['[ # why\n1, /* and */ 2 // end\n]', '[1 2]'],
  ],
  objects: [
    ['{}', '{}'],
    ['{ a = 1, b : 2 }', '{"a": 1, "b": 2}'],
    ['{\n  a = 1\n  b = 2,\n\n  c = 3\n}', '{"a": 1, "b": 2, "c": 3}'],
    ['{ "q" = 1, "${x}-y" = 2, (v.k) = 3, 4 = 5, a.b = 6 }', '{"q": 1, "${x}-y": 2, <v.k>: 3, 4: 5, a.b: 6}'],
    ['{ true = 1, null = 2 }', '{"true": 1, "null": 2}'],
    ['{ a = { b = [{ c = 1 }] } }', '{"a": {"b": [{"c": 1}]}}'],
    ['{ a = (1 +\n2), b = f(\n1) }', '{"a": <(+ 1 2)>, "b": f(1)}'],
    ['{ # one\n a = 1 # two\n # three\n}', '{"a": 1}'],
    ['{ format = 1 }', '{"format": 1}'],
  ],
  for: [
    ['[for x in xs : x.id]', '[for x xs => x.id]'],
    ['[for i, x in xs : x if i > 0]', '[for i,x xs => x if (> i 0)]'],
    ['{for k, v in m : k => v}', '{for k,v m => k: v}'],
    ['{ for u in us : u.team => u... if u.on }', '{for u us => u.team: u... if u.on}'],
    ['{\nfor\nk, v\nin m :\nk\n=>\nv\nif v\n}', '{for k,v m => k: v if v}'],
    ['[for g in gs : [for m in g : { g = m }]]', '[for g gs => [for m g => {"g": m}]]'],
    ['[for_each, for-x]', '[for_each for-x]'],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', (source, shown) => expect(show(expression(source))).toBe(shown));
});

describe('precedence', () => {
  const levels = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']];
  const strengths = levels.flatMap((signs, strength) => signs.map((sign) => ({ sign, strength })));
  const pairs = strengths.flatMap((first) => strengths.map((second) => ({ first, second })));

  it.each(pairs)('a $first.sign b $second.sign c', ({ first, second }) => {
    const leftFirst = first.strength >= second.strength;
    const grouped = leftFirst ? `(${second.sign} (${first.sign} a b) c)` : `(${first.sign} a (${second.sign} b c))`;
    expect(show(expression(`a ${first.sign} b ${second.sign} c`))).toBe(grouped);
    expect(show(expression(`a${first.sign} b${second.sign} c`.replace(/-/g, ' -')))).toBe(grouped);
  });
});

describe('what the grammar refuses', () => {
  it.each([
    'a.',
    'a..b',
    'a.*.*',
    '[1 2]',
    '[1',
    '(1',
    'f(1 2)',
    'f(xs..., 1)',
    '{ a 1 }',
    '{ a = }',
    '{ a = 1 b = 2 }',
    '{ a\n= 1 }',
    'a ? b',
    'a ?\nb : c',
    '1 +',
    '1 +\n2',
    'a = b',
    'a & b',
    'a::b',
    '[for x xs : x]',
    '[for x in xs]',
    '{for x in xs : x}',
    "'a'",
    '@',
  ])('%s', (source) => {
    const file = parse(`x = ${source}\n`);
    expect(file.gaps).toHaveLength(1);
    expect(file.body.attributes).toEqual([]);
  });
});
