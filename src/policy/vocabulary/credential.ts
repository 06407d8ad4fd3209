/** What rules may ask of one credential, and of one link. */
import { type Credential, confidences, credentialKinds, pathClasses, type Recognised } from '../../model/fact.js';
import type { Link } from '../../model/inventory.js';
import { dateOf, dayOf, durationOf } from '../time.js';
import { absent, boolean, known, notKnown, number, showWords, string, strings, type Value, words } from '../value.js';
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

const recognised =
  (get: (r: Recognised, scene: Scene) => Value) =>
  ({ recognised: r }: Credential, scene: Scene): Value =>
    r ? get(r, scene) : absent;

/** Days since the value says it was issued. */
function ageOf({ issued }: Recognised, scene: Scene): Value {
  const day = issued === undefined ? undefined : dayOf(issued.slice(0, 10));
  return number(day === undefined ? undefined : scene.today - day);
}

const keepElsewhere = 'Change it, keep the new value in a secret store and refer to it from here.';

/** What the value itself tells; absent for a credential that is not written out, or not recognised. */
const recognisedRows: readonly Row<Credential>[] = [
  {
    name: 'family',
    type: 'string',
    doc: 'The kind of credential that the value was recognised as, e.g. `github-personal-access-token`.',
    get: recognised((r) => string(r.family)),
  },
  { name: 'issuer', type: 'string', doc: 'Who issues credentials of the family.', get: recognised((r) => string(r.issuer)) },
  {
    name: 'confidence',
    type: 'rank',
    words: [...confidences].reverse(),
    doc: 'How sure it is that the value is a live credential, surest last.',
    get: recognised((r) => string(r.confidence)),
  },
  { name: 'because', type: 'list', doc: 'Why this confidence.', get: recognised((r) => strings(r.reasons)) },
  {
    name: 'place',
    type: 'string',
    words: pathClasses,
    doc: 'What the path of the file says about the value.',
    get: recognised((r) => string(r.place)),
  },
  { name: 'isPublic', type: 'boolean', doc: 'Made to be published.', get: recognised((r) => boolean(r.isPublic)) },
  { name: 'isEncrypted', type: 'boolean', doc: 'Ciphertext, or a locked key.', get: recognised((r) => boolean(r.isEncrypted)) },
  {
    name: 'tells',
    type: 'list',
    doc: 'What the value says of itself: `account 123456789012`, `subject …`.',
    get: recognised((r) => strings(Object.entries(r.decoded).map(([what, value]) => `${what} ${value}`))),
  },
  { name: 'ageDays', type: 'number', doc: 'Days since the value says it was issued.', get: recognised(ageOf) },
  {
    name: 'replacement',
    type: 'string',
    doc: 'What should take the place of a value that is written out.',
    get: ({ origin, recognised: r }) => (origin === 'literal' ? string(r?.replacement ?? keepElsewhere) : absent),
  },
];

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
  ...recognisedRows,
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
  {
    name: 'refused',
    type: 'string',
    doc: 'Why the other does not let it in, where the files tell that much.',
    get: (l) => string(l.refused),
  },
  { name: 'isNew', type: 'boolean', doc: 'This change adds it.', get: (l, scene) => boolean(isNew(l, scene)) },
];

export const credentialFields = defineNoun(
  'credential',
  ({ focus }) => (focus.is === 'credential' ? focus.credential : undefined),
  credentialRows,
);
export const linkFields = defineNoun('link', ({ focus }) => (focus.is === 'link' ? focus.link : undefined), linkRows);
