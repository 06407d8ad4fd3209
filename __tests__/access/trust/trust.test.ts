import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../src/access/catalogue/load.js';
import { makeDifferences } from '../../../src/access/difference.js';
import { pairChanges } from '../../../src/inventory/differ.js';
import type { PrincipalKind, Trust } from '../../../src/model/fact.js';
import { statement } from '../../../src/reporters/prose/statement.js';
import { condition, patterns, principal, subject, trust } from '../make.js';
import { awsTrusts, type TrustStatement } from '../oracle.js';
import { type Pair, pairs } from './pairs.js';

const catalogue = await loadCatalogue();
const file = fileURLToPath(new URL('expected.json', import.meta.url));
const expected: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

function kindOf(type: string, value: string): PrincipalKind {
  if (type === 'Service') return 'service';
  if (type === 'Federated') return 'federated';
  if (value === '*') return 'anyone';
  return value.endsWith(':root') || /^\d{12}$/.test(value) ? 'account' : 'identity';
}

function trustOf(s: TrustStatement): Trust {
  const who = s.Principal ?? s.NotPrincipal ?? {};
  const named =
    who === '*'
      ? [principal('anyone')]
      : Object.entries(who).flatMap(([type, list]) => [list].flat().map((v) => principal(kindOf(type, v), v)));
  const conditions = Object.entries(s.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => condition(operator, key, values)),
  );
  return trust(named, conditions, {
    effect: s.Effect === 'Allow' ? 'allow' : 'deny',
    negated: s.NotPrincipal !== undefined,
    actions: patterns(s.Action ?? []),
  });
}

function changeOf({ before, after }: Pair) {
  const sides = { before: subject({ trust: before.map(trustOf) }), after: subject({ trust: after.map(trustOf) }) };
  const [change] = pairChanges({ ...sides, atHead: () => undefined }, { ...makeDifferences(catalogue), told: () => undefined });
  return change?.change === 'trust-widened' || change?.change === 'trust-narrowed' || change?.change === 'trust-changed'
    ? change
    : undefined;
}

const kinds = { equal: undefined, wider: 'trust-widened', narrower: 'trust-narrowed', incomparable: 'trust-changed' } as const;
const titleOf = ({ relation, name }: Pair): string => `${relation}: ${name}`;

describe('two trust policies', () => {
  it('twenty pairs and more, each under its own name', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(20);
    expect(new Set(pairs.map(titleOf)).size).toBe(pairs.length);
  });

  it.each(pairs.map((pair) => [titleOf(pair), pair] as const))('%s', (title, pair) => {
    const change = changeOf(pair);
    if (process.env.UPDATE === '1') expected[title] = change ? statement(change) : '';
    expect(change?.change).toBe(kinds[pair.relation]);
    expect(change ? statement(change) : '').toBe(expected[title]);
    // Whoever is said to come in anew comes in now and did not before, and the judge agrees.
    const { gains, loses } = change ?? {};
    if (pair.relation === 'wider' || pair.relation === 'incomparable')
      expect(gains && [awsTrusts(pair.before, gains), awsTrusts(pair.after, gains)]).toEqual([false, true]);
    if (pair.relation === 'narrower' || pair.relation === 'incomparable')
      expect(loses && [awsTrusts(pair.before, loses), awsTrusts(pair.after, loses)]).toEqual([true, false]);
  });

  it('thousands of them end with a coarse answer instead of a long wait', () => {
    const provider = principal('federated', 'token.actions.githubusercontent.com');
    const many = (letter: string) =>
      Array.from({ length: 2000 }, (_, i) =>
        trust([provider], [condition('StringLike', 'token.actions.githubusercontent.com:sub', `repo:acme/*${i}*${letter}*:ref:*`)]),
      );
    const long = trust([provider], [condition('StringLike', 'token.actions.githubusercontent.com:sub', 'a*'.repeat(100_000))]);
    const { trust: difference } = makeDifferences(catalogue);
    const { gained, lost } = difference(subject({ trust: many('x') }), subject({ trust: [...many('y'), long] }));
    expect([gained.length, lost.length]).toEqual([2001, 2000]);
  });

  it('the other way round it is the other way round', () => {
    const turned = { equal: 'equal', wider: 'narrower', narrower: 'wider', incomparable: 'incomparable' } as const;
    for (const pair of pairs) {
      const change = changeOf({ ...pair, before: pair.after, after: pair.before });
      expect([titleOf(pair), change?.change]).toEqual([titleOf(pair), kinds[turned[pair.relation]]]);
    }
  });

  it('and nothing else is expected', () => {
    if (process.env.UPDATE === '1') writeFileSync(file, `${JSON.stringify(expected, null, 2)}\n`);
    expect(Object.keys(expected)).toEqual(pairs.map(titleOf));
  });
});
