/** What rules may ask of one change between base and head. */
import { type Change, changeKinds, type Held } from '../../model/change.js';
import { type AccessLevel, accessLevels, ownershipFields } from '../../model/inventory.js';
import { absent, string, texts, type Value } from '../value.js';
import { defineNoun, type Row } from './field.js';
import { openIn } from './missing.js';

const gained = (c: Change): readonly Held[] =>
  c.change === 'access-widened' || c.change === 'access-narrowed' || c.change === 'access-changed' ? c.gained : [];

/** The strongest of what is gained. A set known by name alone may be anything. */
function strongest(c: Change): Value {
  const held = gained(c);
  if (held.length === 0) return absent;
  const found = held.flatMap((h): AccessLevel[] => ('grant' in h ? (h.grant.effect === 'allow' ? [h.grant.level] : []) : ['unknown']));
  const known = found.filter((level) => level !== 'unknown').map((level) => accessLevels.indexOf(level));
  const top = accessLevels[Math.max(0, ...known)];
  // Nothing that is not known could be more than the top of the list.
  return found.includes('unknown') && top !== 'admin'
    ? openIn(
        held.flatMap((h) => ('grant' in h ? [h.grant] : [])),
        'what is gained amounts to',
      )
    : string(top);
}

const rows: readonly Row<Change>[] = [
  { name: 'kind', type: 'string', words: changeKinds, doc: 'What happened.', get: (c) => string(c.change) },
  {
    name: 'field',
    type: 'string',
    words: ownershipFields,
    doc: 'The metadata field, for `ownership-changed`.',
    get: (c) => (c.change === 'ownership-changed' ? string(c.field) : absent),
  },
  {
    name: 'from',
    type: 'string',
    doc: 'The metadata value before.',
    get: (c) => (c.change === 'ownership-changed' ? string(c.from?.value) : absent),
  },
  {
    name: 'to',
    type: 'string',
    doc: 'The metadata value after.',
    get: (c) => (c.change === 'ownership-changed' ? string(c.to?.value) : absent),
  },
  {
    name: 'attribute',
    type: 'string',
    doc: 'The attribute, for `attribute-changed`.',
    get: (c) => (c.change === 'attribute-changed' ? string(c.attribute) : absent),
  },
  { name: 'gainedLevel', type: 'rank', words: accessLevels, doc: 'What the access gained amounts to, at its strongest.', get: strongest },
  {
    name: 'gainedActions',
    type: 'list',
    ignoreCase: true,
    doc: 'Actions gained, as written.',
    get: (c) => texts(gained(c).flatMap((h) => ('grant' in h && !h.grant.actions.negated ? h.grant.actions.patterns : []))),
  },
  {
    name: 'gainedPrincipals',
    type: 'list',
    doc: 'Who is newly let in.',
    get: (c) => texts(trustGained(c).flatMap((t) => t.principals.map((p) => p.value))),
  },
];

const trustGained = (c: Change) =>
  c.change === 'trust-widened' || c.change === 'trust-narrowed' || c.change === 'trust-changed' ? c.gained : [];

export const changeFields = defineNoun('change', ({ focus }) => (focus.is === 'change' ? focus.change : undefined), rows);
