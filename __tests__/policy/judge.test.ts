import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/model/change.js';
import type { Finding } from '../../src/model/finding.js';
import type { Subject } from '../../src/model/inventory.js';
import { span } from '../../src/model/span.js';
import { activate } from '../../src/policy/activate.js';
import { type Config, defaultConfig } from '../../src/policy/config.js';
import { judge } from '../../src/policy/judge.js';
import type { Match, Rule } from '../../src/policy/rule.js';
import { at, credential, file, grant, holed, key, language, now, source, subject, t, trust } from './make.js';

const rule = (more: Partial<Rule>): Rule => ({
  id: 'r',
  title: 'Title',
  level: 'error',
  theme: 'trust',
  why: 'Why.',
  fix: 'Fix.',
  controls: ['c-1'],
  on: 'identity',
  ...more,
});

const active = (rules: readonly Rule[], config: Partial<Config> = {}) =>
  activate(rules, { recommended: {} }, { ...defaultConfig, ...config }, language, (p) => {
    throw new Error(p.message);
  });

const run = (rules: readonly Rule[], subjects: readonly Subject[], changes: readonly Change[] = [], config: Partial<Config> = {}) =>
  judge({ subjects, changes, rules: active(rules, config), now });

const noOwner = rule({ id: 'no-owner', require: { 'subject.owner': { exists: true } }, message: '{subject.name} has no owner.' });

describe('a finding', () => {
  it('says what, where and whose', () => {
    const { findings, gaps } = run([noOwner], [subject({ head: at(4, 9) })]);
    expect(gaps).toEqual([]);
    expect(findings).toEqual([
      {
        rule: 'no-owner',
        level: 'error',
        theme: 'trust',
        message: 'ci has no owner.',
        fix: 'Fix.',
        subject: 'aws:role:ci',
        at: at(4, 9),
        related: [],
        controls: ['c-1'],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        waived: undefined,
      },
    ]);
  });

  it('is there only when match and when hold and require does not', () => {
    const owner = { owner: { value: 'a', source: 'tag', span: at() } };
    expect(run([noOwner], [subject({ ownership: owner })]).findings).toEqual([]);
    expect(run([{ ...noOwner, match: { 'subject.kind': 'robot' } }], [subject()]).findings).toEqual([]);
    expect(run([{ ...noOwner, when: 'subject.provider == "github"' }], [subject()]).findings).toEqual([]);
    expect(run([{ ...noOwner, require: 'has(subject.owner)' }], [subject()]).findings).toHaveLength(1);
  });

  it('looks at subjects of its category alone', () => {
    const set = subject({ key: key('aws:policy:p'), category: 'permission-set' });
    const bucket = subject({ key: key('aws:bucket:b'), category: 'resource' });
    const found = (on: Rule['on']) => run([{ ...noOwner, on }], [subject(), set, bucket]).findings.map((f) => f.subject);
    expect(found('identity')).toEqual(['aws:role:ci']);
    expect(found('permission-set')).toEqual(['aws:policy:p']);
    expect(found('resource')).toEqual(['aws:bucket:b']);
    expect(found('subject')).toHaveLength(3);
  });

  it('stands where its statement, trust or credential stands', () => {
    const s = subject({
      grants: [grant()],
      trust: [trust()],
      credentials: [credential()],
      namedSets: [{ name: t('X'), handles: [], role: 'give', via: 'v', span: at(19) }],
    });
    const found = (on: Rule['on']) => run([rule({ on, match: { 'subject.provider': 'aws' } })], [s]).findings.map((f) => f.at.start);
    expect([found('grant'), found('trust'), found('credential'), found('permission-set-ref')]).toEqual([[4], [8], [14], [19]]);
  });

  it('names the statements when it judges what they amount to together', () => {
    const strong = subject({ access: { level: 'admin', reasons: [{ level: 'admin', because: 'inline policy', at: at(4) }] } });
    const { findings } = run([rule({ match: { 'subject.access': { atLeast: 'admin' } } })], [strong]);
    expect(findings[0]?.related).toEqual([{ message: 'Amounts to admin: inline policy.', at: at(4) }]);
  });

  it('shows lists, holes and what is absent in its message', () => {
    const many = grant({ actions: { patterns: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(t), negated: false }, scope: holed('{ns}\nx') });
    const message = '{grant.actions} in {grant.scope}, purpose {subject.purpose}, {params.days}';
    const params = { days: { type: 'number' as const, default: 9, doc: 'd' } };
    const { findings } = run([rule({ on: 'grant', match: { 'grant.effect': 'allow' }, message, params })], [subject({ grants: [many] })]);
    expect(findings[0]?.message).toBe('a, b, c, d, e and 2 more in <ns> x, purpose none, 9');
  });
});

