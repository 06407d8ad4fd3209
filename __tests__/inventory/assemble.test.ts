import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/model/fact.js';
import { show, text } from '../../src/model/text.js';
import { principal } from '../access/make.js';
import fc from '../house/seeded.js';
import { assign, at, credential, end, grant, inventoryOf, label, link, policy, role, subjectOf, trust } from './make.js';

const heldBy = (facts: readonly Fact[], key: string, consumed: readonly string[] = []) => {
  const s = subjectOf(inventoryOf(facts, consumed), key);
  return [
    ...s.grants.map((g) => `${g.actions.patterns.map(show).join('+')} in ${show(g.scope)} by ${g.via}`),
    ...s.namedSets.map((n) => `${n.role} ${show(n.name)} by ${n.via}`),
  ];
};

describe('facts about a subject', () => {
  it('join it by any of its handles', () => {
    const facts = [
      role('infra#ci'),
      grant('at:infra#ci', 's3:a'),
      grant('aws:role:ci', 's3:b'),
      trust('at:infra#ci', principal('anyone')),
      credential('aws:role:ci'),
    ];
    expect(heldBy(facts, 'aws:role:ci')).toEqual(['s3:a in * by inline policy', 's3:b in * by inline policy']);
    const ci = subjectOf(inventoryOf(facts), 'aws:role:ci');
    expect([ci.trust.length, ci.credentials.length]).toEqual([1, 1]);
  });

  it('about something that nobody declares make an outside identity', () => {
    const s = subjectOf(inventoryOf([grant('kubernetes:User:system:admin', 'get')]), 'kubernetes:User:system:admin');
    expect([s.kind, s.name, s.grants.length]).toEqual(['external', 'system:admin', 1]);
  });

  it('are dropped with a subject for which another one speaks', () => {
    const inventory = inventoryOf([policy('infra#doc', { unlessConsumed: true }), grant('at:infra#doc', 's3:a')], ['infra#doc']);
    expect([...inventory.subjects.keys()]).toEqual([]);
  });

  it('of two declarations with one address stay with their own', () => {
    const first = role('infra#ci', { line: 1 });
    const second = { ...role('infra#ci', { line: 5 }), handles: ['at:infra#ci~2', 'at:infra#ci', 'aws:role:ci'] as never };
    const inventory = inventoryOf([first, second, grant('at:infra#ci', 's3:first'), grant('at:infra#ci~2', 's3:second')]);
    expect(subjectOf(inventory, 'aws:role:ci@infra#ci').grants.map((g) => show(g.actions.patterns[0] ?? text('', at())))).toEqual([
      's3:first',
    ]);
    expect(subjectOf(inventory, 'aws:role:ci@infra#ci~2').grants).toHaveLength(1);
  });
});

