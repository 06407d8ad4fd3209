import { describe, expect, it } from '@jest/globals';
import { complementCovers, hasAlternatives, principalCovers, setCovers, tighter } from '../../src/access/covers.js';
import { condition, patterns, principal, t } from './make.js';

describe('a condition that is at least as tight', () => {
  it.each<[string, string | readonly string[], string, string | readonly string[], boolean]>([
    // inner operator, values · outer operator, values
    ['StringEquals', 'a', 'StringEquals', ['a', 'b'], true],
    ['StringEquals', ['a', 'b'], 'StringEquals', 'a', false],
    ['stringequals', 'a', 'StringEquals', 'a', true],
    ['StringLike', 'a*', 'StringLike', '*', true],
    ['StringLike', '*', 'StringLike', 'a*', false],
    ['StringEquals', 'abc', 'StringLike', 'a*', true],
    ['StringLike', 'abc', 'StringEquals', 'abc', true],
    ['StringLike', 'a*', 'StringEquals', 'a*', false],
    ['ArnLike', 'arn:a:*', 'ArnLike', 'arn:*', true],
    ['ArnEquals', 'arn:a:*', 'ArnEquals', 'arn:*', false],
    ['StringNotEquals', ['a', 'b'], 'StringNotEquals', 'a', true],
    ['StringNotEquals', 'a', 'StringNotEquals', ['a', 'b'], false],
    ['StringNotLike', 'a', 'StringNotEquals', 'a', false],
    ['Null', 'true', 'Null', 'true', true],
    ['Null', 'true', 'Null', 'false', false],
    ['Bool', 'true', 'Bool', 'true', true],
    ['StringEquals', 'a', 'StringEqualsIfExists', 'a', true],
    ['StringEqualsIfExists', 'a', 'StringEquals', 'a', false],
    ['StringEqualsIfExists', 'a', 'StringEqualsIfExists', ['a', 'b'], true],
    ['ForAnyValue:StringLike', 'a', 'ForAnyValue:StringLike', 'a*', true],
    ['ForAnyValue:StringLike', 'a', 'ForAllValues:StringLike', 'a', false],
    ['StringEquals', '<var.x>', 'StringEquals', '<var.x>', true],
    ['StringEquals', '<var.x>', 'StringEquals', 'a', false],
    ['StringLike', 'repo:<var.x>', 'StringLike', 'repo:*', true],
    // Nothing is known of what it demands.
    ['StringEquals', [], 'StringEquals', 'a', false],
  ])('%s %j within %s %j: %s', (inner, mine, outer, theirs, expected) => {
    expect(tighter(condition(inner, 'k', mine), condition(outer, 'K', theirs))).toBe(expected);
  });

  it('is on the same key', () => {
    expect(tighter(condition('StringEquals', 'a', 'x'), condition('StringEquals', 'b', 'x'))).toBe(false);
  });

  it.each([
    ['StringEquals', ['a', 'b'], true],
    ['ForAnyValue:StringLike', ['a', 'b'], true],
    ['resourceNames', ['a', 'b'], true],
    ['StringEquals', ['a'], false],
    ['StringNotEquals', ['a', 'b'], false],
    ['NotIpAddress', ['a', 'b'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], false],
  ])('the values of %s %j are alternatives: %s', (operator, values, expected) => {
    expect(hasAlternatives(condition(operator, 'k', values))).toBe(expected);
  });
});

describe('sets of patterns', () => {
  it.each<[string, string[], boolean, string, boolean]>([
    ['a set takes in what one pattern does', ['a*', 'b'], false, 'ab', true],
    ['two halves are not put together', ['a*', 'b*'], false, '*', false],
    ['a complement takes in what meets nothing left out', ['iam:*', 'sts:*'], true, 's3:Get*', true],
    ['a complement does not take in what meets something left out', ['iam:Get*'], true, 'iam:*', false],
    ['a hole may be what is left out', ['iam:*'], true, '<var.action>', false],
    ['everything takes in anything', ['*:*'], false, '*', true],
    ['nothing takes in nothing', [], false, 'a', false],
    ['all but nothing is everything', [], true, '*', true],
  ])('%s', (_, outer, negated, inner, expected) => {
    expect(setCovers(patterns(outer, negated), t(inner))).toBe(expected);
  });

  it.each<[string, string[], boolean, string[], boolean]>([
    ['everything', ['*'], false, ['a'], true],
    ['something', ['a*'], false, ['b'], false],
    ['all but less', ['iam:Get*'], true, ['iam:*'], true],
    ['all but more', ['iam:*'], true, ['iam:Get*'], false],
    ['all but nothing', [], true, [], true],
    ['something, when nothing is left out', ['a*'], false, [], false],
  ])('all but something is within %s', (_, outer, negated, leftOut, expected) => {
    expect(complementCovers(patterns(outer, negated), patterns(leftOut, true))).toBe(expected);
  });
});

describe('principals', () => {
  const account = principal('account', 'arn:aws:iam::111111111111:root');
  it.each([
    ['anyone, anybody', principal('anyone'), principal('federated', 'x'), true],
    ['a name, itself', principal('service', 'ec2.amazonaws.com'), principal('service', 'ec2.amazonaws.com'), true],
    ['a name, another kind of that name', principal('service', 'x'), principal('federated', 'x'), false],
    ['an account, its role', account, principal('identity', 'arn:aws:iam::111111111111:role/ci'), true],
    [
      'an account by its number, its role',
      principal('account', '111111111111'),
      principal('identity', 'arn:aws:iam::111111111111:user/a'),
      true,
    ],
    ['an account, a role elsewhere', account, principal('identity', 'arn:aws:iam::222222222222:role/ci'), false],
    [
      'an account that is a hole, its role',
      principal('account', 'arn:aws:iam::<AWS::AccountId>:root'),
      principal('identity', 'arn:<AWS::Partition>:iam::<AWS::AccountId>:role/ci'),
      true,
    ],
    ['an account, somebody unknown', account, principal('identity', '<var.role>'), false],
    ['a role, its account', principal('identity', 'arn:aws:iam::111111111111:role/ci'), account, false],
  ])('trusting %s: %s', (_, outer, inner, expected) => {
    expect(principalCovers(outer, inner)).toBe(expected);
  });
});
