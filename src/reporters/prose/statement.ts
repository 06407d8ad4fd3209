/** One sentence for each change, as a person would say it to a colleague. */
import type { Change, ChangeKind } from '../../model/change.js';
import type { Subject } from '../../model/inventory.js';
import { show } from '../../model/text.js';
import { reachOf, trustPhrase } from './reach.js';
import { accessWord, code, credentialWord, fieldWord, kindWord, list, relationWord } from './words.js';

/** The member of the union that carries this kind. */
type Of<K extends ChangeKind, C = Change> = C extends { readonly change: infer Kinds } ? (K extends Kinds ? C : never) : never;

const thing = (s: Subject | undefined): string =>
  !s?.kind
    ? { identity: 'identity', 'permission-set': 'permission set', resource: 'resource' }[s?.category ?? 'identity']
    : kindWord[s.kind];
const name = (c: Change): string => code((c.after ?? c.before)?.name ?? c.subject);

const statements: { readonly [K in ChangeKind]: (c: Of<K>) => string } = {
  'identity-added': (c) => `New ${thing(c.after)} ${name(c)}: ${introduction(c.after)}.`,
  'identity-removed': (c) => `${capital(thing(c.before))} ${name(c)} is gone${leftovers(c.before)}.`,
  'identity-renamed': (c) => `${code(c.before?.name ?? '')} is now called ${name(c)}.`,
  'identity-moved': (c) => `${name(c)} moved from ${code(c.before?.head.source.path ?? '')} to ${code(c.after?.head.source.path ?? '')}.`,
  'access-widened': (c) => `${name(c)} may now ${reachOf(c.gained)}${before(c)}.`,
  'access-narrowed': (c) => `${name(c)} may no longer ${reachOf(c.lost)}.`,
  'access-changed': (c) => `${name(c)} may now ${reachOf(c.gained)}; no longer: ${reachOf(c.lost)}.`,
  'trust-widened': (c) => `${name(c)} can now also be assumed by ${list(c.gained.map(trustPhrase))}.`,
  'trust-narrowed': (c) => `${name(c)} can no longer be assumed by ${list(c.lost.map(trustPhrase))}.`,
  'trust-changed': (c) => `${name(c)} can now be assumed by ${list(c.gained.map(trustPhrase))}; before: ${list(c.lost.map(trustPhrase))}.`,
  'credential-added': (c) => `${name(c)} gets ${credential(c.credential)}.`,
  'credential-removed': (c) => `${name(c)} no longer has ${credential(c.credential)}.`,
  'credential-changed': (c) => `${capital(credential(c.credential))} of ${name(c)} changed.`,
  'link-added': (c) => `${name(c)} now ${relationWord[c.link.relation]} ${code(show(c.link.end.name))}.`,
  'link-removed': (c) => `${name(c)} no longer ${relationWord[c.link.relation]} ${code(show(c.link.end.name))}.`,
  'ownership-changed': (c) =>
    `${capital(fieldWord[c.field])} of ${name(c)}: ${c.to ? code(c.to.value) : 'none'}; before: ${c.from ? code(c.from.value) : 'none'}.`,
  'attribute-changed': (c) => `${capital(c.attribute)} of ${name(c)}: ${attribute(c, 'after')}; before: ${attribute(c, 'before')}.`,
};

/** The sentence for a change. Holds names from the repository; a reporter escapes it for its medium. */
export function statement(change: Change): string {
  const say = statements[change.change] as (c: Change) => string;
  return say(change);
}

function introduction(s: Subject | undefined): string {
  if (!s) return '';
  const trusted = s.trust.filter((t) => t.effect === 'allow').map(trustPhrase);
  const parts = [
    accessWord[s.access.level],
    ...(trusted.length > 0 ? [`assumed by ${list(trusted, 3)}`] : []),
    ...s.links.slice(0, 2).map((l) => `${relationWord[l.relation]} ${code(show(l.end.name))}`),
    s.ownership.owner ? `owner ${code(s.ownership.owner.value)}` : 'no owner',
  ];
  return parts.join(', ');
}

const leftovers = (s: Subject | undefined): string => (s && s.usedBy.length > 0 ? `; it was used by ${list(s.usedBy.map(code), 3)}` : '');

/** What it could do before, when that fits on a line. */
function before(c: Of<'access-widened'>): string {
  const had = [
    ...(c.before?.grants ?? []).filter((g) => g.effect === 'allow').map((grant) => ({ grant })),
    ...(c.before?.namedSets ?? []).filter((s) => s.role === 'give').map((set) => ({ set })),
  ];
  return had.length === 0 ? '; before: nothing' : `; before: ${reachOf(had)}`;
}

const credential = (c: { kind: keyof typeof credentialWord; name: string; origin: string }): string => {
  const origin = { literal: ' written in the file', reference: '', generated: '', federated: ' by federation' }[c.origin] ?? '';
  return `${code(c.name)} (${credentialWord[c.kind]}${origin})`;
};

function attribute(c: Of<'attribute-changed'>, side: 'before' | 'after'): string {
  const a = c[side]?.attributes[c.attribute];
  if (!a) return 'none';
  return a.value === undefined
    ? `not known (${a.why ?? ''})`
    : code(Array.isArray(a.value) ? a.value.join(', ') || 'none' : String(a.value));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
