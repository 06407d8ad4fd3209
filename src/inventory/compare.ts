/** The only room that knows there are two sides: two inventories → what changed, in terms of identities. */
import type { AccessDifference, Change, TrustDifference } from '../model/change.js';
import type { Attribute, Credential } from '../model/fact.js';
import { type Inventory, type Link, ownershipFields, type Subject } from '../model/inventory.js';
import type { Move } from '../model/resource.js';
import { credentialText } from '../model/signature.js';
import { match } from './match.js';

export interface Differences {
  /** The words for a changed attribute; undefined when other facts tell it. */
  readonly told: (attribute: string) => string | undefined;
  readonly access: AccessDifference;
  readonly trust: TrustDifference;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Each subject at head that is new, changed, or declared in a changed file, with what it was at base. */
  readonly touched: readonly { readonly before: Subject | undefined; readonly after: Subject }[];
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
}

export function compare(base: Inventory, head: Inventory, moves: readonly Move[], differences: Differences): Comparison {
  const { pairs, added, removed } = match(base, head, moves);
  const changes: Change[] = [];
  const touched: { before: Subject | undefined; after: Subject }[] = added.map((after) => ({ before: undefined, after }));
  for (const s of added.filter(reported))
    changes.push({ change: 'identity-added', subject: s.key, before: undefined, after: s, at: s.head });
  for (const s of removed.filter(reported))
    changes.push({ change: 'identity-removed', subject: s.key, before: s, after: undefined, at: s.head });
  for (const s of [...added, ...removed].filter((s) => !reported(s))) changes.push(...openedOrClosed(s, added.includes(s), differences));
  let changed = 0;
  for (const [before, after] of pairs) {
    const found = between(before, after, differences);
    // An unchanged file is one source for both sides.
    if (found.length > 0 || before.head.source !== after.head.source) touched.push({ before, after });
    if (found.length > 0 && after.category === 'identity') changed++;
    changes.push(...found.filter((c) => speaksForItself(c, after)));
  }
  return {
    changes,
    touched,
    counts: { added: added.filter(reported).length, removed: removed.filter(reported).length, changed },
  };
}

/** Permission sets and guarded resources come and go without a line of their own; outside identities only when something is given to them. */
const reported = (s: Subject): boolean =>
  s.category === 'identity' && (s.kind !== 'external' || s.grants.length + s.namedSets.length + s.trust.length > 0);

/** A guarded resource that comes with, or goes with, access for others. */
function openedOrClosed(s: Subject, isNew: boolean, differences: Differences): readonly Change[] {
  if (s.category !== 'resource' || !s.grants.some((g) => g.principals)) return [];
  const nothing: Subject = { ...s, grants: [], namedSets: [] };
  const [before, after] = isNew ? [nothing, s] : [s, nothing];
  return accessChange(before, after, differences).map((c) => ({ ...c, before: isNew ? undefined : s, after: isNew ? s : undefined }));
}

/** A permission set that identities in the files hold is told through them. */
const speaksForItself = (c: Change, after: Subject): boolean =>
  after.category !== 'permission-set' || after.usedBy.length === 0 || !c.change.startsWith('access-');

function between(before: Subject, after: Subject, differences: Differences): readonly Change[] {
  const frame = { subject: after.key, before, after, at: after.head };
  return [
    ...(after.category === 'identity' && after.kind !== 'external' ? whereabouts(frame) : []),
    ...accessChange(before, after, differences),
    ...trustChange(before, after, differences),
    ...credentialChanges(before, after),
    ...linkChanges(before, after),
    ...ownershipChanges(before, after),
    ...attributeChanges(before, after, differences),
  ];
}

