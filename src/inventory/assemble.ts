/** The only join: facts that name each other by handles become one inventory. It knows no cloud and no format. */
import type { AssignmentFact, Credential, End, Fact, LinkFact, SubjectFact } from '../model/fact.js';
import type { Gap } from '../model/gap.js';
import type { HeldGrant, Inventory, NamedSet, Subject } from '../model/inventory.js';
import type { Side } from '../model/span.js';
import { literal } from '../model/text.js';
import type { Address } from '../model/tree.js';
import { Directory, type Draft } from './directory.js';
import { nameOf } from './keys.js';

export interface Facts {
  readonly facts: readonly Fact[];
  readonly consumed: ReadonlySet<Address>;
  readonly gaps: readonly Gap[];
}

export function assemble(side: Side, { facts, consumed, gaps }: Facts): Inventory {
  const directory = new Directory(facts, consumed);
  for (const fact of facts) attach(fact, directory);
  collectAggregates(directory);
  const subjects = directory.drafts().map((draft) => [draft.key, finish(draft)] as const);
  subjects.sort(([a], [b]) => (a < b ? -1 : 1));
  return { side, subjects: new Map(subjects), gaps: [...gaps, ...directory.gaps] };
}

function attach(fact: Fact, directory: Directory): void {
  switch (fact.fact) {
    case 'subject':
      return;
    case 'grant': {
      const { grant } = fact;
      directory.owner(fact.to, grant.span)?.own.push({ ...grant, given: grant.span, level: 'unknown', breadth: 'unknown' });
      return;
    }
    case 'trust':
      directory.owner(fact.of, fact.trust.span)?.trust.push(fact.trust);
      return;
    case 'credential':
      directory.owner(fact.of, fact.credential.span)?.credentials.push(fact.credential);
      return;
    case 'link':
      link(fact, directory);
      return;
    case 'assignment':
      assign(fact, directory);
      return;
  }
}

function link(fact: LinkFact, directory: Directory): void {
  const from = directory.owner(fact.from, fact.span);
  if (!from) return;
  const to = directory.find(fact.to, from.fact.scope) ?? directory.external(fact.to, fact.span, from.fact);
  from.links.push({
    relation: fact.relation,
    to: to.key,
    end: fact.to,
    external: to.fact.kind === 'external',
    via: fact.via,
    span: fact.span,
  });
  to.usedBy.add(from.key);
}

function assign(fact: AssignmentFact, directory: Directory): void {
  const { set, role, via, span, scope } = fact;
  const known = role === 'give' ? directory.find(set, undefined, span) : undefined;
  for (const end of fact.to) {
    const to = directory.find(end, undefined, span) ?? directory.external(end, span);
    if (known) {
      to.given.push({ set: known, by: fact });
      known.usedBy.add(to.key);
    } else to.namedSets.push({ name: set.name, handles: set.handles, role, via, span, ...(scope && { scope }) });
  }
}

/** An aggregated permission set holds every set whose labels match one of its selectors. */
function collectAggregates(directory: Directory): void {
  const sets = directory.drafts().filter((d) => d.fact.category === 'permission-set');
  for (const into of sets)
    for (const selector of into.fact.collects ?? [])
      for (const set of sets) {
        if (set === into || set.fact.type !== into.fact.type || !matchesLabels(set.fact, selector)) continue;
        const end: End = { handles: set.fact.handles.slice(0, 1), name: { parts: [set.fact.label], span: set.fact.head } };
        into.given.push({ set, by: { fact: 'assignment', set: end, to: [], role: 'give', via: 'aggregation', span: into.fact.head } });
        set.usedBy.add(into.key);
      }
}

const matchesLabels = (set: SubjectFact, selector: Readonly<Record<string, string>>): boolean => {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => set.tags.some((t) => t.key === key && literal(t.value) === value));
};

function finish(draft: Draft): Subject {
  const { fact, key, own, trust, credentials, links, usedBy } = draft;
  const held = heldBy(draft);
  const { fact: _, name, unlessConsumed: __, ...rest } = fact;
  return {
    ...rest,
    key,
    name: nameOf(fact),
    fullName: name,
    grants: [...own, ...held.grants],
    namedSets: [...draft.namedSets, ...held.named],
    trust,
    credentials: joined(credentials),
    links,
    usedBy: [...usedBy].sort(),
    access: { level: 'unknown', reasons: [] },
    ownership: {},
  };
}

/** What only tells how a credential is renewed (a rotation beside a secret) joins the credential of that name. */
function joined(credentials: readonly Credential[]): readonly Credential[] {
  const same = (a: Credential, b: Credential) => a !== b && a.kind === b.kind && a.name === b.name;
  const isRotation = (c: Credential) => c.rotatedBy !== undefined && c.value === undefined;
  return credentials.flatMap((c) => {
    if (isRotation(c) && credentials.some((other) => same(c, other) && !isRotation(other))) return [];
    const rotation = c.rotatedBy === undefined ? credentials.find((other) => same(c, other) && isRotation(other)) : undefined;
    if (!rotation) return [c];
    const { rotatedBy, rotationDays } = rotation;
    return [{ ...c, ...(rotatedBy !== undefined && { rotatedBy }), ...(rotationDays !== undefined && { rotationDays }) }];
  });
}

/** Everything that comes to a subject through the sets given to it, and through sets given to those. */
function heldBy(draft: Draft): { grants: HeldGrant[]; named: NamedSet[] } {
  const grants: HeldGrant[] = [];
  const named: NamedSet[] = [];
  for (const { set, by } of draft.given) {
    const rescoped = by.scope && { scope: by.scope };
    for (const inner of withInner(set, new Set([draft]))) {
      for (const g of inner.own) grants.push({ ...g, from: inner.key, given: by.span, via: `${g.via} (${by.via})`, ...rescoped });
      for (const n of inner.namedSets) named.push({ ...n, ...rescoped });
    }
  }
  return { grants, named };
}

/** A set and all sets given to it, each once. */
function withInner(set: Draft, seen: Set<Draft>): readonly Draft[] {
  if (seen.has(set)) return [];
  seen.add(set);
  return [set, ...set.given.flatMap((inner) => withInner(inner.set, seen))];
}
