/** One subject before and after → what changed about it. */
import type { AccessDifference, Change, Held, TrustDifference } from '../model/change.js';
import type { Attribute, Credential, Trust } from '../model/fact.js';
import { type HeldGrant, type IdentityKey, type Link, ownershipFields, type Subject } from '../model/inventory.js';
import { credentialText, grantText, trustText } from '../model/signature.js';
import type { Span } from '../model/span.js';
import { show, text } from '../model/text.js';

export interface Differences {
  /** The words for a changed attribute; undefined when other facts tell it. */
  readonly told: (attribute: string) => string | undefined;
  readonly access: AccessDifference;
  readonly trust: TrustDifference;
}

export interface Pair {
  readonly before: Subject;
  readonly after: Subject;
  /** What the subject with a key of base is called at head; undefined when it is gone, though another one may have its key now. */
  readonly atHead: (key: IdentityKey) => IdentityKey | undefined;
}

/** Everything that changed about a subject that both sides have. */
export function pairChanges(pair: Pair, differences: Differences): readonly Change[] {
  return [
    ...whereabouts(pair),
    ...accessChange(pair, differences),
    ...trustChange(pair, differences),
    ...credentialChanges(pair),
    ...linkChanges(pair),
    ...ownershipChanges(pair),
    ...attributeChanges(pair, differences),
  ];
}

const frameOf = ({ before, after }: Pair) => ({ subject: after.key, before, after });

/** Another name, or the same name in another place. A label is the tool's affair, not the identity's name. */
function whereabouts(pair: Pair): readonly Change[] {
  const { before, after } = pair;
  if (after.category !== 'identity' || after.kind === 'external') return [];
  const frame = { ...frameOf(pair), at: after.head };
  if (before.name !== after.name && before.fullName && after.fullName) return [{ ...frame, change: 'identity-renamed' }];
  const moved = before.head.source.path !== after.head.source.path && before.scope !== after.scope;
  return moved ? [{ ...frame, change: 'identity-moved' }] : [];
}

// ── access and trust ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** What a subject may do more or less than before. */
export function accessChange(pair: Pair, { access }: Differences): readonly Change[] {
  const { before, after } = pair;
  const difference = access(before, after);
  const { gained, lost } = difference;
  if (gained.length + lost.length === 0) return [];
  const change = lost.length === 0 ? 'access-widened' : gained.length === 0 ? 'access-narrowed' : 'access-changed';
  return [{ ...frameOf(pair), ...difference, change, at: placeOfAccess(gained, lost, pair) }];
}

/** What is gained stands at head. What is lost does not: there the statement that took its place is looked for, or one beside it. */
function placeOfAccess(gained: readonly Held[], lost: readonly Held[], pair: Pair): Span {
  const { before, after } = pair;
  for (const held of gained) {
    if ('grant' in held && held.grant.effect === 'allow') return placeOfGrant(held.grant, pair);
    if ('set' in held && held.set.role === 'give') return comesAnew(held.set, pair) ? (held.set.given ?? held.set.span) : held.set.span;
  }
  const known = new Set(before.grants.map(grantText));
  const [first] = [...lost, ...gained].flatMap((h) => ('grant' in h ? [h.grant] : []));
  const beside = after.grants.filter((g) => g.via === first?.via);
  const instead = beside.find((g) => g.effect === first?.effect && !known.has(grantText(g))) ?? beside[0];
  return instead?.span ?? after.head;
}

/** The statement where it is new in a set that was held before, else the place where it is given. */
function placeOfGrant(grant: HeldGrant, pair: Pair): Span {
  const words = (g: HeldGrant) => grantText({ ...g, scope: text('', g.span) });
  const wasThere = pair.before.grants.some((g) => g.from !== undefined && pair.atHead(g.from) === grant.from && words(g) === words(grant));
  return wasThere || comesAnew(grant, pair) ? grant.given : grant.span;
}

/** Whether nothing came through the same permission set before. */
const comesAnew = ({ from }: { readonly from?: IdentityKey }, { before, atHead }: Pair): boolean =>
  from !== undefined && ![...before.grants, ...before.namedSets].some((h) => h.from !== undefined && atHead(h.from) === from);

function trustChange(pair: Pair, { trust }: Differences): readonly Change[] {
  const { before, after } = pair;
  const difference = trust(before, after);
  const { gained, lost } = difference;
  if (gained.length + lost.length === 0) return [];
  const change = lost.length === 0 ? 'trust-widened' : gained.length === 0 ? 'trust-narrowed' : 'trust-changed';
  return [{ ...frameOf(pair), ...difference, change, at: placeOfTrust(gained, before, after) }];
}

