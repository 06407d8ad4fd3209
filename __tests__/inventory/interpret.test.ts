import { describe, expect, it } from '@jest/globals';
import { interpret, meaningsOf } from '../../src/inventory/interpret.js';
import { handleAt } from '../../src/model/fact.js';
import { makeVault } from '../../src/model/redact.js';
import type { Resource } from '../../src/model/resource.js';
import { show } from '../../src/model/text.js';
import { type Entry, list, type MapNode, map, type Node, scalar, unknown } from '../../src/model/tree.js';
import { defineEntity, defineProvider, type View } from '../../src/providers/entity.js';
import { at } from './make.js';

const value = (v: Node | string | number | boolean | null): Node => (typeof v === 'object' && v !== null ? v : scalar(v, at()));
const body = (fields: Readonly<Record<string, Node | string | number | boolean | null>>): MapNode =>
  map(
    Object.entries(fields).map(([key, v]): Entry => ({ key: scalar(key, at()), value: value(v) })),
    at(),
  );
const reference = (to: string, known?: Node, ...path: readonly string[]): Node => ({
  kind: 'reference',
  to,
  path,
  span: at(),
  ...(known && { value: known }),
});

const resource = (type: string, label: string, fields: MapNode): Resource => ({
  dialect: 'terraform',
  type,
  address: `infra#${label}`,
  label,
  scope: 'infra',
  body: fields,
  span: at(),
  head: at(),
  comments: [],
});

type Field = 'name' | 'flag' | 'size' | 'list' | 'deep' | 'document' | 'blocks' | 'to';
/** What a probe makes of the resources of type `thing`; `doc` is a subject unless somebody takes it in. */
function told<T>(resources: readonly Resource[], look: (r: View<Field>) => T) {
  const seen: T[] = [];
  const thing = defineEntity<Field>({
    id: 'aws.thing',
    title: 'Thing',
    spelled: {
      terraform: {
        type: 'thing',
        fields: {
          name: ['name', 'title'],
          flag: 'flag',
          size: 'size',
          list: 'list',
          deep: 'a.b',
          document: 'document',
          blocks: { at: 'block', fields: { name: 'name' } },
          to: 'to',
        },
      },
    },
    means: (r, say) => {
      say.subject({ category: 'identity', kind: 'service-account', name: r.text('name') });
      seen.push(look(r));
    },
  });
  const document = defineEntity({
    id: 'aws.document',
    title: 'Document',
    spelled: { terraform: { type: 'doc', fields: {} } },
    means: (_, say) => say.subject({ category: 'permission-set', name: undefined, unlessConsumed: true }),
  });
  const provider = defineProvider({
    id: 'aws',
    title: 'AWS',
    entities: [thing, document],
    attributes: {},
    unsupported: [{ dialect: 'terraform', type: /^strange_/, what: 'A strange thing' }],
  });
  const interpreted = interpret(
    resources,
    [provider],
    meaningsOf([provider]),
    makeVault((v) => `#${v.length}`),
  );
  return { ...interpreted, seen };
}
const looked = <T>(fields: Parameters<typeof body>[0], look: (r: View<Field>) => T) => told([resource('thing', 'one', body(fields))], look);

describe('what a resource means', () => {
  it('nothing where there is no meaning; a gap where there should be one', () => {
    const { facts, gaps } = told([resource('else', 'one', body({})), resource('strange_two', 'two', body({}))], () => 0);
    expect(facts).toEqual([]);
    expect(gaps.map((g) => `${g.kind}: ${g.reason}`)).toEqual(['unsupported: A strange thing (strange_two) is not understood yet']);
  });

  it('a second resource of one address has a handle of its own', () => {
    const { facts } = told([resource('thing', 'one', body({})), resource('thing', 'one', body({}))], () => 0);
    expect(facts.map((f) => (f.fact === 'subject' ? f.handles : []))).toEqual([
      [handleAt('infra#one')],
      [handleAt('infra#one~2'), handleAt('infra#one')],
    ]);
  });
});

