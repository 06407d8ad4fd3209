import { describe, expect, it } from '@jest/globals';
import { equals, matchesGlob, takesIn } from '../../src/policy/glob.js';
import { isUnknown, type Truth } from '../../src/policy/truth.js';
import { stopwatch } from '../house/stopwatch.js';
import { holed } from './make.js';

const said = (truth: Truth): string => (isUnknown(truth) ? 'unknown' : String(truth));

describe('a value against the glob of a rule', () => {
  it.each([
    ['repo:acme/shop:ref:main', 'repo:acme/*', 'true'],
    ['repo:other/shop', 'repo:acme/*', 'false'],
    ['abc', 'a*c', 'true'],
    ['ac', 'a*c', 'true'],
    ['abcd', 'a*c', 'false'],
    ['', '*', 'true'],
    ['a?c', 'abc', 'false'],
    // A star of the value is a character like any other.
    ['*', 'a', 'false'],
    ['repo:acme/*', 'repo:acme/\\*', 'true'],
    ['repo:acme/x', 'repo:acme/\\*', 'false'],
    // What stands in a hole cannot change these answers.
    ['arn:aws:iam::{account}:role/ci', 'arn:aws:iam::*', 'true'],
    ['arn:aws:iam::{account}:role/ci', '*:role/*', 'true'],
    ['arn:aws:iam::{account}:role/ci', 'arn:aws:s3*', 'false'],
    ['arn:aws:iam::{account}:role/ci', '*:user/*x', 'false'],
    // It can change these.
    ['arn:aws:iam::{account}:role/ci', 'arn:aws:iam::1234*', 'unknown'],
    ['{name}', 'admin*', 'unknown'],
    ['{name}', '*', 'true'],
    ['x{name}', 'a*', 'false'],
  ])('%s ~ %s is %s', (value, pattern, answer) => {
    expect(said(matchesGlob(holed(value).parts, pattern))).toBe(answer);
  });

  it('ignores case only where asked', () => {
    expect(matchesGlob(['IAM:PassRole'], 'iam:*')).toBe(false);
    expect(matchesGlob(['IAM:PassRole'], 'iam:*', { ignoreCase: true })).toBe(true);
  });

  it('compares exactly without wildcards', () => {
    expect(said(equals(holed('*').parts, '*'))).toBe('true');
    expect(said(equals(holed('a').parts, '*'))).toBe('false');
    expect(said(equals(holed('a{x}').parts, 'abc'))).toBe('unknown');
    expect(said(equals(holed('a{x}').parts, 'bc'))).toBe('false');
  });

  it('answers unknown rather than slowly', () => {
    const spent = stopwatch();
    expect(said(matchesGlob(['a'.repeat(3_000_000)], 'a*b'))).toBe('unknown');
    expect(matchesGlob(['a'.repeat(20_000)], `${'a*'.repeat(50)}b`)).toBe(false);
    expect(spent()).toBeLessThan(5_000);
  });
});

describe('what a set of cloud patterns takes in', () => {
  it.each([
    [['iam:*'], false, 'iam:PassRole', '', 'true'],
    [['iam:Pass*'], false, 'iam:passrole', '', 'true'],
    [['iam:Pass?ole'], false, 'iam:PassRole', '', 'true'],
    [['s3:*'], false, 'iam:PassRole', '', 'false'],
    [['iam:Get*'], false, 'iam:*', '*', 'true'],
    [['{service}:*'], false, 'iam:PassRole', '', 'unknown'],
    [['*', '{service}:*'], false, 'iam:PassRole', '', 'true'],
    [['s3:*'], true, 'iam:PassRole', '', 'true'],
    [['iam:*'], true, 'iam:PassRole', '', 'false'],
    [['iam:Get*'], true, 'iam:*', '*', 'true'],
    [['*'], true, 'iam:*', '*', 'false'],
    [['{service}:*'], true, 'iam:PassRole', '', 'unknown'],
  ] as const)('%j (negated: %s) takes in %s%s: %s', (patterns, negated, asked, wildcards, answer) => {
    const set = { is: 'patterns' as const, items: patterns.map((p) => holed(p).parts), negated };
    expect(said(takesIn(set, asked, wildcards, { ignoreCase: true }))).toBe(answer);
  });
});