function placeOfTrust(gained: readonly Trust[], before: Subject, after: Subject): Span {
  const known = new Set(before.trust.map(trustText));
  const at = gained.find((t) => t.effect === 'allow') ?? after.trust.find((t) => !known.has(trustText(t))) ?? after.trust[0];
  return at?.span ?? after.head;
}

// ── credentials ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Credentials are the same by kind, name and origin; of several the equal ones are paired first, the others in their order. */
export function credentialChanges(pair: Pair): readonly Change[] {
  const frame = frameOf(pair);
  const changes: Change[] = [];
  const removed = [...pair.before.credentials];
  const take = (found: number): Credential | undefined => (found < 0 ? undefined : removed.splice(found, 1)[0]);
  const other = pair.after.credentials.filter((c) => !take(removed.findIndex((was) => isSame(was, c))));
  for (const credential of other) {
    // One that is now kept elsewhere under its old name has not gone: what was written out is now referred to.
    const was =
      take(removed.findIndex((c) => nameOf(c) === nameOf(credential))) ??
      take(removed.findIndex((c) => c.origin === 'literal' && c.kind === credential.kind && c.name === credential.name));
    if (was) changes.push({ ...frame, change: 'credential-changed', credential, was, at: credential.span });
    else changes.push({ ...frame, change: 'credential-added', credential, at: credential.span });
  }
  return [...changes, ...removed.map((c): Change => ({ ...frame, change: 'credential-removed', credential: c, at: c.span }))];
}

const nameOf = (c: Credential): string => `${c.kind} ${c.name} ${c.origin}`;
const isSame = (a: Credential, b: Credential): boolean => credentialText(a) === credentialText(b) && a.value?.digest === b.value?.digest;

// ── links, metadata ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/**
 * A link is the same when it leads to the same subject, or says the same: who is meant may be known on one side alone. One that is within
 * a limit is less than the same without.
 */
function linkChanges(pair: Pair): readonly Change[] {
  const { before, after, atHead } = pair;
  const within = ({ limit = '' }: Link): string => (limit === '' ? '' : ` within ${limit}`);
  const words = (l: Link) => `${l.relation} ${l.end.handles.length > 0 ? l.end.handles.join(' ') : show(l.end.name)}${within(l)}`;
  const ways = (l: Link, to: IdentityKey | undefined) => [`${l.relation} to ${to}${within(l)}`, words(l)];
  const was = new Set(before.links.flatMap((l) => ways(l, atHead(l.to))));
  const is = new Set(after.links.flatMap((l) => ways(l, l.to)));
  const frame = frameOf(pair);
  const added = after.links.filter((l) => !ways(l, l.to).some((w) => was.has(w)));
  const removed = before.links.filter((l) => !ways(l, atHead(l.to)).some((w) => is.has(w)));
  return [
    ...added.map((l): Change => ({ ...frame, change: 'link-added', link: l, at: l.span })),
    ...removed.map((l): Change => ({ ...frame, change: 'link-removed', link: l, at: l.span })),
  ];
}

function ownershipChanges(pair: Pair): readonly Change[] {
  const { before, after } = pair;
  return ownershipFields
    .filter((field) => before.ownership[field]?.value !== after.ownership[field]?.value)
    .map((field) => {
      const [from, to] = [before.ownership[field], after.ownership[field]];
      return { ...frameOf(pair), change: 'ownership-changed', field, from, to, at: to?.span ?? after.head };
    });
}

function attributeChanges(pair: Pair, { told }: Differences): readonly Change[] {
  const { before, after } = pair;
  const names = new Set([...Object.keys(after.attributes), ...Object.keys(before.attributes)]);
  return [...names].flatMap((attribute): Change[] => {
    const label = told(attribute);
    const [was, is] = [before.attributes[attribute], after.attributes[attribute]];
    if (label === undefined || attributeText(was) === attributeText(is)) return [];
    return [{ ...frameOf(pair), change: 'attribute-changed', attribute, label, at: is?.span ?? after.head }];
  });
}

/** Lists are sets here: their order says nothing. */
function attributeText(a: Attribute | undefined): string {
  if (a?.value === undefined) return `not known: ${a?.why ?? ''}`;
  return JSON.stringify(Array.isArray(a.value) ? [...a.value].sort() : a.value);
}