describe('what is not known', () => {
  const admin = rule({ id: 'is-admin', on: 'grant', match: { 'grant.level': 'admin', 'grant.system': 'aws' } });
  it('is a gap, neither a finding nor a pass', () => {
    const { findings, gaps } = run([admin], [subject({ grants: [grant({ level: 'unknown' })] })]);
    expect(findings).toEqual([]);
    expect(gaps).toEqual([
      { kind: 'unresolved', reason: 'is-admin could not be established for aws:role:ci: what the statement amounts to', at: at(4) },
    ]);
  });

  it('is told once for all the rules that it leaves open', () => {
    const { gaps, doubts } = run([{ ...admin, id: 'other' }, admin], [subject({ grants: [grant({ level: 'unknown' })] })]);
    expect(doubts).toHaveLength(2);
    expect(gaps.map((g) => g.reason)).toEqual(['is-admin, other could not be established for aws:role:ci: what the statement amounts to']);
  });

  it('says what is missing where somebody knows, and counts the rules past the first ones', () => {
    const missing = { parts: [{ name: 'var.a', why: 'var.a has no default' }], span: at(4) };
    const open = grant({ level: 'unknown', actions: { patterns: [missing], negated: false } });
    const rules = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...admin, id }));
    expect(run(rules, [subject({ grants: [open] })]).gaps.map((g) => g.reason)).toEqual([
      'a, b, c, d and 2 more rules could not be established for aws:role:ci: var.a has no default',
    ]);
  });

  it('is nothing where another test already says no', () => {
    const github = grant({ level: 'unknown', system: 'github' });
    expect(run([admin], [subject({ grants: [github] })])).toEqual({ findings: [], doubts: [], gaps: [] });
  });
});

describe('a statement that came by a permission set', () => {
  const wide = rule({ on: 'grant', match: { 'grant.effect': 'allow' } });
  const set = subject({ key: key('aws:policy:p'), category: 'permission-set', grants: [grant()], span: at(0, 9) });
  const holder = subject({ grants: [grant({ from: set.key, given: at(30) })] });

  it('is wrong where it is given when the set is not under review', () => {
    const [found] = run([wide], [holder]).findings;
    expect(found?.at.start).toBe(30);
    expect(found?.related).toEqual([{ message: 'The statement that is given.', at: at(4) }]);
  });

  it('is wrong where it is written when the set is', () => {
    const { findings } = run([wide], [holder, set]);
    expect(findings.map((f) => [f.subject, f.at.start, f.related.length])).toEqual([
      ['aws:policy:p', 4, 0],
      ['aws:role:ci', 4, 1],
    ]);
  });
});

