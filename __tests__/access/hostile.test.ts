/** Policies that nobody should write: an answer in time, and never "no access" where there may be some. */
import { describe, expect, it } from '@jest/globals';
import { annotate } from '../../src/access/annotate.js';
import { loadCatalogue } from '../../src/access/catalogue/load.js';
import { makeDifferences } from '../../src/access/difference.js';
import { effectiveOf } from '../../src/access/effective.js';
import type { HeldGrant } from '../../src/model/inventory.js';
import { deny, grant, set, subject } from './make.js';

const catalogue = await loadCatalogue();
const changed = (before: readonly HeldGrant[], after: readonly HeldGrant[]) =>
  makeDifferences(catalogue).access(subject({ grants: before }), subject({ grants: after }));
const levelOf = (...grants: readonly HeldGrant[]) => {
  const s = subject({ grants });
  return annotate({ side: 'head', subjects: new Map([[s.key, s]]), gaps: [] }, catalogue).subjects.get(s.key)?.access.level;
};

const endless = 'a*'.repeat(500_000);
const many = <T>(n: number, make: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => make(i));

describe('input that nobody should write', () => {
  it('an action that no catalogue knows is access all the same', () => {
    const { gained, gains } = changed([], [grant('s3:MakeTea', 'arn:aws:s3:::pot')]);
    expect(gained).toHaveLength(1);
    expect(gains).toMatchObject({ action: 's3:MakeTea', resource: 'arn:aws:s3:::pot' });
    expect(changed([grant('newservice:*')], [grant('newservice:*'), grant('newerservice:Do*')]).gains?.action).toBe('newerservice:dox');
    expect(levelOf(grant('newservice:*'))).not.toBe('none');
  });

  it.each([
    ['an action', (p: string) => grant(p)],
    ['a resource', (p: string) => grant('s3:GetObject', p)],
    ['what is left out', (p: string) => grant([], '*', { actions: { patterns: grant(p).actions.patterns, negated: true } })],
  ])('a million characters as %s', (_, make) => {
    const { gained } = changed([], [make(endless)]);
    expect(gained).toHaveLength(1);
    expect(changed([make(endless)], [make(endless)])).toEqual({ gained: [], lost: [] });
    expect(changed([make('s3:Get*')], [make(endless)]).gained).toHaveLength(1);
    expect(levelOf(make(endless))).not.toBe('none');
  });

  it('a million characters of denial deny nothing for certain', () => {
    expect(levelOf(grant('iam:*'), deny(endless))).not.toBe('none');
    expect(effectiveOf(subject({ grants: [grant('iam:*'), deny(endless)] })).allowing('iam:PassRole')).toHaveLength(1);
  });

  it('two thousand statements full of wildcards end with a coarse answer', () => {
    const wild = (side: string) =>
      many(2000, (i) =>
        grant(
          many(20, (j) => `s3:*${side}${i}*${j}*`),
          many(20, (j) => `arn:aws:s3:::*${side}${i}*b${j}*`),
        ),
      );
    const started = process.cpuUsage();
    const { gained } = changed(wild('a'), wild('b'));
    const { user, system } = process.cpuUsage(started);
    expect(gained.length).toBeGreaterThanOrEqual(2000);
    // Generous: the machine that runs the tests is shared. `npm run bench` tells the real figure.
    expect((user + system) / 1000).toBeLessThan(6000);
  });

  it('an identity in a crowd still gets a proof', () => {
    const differences = makeDifferences(catalogue, { left: 0 });
    const { gains } = differences.access(
      subject({ grants: [grant('s3:Get*', 'arn:aws:s3:::logs/*')] }),
      subject({ grants: [grant('s3:*', 'arn:aws:s3:::logs/*')] }),
    );
    expect(gains?.action).toBe('s3:PutObjectAcl');
  });

  it('a boundary that is not known hides nothing', () => {
    const limit = set('arn:aws:iam::111111111111:policy/limit', { role: 'limit' });
    const [allowed] = effectiveOf(subject({ grants: [grant('iam:PassRole')], namedSets: [limit] })).allowing('iam:PassRole');
    expect(allowed?.doubts.map((d) => d.because)).toEqual([
      'what arn:aws:iam::111111111111:policy/limit (attachment) leaves of it is not known from the files',
    ]);
  });
});
