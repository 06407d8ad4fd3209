import { describe, expect, it } from '@jest/globals';
import { type Glob, glob, includes, written } from '../../src/access/glob.js';
import { type Region, sample } from '../../src/access/sample.js';
import fc from '../house/seeded.js';
import { t } from './make.js';

const g = (pattern: string): Glob => glob(t(pattern));
const region = (within: readonly string[], without: readonly string[]): Region => ({ within: within.map(g), without: without.map(g) });
const budget = () => ({ left: 1_000_000 });
const found = (within: readonly string[], without: readonly string[]): string => {
  const word = sample(region(within, without), budget());
  return typeof word === 'string' ? `(${word})` : written(word);
};

describe('a word in a region', () => {
  it.each<[string[], string[], string]>([
    [['s3:*'], ['s3:Get*'], 's3:x'],
    [['arn:aws:s3:::logs/*'], [], 'arn:aws:s3:::logs/x'],
    [['a*'], ['a?*'], 'a'],
    [['a*', '*b'], [], 'ab'],
    [['a*', '*b'], ['ab', 'a?b'], 'axxb'],
    [['*'], ['x*', 'o*', ''], 'y'],
    [['ab*'], ['a*'], '(none)'],
    [['?'], ['*'], '(none)'],
    // Two halves that cover the whole together.
    [['*'], ['', '?*'], '(none)'],
    [['a*'], ['a', 'a?', 'a??*'], '(none)'],
    // A hole is a letter that only itself and a run of anything match.
    [['<x>*'], ['<x>'], '<x>x'],
    [['<x>'], ['?', '??'], '<x>'],
    [['<x>'], ['<x>'], '(none)'],
    [['home/${aws:username}/*'], ['home/bob/*'], 'home/${aws:username}/x'],
    [['home/${aws:UserName}'], ['home/${aws:username}'], '(none)'],
    // The characters themselves.
    [['a${*}'], ['ab'], 'a*'],
    [['a*'], ['a${*}', 'ax', 'aother', 'a'], 'ay'],
    [['${$}'], [], '$'],
  ])('%j without %j: %s', (within, without, expected) => {
    expect(found(within, without)).toBe(expected);
  });

  it('is not known when the budget ends, or a pattern is longer than anything real', () => {
    const hard = region(['*a?????????????'], ['*b*', '*ab*', '*a?a*', '*aa*', '*a*a']);
    expect(sample({ ...hard, without: [...hard.without, g('*x*')] }, { left: 50 })).toBe('unknown');
    expect(found([`${'ab*'.repeat(400_000)}`], ['ab*'])).toBe('(unknown)');
  });

  it('is the brute-force answer on a small alphabet', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 5 });
    const words = ['', ...product(6)];
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), fc.array(pattern, { maxLength: 3 }), (within, without) => {
        const asked = region(within, without);
        const fits = (word: Glob) => asked.within.every((p) => includes(p, word)) && !asked.without.some((p) => includes(p, word));
        const answer = sample(asked, budget());
        if (answer === 'none') expect(words.find((w) => fits([...w]))).toBeUndefined();
        else expect(typeof answer === 'object' && fits(answer)).toBe(true);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

/** All words of up to so many letters. */
function product(length: number): readonly string[] {
  let all: string[] = [''];
  const out: string[] = [];
  for (let i = 0; i < length; i++) {
    all = all.flatMap((w) => ['a', 'b', 'z'].map((c) => w + c));
    out.push(...all);
  }
  return out;
}
