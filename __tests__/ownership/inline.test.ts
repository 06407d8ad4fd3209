import { describe, expect, it } from '@jest/globals';
import { inlinePairs } from '../../src/ownership/inline.js';
import { stopwatch } from '../house/stopwatch.js';
import { comment } from './make.js';

describe('inline comments', () => {
  it.each<[string, (readonly [string, string])[]]>([
    ['a comment', []],
    ['identity-review: owner=@acme/payments', [['owner', '@acme/payments']]],
    [
      'identity-review:owner=a   review-by=2027-01-01',
      [
        ['owner', 'a'],
        ['review-by', '2027-01-01'],
      ],
    ],
    [
      'identity-review: purpose="nightly export" owner=a',
      [
        ['purpose', 'nightly export'],
        ['owner', 'a'],
      ],
    ],
    ['identity-review: purpose="a=b c=d"', [['purpose', 'a=b c=d']]],
    ['see below. identity-review: owner=a', [['owner', 'a']]],
    ['identity-review: owner=""', [['owner', '']]],
    ['identity-review: owner="  a  "', [['owner', 'a']]],
    ['identity-review: owner=', []],
    ['identity-review: owner = a', []],
    ['identity-review: some words owner=a and more', [['owner', 'a']]],
    ['identity-review: purpose="never closed', []],
    ['identity-review: x.owner=a', [['x.owner', 'a']]],
    ['identity-review: 9owner=a', []],
    ['identity-review: ignore owner-missing reason="none" until=2027-01-01', []],
    ['identity-review: ignore', []],
    ['identity-review: ignored=a', [['ignored', 'a']]],
    ['identity-reviewer: owner=a', []],
  ])('%s', (said, expected) => {
    expect(inlinePairs(comment(said))).toEqual(expected);
  });

  it('are read in time that grows with their length', () => {
    const spent = stopwatch();
    for (const said of ['a'.repeat(200_000), 'a='.repeat(100_000), 'a="'.repeat(60_000), `a="${'b'.repeat(200_000)}`])
      inlinePairs(comment(`identity-review: ${said}`));
    expect(spent()).toBeLessThan(5_000);
  });
});