describe('links', () => {
  const from = role('ci#job');
  const links = (facts: readonly Fact[]) => {
    const inventory = inventoryOf(facts);
    return {
      links: subjectOf(inventory, 'aws:role:job').links.map((l) => `${l.to}${l.external ? ' outside' : ''}`),
      gaps: inventory.gaps.map((g) => g.reason),
    };
  };

  it.each<[string, Fact[], string[], number]>([
    ['to what the files declare', [role('infra#ci'), link('at:ci#job', end('aws:role:ci'))], ['aws:role:ci'], 0],
    ['to what they do not', [link('at:ci#job', end('aws:role:ci'))], ['aws:role:ci outside'], 0],
    [
      'by the first handle that leads somewhere',
      [role('infra#ci'), link('at:ci#job', end('at:infra#gone', 'aws:role:ci'))],
      ['aws:role:ci'],
      0,
    ],
    [
      'to the nearest of two',
      [role('infra#ci'), role('ci#ci'), link('at:ci#job', end('aws:role:ci'), 'assumes', at('ci/main.tf'))],
      ['aws:role:ci@ci'],
      0,
    ],
    [
      'to neither of two that are far away',
      [role('a#ci'), role('b#ci'), link('at:ci#job', end('aws:role:ci'))],
      ['aws:role:ci outside'],
      1,
    ],
    [
      'by a name that tells, after one that does not',
      [role('a#ci'), role('b#ci', { handles: ['aws:arn:b'] }), link('at:ci#job', end('aws:role:ci', 'aws:arn:b'))],
      ['aws:role:ci@b'],
      0,
    ],
    [
      'to all variants in one place',
      [role('a#x', { name: 'ci' }), role('a#y', { name: 'ci' }), link('at:ci#job', end('aws:role:ci'))],
      ['aws:role:ci@a#x', 'aws:role:ci@a#y'],
      0,
    ],
    ['to what is a mere hole', [link('at:ci#job', end('<var.role>'))], ['aws:unknown:<var.role>@ci outside'], 0],
    [
      'to a resource without a meaning',
      [link('at:ci#job', end('at:infra#null_resource.x'))],
      ['aws:unknown:null_resource.x@ci outside'],
      0,
    ],
  ])('%s', (_, facts, expected, gaps) => {
    const found = links([from, ...facts]);
    expect(found.links).toEqual(expected);
    expect(found.gaps).toHaveLength(gaps);
  });

  it('tell the far end who uses it', () => {
    expect(subjectOf(inventoryOf([from, role('infra#ci'), link('at:ci#job', end('aws:role:ci'))]), 'aws:role:ci').usedBy).toEqual([
      'aws:role:job',
    ]);
  });

  it('name an outside identity alike, by whatever handles and in whatever order it is named', () => {
    const other = role('ci#other');
    const one = link('at:ci#job', end('at:infra#data.role', 'aws:role:ci'));
    const two = link('at:ci#other', end('aws:role:ci'));
    for (const facts of [
      [from, other, one, two],
      [from, other, two, one],
    ])
      expect([...inventoryOf(facts).subjects.keys()]).toEqual(['aws:role:ci', 'aws:role:job', 'aws:role:other']);
  });
});

describe('permission sets', () => {
  const ci = role('infra#ci');
  const send = [policy('infra#send'), grant('at:infra#send', 'sqs:SendMessage')];

  it.each<[string, Fact[], string[]]>([
    [
      'come to who is given them',
      [...send, assign(end('aws:policy:send'), [end('aws:role:ci')])],
      ['sqs:SendMessage in * by inline policy (attachment)'],
    ],
    [
      'that are not in the files are held by name',
      [assign(end('aws:policy:other'), [end('aws:role:ci')])],
      ['give aws:policy:other by attachment'],
    ],
    [
      'that limit are held by name, known or not',
      [...send, assign(end('aws:policy:send'), [end('aws:role:ci')], { role: 'limit' })],
      ['limit aws:policy:send by attachment'],
    ],
    [
      'take the scope of what gives them',
      [...send, assign(end('aws:policy:send'), [end('aws:role:ci')], { scope: text('namespace/a', at()) })],
      ['sqs:SendMessage in namespace/a by inline policy (attachment)'],
    ],
    [
      'come through groups',
      [
        ...send,
        policy('infra#group'),
        assign(end('aws:policy:send'), [end('aws:policy:group')]),
        assign(end('aws:policy:far'), [end('aws:policy:group')]),
        assign(end('aws:policy:group'), [end('aws:role:ci')], { via: 'membership' }),
      ],
      ['sqs:SendMessage in * by inline policy (membership)', 'give aws:policy:far by attachment (membership)'],
    ],
    [
      'come through groups that the files do not declare',
      [
        assign(end('kubernetes:Group:ops'), [end('aws:role:ci')], { via: 'membership' }),
        ...send,
        assign(end('aws:policy:send'), [end('kubernetes:Group:ops')]),
      ],
      ['sqs:SendMessage in * by inline policy (membership)'],
    ],
    [
      'given to one another end',
      [
        ...send,
        policy('infra#b'),
        assign(end('aws:policy:send'), [end('aws:policy:b')]),
        assign(end('aws:policy:b'), [end('aws:policy:send'), end('aws:role:ci')]),
      ],
      ['sqs:SendMessage in * by inline policy (attachment)'],
    ],
    [
      'given twice are held twice',
      [...send, assign(end('aws:policy:send'), [end('aws:role:ci'), end('aws:role:ci')])],
      Array(2).fill('sqs:SendMessage in * by inline policy (attachment)'),
    ],
  ])('%s', (_, facts, expected) => {
    expect(heldBy([ci, ...facts], 'aws:role:ci')).toEqual(expected);
    expect(heldBy([...facts, ci], 'aws:role:ci')).toEqual(expected);
  });

  it('remember where they were given, and through what', () => {
    const given = at('infra/attachment.tf', 7);
    const [g] = subjectOf(
      inventoryOf([ci, ...send, assign(end('aws:policy:send'), [end('aws:role:ci')], { span: given })]),
      'aws:role:ci',
    ).grants;
    expect([g?.from, g?.given]).toEqual(['aws:policy:send', given]);
  });

  it('are taken in by their labels', () => {
    const facts = [
      policy('c#all', { type: 'kubernetes.cluster-role', collects: [{ part: 'ops' }] }),
      policy('c#one', { type: 'kubernetes.cluster-role', tags: [label('part', 'ops')] }),
      grant('at:c#one', 'get'),
      policy('c#other', { type: 'kubernetes.cluster-role', tags: [label('part', 'web')] }),
      grant('at:c#other', 'delete'),
      policy('c#elsewhere', { type: 'kubernetes.role', tags: [label('part', 'ops')] }),
      grant('at:c#elsewhere', 'list'),
      policy('c#empty', { type: 'kubernetes.cluster-role', collects: [{}] }),
    ];
    expect(heldBy(facts, 'kubernetes:cluster-role:all')).toEqual(['get in * by inline policy (aggregation)']);
    expect(heldBy(facts, 'kubernetes:cluster-role:empty')).toEqual([]);
  });

  it('that multiply without measure are cut, with a gap', () => {
    const sets = Array.from({ length: 300 }, (_, i) => [
      policy(`p#p${i}`),
      grant(`at:p#p${i}`, 'a:b'),
      assign(end(`aws:policy:p${i}`), [end('aws:policy:p0')]),
    ]);
    const holders = Array.from({ length: 3000 }, (_, i) => [role(`r#r${i}`), assign(end('aws:policy:p0'), [end(`aws:role:r${i}`)])]);
    const inventory = inventoryOf([...sets, ...holders].flat());
    expect(inventory.subjects.size).toBe(3300);
    expect(inventory.gaps.map((g) => g.kind)).toEqual(['too-large']);
  });
});

