/** The only room that knows there are two sides: two inventories → what changed, in terms of identities. */
import type { Change } from '../model/change.js';
import type { HeldGrant, IdentityKey, Inventory, Subject } from '../model/inventory.js';
import { text } from '../model/text.js';
import { accessChange, credentialChanges, type Differences, type Pair, pairChanges } from './differ.js';
import { type Hints, match } from './match.js';

export interface Comparison {
  readonly changes: readonly Change[];
  /** Each subject at head that is new, changed, or declared in a changed file, with what it was at base. */
  readonly touched: readonly { readonly before: Subject | undefined; readonly after: Subject }[];
  /** What a subject of base is called at head; its own key where nothing else is known. */
  readonly atHead: (key: IdentityKey) => IdentityKey;
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
}

export function compare(base: Inventory, head: Inventory, hints: Hints, differences: Differences): Comparison {
  const { pairs, ...matched } = match(base, head, hints);
  const added = matched.added.filter(reported(base));
  const removed = matched.removed.filter(reported(head));
  const renamed = new Map<IdentityKey, IdentityKey>(pairs.map(([before, after]) => [before.key, after.key]));
  const atHead = (key: IdentityKey): IdentityKey | undefined => renamed.get(key);
  const changes: Change[] = [
    ...added.map((s): Change => ({ change: 'identity-added', subject: s.key, before: undefined, after: s, at: s.head })),
    ...removed.map((s): Change => ({ change: 'identity-removed', subject: s.key, before: s, after: undefined, at: s.head })),
    ...matched.added.flatMap((s) => opened(s, differences)),
    ...matched.removed.flatMap((s) => closed(s, differences)),
  ];
  const touched: { before: Subject | undefined; after: Subject }[] = matched.added.map((after) => ({ before: undefined, after }));
  let changed = 0;
  for (const [before, after] of pairs) {
    const found = pairChanges({ before, after, atHead }, differences);
    // An unchanged file is one source for both sides.
    if (found.length > 0 || before.head.source !== after.head.source) touched.push({ before, after });
    if (found.length > 0 && after.category === 'identity') changed++;
    changes.push(...found.filter((c) => speaksForItself(c, after)));
  }
  return { changes, touched, atHead: (key) => renamed.get(key) ?? key, counts: { added: added.length, removed: removed.length, changed } };
}

/**
 * Permission sets and guarded resources come and go without a line of their own. So do outside identities, unless something is given to
 * them; one that the other side declares is told as what it is there.
 */
function reported(other: Inventory): (s: Subject) => boolean {
  const declared = new Set([...other.subjects.values()].flatMap((s) => (s.kind === 'external' ? [] : s.handles)));
  const holdsSomething = (s: Subject) => s.grants.length + s.namedSets.length + s.trust.length > 0;
  return (s) =>
    s.category === 'identity' && (s.kind !== 'external' || (holdsSomething(s) && !s.handles.some((handle) => declared.has(handle))));
}

/** A guarded resource that comes with access for others, or with a secret written in the file; a guardrail that comes. */
const opened = (s: Subject, differences: Differences): readonly Change[] =>
  comeOrGone({ before: bareOf(s), after: s, atHead: sameKey }, differences).map((c): Change => ({ ...c, before: undefined }));

/** The same that goes. */
const closed = (s: Subject, differences: Differences): readonly Change[] =>
  comeOrGone({ before: s, after: bareOf(s), atHead: sameKey }, differences).map((c): Change => ({ ...c, after: undefined }));

function comeOrGone(pair: Pair, differences: Differences): readonly Change[] {
  if (pair.after.category === 'guardrail') return pair.after.usedBy.length === 0 ? accessChange(pair, differences) : [];
  if (pair.after.category !== 'resource') return [];
  const written = credentialChanges(pair).filter((c) => 'credential' in c && c.credential.origin === 'literal');
  const guards = [...pair.before.grants, ...pair.after.grants].some((g) => g.principals);
  return [...(guards ? accessChange(pair, differences) : []), ...written];
}

const bareOf = (s: Subject): Subject => ({
  ...s,
  grants: s.category !== 'guardrail' ? [] : s.openWithout ? [everythingThrough(s)] : s.grants,
  namedSets: s.category === 'guardrail' && !s.openWithout ? s.namedSets : [],
  credentials: [],
});

/** What goes through where a guardrail is missing: everything, for whomever it speaks of. */
function everythingThrough({ provider, grants, head }: Subject): HeldGrant {
  const everything = text('*', head);
  const set = { patterns: [everything], negated: false };
  const principals = grants.some((g) => g.principals) && ([{ kind: 'anyone', value: everything }] as const);
  return {
    system: provider,
    effect: 'allow',
    actions: set,
    resources: set,
    scope: everything,
    conditions: [],
    ...(principals && { principals }),
    via: 'no guardrail',
    span: head,
    given: head,
    level: 'none',
    breadth: 'everything',
  };
}

const sameKey: Pair['atHead'] = (key) => key;

/** A permission set that identities in the files hold is told through them, and what is attached as a guardrail by itself. */
const speaksForItself = (c: Change, after: Pair['after']): boolean => {
  if (!c.change.startsWith('access-')) return true;
  if (after.category === 'guardrail') return after.grants.length === 0 || after.grants.some((g) => g.from === undefined);
  return after.category !== 'permission-set' || after.usedBy.length === 0;
};
