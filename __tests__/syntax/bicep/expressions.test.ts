import { describe, expect, it } from '@jest/globals';
import { value } from './kit.js';

describe('Bicep expressions', () => {
  it.each([
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a || b && c == d', '(a || (b && (c == d)))'],
    ['a ?? b ?? c', '((a ?? b) ?? c)'],
    ['!a.b && -1 < 2', '((!a.b) && ((-1) < 2))'],
    ["a =~ 'x' ? b : c ? d : e", "((a =~ 'x') ? b : (c ? d : e))"],
    ['a\n  ? b\n  : c', '(a ? b : c)'],
    ['a\n  || b', '(a || b)'],
    ['(a + b) % 2', '((a + b) % 2)'],
    ["a.b.?c['d'][?0]!.e", "a.b.?c['d'][?0].e"],
    ['parent::child.id', 'parent::child.id'],
    ["az.resourceGroup('x').location", "az.resourceGroup('x').location"],
    ['kv.getSecret(\n  name,\n  version\n)', 'kv.getSecret(name, version)'],
    ['map(list, item => item.name)', 'map(list, ((item) => item.name))'],
    ['reduce(list, 0, (sum, item) => sum + item)', 'reduce(list, 0, ((sum,item) => (sum + item)))'],
    ['[for (x, i) in list: if (i > 0) { n: x }]', 'for x/i in list: if (i > 0) {n: x}'],
    ['[\n  a\n  ...b\n\n  // nothing\n  c, d\n]', '[a, ...b, c, d]'],
    ["{ a: 1, 'b-c': 2\n  '${d}': 3\n  ...e\n}", "{a: 1, 'b-c': 2, '${d}': 3, ...e}"],
    ['{}', '{}'],
    ['123456789012345678901', '123456789012345678901'],
  ])('reads %s', (text, expected) => expect(value(text)).toBe(expected));

  it.each([
    ["'it\\'s \\${no} \\u{41}\\n'", "'it's ${no} A\n'"],
    ["'${a}-${b.c}$'", "'${a}-${b.c}$'"],
    ["'${format('x{0}', a)}'", "'${format('x{0}', a)}'"],
    ["'''\nline\n  ${raw} it''s\n'''", "'line\n  ${raw} it''s\n'"],
    ["$'''a ${b} c'''", "'a ${b} c'"],
    ["''''quoted''''", "''quoted''"],
    ["''", "''"],
  ])('reads the string %s', (text, expected) => expect(value(text)).toBe(expected));

  it.each(["'open", '{ a: 1', '[ [1]', 'a +', "'''open", '(a', 'f(a', "'${a'", '{ a 1 }'])('tells that %s is broken', (text) =>
    expect(value(text)).toMatch(/^gap: /),
  );
});
