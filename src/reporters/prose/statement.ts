/** One sentence for each change, as a person would say it to a colleague. */
import type { Change, ChangeKind } from '../../model/change.js';
import type { AttributeValue, Credential, Trust } from '../../model/fact.js';
import type { Link, Sourced, Subject } from '../../model/inventory.js';
import { show } from '../../model/text.js';
import { beforePhrase, denied, gainedPhrase, lostPhrase, stillPhrase, undenied } from './access.js';
import { callerPhrase } from './caller.js';
import { isLiteral, literalGone, literalIntroduction } from './literal.js';
import { trustPhrase } from './trust.js';
import { accessWord, code, credentialWord, fieldWord, kindWord, lifetimeWord, list, originWord, relationWord } from './words.js';

/** The member of the union that carries this kind. */
type Of<K extends ChangeKind, C = Change> = C extends { readonly change: infer Kinds } ? (K extends Kinds ? C : never) : never;

const statements: { readonly [K in ChangeKind]: (c: Of<K>) => string } = {
  'identity-added': (c) =>
    `New ${thing(c.after)} ${name(c)}: ${isLiteral(c.after) ? literalIntroduction(c.after) : introduction(c.after)}.`,
  'identity-removed': (c) =>
    `${capital(thing(c.before))} ${name(c)} ${isLiteral(c.before) ? literalGone(c.before) : `is gone${leftovers(c.before)}`}.`,
  'identity-renamed': (c) => `${code(c.before?.name ?? '')} is now called ${name(c)}.`,
  'identity-moved': (c) => `${name(c)} moved${from(c.before, c.after)}.`,
  'access-widened': (c) => `${capital(may(c, 'now'))} ${gainedPhrase(c)}; before: ${beforePhrase(c)}.`,
  'access-narrowed': (c) => `Less access: ${may(c, 'no longer')} ${lostPhrase(c)}${stillPhrase(c)}.`,
  'access-changed': (c) => `${capital(may(c, 'now'))} ${gainedPhrase(c)}; no longer: ${lostPhrase(c)}.`,
  'trust-widened': (c) => `${name(c)} can now also be assumed by ${newcomers(c)}.`,
  'trust-narrowed': (c) => `${name(c)} can no longer be assumed by ${leavers(c)}.`,
  'trust-changed': (c) => `${name(c)} can now be assumed by ${newcomers(c)}; no longer by ${leavers(c)}.`,
  'credential-added': (c) => `${name(c)} gets ${credential(c.credential)}.`,
  'credential-removed': (c) => `${name(c)} no longer has ${credential(c.credential)}.`,
  'credential-changed': (c) => `${capital(credential(c.credential))} of ${name(c)} ${renewal(c.credential, c.was)}.`,
  'link-added': (c) => `${name(c)} now ${relationWord[c.link.relation]} ${code(show(c.link.end.name))}${within(c.link)}.`,
  'link-removed': (c) => `${name(c)} no longer ${relationWord[c.link.relation]} ${code(show(c.link.end.name))}${within(c.link)}.`,
  'ownership-changed': (c) => `${capital(fieldWord[c.field])} of ${name(c)}: ${said(c.to)}; before: ${said(c.from)}.`,
  'attribute-changed': (c) => `${capital(c.label)} of ${name(c)}: ${attribute(c, 'after')}; before: ${attribute(c, 'before')}.`,
};

/** The sentence for a change. Holds names from the repository; a reporter escapes it for its medium. */
export function statement(change: Change): string {
  const say = statements[change.change] as (c: Change) => string;
  return say(change);
}

/** What a session is limited by; the tool's own words. */
const within = ({ limit }: Link): string => (limit === undefined ? '' : `, within ${limit}`);

const thing = (s: Subject | undefined): string =>
  s?.kind
    ? kindWord[s.kind]
    : { identity: 'identity', 'permission-set': 'permission set', resource: 'resource', guardrail: 'guardrail' }[s?.category ?? 'identity'];

const name = (c: Change): string => code((c.after ?? c.before)?.name ?? c.subject);

