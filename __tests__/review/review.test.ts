import { describe, expect, it } from '@jest/globals';
import { randomKeyDigest } from '../../src/edges/digest.js';
import { type Files, fromMemory } from '../../src/edges/memory.js';
import type { Outcome } from '../../src/model/outcome.js';
import { filePath } from '../../src/model/span.js';
import { parseCodeowners } from '../../src/ownership/codeowners.js';
import { ownershipKeys } from '../../src/ownership/keys.js';
import { parseRegistry, registryPath } from '../../src/ownership/registry.js';
import { type Config, defaultConfig } from '../../src/policy/config.js';
import { review } from '../../src/review.js';

async function reviewed(base: Files, head: Files, config: Partial<Config> = {}, mode: Outcome['mode'] = 'review'): Promise<Outcome> {
  const written = head[registryPath];
  const ownership = {
    keys: ownershipKeys({}),
    registry: parseRegistry(written === undefined ? undefined : { path: filePath(registryPath), side: 'head', text: written }),
    codeowners: parseCodeowners(undefined),
  };
  const terms = { config: { ...defaultConfig, ...config }, rules: [], waivers: [], ownership };
  return review({ mode, source: fromMemory(base, head), terms, now: '2026-11-21T12:00:00Z', digest: randomKeyDigest(), version: '1.2.3' });
}
const gapsOf = (outcome: Outcome) => outcome.gaps.map((g) => `${g.kind} ${g.location?.path ?? ''}`);

const role = (name: string, policy = 'jsonencode({ Statement = [] })') =>
  `resource "aws_iam_role" "${name}" {\n  name = "${name}"\n  assume_role_policy = ${policy}\n}\n`;
const unknownPolicy = `variable "trust" {}\n${role('open', 'var.trust')}`;

describe('gaps', () => {
  it.each<[string, Files, Files, string[]]>([
    ['of a changed file are told', {}, { 'a/main.tf': unknownPolicy }, ['unresolved a/main.tf']],
    [
      'of an unchanged neighbour are not',
      { 'a/open.tf': unknownPolicy, 'a/main.tf': role('x') },
      { 'a/open.tf': unknownPolicy, 'a/main.tf': role('y') },
      [],
    ],
    [
      'of a broken unchanged neighbour are not',
      { 'a/b.yaml': 'a: [\n', 'a/x.yaml': 'x: 1\n' },
      { 'a/b.yaml': 'a: [\n', 'a/x.yaml': 'x: 2\n' },
      [],
    ],
    [
      'of a broken file that is mended are told: what was there is not known',
      { 'a/b.yaml': 'a: [\n' },
      { 'a/b.yaml': 'a: []\n' },
      ['unparsed a/b.yaml'],
    ],
    ['of a file that is broken on both sides are told once', { 'a/b.yaml': 'a: [\n' }, { 'a/b.yaml': 'b: [\n' }, ['unparsed a/b.yaml']],
    [
      'of an unchanged declaration that changes through another file are told',
      { 'a/role.tf': unknownPolicy, 'a/more.tf': '' },
      {
        'a/role.tf': unknownPolicy,
        'a/more.tf':
          'resource "aws_iam_role_policy" "p" {\n  role = aws_iam_role.open.name\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })\n}\n',
      },
      ['unresolved a/role.tf'],
    ],
    [
      'of work that was cut are told wherever the limit was met',
      { 'a/many.tf': 'resource "aws_iam_role" "r" {\n  count = 5000\n}\n', 'a/main.tf': role('x') },
      { 'a/many.tf': 'resource "aws_iam_role" "r" {\n  count = 5000\n}\n', 'a/main.tf': role('y') },
      ['too-large a/many.tf'],
    ],
  ])('%s', async (_, base, head, expected) => {
    expect(gapsOf(await reviewed(base, head))).toEqual(expected);
  });

  it('of both sides stand at head and count once', async () => {
    const { gaps } = await reviewed({ 'a/b.yaml': 'a: [\n' }, { 'a/b.yaml': 'b: [\n' });
    expect(gaps).toMatchObject([{ location: { side: 'head' }, count: 1 }]);
  });

  it('fail a review only where that is asked for', async () => {
    const head = { 'a/main.tf': unknownPolicy };
    expect((await reviewed({}, head)).verdict).toBe('pass');
    expect((await reviewed({}, head, { gaps: 'fail' })).verdict).toBe('fail');
    expect((await reviewed({}, head, { gaps: 'fail', failOn: 'never' })).verdict).toBe('pass');
  });

  it('of one reason in one file are one row with their number, in the order of files', async () => {
    const twice = `${unknownPolicy}${role('other', 'var.trust')}`;
    const { gaps, summary } = await reviewed({}, { 'b/main.tf': twice, 'a/main.tf': unknownPolicy });
    expect(gaps.map((g) => `${g.location?.path} ${g.count}`)).toEqual(['a/main.tf 1', 'b/main.tf 2']);
    expect(summary.gaps).toBe(3);
  });
});

