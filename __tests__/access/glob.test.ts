import { describe, expect, it } from '@jest/globals';
import { type Glob, glob, includes, intersects } from '../../src/access/glob.js';
import fc from '../house/seeded.js';
import { t } from './make.js';

const g = (pattern: string, fold = false): Glob => glob(t(pattern), fold);

describe('glob', () => {
  it.each([
    ['a**b', ['a', '*', 'b']],
    ['*?*', ['?', '*']],
    ['**??', ['?', '?', '*']],
    ['<x>*', ['<x>', '*']],
  ])('%s is one normal row of symbols', (pattern, symbols) => {
    expect(g(pattern)).toEqual(symbols);
  });

  it('folds case only when asked', () => {
    expect(includes(g('s3:get*', true), g('S3:GetObject', true))).toBe(true);
    expect(includes(g('s3:get*'), g('S3:GetObject'))).toBe(false);
  });
});

describe('includes', () => {
  it.each([
    ['*', 's3:GetObject', true],
    ['s3:*', 's3:Get*', true],
    ['s3:Get*', 's3:*', false],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:Get?bject', 's3:Get*bject', false],
    ['a?', 'a', false],
    ['a*', 'a', true],
    ['*a*b', 'xaxbxb', true],
    ['*a', 'ab', false],
    ['*?', '?*', true],
    ['', '', true],
    ['', 'a', false],
  ])('%s takes in %s: %s', (outer, inner, expected) => {
    expect(includes(g(outer), g(inner))).toBe(expected);
  });

  it.each([
    ['<x>', '<x>', true],
    ['<x>', '<y>', false],
    ['*', '<x>', true],
    ['arn:<p>:*', 'arn:<p>:iam', true],
    ['a<x>', 'ab', false],
    // A hole may stand for no character, or for many.
    ['a?', 'a<x>', false],
    ['?', '<x>', false],
  ])('%s takes in %s, holes being what they are: %s', (outer, inner, expected) => {
    expect(includes(g(outer), g(inner))).toBe(expected);
  });

  it('does not decide patterns beyond the length of any ARN', () => {
    expect(includes(g('*'), g('a'.repeat(3000)))).toBe(false);
    expect(intersects(g('b'.repeat(3000)), g('a'))).toBe(true);
  });
});

describe('intersects', () => {
  it.each([
    ['s3:*', '*:GetObject', true],
    ['s3:Get*', 's3:Put*', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*a', '*b', false],
    ['a*', '*a', true],
    ['<x>', 'anything', true],
    ['a<x>', 'b', false],
    ['a<x>b', 'a*c', false],
    ['', '*', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(intersects(g(a), g(b))).toBe(expected);
    expect(intersects(g(b), g(a))).toBe(expected);
  });
});

describe('against all strings of a small alphabet', () => {
  const alphabet = ['a', 'b', 'c'];
  const strings = [''];
  for (let from = 0, length = 1; length <= 5; length++) {
    const until = strings.length;
    for (; from < until; from++) for (const c of alphabet) strings.push(strings[from] + c);
  }
  const matches = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
  const matchedBy = (pattern: string): readonly string[] => strings.filter((s) => matches(pattern).test(s));
  // `c` never stands in a pattern: there is always a character that no pattern names, as in life.
  const pattern = (symbols: string) => fc.array(fc.constantFrom(...symbols), { maxLength: 5 }).map((cs) => cs.join(''));

  it('what includes takes in is taken in', () => {
    fc.assert(
      fc.property(pattern('ab*?'), pattern('ab*?'), (outer, inner) => {
        if (includes(g(outer), g(inner))) expect(matchedBy(inner).every((s) => matches(outer).test(s))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('what is taken in, includes says, unless a question mark is in the way', () => {
    fc.assert(
      fc.property(pattern('ab*'), pattern('ab*'), (outer, inner) => {
        // Five characters are enough to tell patterns of up to four apart.
        fc.pre(outer.length <= 4 && inner.length <= 4);
        expect(includes(g(outer), g(inner))).toBe(matchedBy(inner).every((s) => matches(outer).test(s)));
      }),
      { numRuns: 2000 },
    );
  });

  it('intersects exactly when some string matches both', () => {
    fc.assert(
      fc.property(pattern('ab*?'), pattern('ab*?'), (a, b) => {
        fc.pre(a.length + b.length <= 7);
        const both = matchedBy(a).some((s) => matches(b).test(s));
        expect(intersects(g(a), g(b))).toBe(both);
      }),
      { numRuns: 2000 },
    );
  });

  it('a pattern takes in itself and meets what it takes in', () => {
    fc.assert(
      fc.property(pattern('ab*?'), pattern('ab*?'), (a, b) => {
        expect(includes(g(a), g(a))).toBe(true);
        if (includes(g(a), g(b))) expect(intersects(g(a), g(b))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
