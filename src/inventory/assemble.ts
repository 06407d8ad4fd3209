/** The only join: facts that name each other by handles become one inventory. It knows no cloud and no format. */
import type { AssignmentFact, Credential, End, Fact, LinkFact, SubjectFact } from '../model/fact.js';
import { type Gap, gap } from '../model/gap.js';
import { groupBy } from '../model/group.js';
import type { Inventory, NamedSet, Subject } from '../model/inventory.js';
import type { Side } from '../model/span.js';
import { literal } from '../model/text.js';
import type { Address } from '../model/tree.js';
import { Directory, type Draft } from './directory.js';
import { type Allowance, heldBy, makeAllowance } from './held.js';
import { nameOf } from './keys.js';

export interface Facts {
  readonly facts: readonly Fact[];
  readonly consumed: ReadonlySet<Address>;
  readonly gaps: readonly Gap[];
}

export function assemble(side: Side, { facts, consumed, gaps }: Facts): Inventory {
  const directory = new Directory(facts, consumed);
  for (const fact of facts) attach(fact, directory);
  const assignments = facts.filter((fact) => fact.fact === 'assignment');
  assignAll(
    assignments.filter(({ role }) => role === 'give'),
    directory,
  );
  for (const fact of assignments.filter(({ role }) => role === 'limit')) limit(fact, directory);
  collectAggregates(directory);
  const allowance = makeAllowance();
  const subjects = directory.drafts().map((draft) => [draft.key, finish(draft, allowance)] as const);
  subjects.sort(([a], [b]) => (a < b ? -1 : 1));
  const cut =
    allowance.left < 0 ? [gap('too-large', 'permission sets are given to one another too often for all of it to be followed')] : [];
  return { side, subjects: new Map(subjects), gaps: [...gaps, ...directory.gaps, ...cut] };
}

function attach(fact: Fact, directory: Directory): void {
  switch (fact.fact) {
    case 'subject':
    case 'assignment':
      return;
    case 'grant': {
      const { grant } = fact;
      for (const to of directory.about(fact.to, grant.span))
        to.own.push({ ...grant, given: grant.span, level: 'unknown', breadth: 'unknown' });
      return;
    }
    case 'trust':
      for (const of of directory.about(fact.of, fact.trust.span)) of.trust.push(fact.trust);
      return;
    case 'credential':
      for (const of of directory.about(fact.of, fact.credential.span)) of.credentials.push(fact.credential);
      return;
    case 'link':
      for (const from of directory.about(fact.from, fact.span)) link(from, fact, directory);
      return;
  }
}

function link(from: Draft, { relation, to: end, via, span, limit }: LinkFact, directory: Directory): void {
  for (const to of directory.meant(end, span, from.fact)) {
    from.links.push({ relation, to: to.key, end, external: to.fact.kind === 'external', via, span, ...(limit !== undefined && { limit }) });
    to.usedBy.add(from.key);
  }
}

/**
 * Who gets something is found first, then what: a group that the files do not declare holds what is given to it, and whoever is a member of
 * it holds that too.
 */
function assignAll(facts: readonly AssignmentFact[], directory: Directory): void {
  const receivers = facts.map((fact) => ({ fact, to: fact.to.flatMap((end) => directory.meant(end, fact.span)) }));
  const received = new Set(receivers.flatMap(({ to }) => to));
  for (const { fact, to } of receivers) {
    const known = directory.declared(fact.set, fact.span);
    const outside = known.length === 0 ? directory.knownExternal(fact.set, fact.span) : undefined;
    give(fact, to, outside && received.has(outside) ? [outside] : known);
  }
}

function give(by: AssignmentFact, to: readonly Draft[], known: readonly Draft[]): void {
  const { set, role, via, span, scope } = by;
  for (const receiver of to) {
    for (const given of known) {
      receiver.given.push({ set: given, by });
      given.usedBy.add(receiver.key);
    }
    if (known.length === 0) receiver.namedSets.push({ name: set.name, handles: set.handles, role, via, span, ...(scope && { scope }) });
  }
}

/** A limit stays a set of its own: it takes away, so its statements are never among what its holder is given. */
function limit({ set, to, role, via, span, scope }: AssignmentFact, directory: Directory): void {
  const content = contentOf(directory.declared(set, span));
  for (const receiver of to.flatMap((end) => directory.meant(end, span)))
    receiver.namedSets.push({
      name: set.name,
      handles: set.handles,
      role,
      via,
      span,
      ...(scope && { scope }),
      ...(content && { content }),
    });
}

/** What sets of the files say; undefined where any part of it is not known, since a limit that looks too narrow would hide access. */
function contentOf(sets: readonly Draft[]): NamedSet['content'] {
  const isKnown = (set: Draft) => set.own.length > 0 && set.given.length + set.namedSets.length === 0;
  return sets.length > 0 && sets.every(isKnown) ? sets.flatMap((set) => set.own) : undefined;
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

function finish(draft: Draft, allowance: Allowance): Subject {
  const { fact, key, own, trust, credentials, links, usedBy } = draft;
  const held = heldBy(draft, allowance);
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

/** What only tells how a credential is renewed (a rotation beside a secret) joins the credentials of that name. */
function joined(credentials: readonly Credential[]): readonly Credential[] {
  const isRotation = (c: Credential) => c.rotatedBy !== undefined && c.value === undefined;
  // A value may stand at thousands of places.
  if (!credentials.some(isRotation)) return credentials;
  const alike = groupBy(credentials, (c) => `${c.kind} ${c.name}`);
  return credentials.flatMap((c) => {
    const others = (alike.get(`${c.kind} ${c.name}`) ?? []).filter((o) => o !== c);
    if (isRotation(c)) return others.some((o) => !isRotation(o)) ? [] : [c];
    const rotation = c.rotatedBy === undefined ? others.find(isRotation) : undefined;
    if (!rotation) return [c];
    const { rotatedBy, rotationDays } = rotation;
    return [{ ...c, ...(rotatedBy !== undefined && { rotatedBy }), ...(rotationDays !== undefined && { rotationDays }) }];
  });
}
