import { describe, expect, it } from '@jest/globals';
import { noCatalogue } from '../../src/access/catalogue.js';
import { makeDifferences } from '../../src/access/difference.js';
import type { Held } from '../../src/model/change.js';
import type { Trust } from '../../src/model/fact.js';
import type { HeldGrant, NamedSet } from '../../src/model/inventory.js';
import { show, type Text } from '../../src/model/text.js';
import fc from '../house/seeded.js';
import { condition, deny, grant, patterns, principal, rule, set, subject, t, trust } from './make.js';

const { access: accessDifference, trust: trustDifference } = makeDifferences(noCatalogue, { left: Number.POSITIVE_INFINITY });
const list = (texts: readonly Text[]) => texts.map(show).join('+');
const heldText = (h: Held): string =>
  'set' in h
    ? `${h.set.role} ${show(h.set.name)}`
    : [
        h.grant.effect === 'deny' ? 'not denied: ' : '',
        h.grant.actions.negated ? 'all but ' : '',
        list(h.grant.actions.patterns),
        ' on ',
        h.grant.resources.negated ? 'all but ' : '',
        list(h.grant.resources.patterns),
        ...h.grant.conditions.map((c) => ` if ${c.key}=${list(c.values)}`),
        ...(h.grant.principals ? [` to ${h.grant.principals.map((p) => show(p.value)).join('+')}`] : []),
      ].join('');

type Access = { readonly grants?: readonly HeldGrant[]; readonly namedSets?: readonly NamedSet[] };
function access(before: Access, after: Access) {
  const { gained, lost } = accessDifference(subject(before), subject(after));
  return { gained: gained.map(heldText), lost: lost.map(heldText) };
}
const grants = (before: readonly HeldGrant[], after: readonly HeldGrant[]) => access({ grants: before }, { grants: after });
const silent = { gained: [], lost: [] };

describe('statements that say the same in other words', () => {
  const region = condition('StringEquals', 'aws:RequestedRegion', ['eu-west-1', 'eu-central-1']);
  it.each<[string, readonly HeldGrant[], readonly HeldGrant[]]>([
    ['another order', [grant(['s3:a', 's3:b'])], [grant(['s3:b', 's3:a'])]],
    ['another case of an action', [grant('S3:getobject')], [grant('s3:GetObject')]],
    ['split by action', [grant(['s3:a', 's3:b'])], [grant('s3:a'), grant('s3:b')]],
    ['split by resource', [grant('s3:a', ['x', 'y'])], [grant('s3:a', 'x'), grant('s3:a', 'y')]],
    [
      'split both ways',
      [grant(['s3:a', 's3:b', 's3:c'], ['x', 'y'])],
      [grant('s3:a', 'x'), grant('s3:b', ['x', 'y']), grant(['s3:a', 's3:c'], 'y'), grant('s3:c', 'x')],
    ],
    [
      'split by the values of a condition',
      [grant('s3:a', '*', { conditions: [region] })],
      ['eu-west-1', 'eu-central-1'].map((r) => grant('s3:a', '*', { conditions: [condition('StringEquals', 'aws:RequestedRegion', r)] })),
    ],
    ['what a wildcard takes in already', [grant('s3:*')], [grant(['s3:*', 's3:GetObject'])]],
    ['`*` and `*:*`', [grant('*')], [grant('*:*')]],
    [
      'NotAction in another order',
      [grant([], '*', { actions: patterns(['a:b', 'c:d'], true) })],
      [grant([], '*', { actions: patterns(['c:d', 'a:b'], true) })],
    ],
    ['moved from inline to attached', [grant('s3:a')], [grant('s3:a', '*', { via: 'managed policy (attachment)' })]],
    ['said twice', [grant('s3:a')], [grant('s3:a'), grant('s3:a')]],
    ['a rule split by verb', [rule(['get', 'list'], 'core/pods')], [rule('get', 'core/pods'), rule('list', 'core/pods')]],
    [
      'a rule split by name',
      [rule('get', 'core/secrets', { conditions: [condition('resourceNames', 'resourceNames', ['a', 'b'])] })],
      ['a', 'b'].map((n) => rule('get', 'core/secrets', { conditions: [condition('resourceNames', 'resourceNames', n)] })),
    ],
    [
      'a resource policy split by principal',
      [grant('s3:a', 'x', { principals: [principal('account', '111111111111'), principal('account', '222222222222')] })],
      ['111111111111', '222222222222'].map((a) => grant('s3:a', 'x', { principals: [principal('account', a)] })),
    ],
  ])('%s', (_, before, after) => {
    expect(grants(before, after)).toEqual(silent);
    expect(grants(after, before)).toEqual(silent);
  });
});

