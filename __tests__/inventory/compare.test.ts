import { describe, expect, it } from '@jest/globals';
import { makeDifferences } from '../../src/access/difference.js';
import { type Comparison, compare } from '../../src/inventory/compare.js';
import type { Hints } from '../../src/inventory/match.js';
import type { Change } from '../../src/model/change.js';
import type { Fact } from '../../src/model/fact.js';
import type { Inventory } from '../../src/model/inventory.js';
import { filePath } from '../../src/model/span.js';
import { principal } from '../access/make.js';
import fc from '../house/seeded.js';
import { assign, at, credential, end, grant, inventoryOf, link, policy, role, trust } from './make.js';

const noHints: Hints = { moves: [], renames: new Map() };
const compared = (base: Inventory, head: Inventory, hints: Partial<Hints> = {}): Comparison =>
  compare(
    base,
    head,
    { ...noHints, ...hints },
    { ...makeDifferences(), told: (attribute) => (attribute === 'environment' ? 'Environment' : undefined) },
  );

function between(base: readonly Fact[], head: readonly Fact[], hints: Partial<Hints> = {}): readonly string[] {
  return compared(inventoryOf(base, [], 'base'), inventoryOf(head), hints).changes.map((c) => `${c.change} ${c.subject}`);
}

const full = [grant('at:infra#ci', 's3:a'), trust('at:infra#ci', principal('service', 'ec2.amazonaws.com'))];
const ci = role('infra#ci');

describe('who is who', () => {
  it.each<[string, Fact[], Fact[], string[]]>([
    ['the same', [ci, ...full], [ci, ...full], []],
    ['new', [], [ci], ['identity-added aws:role:ci']],
    ['gone', [ci], [], ['identity-removed aws:role:ci']],
    ['another name at the same address', [ci], [role('infra#ci', { name: 'cd' })], ['identity-renamed aws:role:cd']],
    ['another address of the same name', [role('infra#x', { name: 'ci' })], [role('infra#y', { name: 'ci' })], []],
    ['the same name in another folder', [ci], [role('live#ci')], ['identity-moved aws:role:ci']],
    [
      'another name at another address, of the same substance',
      [ci, ...full],
      [role('infra#y', { name: 'cd' }), grant('at:infra#y', 's3:a'), trust('at:infra#y', principal('service', 'ec2.amazonaws.com'))],
      ['identity-renamed aws:role:cd'],
    ],
    [
      'another name at another address, of too little substance',
      [ci, grant('at:infra#ci', 's3:a')],
      [role('infra#y', { name: 'cd' }), grant('at:infra#y', 's3:a')],
      ['identity-added aws:role:cd', 'identity-removed aws:role:ci'],
    ],
    [
      'no declared move',
      [role('infra#x', { name: '' })],
      [role('infra#y', { name: '' })],
      ['identity-added aws:role:y@infra', 'identity-removed aws:role:x@infra'],
    ],
    [
      'two that exchange their names',
      [role('infra#x', { name: 'a' }), role('infra#y', { name: 'b' })],
      [role('infra#x', { name: 'b' }), role('infra#y', { name: 'a' })],
      [],
    ],
    ['one of a name becomes two', [role('a#ci')], [role('a#ci'), role('b#ci')], ['identity-added aws:role:ci@b']],
    ['two of a name become one', [role('a#ci'), role('b#ci')], [role('b#ci')], ['identity-removed aws:role:ci@a']],
    [
      'another kind of thing under the same name',
      [ci],
      [role('infra#ci', { type: 'aws.user' })],
      ['identity-added aws:user:ci', 'identity-removed aws:role:ci'],
    ],
    ['a permission set comes', [], [policy('infra#p'), grant('at:infra#p', 's3:a')], []],
    ['a permission set goes', [policy('infra#p')], [], []],
  ])('%s', (_, base, head, expected) => {
    expect(between(base, head)).toEqual(expected);
  });

  it.each<[string, Fact[], Fact[], string[], Partial<Hints>]>([
    [
      'a declared move',
      [role('infra#x', { name: '' })],
      [role('infra#y', { name: '' })],
      [],
      { moves: [{ from: 'infra#x', to: 'infra#y' }] },
    ],
    [
      'a renamed file',
      [role('a.yml#job', { name: '', path: 'a.yml' })],
      [role('b.yml#job', { name: '', path: 'b.yml' })],
      ['identity-moved aws:role:job@b.yml'],
      { renames: new Map([[filePath('a.yml'), filePath('b.yml')]]) },
    ],
  ])('%s', (_, base, head, expected, hints) => {
    expect(between(base, head, hints)).toEqual(expected);
  });
});

