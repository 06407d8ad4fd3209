import { describe, expect, it } from '@jest/globals';
import { compileMatch } from '../../src/policy/compile-test.js';
import type { Problem } from '../../src/policy/problem.js';
import type { Target, Test } from '../../src/policy/rule.js';
import { isUnknown, type Truth } from '../../src/policy/truth.js';
import type { Scene } from '../../src/policy/vocabulary/field.js';
import { at, credential, grant, holed, language, scene, subject, t, trust } from './make.js';

const said = (truth: Truth): string => (isUnknown(truth) ? 'unknown' : String(truth));

function compiled(target: Target, field: string, test: unknown, params = {}) {
  const problems: Problem[] = [];
  const report = (p: Problem) => void problems.push(p);
  const predicate = compileMatch({ [field]: test as Test }, ['match'], { ...language, target, params, report });
  return { predicate, problems };
}

function ask(target: Target, field: string, test: unknown, on: Scene, params = {}): string {
  const { predicate, problems } = compiled(target, field, test, params);
  expect(problems).toEqual([]);
  return said(predicate(on));
}

const tag = (key: string, value: string) => ({ source: 'tag' as const, key, value: holed(value), span: at() });
const sourced = (value: string) => ({ value, source: 'tag owner', span: at() });

describe('text', () => {
  const on = scene(subject({ tags: [tag('Team', 'platform'), tag('cost', '{var.cost}')] }));
  it.each([
    ['subject.kind', 'workload-identity', 'true'],
    ['subject.kind', ['robot', 'agent'], 'false'],
    ['subject.tags.team', 'platform', 'true'],
    ['subject.tags.team', 'plat*', 'true'],
    ['subject.tags.team', { glob: ['x*', '*form'] }, 'true'],
    ['subject.tags.team', { is: 'plat*' }, 'false'],
    ['subject.tags.team', { not: 'plat*' }, 'false'],
    ['subject.tags.team', { in: ['platform', 'web'], not: 'web' }, 'true'],
    ['subject.tags.cost', '42', 'unknown'],
    ['subject.tags.cost', { not: '42' }, 'unknown'],
    ['subject.tags.cost', { exists: true }, 'true'],
    ['subject.tags.cost', { known: true, is: '42' }, 'false'],
    ['subject.tags.cost', { known: false }, 'true'],
    ['subject.tags.team', { known: true }, 'true'],
    ['subject.tags.none', { known: true }, 'true'],
    ['subject.tags.none', 'x', 'false'],
    ['subject.tags.none', { not: 'x' }, 'true'],
    ['subject.tags.none', { exists: false }, 'true'],
    ['subject.environment', 'production', 'true'],
    ['subject.owner', { exists: true }, 'false'],
  ])('%s %j → %s', (field, test, answer) => expect(ask('identity', field, test, on)).toBe(answer));
});

describe('ranks', () => {
  const on = scene(subject(), { is: 'grant', grant: grant({ level: 'writes', breadth: 'unknown' }) });
  it.each([
    ['grant.level', 'writes', 'true'],
    ['grant.level', { atLeast: 'writes' }, 'true'],
    ['grant.level', { moreThan: 'writes' }, 'false'],
    ['grant.level', { atMost: 'admin', atLeast: 'reads' }, 'true'],
    ['grant.level', { lessThan: 'reads' }, 'false'],
    ['grant.breadth', { atLeast: 'service' }, 'unknown'],
    ['grant.breadth', { exists: true }, 'unknown'],
  ])('%s %j → %s', (field, test, answer) => expect(ask('grant', field, test, on)).toBe(answer));

  it('orders breadth from exact to everything', () => {
    const wide = scene(subject(), { is: 'grant', grant: grant({ breadth: 'account' }) });
    expect(ask('grant', 'grant.breadth', { atLeast: 'prefix' }, wide)).toBe('true');
    expect(ask('grant', 'grant.breadth', { atLeast: 'everything' }, wide)).toBe('false');
  });
});

