import { describe, expect, it } from '@jest/globals';
import { annotate } from '../../src/access/annotate.js';
import { loadCatalogue } from '../../src/access/catalogue/load.js';
import type { Handle, Principal } from '../../src/model/fact.js';
import type { IdentityKey } from '../../src/model/inventory.js';
import { deny, grant, principal, set, subject } from './make.js';

const catalogue = await loadCatalogue();
const role = (more = {}) => subject(more);
const secret = (principals: readonly Principal[], effect: 'allow' | 'deny' = 'allow') =>
  subject({
    key: 'aws:secret:db' as IdentityKey,
    category: 'resource',
    name: 'db',
    handles: [],
    grants: [(effect === 'allow' ? grant : deny)('secretsmanager:GetSecretValue', '*', { principals, via: 'resource policy' })],
  });
const accessOf = (...subjects: readonly ReturnType<typeof subject>[]) =>
  annotate({ side: 'head', subjects: new Map(subjects.map((s) => [s.key, s])), gaps: [] }, catalogue).subjects.get(role().key)?.access;

describe('a resource policy that names an identity', () => {
  it.each([
    ['by reference', principal('identity', '<aws_iam_role.ci.arn@infra#aws_iam_role.ci>')],
    ['by its ARN', principal('identity', 'arn:aws:iam::111111111111:role/ci')],
    ['by its ARN with a path, in an account that is not known', principal('identity', 'arn:aws:iam::<account>:role/team/ci')],
  ])('%s gives it what it allows', (_, named) => {
    const access = accessOf(role(), secret([named]));
    expect(access?.level).toBe('reads-secrets');
    expect(access?.reasons.map((r) => r.because)).toEqual(['resource policy of db']);
  });

  it.each([
    ['another role', secret([principal('identity', 'arn:aws:iam::111111111111:role/cd')])],
    ['the whole account', secret([principal('account', 'arn:aws:iam::111111111111:root')])],
    ['anyone', secret([principal('anyone')])],
    ['it in a denial', secret([principal('identity', 'arn:aws:iam::111111111111:role/ci')], 'deny')],
  ])('naming %s gives it nothing of its own', (_, guarded) => {
    expect(accessOf(role(), guarded)?.level).toBe('none');
  });

  it('gives nothing that its own policies deny', () => {
    const named = secret([principal('identity', 'arn:aws:iam::111111111111:role/ci')]);
    expect(accessOf(role({ grants: [deny('secretsmanager:*')] }), named)?.level).toBe('none');
  });

  it.each([
    ['kms:Decrypt', 'writes'],
    ['kms:*', 'manages-permissions'],
    ['*', 'manages-permissions'],
  ])('with `*` means that resource alone: %s', (action, level) => {
    const key = subject({
      key: 'aws:kms-key:main' as IdentityKey,
      type: 'aws.kms-key',
      category: 'resource',
      name: 'main',
      handles: ['at:infra#aws_kms_key.main' as Handle],
      grants: [grant(action, '*', { principals: [principal('identity', 'arn:aws:iam::111111111111:role/ci')], via: 'key policy' })],
    });
    expect(accessOf(role(), key)?.level).toBe(level);
    expect(accessOf(role({ grants: [deny('*')] }), key)?.level).toBe('none');
    // What a boundary lets through of keys may be this one.
    const limit = set('limit', { role: 'limit', content: [grant('kms:*', 'arn:aws:kms:*:*:key/*')] });
    expect(accessOf(role({ namedSets: [limit] }), key)?.level).toBe(level);
  });

  it('is no grant where it only says what may go through', () => {
    const endpoint = { ...secret([principal('identity', 'arn:aws:iam::111111111111:role/ci')]), category: 'guardrail' as const };
    expect(accessOf(role(), endpoint)?.level).toBe('none');
    const lists = subject({
      ...endpoint,
      key: 'aws:organization-policy:all' as IdentityKey,
      type: 'aws.organization-policy',
      grants: [grant('*')],
    });
    const all = new Map([role(), lists].map((s) => [s.key, s]));
    const { subjects } = annotate({ side: 'head', subjects: all, gaps: [] }, catalogue);
    expect([...subjects.values()].map((s) => [s.name, s.access.level])).toEqual([
      ['ci', 'none'],
      ['db', 'none'],
    ]);
  });

  it('is half of a way to more rights when the other half is its own', () => {
    const shop = subject({
      key: 'aws:resource:shop' as IdentityKey,
      category: 'resource',
      name: 'shop',
      handles: [],
      grants: [
        grant('lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111111111111:function:shop', {
          principals: [principal('identity', 'arn:aws:iam::111111111111:role/ci')],
        }),
      ],
    });
    const passing = role({ grants: [grant(['iam:PassRole', 'lambda:CreateFunction'])] });
    const paths = (...others: readonly ReturnType<typeof subject>[]) =>
      (accessOf(passing, ...others)?.escalations ?? []).flatMap((e) => [e.path, ...e.alike]);
    expect(paths()).not.toContain('aws-lambda-001');
    expect(paths(shop)).toContain('aws-lambda-001');
  });
});
