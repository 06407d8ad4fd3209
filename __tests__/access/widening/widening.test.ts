import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../src/access/catalogue/load.js';
import { makeDifferences } from '../../../src/access/difference.js';
import { accessChange } from '../../../src/inventory/differ.js';
import type { Witness } from '../../../src/model/change.js';
import type { Subject } from '../../../src/model/inventory.js';
import { statement } from '../../../src/reporters/prose/statement.js';
import { condition, grant, rule, subject, t } from '../make.js';
import { awsAllows, githubAllows, kubernetesAllows, type Rule } from '../oracle.js';
import { grantOf } from './grant-of.js';
import { type Pair, pairs } from './pairs.js';

const catalogue = await loadCatalogue();
const table = pairs((pattern) => catalogue.expand(pattern) ?? []);
const file = fileURLToPath(new URL('expected.json', import.meta.url));
const expected: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

// ── from what is written to what a subject holds ────────────────────────────────────────────────────────────────────────────────────
const ofRules = (rules: readonly Rule[]): Partial<Subject> => ({
  grants: rules.map((r) => {
    const kinds = (r.apiGroups ?? []).flatMap((group) => (r.resources ?? []).map((kind) => `${group || 'core'}/${kind}`));
    return rule(r.verbs, [...kinds, ...(r.nonResourceURLs ?? []).map((url) => `url:${url}`)], {
      scope: t(r.namespace === undefined ? '*' : `namespace/${r.namespace}`),
      conditions: r.resourceNames ? [condition('resourceNames', 'resourceNames', r.resourceNames)] : [],
    });
  }),
});

const ofToken = (permissions: Readonly<Record<string, 'read' | 'write'>>): Partial<Subject> => ({
  grants: Object.entries(permissions).map(([name, access]) =>
    grant(access === 'write' ? ['read', 'write'] : [access], name, { system: 'github' }),
  ),
});

interface Sides {
  readonly before: Partial<Subject>;
  readonly after: Partial<Subject>;
  /** The judge: whether before and after allow a request. */
  readonly allows: (request: Witness) => readonly [before: boolean, after: boolean];
}

function sidesOf(pair: Pair): Sides {
  if ('aws' in pair) {
    const [before, after] = pair.aws;
    return { before: grantOf(before), after: grantOf(after), allows: (r) => [awsAllows(before, r), awsAllows(after, r)] };
  }
  if ('kubernetes' in pair) {
    const [before, after] = pair.kubernetes;
    return { before: ofRules(before), after: ofRules(after), allows: (r) => [kubernetesAllows(before, r), kubernetesAllows(after, r)] };
  }
  const [before, after] = pair.github;
  return { before: ofToken(before), after: ofToken(after), allows: (r) => [githubAllows(before, r), githubAllows(after, r)] };
}

function changeOf({ before, after }: Sides) {
  const pair = { before: subject(before), after: subject(after), atHead: () => undefined };
  const [change] = accessChange(pair, { ...makeDifferences(catalogue), told: () => undefined });
  return change?.change === 'access-widened' || change?.change === 'access-narrowed' || change?.change === 'access-changed'
    ? change
    : undefined;
}

const kinds = { equal: undefined, wider: 'access-widened', narrower: 'access-narrowed', incomparable: 'access-changed' } as const;

describe('two policies', () => {
  it('sixty pairs and more, each under its own name', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
    expect(new Set(table.map((p) => `${p.relation}: ${p.name}`)).size).toBe(table.length);
  });

  it.each(table.map((pair) => [`${pair.relation}: ${pair.name}`, pair] as const))('%s', (name, pair) => {
    const sides = sidesOf(pair);
    const change = changeOf(sides);
    if (process.env.UPDATE === '1') expected[name] = change ? statement(change) : '';
    expect(change?.change).toBe(kinds[pair.relation]);
    expect(change ? statement(change) : '').toBe(expected[name]);
    // What is gained is proved, and the judge agrees.
    if (pair.relation === 'wider' || pair.relation === 'incomparable')
      expect(change?.gains && sides.allows(change.gains)).toEqual([false, true]);
    if (pair.relation === 'narrower' || pair.relation === 'incomparable')
      expect(change?.loses && sides.allows(change.loses)).toEqual([true, false]);
  });

  it('and nothing else is expected', () => {
    if (process.env.UPDATE === '1') writeFileSync(file, `${JSON.stringify(expected, null, 2)}\n`);
    expect(Object.keys(expected)).toEqual(table.map((p) => `${p.relation}: ${p.name}`));
  });
});