describe('lists', () => {
  const actions = (...list: string[]) =>
    scene(subject(), { is: 'grant', grant: grant({ actions: { patterns: list.map(holed), negated: false } }) });
  it.each([
    ['S3:getobject', ['s3:GetObject', 's3:PutObject'], 'true'],
    ['iam:*', ['s3:GetObject'], 'false'],
    [{ any: 's3:Get*' }, ['s3:GetObject', 's3:PutObject'], 'true'],
    [{ all: 's3:Get*' }, ['s3:GetObject', 's3:PutObject'], 'false'],
    [{ all: { glob: ['s3:Get*', 's3:Put*'] } }, ['s3:GetObject', 's3:PutObject'], 'true'],
    [{ none: 'iam:*' }, ['s3:GetObject'], 'true'],
    [{ is: '*' }, ['s3:GetObject', '*'], 'true'],
    [{ is: '*' }, ['s3:GetObject'], 'false'],
    [{ any: 'iam:*' }, ['{var.action}'], 'unknown'],
    [{ any: 'iam:*' }, ['{var.action}', 'iam:Get'], 'true'],
    [{ all: 'iam:*' }, ['{var.action}', 's3:Get'], 'false'],
    [{ none: 'iam:*' }, ['{var.action}'], 'unknown'],
    [{ exists: true }, [], 'false'],
    [{ all: 'iam:*' }, [], 'true'],
    [{ any: 'iam:*' }, [], 'false'],
  ])('%j of %j → %s', (test, list, answer) => expect(ask('grant', 'grant.actions', test, actions(...list))).toBe(answer));

  it('asks what the patterns of a statement take in', () => {
    expect(ask('grant', 'grant.covers', 'iam:PassRole', actions('iam:*'))).toBe('true');
    expect(ask('grant', 'grant.actions', 'iam:PassRole', actions('iam:*'))).toBe('false');
    expect(ask('grant', 'grant.covers', { not: ['iam:PassRole', 'sts:AssumeRole'] }, actions('s3:*'))).toBe('true');
  });
});

describe('conditions', () => {
  const condition = (operator: string, key: string, ...values: string[]) => ({ operator, key, values: values.map(holed), span: at() });
  const sub = 'token.actions.githubusercontent.com:sub';
  const on = (...conditions: ReturnType<typeof condition>[]) => scene(subject(), { is: 'trust', trust: trust({ conditions }) });
  it.each([
    ['trust.subjects', 'repo:acme/*', on(condition('StringLike', sub, 'repo:acme/shop:*')), 'true'],
    ['trust.subjects', { exists: true }, on(), 'false'],
    ['trust.subjects', { exists: true }, on(condition('StringNotEquals', sub, 'repo:x/y')), 'false'],
    ['trust.subjects', { exists: true }, on(condition('ForAnyValue:StringLike', sub, 'repo:x/y')), 'true'],
    ['trust.condition.aws:sourceaccount', '1111', on(condition('StringEquals', 'aws:SourceAccount', '1111')), 'true'],
    ['trust.condition.*:repository', 'a/b', on(condition('StringEquals', 'x.com:repository', 'a/b')), 'true'],
    ['trust.conditions', sub, on(condition('StringLike', sub, 'x')), 'true'],
    ['trust.subjects', { glob: '*:\\*' }, on(condition('StringLike', sub, 'repo:acme/shop:*')), 'true'],
    ['trust.subjects', { glob: '*:\\*' }, on(condition('StringLike', sub, 'repo:acme/shop:ref:main')), 'false'],
  ])('%s %j', (field, test, where, answer) => expect(ask('trust', field, test, where)).toBe(answer));
});

