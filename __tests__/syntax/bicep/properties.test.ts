import { describe, expect, it } from '@jest/globals';
import { limits } from '../../../src/syntax/syntax.js';
import fc from '../../house/seeded.js';
import { stopwatch } from '../../house/stopwatch.js';
import { expressionsOf, parse, shown, within } from './kit.js';

const pieces = [
  "'",
  "'''",
  '${',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  'for',
  'in',
  'if',
  'resource',
  'param',
  'var',
  'x',
  ' ',
  '\n',
  '=',
  ':',
  '?',
  '.',
  '@',
  '=>',
  '//',
  '/*',
  '*/',
  '#',
  '\\',
  '$',
  ',',
  '|',
  '1',
  '\ufeff',
];
const nonsense = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((p) => p.join('')),
);

describe('the Bicep parser', () => {
  it('never throws, and keeps spans within the text', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        const file = parse(text);
        for (const top of expressionsOf(file))
          for (const { span } of within(top)) expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        for (const { span } of file.comments) expect(span.end <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives each node the text that it was read from', () => {
    const names = fc.constantFrom('a', 'b', 'list');
    const { expression } = fc.letrec((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        names,
        fc.constantFrom('1', 'true', "'s'", "'''m'''", '{}'),
        fc.tuple(tie('expression'), fc.constantFrom('+', '==', '??', '&&'), tie('expression')).map(([l, o, r]) => `(${l} ${o} ${r})`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, ${b}]`),
        fc.tuple(names, tie('expression')).map(([n, v]) => `{ ${n}: ${v} }`),
        fc.tuple(names, tie('expression')).map(([n, v]) => `${n}.f(${v})`),
        tie('expression').map((v) => `'x\${${v}}y'`),
        fc.tuple(tie('expression'), tie('expression')).map(([c, v]) => `(${c} ? ${v} : ${v})`),
      ),
    }));
    fc.assert(
      fc.property(expression.map(String), (text) => {
        const file = parse(`var x = ${text}\n`);
        expect(file.gaps).toEqual([]);
        for (const top of expressionsOf(file))
          for (const node of within(top)) {
            const written = node.span.source.text.slice(node.span.start, node.span.end);
            const [again] = expressionsOf(parse(`var x = ${written}\n`));
            expect(again && shown(again)).toBe(shown(node));
          }
      }),
      { numRuns: 300 },
    );
  });

  it('ends where nesting and chains do not', () => {
    const deep = 10_000;
    for (const text of [
      '['.repeat(deep),
      '('.repeat(deep),
      "'${".repeat(deep),
      '-'.repeat(deep),
      `a${'.b'.repeat(deep)}`,
      `a${' + a'.repeat(deep)}`,
      'a ? b : '.repeat(deep),
      'x => '.repeat(deep),
    ]) {
      const { gaps } = parse(`var x = ${text}\nvar y = 1\n`);
      expect(gaps.map((g) => g.kind)).toContain('too-large');
    }
    expect(limits.depth).toBeLessThan(deep);
  });

  it.each([
    ['unclosed objects', 'var a = {\n'],
    ['unclosed strings', "var a = '${\n"],
    ['unclosed blocks of text', "var a = '''\n"],
    ['unclosed comments', '/* \n'],
    ['unclosed resources', "resource a 'b' = {\n"],
    ['open parentheses', 'var a = (b, c\n'],
    ['decorators', '@a\n'],
    ['hashes', '    #'],
  ])('is linear in %s', (_, line) => {
    const time = (n: number): number => {
      const text = line.repeat(n);
      const spent = stopwatch();
      parse(text);
      return spent();
    };
    time(2000);
    expect(time(40_000)).toBeLessThan(4000);
  });
});
