import { describe, expect, it } from '@jest/globals';
import { type Change, type ChangeKind, changeKinds, type Held } from '../../../src/model/change.js';
import { type Condition, handle } from '../../../src/model/fact.js';
import type { HeldGrant, Link, NamedSet, Sourced, Subject } from '../../../src/model/inventory.js';
import { type Span, span } from '../../../src/model/span.js';
import type { Text } from '../../../src/model/text.js';
import { statement } from '../../../src/reporters/prose/statement.js';
import { at, credential, file, grant, holed, key, subject, t, trust } from '../../policy/make.js';

const texts = (all: readonly (string | Text)[]): readonly Text[] => all.map((one) => (typeof one === 'string' ? t(one) : one));
const set = (all: readonly (string | Text)[], negated = false) => ({ patterns: texts(all), negated });
const aws = (actions: readonly (string | Text)[], resources: readonly (string | Text)[] = ['*'], more: Partial<HeldGrant> = {}) =>
  grant({ actions: set(actions), resources: set(resources), ...more });
const kubernetes = (verbs: readonly string[], resources: readonly string[], scope = '*', more: Partial<HeldGrant> = {}) =>
  aws(verbs, resources, { system: 'kubernetes', scope: scope === '*' ? t('*') : t(`namespace/${scope}`), ...more });
const github = (access: readonly string[], permission: string) => aws(access, [permission], { system: 'github' });
const named = (name: string | Text, more: Partial<NamedSet> = {}): NamedSet => ({
  name: typeof name === 'string' ? t(name) : name,
  handles: [],
  role: 'give',
  via: 'attachment',
  span: at(),
  ...more,
});
const when = (keyName: string, operator = 'StringEquals', values: readonly string[] = ['x']): Condition => ({
  operator,
  key: keyName,
  values: values.map(t),
  span: at(),
});
const federated = (provider: string) => [{ kind: 'federated' as const, value: t(`arn:aws:iam::111122223333:oidc-provider/${provider}`) }];
const link = (relation: Link['relation'], name: string | Text): Link => ({
  relation,
  to: key('aws:role:other'),
  end: { handles: [], name: typeof name === 'string' ? t(name) : name },
  external: true,
  via: 'step',
  span: at(),
});
const sourced = (value: string): Sourced => ({ value, source: 'tag owner', span: at() });
const elsewhere = (path: string): Span => span(file(path), 0, 0);

/** A change of a role called `deploy`; the part that says what is different is given. */
const say = (change: ChangeKind, more: object, before: Partial<Subject> = {}, after: Partial<Subject> = {}): string =>
  statement({
    change,
    subject: key('aws:role:deploy'),
    before: subject({ name: 'deploy', ...before }),
    after: subject({ name: 'deploy', ...before, ...after }),
    at: at(),
    ...more,
  } as unknown as Change);
const gained = (...held: readonly (HeldGrant | NamedSet)[]): readonly Held[] =>
  held.map((h) => ('system' in h ? { grant: h } : { set: h }));
const widened = (...held: readonly (HeldGrant | NamedSet)[]): string =>
  say('access-widened', { gained: gained(...held), lost: [] })
    .replace('`deploy` may now ', '')
    .replace(/; before: (nothing|only within it)\./, '');

describe('what was added or removed', () => {
  it.each([
    [
      'a role with owner',
      say(
        'identity-added',
        { before: undefined },
        {},
        { trust: [trust()], access: { level: 'admin', reasons: [] }, ownership: { owner: sourced('team-a') } },
      ),
      'New workload identity `deploy`: is an administrator, assumed by `ecs-tasks.amazonaws.com`, owner `team-a`.',
    ],
    [
      'an ownerless pipeline that becomes something',
      say(
        'identity-added',
        { before: undefined },
        {},
        {
          kind: 'pipeline',
          name: '.github/workflows/ci.yml#deploy',
          links: [link('assumes', holed('arn:aws:iam::{AWS::AccountId}:role/ci'))],
          credentials: [credential({ kind: 'token', name: 'NPM_TOKEN', origin: 'reference' })],
          access: { level: 'unknown', reasons: [] },
        },
      ),
      'New pipeline `.github/workflows/ci.yml#deploy`: reach not known from the files, becomes `arn:aws:iam::<AWS::AccountId>:role/ci`, holds `NPM_TOKEN`, no owner.',
    ],
    [
      'one that is gone',
      say('identity-removed', { after: undefined }, { usedBy: [key('aws:role:a')] }),
      'Workload identity `deploy` is gone; it was used by `aws:role:a`.',
    ],
    ['another name', say('identity-renamed', {}, {}, { name: 'ship' }), '`deploy` is now called `ship`.'],
    [
      'another file',
      say('identity-moved', {}, { head: elsewhere('a.tf') }, { head: elsewhere('b.tf') }),
      '`deploy` moved from `a.tf` to `b.tf`.',
    ],
    ['another place in a file', say('identity-moved', {}, { head: elsewhere('a.tf') }), '`deploy` moved within `a.tf`.'],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted));
});