describe('outside identities', () => {
  const job = role('ci#job');
  const becomes = link('at:ci#job', end('aws:role:ci'));
  it.each<[string, Fact[], Fact[], string[]]>([
    ['that are only named are not told', [job], [job, becomes], ['link-added aws:role:job']],
    ['that get something are', [], [grant('aws:role:ci', 's3:a')], ['identity-added aws:role:ci']],
    [
      'that are now declared are told as that',
      [grant('aws:role:ci', 's3:a')],
      [ci, grant('aws:role:ci', 's3:a')],
      ['identity-added aws:role:ci'],
    ],
    [
      'that were declared before are told as gone',
      [ci, grant('aws:role:ci', 's3:a')],
      [grant('aws:role:ci', 's3:a')],
      ['identity-removed aws:role:ci'],
    ],
    ['that are declared leave the link as it was', [job, becomes], [job, becomes, ci], ['identity-added aws:role:ci']],
    [
      'that get more are told like others',
      [grant('aws:role:ci', 's3:a')],
      [grant('aws:role:ci', ['s3:a', 's3:b'])],
      ['access-widened aws:role:ci'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(between(base, head)).toEqual(expected);
  });
});

describe('links', () => {
  const job = role('ci#job');
  it.each<[string, Fact[], Fact[], string[]]>([
    [
      'to one whose key has become longer',
      [job, role('a#ci'), link('at:ci#job', end('at:a#ci', 'aws:role:ci'))],
      [job, role('a#ci'), role('b#ci'), link('at:ci#job', end('at:a#ci', 'aws:role:ci'))],
      ['identity-added aws:role:ci@b'],
    ],
    [
      'to one that is renamed',
      [job, ci, link('at:ci#job', end('at:infra#ci'))],
      [job, role('infra#ci', { name: 'cd' }), link('at:ci#job', end('at:infra#ci'))],
      ['identity-renamed aws:role:cd'],
    ],
    [
      'of the same words that are not clear any more',
      [job, role('a#ci'), link('at:ci#job', end('aws:role:ci'))],
      [job, role('a#ci'), role('b#ci'), link('at:ci#job', end('aws:role:ci'))],
      ['identity-added aws:role:ci@b'],
    ],
    [
      'by a reference instead of a name',
      [job, ci, link('at:ci#job', end('aws:role:ci'))],
      [job, ci, link('at:ci#job', end('at:infra#ci'))],
      [],
    ],
    [
      'to another one',
      [job, ci, role('infra#cd'), link('at:ci#job', end('aws:role:ci'))],
      [job, ci, role('infra#cd'), link('at:ci#job', end('aws:role:cd'))],
      ['link-added aws:role:job', 'link-removed aws:role:job'],
    ],
    [
      'of another relation',
      [job, ci, link('at:ci#job', end('aws:role:ci'))],
      [job, ci, link('at:ci#job', end('aws:role:ci'), 'runs-as')],
      ['link-added aws:role:job', 'link-removed aws:role:job'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(between(base, head)).toEqual(expected);
  });
});

describe('credentials', () => {
  const value = (digest: string) => ({ kind: 'redacted' as const, what: 'token', length: 9, digest, span: at() });
  const one = (digest: string) => credential('at:infra#ci', { origin: 'literal', value: value(digest) });
  it.each<[string, Fact[], Fact[], string[]]>([
    ['of another order', [one('a'), one('b')], [one('b'), one('a')], []],
    ['of another value', [one('a'), one('b')], [one('b'), one('c')], ['credential-changed']],
    ['one more', [one('a')], [one('b'), one('a')], ['credential-added']],
    ['one less', [one('b'), one('a')], [one('a')], ['credential-removed']],
    [
      'of another origin',
      [credential('at:infra#ci', { origin: 'federated' })],
      [credential('at:infra#ci')],
      ['credential-added', 'credential-removed'],
    ],
    ['kept elsewhere now', [one('a')], [credential('at:infra#ci', { origin: 'reference' })], ['credential-changed']],
    ['written out now', [credential('at:infra#ci', { origin: 'reference' })], [one('a')], ['credential-added', 'credential-removed']],
    ['with an end', [credential('at:infra#ci')], [credential('at:infra#ci', { rotatedBy: 'x' })], ['credential-changed']],
  ])('%s', (_, base, head, expected) => {
    expect(between([ci, ...base], [ci, ...head])).toEqual(expected.map((c) => `${c} aws:role:ci`));
  });
});

describe('attributes', () => {
  const attribute = (value: string | readonly string[] | undefined, why?: string) => ({
    environment: { value, ...(why && { why }), span: at() },
  });
  const withAttributes = (attributes: ReturnType<typeof attribute> | Record<string, never>) => role('infra#ci', { attributes });
  it.each([
    ['changed', attribute('prod'), attribute('dev'), 1],
    ['gone', attribute('prod'), {}, 1],
    ['new', {}, attribute('prod'), 1],
    ['not known any more', attribute('prod'), attribute(undefined, 'an expression'), 1],
    ['of another order', attribute(['a', 'b']), attribute(['b', 'a']), 0],
    ['the same', attribute('prod'), attribute('prod'), 0],
  ])('%s', (_, before, after, expected) => {
    expect(between([withAttributes(before)], [withAttributes(after)])).toHaveLength(expected);
  });
});

describe('what permission sets and resources tell', () => {
  const p = policy('infra#p');
  const wide = grant('at:infra#p', 's3:*');
  const narrow = grant('at:infra#p', 's3:a');
  const given = assign(end('aws:policy:p'), [end('aws:role:ci')]);
  it('a set that somebody holds is told through its holder', () => {
    expect(between([ci, p, narrow, given], [ci, p, wide, given])).toEqual(['access-widened aws:role:ci']);
  });
  it('a set that nobody holds is told itself', () => {
    expect(between([p, narrow], [p, wide])).toEqual(['access-widened aws:policy:p']);
  });
  it('a resource is told when it comes or goes with access for others', () => {
    const bucket = role('infra#b', { category: 'resource', type: 'aws.bucket' });
    const open = { ...grant('at:infra#b', 's3:a'), grant: { ...grant('', 's3:a').grant, principals: [principal('anyone')] } };
    expect(between([], [bucket])).toEqual([]);
    expect(between([], [bucket, open])).toEqual(['access-widened aws:bucket:b']);
    expect(between([bucket, open], [])).toEqual(['access-narrowed aws:bucket:b']);
    expect(between([bucket], [bucket, open])).toEqual(['access-widened aws:bucket:b']);
  });
  it('a resource is told when it comes or goes with a secret written in the file', () => {
    const store = role('infra#s', { category: 'resource', type: 'aws.secret' });
    const written = credential('at:infra#s', { origin: 'literal' });
    expect(between([], [store, written, credential('at:infra#s', { name: 'other' })])).toEqual(['credential-added aws:secret:s']);
    expect(between([store, written], [])).toEqual(['credential-removed aws:secret:s']);
  });
});

describe('what is touched', () => {
  const touched = (base: readonly Fact[], head: readonly Fact[]) =>
    compared(inventoryOf(base, [], 'base'), inventoryOf(head)).touched.map((t) => `${t.before ? 'was' : 'new'} ${t.after.key}`);
  it('is what is new, what is changed, and what stands in a changed file', () => {
    const before = [ci, role('infra#same', { side: 'base' }), role('infra#far')];
    const after = [ci, ...full, role('infra#same', { side: 'head' }), role('infra#far'), role('infra#new')];
    expect(touched(before, after)).toEqual(['new aws:role:new', 'was aws:role:ci', 'was aws:role:same']);
  });
});

describe('properties', () => {
  const letter = fc.constantFrom('a', 'b', 'c');
  const subject = fc.record({ scope: letter, label: letter, name: fc.constantFrom('', 'a', 'b', 'x'), line: fc.nat(40) });
  const facts = fc.uniqueArray(subject, { maxLength: 5, selector: (s) => `${s.scope}#${s.label}` }).chain((subjects) => {
    const roles = subjects.map((s) => role(`${s.scope}#${s.label}`, { name: s.name, line: s.line }));
    const to = fc.constantFrom(...roles.map((r) => String(r.handles[0])), 'aws:role:a', 'aws:role:elsewhere');
    const statement = fc.oneof(
      fc.tuple(to, fc.constantFrom('s3:a', 's3:*', 'iam:b')).map(([of, action]): Fact => grant(of, action)),
      fc.tuple(to, letter).map(([of, who]): Fact => trust(of, principal('identity', who))),
      fc.tuple(to, letter).map(([of, name]): Fact => credential(of, { name })),
      fc.tuple(to, to).map(([from, target]): Fact => link(from, end(target))),
    );
    return fc.array(statement, { maxLength: 6 }).map((said): readonly Fact[] => [...roles, ...said]);
  });

  const opposite: Readonly<Record<string, Change['change']>> = {
    'identity-added': 'identity-removed',
    'access-widened': 'access-narrowed',
    'trust-widened': 'trust-narrowed',
    'credential-added': 'credential-removed',
    'link-added': 'link-removed',
  };
  const reverse = new Map<string, string>(Object.entries(opposite).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
  const kinds = (c: Comparison) => c.changes.map((change) => change.change).sort();

  it('nothing differs from itself', () => {
    fc.assert(
      fc.property(facts, (all) => {
        expect(compared(inventoryOf(all), inventoryOf(all)).changes).toEqual([]);
      }),
    );
  });

  it('the way back is the opposite of the way there', () => {
    fc.assert(
      fc.property(facts, facts, (base, head) => {
        const there = compared(inventoryOf(base), inventoryOf(head));
        const back = compared(inventoryOf(head), inventoryOf(base));
        expect(kinds(back)).toEqual(
          kinds(there)
            .map((k) => reverse.get(k) ?? k)
            .sort(),
        );
        expect([back.counts.added, back.counts.removed]).toEqual([there.counts.removed, there.counts.added]);
      }),
      { numRuns: 1000 },
    );
  });

  it('each subject of each side is paired, added or removed once', () => {
    fc.assert(
      fc.property(facts, facts, (base, head) => {
        const { touched } = compared(inventoryOf(base), inventoryOf(head));
        const keys = touched.map((t) => t.after.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