/** An identity may; a permission set lets its holders; a resource lets others in; a guardrail lets through. */
function may(c: Change, since: 'now' | 'no longer'): string {
  const subject = c.after ?? c.before;
  switch (subject?.category) {
    case 'resource':
      return `${name(c)} ${since} lets`;
    case 'guardrail':
      return [c.before, c.after].some((s) => s?.grants.some((g) => g.principals))
        ? `${name(c)} ${since} lets`
        : `accounts under ${name(c)} may ${since}`;
    case 'permission-set':
      return `holders of ${name(c)} may ${since}`;
    default:
      return `${name(c)} may ${since}`;
  }
}

function introduction(s: Subject | undefined): string {
  if (!s) return 'nothing is known of it';
  const trust = s.trust.filter((t) => t.effect === 'allow');
  const parts = [
    // What acts as another one has that one's access.
    ...(s.access.level === 'none' && s.links.length > 0 ? [] : [accessWord[s.access.level]]),
    ...(trust.length > 0 ? [`assumed by ${trusted(trust, undenied)}`] : []),
    ...s.links.slice(0, 2).map((l) => `${relationWord[l.relation]} ${code(show(l.end.name))}`),
    ...(s.credentials.length > 0 ? [`holds ${list([...new Set(s.credentials.map(credential))], 3)}`] : []),
    s.ownership.owner
      ? `owner ${code(s.ownership.owner.value)}`
      : s.ownershipUnknown?.owner
        ? 'owner not known from the files'
        : 'no owner',
  ];
  return parts.join(', ');
}

const leftovers = (s: Subject | undefined): string => (s && s.usedBy.length > 0 ? `; it was used by ${list(s.usedBy.map(code), 3)}` : '');

function from(before: Subject | undefined, after: Subject | undefined): string {
  const [old, now] = [before?.head.source.path ?? '', after?.head.source.path ?? ''];
  return old === now ? ` within ${code(now)}` : ` from ${code(old)} to ${code(now)}`;
}

const trusted = (all: readonly Trust[], denial: string): string =>
  list([...new Set(all.map((t) => `${trustPhrase(t)}${t.effect === 'deny' ? ` (${denial})` : ''}`))], 3) || 'nobody';

type TrustChange = Of<'trust-widened'>;
const newcomers = (c: TrustChange): string => `${trusted(c.gained, undenied)}${callerPhrase(c.gains, c.gained)}`;
const leavers = (c: TrustChange): string => `${trusted(c.lost, denied)}${callerPhrase(c.loses, c.lost)}`;

/** Its kind goes without saying where the name says it. */
function credential(c: Credential): string {
  const word = credentialWord[c.kind];
  const named = c.name.toLowerCase().includes(word) ? code(c.name) : `${word} ${code(c.name)}`;
  return `${named}${originWord[c.origin]}`;
}

const originState: Readonly<Record<Credential['origin'], string>> = {
  literal: 'written in the file',
  reference: 'referred to',
  generated: 'made when it is applied',
  federated: 'exchanged when it is used',
};

/** What is different about a credential that stays. */
function renewal(now: Credential, was: Credential | undefined): string {
  const end = (c: Credential): string => (c.expires ? code(show(c.expires)) : 'none');
  const rotation = (c: Credential): string =>
    [c.rotatedBy ?? 'none', ...(c.rotationDays === undefined ? [] : [`${c.rotationDays} days`])].join(', ');
  const differences = was
    ? [
        ...(now.origin === was.origin ? [] : [`${originState[now.origin]}; before: ${originState[was.origin]}`]),
        ...(now.lifetime === was.lifetime ? [] : [`${lifetimeWord[now.lifetime]}; before: ${lifetimeWord[was.lifetime]}`]),
        ...(end(now) === end(was) ? [] : [`end date ${end(now)}; before: ${end(was)}`]),
        ...(rotation(now) === rotation(was) ? [] : [`rotation ${rotation(now)}; before: ${rotation(was)}`]),
      ]
    : [];
  return differences.length === 0 ? 'has a new value' : `changed: ${differences.join('; ')}`;
}

const said = (value: Sourced | undefined): string => (value ? code(value.value) : 'none');

function attribute(c: Of<'attribute-changed'>, side: 'before' | 'after'): string {
  const a = c[side]?.attributes[c.attribute];
  if (!a) return 'none';
  return a.value === undefined ? `not known${a.why ? ` (${a.why})` : ''}` : attributeValue(a.value);
}

function attributeValue(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value === '' ? 'none' : code(value);
  return list(value.map(code), 5) || 'none';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