describe('what is told of a change', () => {
  it.each<[string, readonly HeldGrant[], readonly HeldGrant[], { gained: string[]; lost: string[] }]>([
    ['only the new action', [grant(['s3:a', 's3:b'])], [grant(['s3:a', 's3:b', 's3:c'])], { gained: ['s3:c on *'], lost: [] }],
    ['only the new resource', [grant('s3:a', 'x')], [grant('s3:a', ['x', 'y'])], { gained: ['s3:a on y'], lost: [] }],
    [
      'each action with the resources it is new on',
      [grant(['s3:a', 's3:b'], 'x')],
      [grant(['s3:a', 's3:b', 's3:c'], ['x', 'y'])],
      { gained: ['s3:c on x', 's3:a+s3:b+s3:c on y'], lost: [] },
    ],
    ['a wider wildcard', [grant('s3:Get*')], [grant('s3:*')], { gained: ['s3:* on *'], lost: [] }],
    ['a narrower one', [grant('s3:*')], [grant(['s3:Get*', 's3:List*'])], { gained: [], lost: ['s3:* on *'] }],
    [
      'only the new value of a condition',
      [grant('s3:a', '*', { conditions: [condition('StringEquals', 'k', ['v', 'w'])] })],
      [grant('s3:a', '*', { conditions: [condition('StringEquals', 'k', ['v', 'w', 'x'])] })],
      { gained: ['s3:a on * if k=x'], lost: [] },
    ],
    [
      'a condition that is gone',
      [grant('s3:a', '*', { conditions: [condition('Bool', 'aws:SecureTransport', 'true')] })],
      [grant('s3:a')],
      { gained: ['s3:a on *'], lost: [] },
    ],
    ['a denial that is gone', [grant('*'), deny('iam:*')], [grant('*')], { gained: ['not denied: iam:* on *'], lost: [] }],
    [
      'a denial that is cut',
      [grant('*'), deny(['iam:*', 'sts:*'])],
      [grant('*'), deny('sts:*')],
      { gained: ['not denied: iam:* on *'], lost: [] },
    ],
    ['a new denial', [grant('*')], [grant('*'), deny('iam:*')], { gained: [], lost: ['not denied: iam:* on *'] }],
    [
      'a denial that got an exception',
      [deny('iam:*')],
      [deny('iam:*', '*', { conditions: [condition('StringNotEquals', 'aws:PrincipalArn', 'x')] })],
      { gained: ['not denied: iam:* on *'], lost: [] },
    ],
    [
      'a denial exchanged for a second copy of an allowance',
      [grant('*'), deny('iam:*')],
      [grant('*'), grant('*')],
      { gained: ['not denied: iam:* on *'], lost: [] },
    ],
    [
      'what is denied all the same',
      [deny('s3:Put*')],
      [deny('s3:Put*'), grant(['s3:PutObject', 's3:GetObject'])],
      { gained: ['s3:GetObject on *'], lost: [] },
    ],
    [
      'all but something, from something',
      [grant('s3:*')],
      [grant([], '*', { actions: patterns('iam:*', true) })],
      { gained: ['all but iam:* on *'], lost: [] },
    ],
    [
      'a NotAction that leaves out nothing',
      [grant('s3:*')],
      [grant([], '*', { actions: patterns([], true) })],
      { gained: ['all but  on *'], lost: [] },
    ],
    [
      'a NotResource that leaves out nothing',
      [grant('s3:*', 'x')],
      [grant('s3:*', [], { resources: patterns([], true) })],
      { gained: ['s3:* on all but '], lost: [] },
    ],
    [
      'the whole cluster instead of one namespace',
      [rule('get', 'core/pods', { scope: t('namespace/a') })],
      [rule('get', 'core/pods')],
      { gained: ['get on core/pods'], lost: [] },
    ],
    [
      'a hole is not what it was',
      [grant('s3:a', '<var.bucket>')],
      [grant('s3:a', '<var.other>')],
      { gained: ['s3:a on <var.other>'], lost: ['s3:a on <var.bucket>'] },
    ],
    [
      'principals that are not known',
      [grant('s3:a', 'x', { principals: [principal('account', '1')] })],
      [grant('s3:a', 'x', { principals: [] })],
      { gained: ['s3:a on x to '], lost: ['s3:a on x to 1'] },
    ],
    ['the same patterns of another system', [grant('get', 'x')], [rule('get', 'x')], { gained: ['get on x'], lost: ['get on x'] }],
  ])('%s', (_, before, after, expected) => {
    expect(grants(before, after)).toEqual(expected);
    expect(grants(after, before)).toEqual({ gained: expected.lost, lost: expected.gained });
  });

  it('a set held by name, and a boundary that is gone', () => {
    const boundary = set('limit', { role: 'limit' });
    expect(access({ namedSets: [boundary] }, { namedSets: [set('admin')] })).toEqual({ gained: ['give admin', 'limit limit'], lost: [] });
    expect(access({}, { namedSets: [boundary] })).toEqual({ gained: [], lost: ['limit limit'] });
  });

  it('a set that is given everywhere instead of in one namespace', () => {
    expect(access({ namedSets: [set('view', { scope: t('namespace/a') })] }, { namedSets: [set('view')] })).toEqual({
      gained: ['give view'],
      lost: ['give view'],
    });
  });

  it('thousands of statements end with a coarse answer instead of a long wait', () => {
    const many = (prefix: string) => Array.from({ length: 3000 }, (_, i) => grant([`${prefix}:a${i}`, `${prefix}:b${i}`], ['x', 'y']));
    const { gained } = makeDifferences(noCatalogue, { left: 100_000 }).access(
      subject({ grants: many('a') }),
      subject({ grants: many('b') }),
    );
    expect(gained).toHaveLength(3000);
  });
});