describe('the place of a finding', () => {
  it('names who takes a statement in that stands in a document of its own', () => {
    const [found] = run([rule({ on: 'grant', match: { 'grant.effect': 'allow' } })], [subject({ grants: [grant()] })]).findings;
    expect(found?.related.map((r) => [r.message, r.at.start])).toEqual([['ci takes it in here.', 0]]);
  });

  it('is where the one attribute is written that the rule asks for', () => {
    const job = subject({ attributes: { idToken: { value: true, span: at(40) } } });
    const asks = { 'subject.attribute.idToken': true };
    const both = { ...asks, 'subject.attribute.hours': { exists: false } };
    const places = (match: Match) => run([rule({ on: 'identity', match })], [job]).findings.map((f) => f.at.start);
    expect([places(asks), places(both)]).toEqual([[40], [0]]);
  });

  it('is told once for a value that several use', () => {
    const leaked = rule({ on: 'credential', match: { 'credential.origin': 'literal' } });
    const value = { kind: 'redacted', what: 'password', length: 9, digest: 'd', span: at(50) } as const;
    const uses = ['aws:role:a', 'aws:role:b'].map((k) =>
      subject({ key: key(k), credentials: [credential({ origin: 'literal', value, span: at(50) })] }),
    );
    expect(run([leaked], uses).findings.map((f) => [f.subject, f.at.start])).toEqual([['aws:role:a', 50]]);
  });
});

describe('fingerprints', () => {
  const wide = rule({ on: 'grant', match: { 'grant.effect': 'allow' } });
  const one = (g: Parameters<typeof grant>[0], s: Partial<Subject> = {}) =>
    run([wide], [subject({ ...s, grants: [grant(g)] })]).findings[0]?.fingerprint;
  const plain = one({});

  it('stay when a line moves, a file is renamed, or words are in another order', () => {
    const elsewhere = span(file('other.tf', 'x'), 0, 1);
    expect(one({ span: at(17), given: at(17), via: 'another way' })).toBe(plain);
    expect(one({ span: elsewhere, given: elsewhere })).toBe(plain);
    const both = (a: string, b: string) => one({ actions: { patterns: [t(a), t(b)], negated: false } });
    expect(both('s3:A', 's3:B')).toBe(both('S3:b', 's3:a'));
  });

  it('differ with rule, subject and what is wrong', () => {
    const others = [
      one({ actions: { patterns: [t('s3:*')], negated: false } }),
      one({ actions: { patterns: [t('s3:GetObject')], negated: true } }),
      one({ resources: { patterns: [t('arn')], negated: false } }),
      one({ conditions: [{ operator: 'StringEquals', key: 'k', values: [t('v')], span: at() }] }),
      one({}, { key: key('aws:role:other') }),
      run([{ ...wide, id: 'other' }], [subject({ grants: [grant()] })]).findings[0]?.fingerprint,
    ];
    expect(new Set([plain, ...others]).size).toBe(7);
  });

  it('collapse what is the same thing twice', () => {
    expect(run([wide], [subject({ grants: [grant(), grant({ span: at(9), given: at(9) })] })]).findings).toHaveLength(1);
  });
});

it('orders findings by file, place and rule, whatever order rules and subjects come in', () => {
  const a = subject({ key: key('aws:role:a'), head: span(file('a.tf', 'xxxx'), 2, 3) });
  const b = subject({ key: key('aws:role:b'), head: span(source, 9, 10) });
  const c = subject({ key: key('aws:role:c'), head: span(source, 1, 2) });
  const rules = [rule({ id: 'z', match: { 'subject.provider': 'aws' } }), noOwner];
  const order = (rules: readonly Rule[], subjects: readonly Subject[]) =>
    run(rules, subjects).findings.map((f) => `${f.subject} ${f.rule}`);
  const expected = ['aws:role:a no-owner', 'aws:role:a z', 'aws:role:c no-owner', 'aws:role:c z', 'aws:role:b no-owner', 'aws:role:b z'];
  expect(order(rules, [a, b, c])).toEqual(expected);
  expect(order([...rules].reverse(), [c, b, a])).toEqual(expected);
});

