/** A value of every family of credentials, before and after: no report, in any format, holds the end of one. */
import { describe, expect, it } from '@jest/globals';
import { markedFamilies } from '../../src/credentials/families/all.js';
import { contextFamilies } from '../../src/credentials/families/context.js';
import { sampleOf, shapeOf } from '../../src/credentials/shape.js';
import { randomKeyDigest } from '../../src/edges/digest.js';
import { fromMemory } from '../../src/edges/memory.js';
import { parseCodeowners } from '../../src/ownership/codeowners.js';
import { ownershipKeys } from '../../src/ownership/keys.js';
import { parseRegistry } from '../../src/ownership/registry.js';
import { loadPolicies } from '../../src/policy/load/load-policies.js';
import { readConfig } from '../../src/policy/load/read-config.js';
import { mergeAttributes } from '../../src/policy/vocabulary/index.js';
import { providers } from '../../src/providers/index.js';
import { reporters } from '../../src/reporters/index.js';
import { review } from '../../src/review.js';
import { numbers, sample } from '../credentials/samples.js';

const letters = 'q7Zk2mXw9Lr4Vt8Bn3Hs6Jd1Fg5Pc0YaUeIo';
const contextValue = (shape: string, seed: number): string =>
  sampleOf(shapeOf(shape), (_, length) =>
    Array.from({ length }, (_x, i) => letters[Math.floor(numbers(seed + i)() * letters.length)]).join(''),
  );

/** Everything that is no name made to be published, one value for each side. */
const secrets = [
  ...markedFamilies
    .filter((f) => !f.isPublic)
    .map((f, i) => ({ id: f.id, near: f.near?.[0] ?? '', base: sample(f, 1_000 * i + 11), head: sample(f, 1_000 * i + 529) })),
  ...contextFamilies
    .filter((f) => !f.isPublic)
    .map((f, i) => {
      const [shape = ''] = f.shapes;
      // No two families share a value.
      const seed = 1_000_000 + 1_000 * i;
      return { id: f.id, near: f.words[0] ?? '', base: contextValue(shape, seed), head: contextValue(shape, seed + 500) };
    }),
];
const written = (side: 'base' | 'head') =>
  Object.fromEntries(secrets.map((s) => [`src/${s.id}.sh`, `# ${s.near}\n${s.near.toUpperCase()}_TOKEN="${s[side]}"\n`]));

/** A value's own end: what its public prefix is not. */
const ending = (value: string): string => value.slice(-12);

describe('a value of every family', () => {
  it.each([
    ['that comes', {}, written('head')],
    ['that goes', written('head'), {}],
    ['that takes the place of another', written('base'), written('head')],
  ])('%s is in no report', async (_, base, head) => {
    const policies = await loadPolicies({
      config: readConfig(undefined),
      rules: [],
      waivers: undefined,
      attributes: mergeAttributes(providers.map((p) => p.attributes)),
    });
    const ownership = { keys: ownershipKeys({}), registry: parseRegistry(undefined), codeowners: parseCodeowners(undefined) };
    const terms = { config: policies.config, rules: policies.active, waivers: [], ownership };
    const source = fromMemory(base, head);
    const outcome = await review({ mode: 'review', source, terms, now: '2026-11-21T12:00:00Z', digest: randomKeyDigest(), version: '1' });
    expect(outcome.changes.length).toBeGreaterThan(secrets.length * 0.8);
    const reports = [JSON.stringify(outcome), ...reporters.map((r) => r.render(outcome, { color: false }))];
    const leaked = secrets.filter(({ base: a, head: b }) => reports.some((r) => r.includes(ending(a)) || r.includes(ending(b))));
    expect(leaked.map((s) => s.id)).toEqual([]);
  });
});
