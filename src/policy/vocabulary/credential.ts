/** What rules may ask of one credential, and of one link. */
import { type Credential, credentialKinds } from '../../model/fact.js';
import type { Link } from '../../model/inventory.js';
import { dateOf, dayOf, durationOf } from '../time.js';
import { absent, boolean, known, notKnown, number, showWords, string, type Value, words } from '../value.js';
import { defineNoun, isNew, type Row, type Scene } from './field.js';

/** The declared end of life as a day; a relative one (`8760h`) is counted from today, as the credential is yet to be made. */
function endOfLife(c: Credential, scene: Scene): Value {
  if (!c.expires) return absent;
  const text = known(c.expires.parts);
  if (text === undefined) return notKnown(`the expiry ${showWords(c.expires.parts)}`);
  const relative = durationOf(text);
  const day = dayOf(text) ?? (relative === undefined ? undefined : scene.today + relative);
  return day === undefined
    ? notKnown(`an expiry that is neither a date nor a duration`)
    : number(day, relative === undefined ? dateOf(day) : text);
}

function daysLeft(c: Credential, scene: Scene): Value {
  const end = endOfLife(c, scene);
  return end.is === 'number' ? number(end.value - scene.today) : end;
}

const credentialRows: readonly Row<Credential>[] = [
  { name: 'kind', type: 'string', words: credentialKinds, doc: 'What it is.', get: (c) => string(c.kind) },
  { name: 'name', type: 'string', doc: 'What a person would call it.', get: (c) => string(c.name) },
  {
    name: 'origin',
    type: 'string',
    words: ['literal', 'reference', 'generated', 'federated'],
    doc: 'Written in the file, kept elsewhere and referred to, made at apply time, or exchanged when used.',
    get: (c) => string(c.origin),
  },
  {
    name: 'lifetime',
    type: 'string',
    words: ['static', 'expiring', 'short-lived'],
    doc: '`static` lives until somebody acts, `expiring` has an end in the file, `short-lived` is issued for one use.',
    get: (c) => (c.lifetime === 'unknown' ? notKnown(`the lifetime of ${c.name}`) : string(c.lifetime)),
  },
  { name: 'expires', type: 'date', doc: 'Declared end of life; a relative one is counted from today.', get: endOfLife },
  { name: 'expiresInDays', type: 'number', doc: 'Days until the declared end of life.', get: daysLeft },
  { name: 'rotatedBy', type: 'string', doc: 'A mechanism in the files that rotates it.', get: (c) => string(c.rotatedBy) },
  { name: 'rotationDays', type: 'number', doc: 'Days between rotations, where the mechanism tells.', get: (c) => number(c.rotationDays) },
  { name: 'isNew', type: 'boolean', doc: 'This change adds it.', get: (c, scene) => boolean(isNew(c, scene)) },
];

const linkRows: readonly Row<Link>[] = [
  {
    name: 'relation',
    type: 'string',
    words: ['assumes', 'runs-as', 'uses', 'calls', 'member-of', 'acts-for'],
    doc: 'How it is tied to the other.',
    get: (l) => string(l.relation),
  },
  { name: 'to', type: 'string', doc: 'Key of the other.', get: (l) => string(l.to) },
  { name: 'target', type: 'string', doc: 'Name of the other, as written.', get: (l) => words(l.end.name) },
  { name: 'external', type: 'boolean', doc: 'The other is not declared in the files that were read.', get: (l) => boolean(l.external) },
  { name: 'via', type: 'string', doc: 'What ties them, e.g. `aws-actions/configure-aws-credentials`.', get: (l) => string(l.via) },
  { name: 'isNew', type: 'boolean', doc: 'This change adds it.', get: (l, scene) => boolean(isNew(l, scene)) },
];

export const credentialFields = defineNoun(
  'credential',
  ({ focus }) => (focus.is === 'credential' ? focus.credential : undefined),
  credentialRows,
);
export const linkFields = defineNoun('link', ({ focus }) => (focus.is === 'link' ? focus.link : undefined), linkRows);
