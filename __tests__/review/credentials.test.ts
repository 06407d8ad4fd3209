import { describe, expect, it } from '@jest/globals';
import { digestFor, randomKeyDigest } from '../../src/edges/digest.js';
import { type Files, fromMemory } from '../../src/edges/memory.js';
import type { Outcome } from '../../src/model/outcome.js';
import { filePath } from '../../src/model/span.js';
import { parseCodeowners } from '../../src/ownership/codeowners.js';
import { ownershipKeys } from '../../src/ownership/keys.js';
import { parseRegistry } from '../../src/ownership/registry.js';
import { loadPolicies } from '../../src/policy/load/load-policies.js';
import { baselineText } from '../../src/policy/load/read-baseline.js';
import { readConfig } from '../../src/policy/load/read-config.js';
import { mergeAttributes } from '../../src/policy/vocabulary/index.js';
import { providers } from '../../src/providers/index.js';
import { review } from '../../src/review.js';

// Made up; in pieces, so that no scanner takes this file for a leak.
const one = `glpat-${'q7Zk2mXw9Lr4Vt8Bn3Hs'}`;
const other = `glpat-${'Zx8cV5bN2mQ1wE4rT7yU'}`;

async function reviewed(base: Files, head: Files, more: { mode?: Outcome['mode']; baseline?: string } = {}): Promise<Outcome> {
  const source = (text: string | undefined) => (text === undefined ? undefined : { path: filePath('b.yml'), side: 'base' as const, text });
  const policies = await loadPolicies({
    config: readConfig(undefined),
    rules: [],
    waivers: undefined,
    baseline: source(more.baseline),
    attributes: mergeAttributes(providers.map((p) => p.attributes)),
  });
  expect(policies.errors).toEqual([]);
  const ownership = { keys: ownershipKeys({}), registry: parseRegistry(undefined), codeowners: parseCodeowners(undefined) };
  const { salt } = policies;
  const terms = {
    config: policies.config,
    rules: policies.active,
    waivers: policies.waivers,
    ownership,
    ...(salt !== undefined && { salt }),
  };
  const digest = salt === undefined ? randomKeyDigest() : digestFor(salt);
  return review({ mode: more.mode ?? 'review', source: fromMemory(base, head), terms, now: '2026-11-21T12:00:00Z', digest, version: '1' });
}
const findings = (o: Outcome) =>
  o.findings.map((f) => `${f.level} ${f.rule} ${f.location.path}:${f.location.startLine}${f.waived ? ' waived' : ''}`);
const changes = (o: Outcome) => o.changes.map((c) => `${c.change} ${c.statement}`);

const with1 = (value: string) => `GITLAB_TOKEN="${value}"\n`;

describe('a literal credential', () => {
  it('is an identity of its own, with a finding on its line', async () => {
    const outcome = await reviewed({}, { 'deploy.sh': `#!/bin/sh\n${with1(one)}` });
    expect(findings(outcome)).toEqual(['error credential-in-file deploy.sh:2']);
    expect(outcome.identities.map((i) => i.key)).toEqual(['credential:gitlab-personal-access-token:GITLAB_TOKEN@deploy.sh']);
    expect(JSON.stringify(outcome)).not.toContain(one);
  });

  it('at several places is one identity, and each place is a line to change', async () => {
    const outcome = await reviewed({}, { 'a.sh': with1(one), 'b.sh': with1(one) });
    expect(findings(outcome)).toEqual(['error credential-in-file a.sh:1', 'error credential-in-file b.sh:1']);
    expect(outcome.summary.identities.added).toBe(1);
  });

  it('that moved is not new', async () => {
    const outcome = await reviewed({ 'a.sh': with1(one), 'b.sh': 'x=1\n' }, { 'a.sh': 'x=1\n', 'b.sh': with1(one) });
    expect(findings(outcome)).toEqual([]);
    expect(changes(outcome)).toEqual(['identity-moved `GITLAB_TOKEN` moved from `a.sh` to `b.sh`.']);
  });

  it('that was there before is not told again', async () => {
    expect(findings(await reviewed({ 'a.sh': with1(one) }, { 'a.sh': `# deploys\n${with1(one)}` }))).toEqual([]);
  });

  it('that takes the place of another one is a rotation, and new', async () => {
    const outcome = await reviewed({ 'a.sh': with1(one) }, { 'a.sh': with1(other) });
    expect(findings(outcome)).toEqual(['error credential-in-file a.sh:1']);
    expect(changes(outcome)).toEqual([expect.stringMatching(/^credential-changed .*has a new value\.$/)]);
  });

  it('that is gone has to be revoked, and fails nothing', async () => {
    const outcome = await reviewed({ 'a.sh': with1(one) }, { 'a.sh': 'GITLAB_TOKEN="$CI_JOB_TOKEN"\n' });
    expect(findings(outcome)).toEqual([]);
    expect(changes(outcome)).toEqual([expect.stringContaining('is no longer written in `a.sh`; revoke it')]);
  });

  it('in a field of a resource is one credential, known by both', async () => {
    const body = (value: string) => `provider "gitlab" {\n  token = "${value}"\n}\n`;
    const outcome = await reviewed({}, { 'main.tf': body(one) });
    expect(findings(outcome)).toEqual(['error credential-in-file main.tf:2']);
  });

  it('is not excused by a comment that came with it', async () => {
    const excused = (value: string) =>
      `${with1(value).trim()} # identity-review: ignore credential-in-file reason="test" until=2027-01-01\n`;
    expect(findings(await reviewed({}, { 'a.sh': excused(one) }))[0]).toBe('error credential-in-file a.sh:1');
    // The comment stood at base; the value on its line is another one.
    expect(findings(await reviewed({ 'a.sh': excused(one) }, { 'a.sh': excused(other) }))).toContain('error credential-in-file a.sh:1');
    expect(findings(await reviewed({}, { 'a.sh': excused(one) }, { mode: 'scan' }))).toContain('error credential-in-file a.sh:1 waived');
  });

  it('is accepted by a baseline as this value, wherever it stands, and no other', async () => {
    const salt = '0123456789abcdef0123456789abcdef';
    const empty = baselineText(salt, []);
    const first = await reviewed({}, { 'a.sh': with1(one) }, { mode: 'scan', baseline: empty });
    const accepted = baselineText(salt, first.findings);
    const scan = async (value: string) =>
      findings(await reviewed({}, { 'a.sh': `\n\n${with1(value)}` }, { mode: 'scan', baseline: accepted }));
    expect(await scan(one)).toEqual(['error credential-in-file a.sh:3 waived']);
    expect(await scan(other)).toEqual(['error credential-in-file a.sh:3', 'note gate-waiver-unused b.yml:5']);
    expect(accepted).not.toContain(one);
  });
});