describe('what is named', () => {
  const base = { 'a/main.tf': role('x'), 'b/main.tf': role('far') };
  const head = { 'a/main.tf': `${role('x')}${role('new')}`, 'b/main.tf': role('far') };

  it('in a review: the identities that changed', async () => {
    const outcome = await reviewed(base, head);
    expect(outcome.identities.map((i) => i.key)).toEqual(['aws:role:new']);
    expect(outcome.changes.map((c) => c.change)).toEqual(['identity-added']);
    expect(outcome.summary.identities).toEqual({ added: 1, removed: 0, changed: 0 });
  });

  it('in a review: each once, also one that is gone and still used', async () => {
    const job =
      'on: push\njobs:\n  d:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: aws-actions/configure-aws-credentials@v4\n        with: {role-to-assume: "arn:aws:iam::111122223333:role/x"}\n';
    const workflow = (more: string): Files => ({ '.github/workflows/d.yml': job + more });
    const outcome = await reviewed({ 'a/main.tf': role('x'), ...workflow('') }, { 'a/main.tf': '', ...workflow('      - run: make\n') });
    expect(outcome.changes.map((c) => `${c.change} ${c.identity}`)).toEqual(['identity-removed aws:role:x']);
    expect(outcome.identities.map((i) => `${i.key} ${i.kind}`)).toEqual(['aws:role:x workload-identity']);
  });

  it('in a scan and in an inventory: all of them, and no change', async () => {
    for (const mode of ['scan', 'inventory'] as const) {
      const outcome = await reviewed({}, head, {}, mode);
      expect(outcome.identities.map((i) => i.key)).toEqual(['aws:role:far', 'aws:role:new', 'aws:role:x']);
      expect(outcome.changes).toEqual([]);
    }
  });

  it('not: what stands in ignored paths', async () => {
    expect((await reviewed(base, head, { ignore: ['a/**'] })).identities).toEqual([]);
  });
});

describe('the registry', () => {
  const registry = (owner: string): Files => ({ [registryPath]: `identities:\n  - identity: aws:role:x\n    owner: ${owner}\n` });
  const touched = { before: { 'a/main.tf': role('x') }, after: { 'a/main.tf': `# touched\n${role('x')}` } };
  it('of both sides counts, each for its side', async () => {
    const { changes } = await reviewed({ ...touched.before, ...registry('a') }, { ...touched.after, ...registry('b') });
    expect(changes.map((c) => c.statement)).toEqual([expect.stringContaining('`b`')]);
    expect((await reviewed({ ...touched.before, ...registry('a') }, { ...touched.after, ...registry('a') })).changes).toEqual([]);
  });
  it('that was broken before may be mended', async () => {
    const broken = { [registryPath]: 'owners: {}\n' };
    expect((await reviewed({ ...touched.before, ...broken }, { ...touched.after, ...registry('b') })).changes).toHaveLength(1);
  });
});

describe('an outcome', () => {
  const files = (names: readonly string[]): Files => Object.fromEntries(names.map((n) => [`infra/${n}.tf`, role(n)]));

  it('does not depend on the order in which files are listed', async () => {
    const [forth, back] = [await reviewed({}, files(['a', 'b', 'c'])), await reviewed({}, files(['c', 'b', 'a']))];
    expect(JSON.stringify(back)).toBe(JSON.stringify(forth));
  });

  it('says who made it, of what, and when', async () => {
    expect(await reviewed({}, {})).toMatchObject({
      format: 'identity-review/1',
      tool: { name: 'identity-review', version: '1.2.3' },
      now: '2026-11-21T12:00:00Z',
      base: { ref: 'base', commit: null },
      verdict: 'pass',
    });
  });

  it('holds no secret, wherever else it is repeated', async () => {
    const secret = 'xk9-CorrectHorse-77';
    const manifest = `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: shop
  annotations: {owner: "${secret}"}
stringData:
  DATABASE_PASSWORD: ${secret}
`;
    const outcome = await reviewed({}, { 'cluster/secret.yaml': manifest });
    expect(outcome.changes.map((c) => c.change)).toEqual(['credential-added']);
    expect(JSON.stringify(outcome)).not.toContain(secret);
  });
});