/** Another name, or the same name in another place. A label is the tool's affair, not the identity's name. */
function whereabouts(frame: { subject: Subject['key']; before: Subject; after: Subject; at: Subject['head'] }): readonly Change[] {
  const { before, after } = frame;
  const renamed = before.name !== after.name && before.fullName && after.fullName;
  if (renamed) return [{ ...frame, change: 'identity-renamed' }];
  const moved = before.head.source.path !== after.head.source.path && before.scope !== after.scope;
  return moved ? [{ ...frame, change: 'identity-moved' }] : [];
}

function accessChange(before: Subject, after: Subject, { access }: Differences): readonly Change[] {
  const { gained, lost } = access(before, after);
  if (gained.length + lost.length === 0) return [];
  const first = gained[0] ?? lost[0];
  const at = !first ? after.head : 'grant' in first ? first.grant.given : first.set.span;
  const change = lost.length === 0 ? 'access-widened' : gained.length === 0 ? 'access-narrowed' : 'access-changed';
  return [{ change, subject: after.key, before, after, gained, lost, at }];
}

function trustChange(before: Subject, after: Subject, { trust }: Differences): readonly Change[] {
  const { gained, lost } = trust(before, after);
  if (gained.length + lost.length === 0) return [];
  const change = lost.length === 0 ? 'trust-widened' : gained.length === 0 ? 'trust-narrowed' : 'trust-changed';
  return [{ change, subject: after.key, before, after, gained, lost, at: (gained[0] ?? lost[0])?.span ?? after.head }];
}

/** Credentials are the same by kind, name and origin; the second of a kind is paired with the second. */
function credentialChanges(before: Subject, after: Subject): readonly Change[] {
  const frame = { subject: after.key, before, after };
  const changes: Change[] = [];
  const left = numbered(before.credentials);
  const right = numbered(after.credentials);
  for (const [key, credential] of right) {
    const was = left.get(key);
    if (!was) changes.push({ ...frame, change: 'credential-added', credential, at: credential.span });
    else if (credentialText(was) !== credentialText(credential) || was.value?.digest !== credential.value?.digest)
      changes.push({ ...frame, change: 'credential-changed', credential, was, at: credential.span });
  }
  for (const [key, credential] of left)
    if (!right.has(key)) changes.push({ ...frame, change: 'credential-removed', credential, at: credential.span });
  return changes;
}

function numbered(credentials: readonly Credential[]): ReadonlyMap<string, Credential> {
  const found = new Map<string, Credential>();
  for (const c of credentials) {
    let key = `${c.kind} ${c.name} ${c.origin}`;
    while (found.has(key)) key += '+';
    found.set(key, c);
  }
  return found;
}

function linkChanges(before: Subject, after: Subject): readonly Change[] {
  const key = (l: Link) => `${l.relation} ${l.to}`;
  const left = new Set(before.links.map(key));
  const right = new Set(after.links.map(key));
  const frame = { subject: after.key, before, after };
  return [
    ...after.links.filter((l) => !left.has(key(l))).map((link): Change => ({ ...frame, change: 'link-added', link, at: link.span })),
    ...before.links.filter((l) => !right.has(key(l))).map((link): Change => ({ ...frame, change: 'link-removed', link, at: link.span })),
  ];
}

function ownershipChanges(before: Subject, after: Subject): readonly Change[] {
  return ownershipFields
    .filter((field) => before.ownership[field]?.value !== after.ownership[field]?.value)
    .map((field) => {
      const [from, to] = [before.ownership[field], after.ownership[field]];
      return { change: 'ownership-changed', subject: after.key, before, after, field, from, to, at: to?.span ?? after.head };
    });
}

function attributeChanges(before: Subject, after: Subject, { told }: Differences): readonly Change[] {
  const text = (a: Attribute | undefined) => JSON.stringify(a?.value ?? a?.why ?? null);
  return Object.entries(after.attributes).flatMap(([attribute, a]): Change[] => {
    const label = told(attribute);
    if (label === undefined || text(a) === text(before.attributes[attribute])) return [];
    return [{ change: 'attribute-changed', subject: after.key, before, after, attribute, label, at: a.span }];
  });
}