describe('numbers, dates, durations, attributes', () => {
  const owned = scene(subject({ ownership: { reviewBy: sourced('2026-12-01'), rotation: sourced('12w'), expires: sourced('someday') } }));
  const on = (more: Parameters<typeof credential>[0]) => scene(subject(), { is: 'credential', credential: credential(more) });
  it.each([
    ['subject.reviewBy', { lessThan: 'today' }, 'false'],
    ['subject.reviewBy', { within: '30d' }, 'true'],
    ['subject.reviewBy', { within: '5d' }, 'false'],
    ['subject.reviewBy', { atMost: 'today+10d' }, 'true'],
    ['subject.reviewBy', '2026-12-01', 'true'],
    ['subject.rotation', { atMost: '90d' }, 'true'],
    ['subject.rotation', { atMost: 30 }, 'false'],
    ['subject.expires', { lessThan: 'today' }, 'unknown'],
    ['subject.credentialCount', 0, 'true'],
  ])('%s %j → %s', (field, test, answer) => expect(ask('identity', field, test, owned)).toBe(answer));

  it.each([
    [{ expires: t('8760h') }, 'credential.expiresInDays', { moreThan: 364 }, 'true'],
    [{ expires: t('8760h') }, 'credential.expires', { within: '1y' }, 'true'],
    [{ expires: holed('{var.end}') }, 'credential.expires', { within: '1y' }, 'unknown'],
    [{}, 'credential.expires', { within: '1y' }, 'false'],
    [{ rotationDays: 30 }, 'credential.rotationDays', { atMost: 90 }, 'true'],
    [{}, 'credential.rotationDays', { atMost: 90 }, 'false'],
    [{ lifetime: 'unknown' as const }, 'credential.lifetime', 'static', 'unknown'],
  ])('%j %s %j', (more, field, test, answer) => expect(ask('credential', field, test, on(more))).toBe(answer));

  it("reads providers' attributes with their types", () => {
    const job = scene(
      subject({
        attributes: {
          idToken: { value: true, span: at() },
          hours: { value: undefined, why: 'var.hours', span: at() },
          triggers: { value: ['push'], span: at() },
        },
      }),
    );
    expect(ask('identity', 'subject.attribute.idToken', true, job)).toBe('true');
    expect(ask('identity', 'subject.attribute.triggers', { none: 'pull*' }, job)).toBe('true');
    expect(ask('identity', 'subject.attribute.hours', { atMost: 3 }, job)).toBe('unknown');
  });
});

describe('parameters', () => {
  it('stand for their values', () => {
    const on = scene(subject(), { is: 'credential', credential: credential({ rotationDays: 60 }) });
    expect(ask('credential', 'credential.rotationDays', { atMost: { param: 'max' } }, on, { max: 90 })).toBe('true');
    expect(ask('credential', 'credential.kind', { param: 'kinds' }, on, { kinds: ['token', 'access-key'] })).toBe('true');
    expect(ask('credential', 'credential.kind', { not: { in: { param: 'kinds' } } }, on, { kinds: ['token'] })).toBe('true');
  });
});

describe('a wrong test is refused with the mend', () => {
  it.each([
    ['grant', 'grant.lvel', 'admin', 'knows no field', 'grant.level'],
    ['grant', 'kind', 'robot', 'knows no field', 'subject.kind'],
    ['identity', 'grant.level', 'admin', 'knows no field', ''],
    ['grant', 'grant.level', 'admn', 'never `admn`', 'admin'],
    ['grant', 'grant.level', { atleast: 'admin' }, 'no operator `atleast`', 'atLeast'],
    ['grant', 'grant.via', { atLeast: 'a' }, 'does not fit', 'Use is'],
    ['grant', 'grant.resources', '*', 'matches everything', '{is: "*"}'],
    ['grant', 'grant.conditioned', 'yes', 'cannot be `yes`', 'true'],
    ['grant', 'grant.conditioned', { exists: 'yes' }, 'takes true or false', ''],
    ['identity', 'subject.reviewBy', { lessThan: 'soon' }, 'not a date', 'today+90d'],
    ['identity', 'subject.rotation', { atMost: 'often' }, 'not a duration', '90d'],
    ['identity', 'subject.kind', { is: ['a'] }, 'takes one value', 'in'],
    ['identity', 'subject.attribute.idTokn', true, 'knows no field', 'subject.attribute.idToken'],
    ['credential', 'credential.rotationDays', { atMost: { param: 'mx' } }, 'no parameter `mx`', ''],
  ] as const)('%s %s %j', (target, field, test, message, mend) => {
    const { problems } = compiled(target, field, test);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.mend).toContain(mend);
  });
});