describe('trust', () => {
  const github = principal('federated', 'token.actions.githubusercontent.com');
  const sub = (...values: string[]) => condition('StringLike', 'token.actions.githubusercontent.com:sub', values);
  const trustText = (s: Trust): string =>
    `${s.effect} ${s.principals.map((p) => show(p.value)).join('+')}${s.conditions.map((c) => ` if ${list(c.values)}`).join('')}`;
  const told = (before: readonly Trust[], after: readonly Trust[]) => {
    const { gained, lost } = trustDifference(subject({ trust: before }), subject({ trust: after }));
    return { gained: gained.map(trustText), lost: lost.map(trustText) };
  };
  const account = principal('account', 'arn:aws:iam::111111111111:root');
  const role = principal('identity', 'arn:aws:iam::111111111111:role/ci');

  it.each<[string, readonly Trust[], readonly Trust[], { gained: string[]; lost: string[] }]>([
    ['split by principal', [trust([role, account])], [trust([role]), trust([account])], silent],
    ['split by subject', [trust([github], [sub('a', 'b')])], [trust([github], [sub('a')]), trust([github], [sub('b')])], silent],
    [
      'StringEquals where StringLike stood',
      [trust([github], [sub('a')])],
      [trust([github], [condition('StringEquals', sub().key, 'a')])],
      silent,
    ],
    [
      'any environment instead of one',
      [trust([github], [sub('repo:a/b:environment:prod')])],
      [trust([github], [sub('repo:a/b:*')])],
      { gained: [`allow ${show(github.value)} if repo:a/b:*`], lost: [] },
    ],
    [
      'one subject more',
      [trust([github], [sub('a', 'b')])],
      [trust([github], [sub('a', 'b', 'c')])],
      { gained: [`allow ${show(github.value)} if c`], lost: [] },
    ],
    [
      'one principal more',
      [trust([role])],
      [trust([role, principal('service', 'ec2.amazonaws.com')])],
      { gained: ['allow ec2.amazonaws.com'], lost: [] },
    ],
    ['the whole account of a role', [trust([role])], [trust([account])], { gained: [`allow ${show(account.value)}`], lost: [] }],
    [
      'another account',
      [trust([principal('identity', 'arn:aws:iam::222222222222:role/ci')])],
      [trust([account])],
      { gained: [`allow ${show(account.value)}`], lost: ['allow arn:aws:iam::222222222222:role/ci'] },
    ],
    [
      'no more external id',
      [trust([account], [condition('StringEquals', 'sts:ExternalId', 'x')])],
      [trust([account])],
      { gained: [`allow ${show(account.value)}`], lost: [] },
    ],
    [
      'a denial that is gone',
      [trust([account]), trust([role], [], { effect: 'deny' })],
      [trust([account])],
      { gained: [`deny ${show(role.value)}`], lost: [] },
    ],
    [
      'all but fewer',
      [trust([role, account], [], { negated: true })],
      [trust([role], [], { negated: true })],
      { gained: [`allow ${show(role.value)}`], lost: [] },
    ],
    ['principals that are not known', [trust([account])], [trust([account]), trust([])], { gained: ['allow '], lost: [] }],
    [
      'a condition whose values are not known',
      [trust([github], [sub('a')])],
      [trust([github], [sub()])],
      { gained: [`allow ${show(github.value)} if `], lost: [`allow ${show(github.value)} if a`] },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
    expect(told(after, before)).toEqual({ gained: expected.lost, lost: expected.gained });
  });

  it('StringEquals inside StringLike narrows and is not the other way round', () => {
    const like = [trust([github], [sub('repo:a/*')])];
    const equals = [trust([github], [condition('StringEquals', sub().key, 'repo:a/b')])];
    expect(told(like, equals)).toEqual({ gained: [], lost: [`allow ${show(github.value)} if repo:a/*`] });
  });
});

describe('against every request of a small world', () => {
  const actions = ['s3:a', 's3:b', 'iam:a'];
  const resources = ['x', 'y'];
  const values = ['v', 'w', undefined];
  const statement = fc
    .record({
      effect: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
      actions: fc.uniqueArray(fc.constantFrom('s3:a', 's3:b', 'iam:a', 's3:*', '*'), { minLength: 1, maxLength: 3 }),
      notActions: fc.boolean(),
      resources: fc.uniqueArray(fc.constantFrom('x', 'y', '*'), { minLength: 1, maxLength: 2 }),
      condition: fc.option(
        fc.tuple(
          fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIfExists'),
          fc.uniqueArray(fc.constantFrom('v', 'w'), { minLength: 1 }),
        ),
      ),
    })
    .map((s) =>
      grant([], s.resources, {
        effect: s.effect,
        actions: patterns(s.actions, s.notActions),
        conditions: s.condition ? [condition(s.condition[0], 'k', s.condition[1])] : [],
      }),
    );
  const statements = fc.array(statement, { maxLength: 4 });

  const like = (pattern: Text, value: string) => new RegExp(`^${show(pattern).replaceAll('*', '.*')}$`).test(value);
  const holds = ({ operator, values: wanted }: HeldGrant['conditions'][number], value: string | undefined): boolean => {
    const among = wanted.some((w) => show(w) === value);
    return operator === 'StringNotEquals' ? !among : operator === 'StringEqualsIfExists' ? value === undefined || among : among;
  };
  const covers = (s: HeldGrant, action: string, resource: string, value: string | undefined): boolean =>
    s.actions.patterns.some((p) => like(p, action)) !== s.actions.negated &&
    s.resources.patterns.some((p) => like(p, resource)) &&
    s.conditions.every((c) => holds(c, value));
  const requests = actions.flatMap((a) => resources.flatMap((r) => values.map((v) => [a, r, v] as const)));
  const allows = (held: readonly HeldGrant[], [a, r, v]: (typeof requests)[number]): boolean => {
    const met = held.filter((s) => covers(s, a, r, v));
    return met.some((s) => s.effect === 'allow') && !met.some((s) => s.effect === 'deny');
  };
  const difference = (before: readonly HeldGrant[], after: readonly HeldGrant[]) =>
    accessDifference(subject({ grants: before }), subject({ grants: after }));

  it('whatever becomes possible is told as gained', () => {
    fc.assert(
      fc.property(statements, statements, (before, after) => {
        const opened = requests.some((q) => allows(after, q) && !allows(before, q));
        if (opened) expect(difference(before, after).gained).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('each request that becomes possible is in what is told as gained', () => {
    fc.assert(
      fc.property(statements, statements, (before, after) => {
        const told = difference(before, after).gained.flatMap((h) => ('grant' in h ? [h.grant] : []));
        for (const q of requests.filter((r) => allows(after, r) && !allows(before, r)))
          expect(told.some((s) => covers(s, ...q))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('nothing is different from itself, in whatever order', () => {
    fc.assert(
      fc.property(statements, (held) => {
        expect(difference(held, held)).toEqual(silent);
        expect(difference(held, [...held].reverse())).toEqual(silent);
      }),
    );
  });

  it('what is gained one way is lost the other way', () => {
    fc.assert(
      fc.property(statements, statements, (before, after) => {
        const there = difference(before, after);
        const back = difference(after, before);
        expect([back.lost, back.gained]).toEqual([there.gained, there.lost]);
      }),
    );
  });

  it('a statement written out alternative by alternative is the same statement', () => {
    fc.assert(
      fc.property(statement, (s) => {
        fc.pre(!s.actions.negated);
        const apart = s.actions.patterns.flatMap((a) =>
          s.resources.patterns.map((r) => ({
            ...s,
            actions: { ...s.actions, patterns: [a] },
            resources: { ...s.resources, patterns: [r] },
          })),
        );
        expect(difference([s], apart)).toEqual(silent);
      }),
    );
  });
});
