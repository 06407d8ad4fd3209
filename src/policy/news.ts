/** What a change adds, by place: the differences of `compare` and the things of a subject need not be the same objects. */
import type { Change } from '../model/change.js';
import type { IdentityKey } from '../model/inventory.js';
import type { Span } from '../model/span.js';
import type { News, Thing } from './vocabulary/field.js';

const at = (s: Span): string => `${s.source.path}:${s.start}-${s.end}`;
/** A held grant is new where it is written and where it is given. */
const place = (thing: Thing): string => ('given' in thing ? `${at(thing.span)} ${at(thing.given)}` : at(thing.span));

/** The things that one change adds or widens. */
function added(c: Change): readonly Thing[] {
  switch (c.change) {
    case 'access-widened':
    case 'access-narrowed':
    case 'access-changed':
      return c.gained.map((held) => ('grant' in held ? held.grant : held.set));
    case 'trust-widened':
    case 'trust-narrowed':
    case 'trust-changed':
      return c.gained;
    case 'credential-added':
    case 'credential-changed':
      return [c.credential];
    case 'link-added':
      return [c.link];
    default:
      return [];
  }
}

export function newsOf(changes: Iterable<Change>): News {
  const subjects = new Set<IdentityKey>();
  const things = new Set<string>();
  for (const c of changes) {
    if (c.change === 'identity-added') subjects.add(c.subject);
    for (const thing of added(c)) things.add(`${c.subject} ${place(thing)}`);
  }
  return { subjects, has: (subject, thing) => things.has(`${subject.key} ${place(thing)}`) };
}