describe('fields', () => {
  it('are found under any of their names, null counting as not written', () => {
    expect(looked({ title: 'x' }, (r) => show(r.text('name') ?? { parts: [], span: at() })).seen).toEqual(['x']);
    expect(looked({ name: null, title: 'x' }, (r) => r.get('name')?.kind).seen).toEqual(['scalar']);
    expect(looked({}, (r) => r.get('name')).seen).toEqual([undefined]);
  });

  it('are found in maps and in blocks that stand once', () => {
    const inner = body({ b: 'x' });
    expect(looked({ a: inner }, (r) => r.texts('deep').map(show)).seen).toEqual([['x']]);
    expect(looked({ a: list([inner], at()) }, (r) => r.texts('deep').map(show)).seen).toEqual([['x']]);
    expect(looked({ a: list([inner, inner], at()) }, (r) => r.texts('deep').map(show)).seen).toEqual([[]]);
    expect(looked({ 'a.b': 'x' }, (r) => r.texts('deep').map(show)).seen).toEqual([['x']]);
  });

  it('that are attributes say whether they are established', () => {
    const of = (fields: Parameters<typeof body>[0]) =>
      looked(fields, (r) =>
        [r.attribute('flag', false), r.attribute('size', 1), r.attribute('list', ['d'])].map((a) => a.value ?? `? ${a.why}`),
      ).seen[0];
    expect(of({})).toEqual([false, 1, ['d']]);
    expect(of({ flag: 'true', size: '3', list: 'x' })).toEqual([true, 3, ['x']]);
    const why = { ...unknown('var.x has no default', at()), name: 'var.x' };
    expect(of({ flag: why, size: why, list: why })).toEqual(['? <var.x>', '? <var.x>', '? <var.x>']);
    expect(of({ flag: body({}) })?.[0]).toBe('? a map stands where one value is expected');
  });

  it('that are blocks come one by one; what is not known of them is a gap', () => {
    const blocks = list([body({ name: 'x' }), unknown('var.blocks has no default', at())], at());
    const { seen, gaps } = looked({ block: blocks }, (r) => r.nested('blocks').map((b) => b.texts('name').map(show)));
    expect(seen).toEqual([[['x']]]);
    expect(gaps.map((g) => g.kind)).toEqual(['unresolved']);
  });

  it('that may have been generated are a gap where blocks are asked for, and nothing where the platform fills in a value', () => {
    const missing = (why: string): Entry => ({ key: scalar(why, at()), value: unknown(`nobody tells ${why}`, at()) });
    const fields: MapNode = { ...body({}), untold: [missing('block'), missing('name'), missing('a')] };
    const { seen, gaps } = told([resource('thing', 'one', fields)], (r) => [
      r.nested('blocks').length,
      r.text('name'),
      r.texts('deep').map(show),
    ]);
    expect(seen).toEqual([[0, undefined, ['<nobody tells a>']]]);
    expect(gaps.map((g) => g.reason)).toEqual(['blocks are not known: nobody tells block']);
    // What lies inside of something that is not known is not known.
    expect(looked({ a: unknown('var.a has no default', at()) }, (r) => r.texts('deep').map(show)).seen).toEqual([
      ['<var.a has no default>'],
    ]);
  });

  it('that point at others give all the names under which those may answer', () => {
    const ends = (fields: Parameters<typeof body>[0]) =>
      looked(fields, (r) => r.end('to', (name) => [`aws:role:${name}` as never])?.handles).seen[0];
    expect(ends({ to: 'ci' })).toEqual(['aws:role:ci']);
    expect(ends({ to: reference('infra#role', scalar('ci', at()), 'name') })).toEqual(['at:infra#role', 'aws:role:ci']);
    expect(ends({ to: reference('infra#role', undefined, 'arn') })).toEqual(['at:infra#role']);
    expect(ends({ to: '' })).toBeUndefined();
  });
});

describe('documents', () => {
  it('are maps, or JSON in a string, or what is referred to', () => {
    const kinds = (document: Node | string) => looked({ document }, (r) => r.document('document')?.kind);
    expect(kinds(body({})).seen).toEqual(['map']);
    expect(kinds('{"a": 1}').seen).toEqual(['map']);
    expect(kinds(reference('infra#doc', scalar('{}', at()), 'json')).seen).toEqual(['map']);
  });

  it('that are not known are an unknown node and a gap, and nothing of their text comes along', () => {
    const { seen, gaps } = looked({ document: '{"password": "hunter2"' }, (r) => r.document('document'));
    expect(seen[0]?.kind).toBe('unknown');
    expect(gaps.map((g) => g.kind)).toEqual(['unparsed']);
    expect(JSON.stringify([seen, gaps.map((g) => g.reason)])).not.toContain('hunter2');
    const open = looked({ document: { ...unknown('var.policy has no default', at()), name: 'var.policy' } }, (r) => r.document('document'));
    expect(open.seen[0]).toMatchObject({ kind: 'unknown', name: 'var.policy' });
    expect(looked({}, (r) => r.document('document')).seen).toEqual([undefined]);
  });

  it('that nobody will accept are told by an attribute of the subject, at their place', () => {
    const invalid = (document: string) => {
      const { facts, gaps, seen } = looked({ document }, (r) => r.document('document')?.kind);
      const [subject] = facts.flatMap((f) => (f.fact === 'subject' ? [f] : []));
      return { seen, told: subject?.attributes.invalidDocuments?.value, gaps: gaps.map((g) => g.kind) };
    };
    expect(invalid('{"a": 1}')).toEqual({ seen: ['map'], told: undefined, gaps: [] });
    expect(invalid('')).toEqual({ seen: ['unknown'], told: undefined, gaps: ['unresolved'] });
    const comma = "the document is not valid JSON: expected ',' or '}'";
    expect(invalid('{"a": 1 "b": 2}')).toEqual({ seen: ['unknown'], told: [comma], gaps: ['unparsed'] });
    // All of it could be read, so nothing is missing.
    const tooMany = "the document is not valid JSON: a comma stands before '}'";
    expect(invalid('{"a": 1,}')).toEqual({ seen: ['map'], told: [tooMany], gaps: [] });
  });

  it('that are taken in take in what they are made of', () => {
    const resources = [
      resource('thing', 'one', body({ document: reference('infra#all', body({}), 'json') })),
      resource('doc', 'all', body({ parts: list([reference('infra#part', body({}), 'json')], at()) })),
      resource('doc', 'part', body({ inner: body({ again: reference('infra#last', undefined, 'json') }) })),
      resource('doc', 'last', body({ back: reference('infra#all', undefined, 'json') })),
      resource('doc', 'other', body({})),
    ];
    const { consumed } = told(resources, (r) => r.document('document'));
    expect([...consumed].sort()).toEqual(['infra#all', 'infra#last', 'infra#part']);
  });
});
