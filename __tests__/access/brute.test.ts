/** Random policies over a small world, judged by the oracle on every request that there is. */
import { describe, expect, it } from '@jest/globals';
import { noCatalogue } from '../../src/access/catalogue.js';
import { makeDifferences } from '../../src/access/difference.js';
import fc from '../house/seeded.js';
import { subject } from './make.js';
import { awsAllows, type PolicyStatement, type Request } from './oracle.js';
import { grantOf } from './widening/grant-of.js';

const actions = ['a:x', 'a:y', 'b:x', 'b:yy', 'c:z'];
const resources = ['r/1', 'r/2', 's/1', 's/', 't'];
const values = [[], ['p'], ['q'], ['pq'], ['z']];
const world: readonly Request[] = actions.flatMap((action) =>
  resources.flatMap((resource) =>
    values.flatMap((k) =>
      [[], ['1']].map((m) => ({
        action,
        resource,
        conditions: [
          { key: 'k', values: k },
          { key: 'm', values: m },
        ],
      })),
    ),
  ),
);

const some = <T>(...items: T[]) => fc.constantFrom(...items);
const list = (...items: string[]) => fc.uniqueArray(some(...items), { minLength: 1, maxLength: 3 });
const condition = fc.record({
  operator: some('StringEquals', 'StringNotEquals', 'StringLike', 'StringEqualsIfExists', 'StringNotLike', 'Null'),
  key: some('k', 'K', 'm'),
  values: list('p', 'q', 'p*', '?', '1'),
});
const statement: fc.Arbitrary<PolicyStatement> = fc
  .record({
    effect: some('Allow', 'Allow', 'Deny') as fc.Arbitrary<'Allow' | 'Deny'>,
    actions: list('a:x', 'A:*', 'b:?', '*', 'b:y?', '*:x', 'c:z'),
    notAction: some(false, false, true),
    resources: list('r/1', 'r/*', '*', 's/?', '?/1', 's/*'),
    notResource: some(false, false, true),
    condition: fc.option(condition, { freq: 3 }),
  })
  .map((s) => ({
    Effect: s.effect,
    ...(s.notAction ? { NotAction: s.actions } : { Action: s.actions }),
    ...(s.notResource ? { NotResource: s.resources } : { Resource: s.resources }),
    ...(s.condition && {
      Condition: { [s.condition.operator]: { [s.condition.key]: s.condition.operator === 'Null' ? 'true' : s.condition.values } },
    }),
  }));
const policy = fc.array(statement, { minLength: 1, maxLength: 3 });
const boundary = fc.option(fc.array(statement, { minLength: 1, maxLength: 2 }), { freq: 3, nil: undefined });

describe('against every request of a small world', () => {
  it('what is not told is not there, and what is proved is so', () => {
    fc.assert(
      fc.property(policy, policy, boundary, boundary, (one, other, limit, otherLimit) => {
        const [before, after] = [
          { identity: one, ...(limit && { boundary: limit }) },
          { identity: other, ...(otherLimit && { boundary: otherLimit }) },
        ];
        const { gained, lost, gains, loses } = makeDifferences(noCatalogue, { left: 5_000_000 }).access(
          subject(grantOf(before)),
          subject(grantOf(after)),
        );
        const wider = world.find((r) => awsAllows(after, r) && !awsAllows(before, r));
        const narrower = world.find((r) => awsAllows(before, r) && !awsAllows(after, r));
        if (gained.length === 0) expect(wider).toBeUndefined();
        if (lost.length === 0) expect(narrower).toBeUndefined();
        if (gains) expect([gains, awsAllows(before, gains), awsAllows(after, gains)]).toEqual([gains, false, true]);
        if (loses) expect([loses, awsAllows(before, loses), awsAllows(after, loses)]).toEqual([loses, true, false]);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
