import { describe, expect, it } from '@jest/globals';
import { compileCel } from '../../src/policy/cel.js';
import type { Problem } from '../../src/policy/problem.js';
import type { Target } from '../../src/policy/rule.js';
import type { Scene } from '../../src/policy/vocabulary/field.js';
import { at, grant, holed, language, scene, subject, t, trust } from './make.js';

function compiled(target: Target, expression: string, params = {}) {
  const problems: Problem[] = [];
  const predicate = compileCel(expression, ['when'], { ...language, target, params, report: (p) => void problems.push(p) });
  return { predicate, problems };
}

function ask(target: Target, expression: string, on: Scene, params = {}): unknown {
  const { predicate, problems } = compiled(target, expression, params);
  expect(problems).toEqual([]);
  return predicate?.(on);
}

const owned = subject({
  ownership: { owner: { value: 'team-a', source: 'tag owner', span: at() }, reviewBy: { value: '2026-10-01', source: 'tag', span: at() } },
  tags: [
    { source: 'tag', key: 'team', value: t('a'), span: at() },
    { source: 'tag', key: 'cost', value: holed('{var.cost}'), span: at() },
  ],
  attributes: { idToken: { value: true, span: at() } },
});

describe('an expression over the vocabulary', () => {
  const on = scene(owned);
  it.each([
    ['subject.kind == "workload-identity" && subject.owner.startsWith("team-")', true],
    ['has(subject.owner)', true],
    ['has(subject.purpose)', false],
    ['!has(subject.purpose) || subject.purpose == "x"', true],
    ['subject.reviewBy < today', true],
    ['subject.credentialCount == 0 && subject.grantCount < 1', true],
    ['subject.tags["team"] == "a" && "team" in subject.tags && !("none" in subject.tags)', true],
    ['subject.attribute.idToken', true],
    ['rank(subject.access) < rank("writes")', true],
    ['glob(subject.key, "aws:role:*")', true],
    ['subject.tagKeys.exists(k, glob(k, "te*"))', true],
  ])('%s', (expression, answer) => expect(ask('identity', expression, on)).toBe(answer));

  it('sees statements', () => {
    const holds = scene(owned, { is: 'grant', grant: grant({ actions: { patterns: [t('iam:*')], negated: false } }) });
    expect(ask('grant', 'takesIn(grant.covers, "iam:PassRole") && grant.resources.exists(r, r == "*")', holds)).toBe(true);
    const sub = { operator: 'StringLike', key: 'x.com:sub', values: [t('repo:a/*')], span: at() };
    const lets = scene(owned, { is: 'trust', trust: trust({ conditions: [sub] }) });
    expect(ask('trust', 'trust.condition["x.com:sub"].all(v, glob(v, "repo:a/*"))', lets)).toBe(true);
  });

  it('takes parameters', () => {
    expect(
      ask('identity', 'subject.credentialCount < params.most && subject.kind in params.kinds', on, {
        most: 3,
        kinds: ['workload-identity'],
      }),
    ).toBe(true);
  });
});

describe('what is not known', () => {
  const unclear = scene(
    subject({
      access: { level: 'unknown', reasons: [] },
      attributes: { idToken: { value: undefined, why: 'inputs.token', span: at() } },
      tags: owned.tags,
    }),
  );
  it.each([
    ['subject.access == "admin"', ['what aws:role:ci may do']],
    ['subject.attribute.idToken', ['inputs.token']],
    ['subject.tags["cost"] == "1"', ['<var.cost>']],
    ['subject.owner == "x"', ['`subject.owner` is not stated, and the expression reads it without has()']],
  ])('%s', (expression, why) => expect(ask('identity', expression, unclear)).toEqual({ unknown: why }));

  it.each([
    ['subject.access == "admin" || subject.kind == "workload-identity"', true],
    ['subject.access == "admin" && subject.kind == "robot"', false],
    ['["a", "b"].exists(x, subject.access == x || x == "b")', true],
  ])('does not matter where nothing hangs on it: %s', (expression, answer) => expect(ask('identity', expression, unclear)).toBe(answer));
});

describe('a wrong expression is refused at its place', () => {
  it.each([
    ['subject.ownr == "x"', 'No such key: ownr', { start: 8, end: 12 }, 'owner'],
    ['subjct.owner == "x"', 'Unknown variable', { start: 0, end: 6 }, 'subject'],
    ['subject.owner == 3', 'no such overload', { start: 0, end: 18 }, ''],
    ['subject.owner ==', 'Unexpected token', { start: 16, end: 16 }, ''],
    ['subject.owner.matches("(a+)+$")', '`matches` is not available', { start: 0, end: 31 }, 'glob(text, pattern)'],
    ['grant.level == "admin"', 'Unknown variable', { start: 0, end: 5 }, ''],
    ['params.max > 1', 'No such key', { start: 7, end: 10 }, ''],
  ])('%s', (expression, message, range, mend) => {
    const { problems } = compiled('identity', expression);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.range).toEqual(range);
    expect(problems[0]?.mend).toContain(mend);
  });

  it('gives true or false', () => expect(compiled('identity', 'subject.owner').problems[0]?.message).toContain('gives string'));

  it('keeps loops few and shallow', () => {
    const nested = 'subject.links.exists(a, subject.links.exists(b, subject.links.exists(c, a == b + c)))';
    expect(compiled('identity', nested).problems[0]?.message).toContain('At most 8 loops');
    expect(compiled('identity', Array(9).fill('subject.links.exists(a, a == "x")').join(' || ')).problems).toHaveLength(1);
  });
});

it('will not look through a list that is too long', () => {
  const many = subject({ usedBy: Array.from({ length: 501 }, () => subject().key) });
  expect(ask('identity', 'subject.usedBy.exists(k, k == "x")', scene(many))).toEqual({
    unknown: ['`subject.usedBy`, which has more than 500 items'],
  });
});