describe('access', () => {
  it('is told with what it was', () => {
    const before = { grants: [aws(['s3:GetObject'], ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'])] };
    expect(say('access-widened', { gained: gained(aws(['s3:PutObject'])), lost: [] }, before)).toBe(
      '`deploy` may now write every S3 bucket; before: read `reports`.',
    );
    expect(say('access-narrowed', { gained: [], lost: gained(aws(['s3:PutObject'])) }, before)).toBe(
      'Less access: `deploy` may no longer write every S3 bucket.',
    );
    expect(say('access-changed', { gained: gained(aws(['sqs:SendMessage'])), lost: gained(aws(['s3:PutObject'])) }, before)).toBe(
      '`deploy` may now send to every SQS queue; no longer: write every S3 bucket.',
    );
  });

  it('is proved by a request, and what stays is not said to be gone', () => {
    const logs = 'arn:aws:s3:::logs/*';
    const difference = {
      lost: gained(aws(['s3:*'], [logs])),
      gained: [],
      keeps: gained(aws(['s3:Get*'], [logs])),
      loses: { action: 's3:DeleteObject', resource: 'arn:aws:s3:::logs/x', conditions: [{ key: 'aws:SourceVpce', values: [] }] },
    };
    expect(say('access-narrowed', difference)).toBe(
      'Less access: `deploy` may no longer do everything with `logs`, such as `s3:DeleteObject` on `arn:aws:s3:::logs/x` without `aws:SourceVpce`; still: read `logs`.',
    );
    const more = { gained: gained(aws(['s3:Get*'], [logs])), lost: [], had: gained(aws(['s3:GetObject'], [logs])) };
    const gains = { action: 's3:GetObjectAcl', resource: 'arn:aws:s3:::logs/x', conditions: [{ key: 'aws:SourceVpc', values: ['vpc-1'] }] };
    expect(say('access-widened', { ...more, gains })).toBe(
      '`deploy` may now read `logs` in more ways, such as `s3:GetObjectAcl` on `arn:aws:s3:::logs/x` with `aws:SourceVpc` `vpc-1`; before: read `logs`.',
    );
  });

  it('of a permission set is that of its holders; of a resource, that of whom it lets in', () => {
    const set = { category: 'permission-set' as const };
    expect(say('access-widened', { gained: gained(aws(['kms:Decrypt'])), lost: [] }, set)).toBe(
      'Holders of `deploy` may now decrypt with every KMS key; before: nothing.',
    );
    const open = aws(['s3:GetObject'], ['arn:aws:s3:::site/*'], { principals: [{ kind: 'anyone', value: t('*') }] });
    expect(say('access-widened', { gained: gained(open), lost: [] }, { category: 'resource' })).toBe(
      '`deploy` now lets anyone read `site`; before: nothing.',
    );
    expect(say('access-narrowed', { gained: [], lost: gained(open) }, { category: 'resource' })).toBe(
      'Less access: `deploy` no longer lets anyone read `site`.',
    );
  });

  it('says what a denial means on each side', () => {
    const denial = aws(['iam:*'], ['*'], { effect: 'deny' });
    expect(say('access-widened', { gained: gained(denial), lost: [] })).toBe(
      '`deploy` may now do anything with IAM (no longer denied); before: nothing.',
    );
    expect(say('access-narrowed', { gained: [], lost: gained(denial) })).toBe(
      'Less access: `deploy` may no longer do anything with IAM (now denied).',
    );
  });

  it.each([
    ['everything', [aws(['*'])], 'do everything'],
    ['all of one thing', [aws(['*'], ['arn:aws:s3:::reports'])], 'do anything with `reports`'],
    ['all but some actions', [grant({ actions: set(['iam:*'], true) })], 'do all but `iam:*` on everything'],
    [
      'all but some resources',
      [grant({ actions: set(['s3:*']), resources: set(['arn:aws:s3:::pay'], true) })],
      'do anything with everything but `pay`',
    ],
    ['a whole service', [aws(['s3:*'])], 'do anything with S3'],
    ['a service without words', [aws(['elasticloadbalancing:CreateRule'])], 'write everything in `elasticloadbalancing`'],
    ['the whole of one', [aws(['vpc-lattice:*'])], 'do anything with `vpc-lattice`'],
    ['every role', [aws(['iam:PassRole'])], 'pass every role'],
    ['roles of this account', [aws(['iam:PassRole'], [holed('arn:aws:iam::{AWS::AccountId}:role/*')])], 'pass `role/*`'],
    [
      'one role of this account',
      [aws(['sts:AssumeRole'], [holed('arn:{AWS::Partition}:iam::{AWS::AccountId}:role/ci')])],
      'become `role/ci`',
    ],
    ['every role to become', [aws(['sts:AssumeRole'])], 'become every role'],
    ['a call that is no role', [aws(['sts:GetCallerIdentity'])], 'use STS'],
    ['users', [aws(['iam:CreateUser', 'iam:DeleteUser'])], 'write and delete every user'],
    ['mixed', [aws(['iam:CreateUser', 'iam:AttachRolePolicy'])], 'write every IAM resource'],
    ['access keys', [aws(['iam:CreateAccessKey'])], 'write every access key'],
    ['parameters', [aws(['ssm:GetParameter'])], 'read every SSM parameter'],
    ['listing beside reading', [aws(['s3:ListBucket', 's3:GetObject'])], 'read every S3 bucket'],
    ['two services', [aws(['s3:GetObject', 'sqs:SendMessage'])], 'read every S3 bucket and send to every SQS queue'],
    [
      'many services',
      [aws(['a:x', 'b:x', 'c:x', 'd:x', 'e:x'])],
      'write everything in `a`, write everything in `b`, write everything in `c` and use 2 more services',
    ],
    ['an action that is not known', [aws([holed('{var.actions}')])], 'do `<var.actions>` on everything'],
    ['a resource that is not known', [aws(['s3:GetObject'], [holed('{var.bucket_arn}')])], 'read `<var.bucket_arn>`'],
    [
      'many resources',
      [aws(['sqs:SendMessage'], ['arn:aws:sqs:eu-west-1:1:a', 'arn:aws:sqs:eu-west-1:1:b', 'c', 'd'])],
      'send to `a`, `b` and 2 more',
    ],
    [
      'a condition',
      [aws(['s3:GetObject'], ['*'], { conditions: [when('aws:SourceIp')] })],
      'read every S3 bucket under a condition on `aws:SourceIp`',
    ],
    [
      'conditions',
      [aws(['s3:GetObject'], ['*'], { conditions: [when('a'), when('b'), when('a')] })],
      'read every S3 bucket under conditions on `a` and `b`',
    ],
    ['rules', [kubernetes(['get', 'list'], ['core/secrets'], 'prod')], 'get and list `secrets` in `prod`'],
    ['the cluster', [kubernetes(['*'], ['*/*'])], 'do anything with everything in the whole cluster'],
    ['a group', [kubernetes(['create'], ['apps/deployments'])], 'create `apps/deployments` in the whole cluster'],
    [
      'one by name',
      [kubernetes(['get'], ['core/secrets'], 'prod', { conditions: [when('resourceNames', 'resourceNames', ['db'])] })],
      'get `secrets` named `db` in `prod`',
    ],
    ['addresses', [kubernetes(['get'], ['url:/metrics'])], 'get the addresses `/metrics` in the whole cluster'],
    ['a strange verb', [kubernetes(['get`x'], ['core/pods'], 'a')], "`get'x` `pods` in `a`"],
    ['a permission', [github(['read', 'write'], 'contents')], 'read and write `contents`'],
    ['two permissions', [github(['read'], 'issues'), github(['read'], 'contents')], 'read `issues` and `contents`'],
    ['all permissions', [github(['read', 'write'], '*')], 'read and write everything in the repository'],
    ['the token to log in with', [github(['write'], 'id-token')], 'ask for an OIDC token'],
    ['a set', [named('arn:aws:iam::aws:policy/ReadOnlyAccess')], 'do what `policy/ReadOnlyAccess` allows'],
    ['sets', [named('view'), named('edit')], 'do what `view` and `edit` allow'],
    ['a set that is not known', [named(holed('{each.key}'))], 'do what `<each.key>` allows'],
    ['a set without a name', [named('')], 'do what (empty) allows'],
    ['a bound that is gone', [named('arn:aws:iam::1:policy/limit', { role: 'limit' })], 'go beyond `policy/limit`'],
    [
      'the settings of the repository',
      [named('whatever the settings of the repository allow', { handles: [handle('github', 'permissions', 'default')] })],
      'do whatever the settings of the repository allow',
    ],
    ['the same twice', [aws(['s3:GetObject']), aws(['s3:GetBucketAcl'])], 'read every S3 bucket'],
    [
      'phrases with commas in them',
      [kubernetes(['get', 'list', 'watch'], ['core/pods'], 'a'), kubernetes(['create'], ['core/pods'], 'a')],
      'get, list and watch `pods` in `a`; and create `pods` in `a`',
    ],
    ['another system', [aws(['roles/owner'], ['projects/x'], { system: 'gcp' })], 'use `roles/owner` on `projects/x`'],
  ] as const)('%s', (_, held, wanted) => expect(widened(...held)).toBe(wanted));
});

describe('trust', () => {
  const now = (...all: readonly Parameters<typeof trust>[0][]): string =>
    say('trust-widened', { gained: all.map((one) => trust(one)), lost: [] })
      .replace('`deploy` can now also be assumed by ', '')
      .replace(/\.$/, '');
  const account = (value: Text) => [{ kind: 'account' as const, value }];
  it.each([
    ['a service', {}, '`ecs-tasks.amazonaws.com`'],
    ['anyone', { principals: [{ kind: 'anyone', value: t('*') }] }, 'anyone'],
    ['an account', { principals: account(t('arn:aws:iam::210987654321:root')) }, 'all of account `210987654321`'],
    ['an account by number', { principals: account(t('210987654321')) }, 'all of account `210987654321`'],
    ['this account', { principals: account(holed('arn:aws:iam::{AWS::AccountId}:root')) }, 'all of account `<AWS::AccountId>`'],
    [
      'a role elsewhere',
      { principals: [{ kind: 'identity', value: t('arn:aws:iam::210987654321:role/ci') }] },
      '`role/ci` of account `210987654321`',
    ],
    ['a role here', { principals: [{ kind: 'identity', value: holed('arn:aws:iam::{AWS::AccountId}:role/ci') }] }, '`role/ci`'],
    [
      'everybody but one',
      { negated: true, principals: [{ kind: 'service', value: t('x.amazonaws.com') }] },
      'everybody but `x.amazonaws.com`',
    ],
    ['nobody', { principals: [] }, 'nobody'],
    [
      'one branch of one repository',
      {
        principals: federated('token.actions.githubusercontent.com'),
        conditions: [
          when('token.actions.githubusercontent.com:aud'),
          when('token.actions.githubusercontent.com:sub', 'StringLike', ['repo:acme/app:ref:refs/heads/main']),
        ],
      },
      '`repo:acme/app:ref:refs/heads/main` of GitHub Actions',
    ],
    [
      'every repository',
      { principals: federated('token.actions.githubusercontent.com'), conditions: [when('token.actions.githubusercontent.com:aud')] },
      'everybody that GitHub Actions knows',
    ],
    [
      'all but one repository',
      { principals: federated('gitlab.com'), conditions: [when('gitlab.com:sub', 'StringNotLike', ['project_path:a'])] },
      'everybody that GitLab knows under a condition on `gitlab.com:sub`',
    ],
    ['another provider', { principals: federated('id.example.com') }, 'everybody that `id.example.com` knows'],
    ['a condition', { conditions: [when('aws:SourceAccount')] }, '`ecs-tasks.amazonaws.com` under a condition on `aws:SourceAccount`'],
    ['a denial that is gone', { effect: 'deny' }, '`ecs-tasks.amazonaws.com` (no longer denied)'],
  ] as const)('%s', (_, one, wanted) => expect(now(one)).toBe(wanted));

  it('is told with what it was', () => {
    const anyone = trust({ principals: [{ kind: 'anyone', value: t('*') }] });
    expect(say('trust-changed', { gained: [anyone], lost: [trust()] })).toBe(
      '`deploy` can now be assumed by anyone; no longer by `ecs-tasks.amazonaws.com`.',
    );
    expect(say('trust-narrowed', { gained: [], lost: [anyone] })).toBe('`deploy` can no longer be assumed by anyone.');
  });
});

describe('credentials, links, ownership, attributes', () => {
  const key = credential();
  const attribute = (value: unknown, why?: string) => ({ flag: { value, ...(why ? { why } : {}), span: at() } }) as Subject['attributes'];
  const changed = (old: Subject['attributes'], now: Subject['attributes']): string =>
    say('attribute-changed', { attribute: 'flag', label: 'long session' }, { attributes: old }, { attributes: now });
  it.each([
    ['gets one', say('credential-added', { credential: key }), '`deploy` gets `access key`.'],
    ['gets one by name', say('credential-added', { credential: credential({ kind: 'token', name: 'CI' }) }), '`deploy` gets token `CI`.'],
    [
      'gets one in the file',
      say('credential-added', { credential: credential({ origin: 'literal' }) }),
      '`deploy` gets `access key` written in the file.',
    ],
    ['has one no longer', say('credential-removed', { credential: key }), '`deploy` no longer has `access key`.'],
    ['has a new value', say('credential-changed', { credential: key, was: key }), '`access key` of `deploy` has a new value.'],
    [
      'has another life',
      say('credential-changed', { credential: credential({ lifetime: 'expiring', expires: t('2027-01-01') }), was: key }),
      '`access key` of `deploy` changed: has an end date; before: lives until somebody ends it; end date `2027-01-01`; before: none.',
    ],
    [
      'is rotated',
      say('credential-changed', { credential: credential({ rotatedBy: 'a schedule', rotationDays: 30 }), was: key }),
      '`access key` of `deploy` changed: rotation a schedule, 30 days; before: none.',
    ],
    ['becomes', say('link-added', { link: link('assumes', 'role/a') }), '`deploy` now becomes `role/a`.'],
    [
      'runs no longer',
      say('link-removed', { link: link('runs-as', holed('{var.account}')) }),
      '`deploy` no longer runs as `<var.account>`.',
    ],
    [
      'has an owner',
      say('ownership-changed', { field: 'owner', from: undefined, to: sourced('team-a') }),
      'Owner of `deploy`: `team-a`; before: none.',
    ],
    [
      'has no review date',
      say('ownership-changed', { field: 'reviewBy', from: sourced('2027-01-01'), to: undefined }),
      'Review date of `deploy`: none; before: `2027-01-01`.',
    ],
    ['a flag', changed(attribute(false), attribute(true)), 'Long session of `deploy`: yes; before: no.'],
    ['a number', changed({}, attribute(12)), 'Long session of `deploy`: 12; before: none.'],
    ['a list', changed(attribute([]), attribute(['a', 'b'])), 'Long session of `deploy`: `a` and `b`; before: none.'],
    ['a word', changed(attribute(''), attribute('prod')), 'Long session of `deploy`: `prod`; before: none.'],
    [
      'not known',
      changed(attribute('a'), attribute(undefined, 'var.x has no value')),
      'Long session of `deploy`: not known (var.x has no value); before: `a`.',
    ],
  ])('%s', (_, said, wanted) => expect(said).toBe(wanted));
});

describe('every kind of change', () => {
  const parts = {
    gained: gained(aws([''], [''])),
    lost: gained(named('', { role: 'limit' })),
    credential: credential({ name: '' }),
    link: link('uses', ''),
    field: 'owner',
    from: sourced(''),
    to: undefined,
    attribute: 'none',
    label: 'a',
  };
  const odd = { name: '', fullName: undefined, grants: [aws([], [])], namedSets: [named('')], trust: [trust({ principals: [] })] };
  it.each(changeKinds)('%s reads as a sentence when names are missing', (change) => {
    const trusts = change.startsWith('trust-') ? { gained: [trust({ principals: [] })], lost: [] } : {};
    for (const sides of [{}, { before: undefined }, { after: undefined }]) {
      const said = say(change, { ...parts, ...trusts, ...sides }, odd);
      expect(said).not.toMatch(/undefined|null|\[object|``|NaN/);
      expect(said).toMatch(/^[A-Z(`].*\.$/s);
    }
  });

  it('stays one readable line whatever a name holds', () => {
    const said = say('link-added', { link: link('uses', 'x'.repeat(100_000)) }, { name: 'a`b`c' });
    expect(said.length).toBeLessThan(300);
    expect(said).toContain("`a'b'c` now uses `xxx");
  });
});