describe('credentials', () => {
  it('take in what tells how they are renewed', () => {
    const facts = [
      role('infra#ci'),
      credential('at:infra#ci', { name: 'password' }),
      credential('at:infra#ci', { name: 'password', rotatedBy: 'rotation every 30 days', rotationDays: 30 }),
      credential('at:infra#ci', { name: 'other', rotatedBy: 'rotation every 7 days' }),
    ];
    expect(
      subjectOf(inventoryOf(facts), 'aws:role:ci').credentials.map((c) => `${c.name} ${c.rotatedBy ?? ''} ${c.rotationDays ?? ''}`),
    ).toEqual(['password rotation every 30 days 30', 'other rotation every 7 days ']);
  });
});

describe('the order of the facts', () => {
  const facts: readonly Fact[] = [
    role('a#ci'),
    role('b#ci'),
    role('b#unnamed', { name: '' }),
    policy('a#send'),
    policy('b#group'),
    grant('at:a#send', 'sqs:SendMessage'),
    grant('at:a#ci', 's3:a'),
    assign(end('aws:policy:send'), [end('aws:policy:group'), end('at:a#ci')]),
    assign(end('aws:policy:group'), [end('at:b#ci')]),
    assign(end('kubernetes:Group:ops'), [end('at:b#unnamed')]),
    assign(end('aws:policy:send'), [end('kubernetes:Group:ops')]),
    link('at:a#ci', end('aws:role:outside')),
    link('at:b#ci', end('at:a#data', 'aws:role:outside')),
    link('at:b#unnamed', end('aws:role:ci'), 'assumes', at('c/main.tf')),
    credential('aws:role:outside'),
  ];
  const shape = (all: readonly Fact[]) =>
    [...inventoryOf(all).subjects.values()].map((s) => ({
      key: s.key,
      grants: s.grants.map((g) => `${g.actions.patterns.map(show).join()} ${g.from ?? ''}`).sort(),
      sets: s.namedSets.map((n) => show(n.name)).sort(),
      links: s.links.map((l) => l.to).sort(),
      credentials: s.credentials.length,
      usedBy: s.usedBy,
    }));

  it('decides nothing', () => {
    const expected = shape(facts);
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (shuffled) => {
        expect(shape(shuffled)).toEqual(expected);
      }),
    );
  });
});