describe('changes', () => {
  const after = subject({ grants: [grant({ level: 'admin' })], credentials: [credential()] });
  const base = { subject: after.key, before: undefined, after, at: at(2) } as const;

  it('are judged themselves', () => {
    const widened: Change = { ...base, change: 'access-widened', gained: [{ grant: grant({ level: 'admin' }) }], lost: [] };
    const grows = rule({ on: 'change', match: { 'change.kind': 'access-widened', 'change.gainedLevel': { atLeast: 'escalates' } } });
    expect(run([grows], [], [widened]).findings.map((f) => [f.subject, f.at.start])).toEqual([['aws:role:ci', 2]]);
  });

  it('tell what is new', () => {
    const isNew = (field: string, on: Rule['on'], changes: readonly Change[]): number =>
      run([rule({ on, match: { [field]: true } })], [after], changes).findings.length;
    const added: Change = { ...base, change: 'identity-added' };
    const credentialAdded: Change = { ...base, change: 'credential-added', credential: credential() };
    const widened: Change = { ...base, change: 'access-widened', gained: [{ grant: grant() }], lost: [] };
    expect([isNew('subject.isNew', 'identity', [added]), isNew('subject.isNew', 'identity', [widened])]).toEqual([1, 0]);
    expect([isNew('grant.isNew', 'grant', [added]), isNew('grant.isNew', 'grant', [widened]), isNew('grant.isNew', 'grant', [])]).toEqual([
      1, 1, 0,
    ]);
    expect([isNew('credential.isNew', 'credential', [credentialAdded]), isNew('credential.isNew', 'credential', [widened])]).toEqual([
      1, 0,
    ]);
  });
});

describe('settings', () => {
  const days = rule({
    id: 'days',
    on: 'credential',
    require: { 'credential.rotationDays': { atMost: { param: 'max' } } },
    message: '{params.max}',
    params: { max: { type: 'number', default: 90, doc: 'Days.' } },
  });
  const s = subject({ credentials: [credential({ rotationDays: 60 })] });
  const found = (config: Partial<Config>, preset = {}): readonly (readonly [Finding['level'], string])[] => {
    const rules = activate([days], { recommended: preset }, { ...defaultConfig, ...config }, language, (p) => {
      throw new Error(p.message);
    });
    return judge({ subjects: [s], changes: [], rules, now }).findings.map((f) => [f.level, f.message]);
  };

  it('go from default over preset and config to overrides', () => {
    expect(found({})).toEqual([]);
    expect(found({}, { days: { params: { max: 30 } } })).toEqual([['error', '30']]);
    expect(found({ rules: { days: { level: 'note' } } }, { days: { params: { max: 30 }, level: 'warning' } })).toEqual([['note', '30']]);
    expect(
      found({ rules: { days: { params: { max: 20 } } }, overrides: [{ paths: ['infra/**'], rules: { days: { level: 'warning' } } }] }),
    ).toEqual([['warning', '20']]);
    expect(
      found({ rules: { days: { params: { max: 20 } } }, overrides: [{ paths: ['infra/**'], rules: { days: { level: 'off' } } }] }),
    ).toEqual([]);
  });

  it('mean a subject by path and environment; the last one wins', () => {
    const off = { rules: { days: { params: { max: 10 } } } };
    const override = (more: object) => ({ ...off, overrides: [{ rules: { days: { level: 'off' as const } }, ...more }] });
    expect(found(override({ paths: ['dev/**'] }))).toHaveLength(1);
    expect(found(override({ environments: ['production'] }))).toHaveLength(0);
    expect(found(override({ environments: ['production'], paths: ['dev/**'] }))).toHaveLength(1);
    const twice = [
      { rules: { days: { level: 'off' as const } } },
      { environments: ['production'], rules: { days: { level: 'note' as const } } },
    ];
    expect(found({ ...off, overrides: twice })).toEqual([['note', '10']]);
  });

  it('can switch a rule on for one place alone', () => {
    const config = {
      rules: { days: { level: 'off' as const, params: { max: 10 } } },
      overrides: [{ paths: ['infra/prod/*'], rules: { days: { level: 'error' as const } } }],
    };
    expect(found(config)).toEqual([['error', '10']]);
  });
});
