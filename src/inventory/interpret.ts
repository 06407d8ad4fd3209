/** Where the two axes meet: every dialect's resources × every provider's entities, through one table. */
import { type Fact, handleAt } from '../model/fact.js';
import { type Gap, gap } from '../model/gap.js';
import { groupBy } from '../model/group.js';
import type { Vault } from '../model/redact.js';
import type { Resource } from '../model/resource.js';
import { type Address, entriesOf, type Node } from '../model/tree.js';
import type { Entity, Provider, Row } from '../providers/entity.js';
import type { Flaw } from '../syntax/embedded.js';
import { makeSay } from './say.js';
import { makeView, type Traces } from './view.js';

export interface Interpreted {
  readonly facts: readonly Fact[];
  /** Resources whose content another one took in by reference. */
  readonly consumed: ReadonlySet<Address>;
  readonly gaps: readonly Gap[];
}

type Meaning = { readonly entity: Entity; readonly row: Row<string> };

/** `<dialect> <type>` → what it means. Several entities may look at one type. */
export type Meanings = ReadonlyMap<string, readonly Meaning[]>;

export function meaningsOf(providers: readonly Provider[]): Meanings {
  const table = new Map<string, Meaning[]>();
  for (const entity of providers.flatMap((p) => p.entities))
    for (const [dialect, row] of Object.entries(entity.spelled))
      for (const type of [row.type].flat()) {
        const key = `${dialect} ${type}`;
        table.set(key, [...(table.get(key) ?? []), { entity, row }]);
      }
  return table;
}

export function interpret(resources: readonly Resource[], providers: readonly Provider[], meanings: Meanings, vault: Vault): Interpreted {
  const facts: Fact[] = [];
  const traces: Traces = { gaps: [], consumed: new Set(), flaws: [] };
  const seen = new Map<Address, number>();
  for (const resource of resources) {
    const times = (seen.get(resource.address) ?? 0) + 1;
    seen.set(resource.address, times);
    const self = handleAt(times === 1 ? resource.address : `${resource.address}~${times}`);
    const found = meanings.get(`${resource.dialect} ${resource.type}`);
    if (!found) traces.gaps.push(...unsupported(resource, providers));
    for (const { entity, row } of found ?? []) {
      const from = facts.length;
      entity.means(makeView(resource, row, traces), makeSay(resource, self, entity.id, facts, traces, vault));
      tellFlaws(traces.flaws.splice(0), facts, from, traces.gaps);
    }
  }
  return { facts, consumed: takenIn(traces.consumed, resources), gaps: traces.gaps };
}

/** Documents that nobody will accept are an attribute of the subject that the resource declares, whatever it is: a rule may ask for it. */
function tellFlaws(flaws: readonly Flaw[], facts: Fact[], from: number, gaps: Gap[]): void {
  const [first] = flaws;
  if (!first) return;
  const found = facts.findIndex((fact, i) => i >= from && fact.fact === 'subject');
  const subject = facts[found];
  if (subject?.fact !== 'subject') gaps.push(...flaws.map(({ problem, at }) => gap('unparsed', problem, at)));
  else {
    const value = flaws.map((flaw) => flaw.problem);
    facts[found] = { ...subject, attributes: { ...subject.attributes, invalidDocuments: { value, span: first.at } } };
  }
}

/** What is taken in takes in what it refers to itself: a policy document made of other documents. */
function takenIn(consumed: ReadonlySet<Address>, resources: readonly Resource[]): ReadonlySet<Address> {
  const byAddress = groupBy(resources, (r) => r.address);
  const all = new Set(consumed);
  // A set goes on over what is added while it is walked.
  for (const address of all) for (const { body } of byAddress.get(address) ?? []) for (const to of referredIn(body)) all.add(to);
  return all;
}

function* referredIn(body: Node): Iterable<Address> {
  const open: Node[] = [body];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'reference') yield node.to;
    else if (node.kind === 'list') for (const item of node.items) open.push(item);
    else if (node.kind === 'map') for (const { value } of node.entries) open.push(value);
  }
}

/** A resource that carries identities and has no meaning here yet is a gap; anything else is beside the mission. */
function unsupported(resource: Resource, providers: readonly Provider[]): readonly Gap[] {
  for (const { dialect, type, what, having } of providers.flatMap((p) => p.unsupported)) {
    if (dialect !== resource.dialect || !type.test(resource.type)) continue;
    const written = having?.flatMap((field) => entriesOf(resource.body).find((e) => e.key.value === field) ?? []);
    if (written?.length === 0) continue;
    return [gap('unsupported', `${what} (${resource.type}) is not understood yet`, written?.[0]?.key.span ?? resource.head)];
  }
  return [];
}
