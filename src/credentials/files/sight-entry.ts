/** From a named value to a find: unwraps it, judges what is inside, and says whose it is. */
import { wordsOfName } from '../../model/secret-name.js';
import type { KeyTools } from '../../ports.js';
import { textOf } from '../decode/base64.js';
import { type FileFamilyName, fileFamilies } from '../families/files.js';
import { namedBy } from '../generic.js';
import { printable } from '../keys/bytes.js';
import { sightKeys } from '../keys/keys.js';
import { base64Of } from '../keys/pem.js';
import type { Confidence, Decoded, Family, PathClass, Sighting } from '../sighting.js';
import { type Judgement, judgeValue } from '../values.js';
import { connectionParts } from './connection.js';
import type { Entry } from './entry.js';
import { json } from './grammar/json.js';
import type { Around, Field } from './kind.js';

/** What all entries of a file share. */
export interface Place {
  readonly pathClass: PathClass;
  readonly tools: KeyTools;
}

const longestValue = 16_384;

type Inner = { readonly value: string; readonly decoded: Decoded; readonly name?: string };

/** How sure a value at a place is that its format keeps for secrets; undefined when it is none. */
function confidenceAtField({ is, strength }: Judgement, field: Field, name: string, place: Place): Confidence | undefined {
  if (is === 'published-example') return 'doubtful';
  // Names of users and databases stand in the same places.
  if (strength === 0 || (strength === 1 && field.mixed && !namedBy(name))) return undefined;
  if (strength >= 2 && !field.mixed) return 'likely';
  const weak = strength === 1 && field.mixed;
  return weak || place.pathClass !== 'source' ? 'doubtful' : 'possible';
}

/** A find at a place that a format keeps for secrets. */
export function sightField(entry: Entry, field: Field, around: Around, place: Place): readonly Sighting[] {
  if (entry.value.length > longestValue) return [];
  const whose = field.tells?.(around) ?? {};
  if (field.as === 'pem' || field.as === 'pem64') return sightKeyAt(entry, field, whose, place);
  if (field.as === 'docker64') return sightDocker(entry, field, place);
  if (field.as === 'hash') return [sightHash(entry, field.family, whose)];
  const inner = unwrapped(entry, field);
  if (!inner) return [];
  const name = field.mixed ? entry.key : 'password';
  const judged = judgeValue(inner.value, { name, pathClass: place.pathClass, quoted: true, literal: !field.mixed });
  const confidence = confidenceAtField(judged, field, entry.key, place);
  if (!confidence) return [];
  const family = fileFamilies[field.family];
  const reasons = [`this place of the file is for a secret`, judged.because];
  const decoded = { ...inner.decoded, ...whose };
  return [{ ...placed(entry), family, value: inner.value, confidence, reasons, decoded, ...called(entry, decoded) }];
}

/** Whose it is says more than the `password` or `auth` that it stands under, and tells several of one file apart. */
function called(entry: Entry, { subject, host, user, application }: Decoded): { readonly name?: string } {
  const name = subject ?? host ?? user ?? application ?? entry.key.slice(entry.key.lastIndexOf(':') + 1);
  return name === '' ? {} : { name };
}

const placed = (entry: Entry): Pick<Sighting, 'start' | 'end'> => ({ start: entry.start, end: entry.end });

/** The login in a Docker configuration that stands in base64; its places are inside, so the whole is the place. */
function sightDocker(entry: Entry, field: Field, place: Place): readonly Sighting[] {
  const inner = json(textOf(entry.value.replace(/\s/g, '')) ?? '');
  const login = inner.find((e) => e.key === 'auth') ?? inner.find((e) => e.key === 'password');
  if (!login) return [];
  const around: Around = { key: login.key, within: () => login.scope?.key, beside: () => undefined };
  const tells = (a: Around) => ({ host: printable(a.within() ?? '') });
  const as = login.key === 'auth' ? 'login' : 'plain';
  const found = sightField(login, { at: field.at, family: field.family, as, tells }, around, place);
  return found.map((sighting) => ({ ...sighting, ...placed(entry) }));
}

function unwrapped(entry: Entry, field: Field): Inner | undefined {
  if (field.as === undefined || field.as === 'plain') return { value: entry.value, decoded: {} };
  const text = textOf(entry.value.replace(/\s/g, ''));
  // What is no base64 is taken as it stands: a password is not lost because its wrapping is wrong.
  if (text === undefined) return { value: entry.value, decoded: {} };
  if (field.as !== 'login') return { value: text, decoded: {} };
  const colon = text.indexOf(':');
  return { value: text.slice(colon + 1), decoded: colon > 0 ? { user: text.slice(0, colon) } : {} };
}

/** A key or certificate that its format wraps. What does not decode there is judged by its look. */
function sightKeyAt(entry: Entry, field: Field, whose: Decoded, place: Place): readonly Sighting[] {
  const text = field.as === 'pem64' ? (textOf(entry.value.replace(/\s/g, '')) ?? '') : entry.value;
  const family = fileFamilies[field.family];
  const [key] = sightKeys(text, place.tools);
  if (key) return [{ ...key, ...placed(entry), family, decoded: { ...key.decoded, ...whose }, ...called(entry, whose) }];
  if (family.isPublic) return [];
  const value = base64Of(text === '' ? entry.value : text);
  const { is, strength, because } = judgeValue(value, { pathClass: place.pathClass, quoted: true });
  if (strength < 2 && is !== 'published-example') return [];
  const reasons = ['this place of the file is for a private key', `what is there does not decode as one; ${because}`];
  return [
    { ...placed(entry), family, value, confidence: strength === 3 ? 'possible' : 'doubtful', reasons, decoded: whose, name: entry.key },
  ];
}

const hashes: readonly (readonly [mark: RegExp, name: string])[] = [
  [/^\$2[abxy]\$/, 'bcrypt'],
  [/^\$apr1\$/, 'MD5 (apr1)'],
  [/^\$1\$/, 'MD5'],
  [/^\$5\$/, 'SHA-256'],
  [/^\$6\$/, 'SHA-512'],
  [/^\$argon2/, 'Argon2'],
  [/^\{SHA\}/, 'SHA-1'],
];

function sightHash(entry: Entry, family: FileFamilyName, whose: Decoded): Sighting {
  const algorithm = hashes.find(([mark]) => mark.test(entry.value))?.[1];
  return {
    ...placed(entry),
    family: fileFamilies[family],
    value: entry.value,
    confidence: algorithm ? 'likely' : 'possible',
    reasons: [algorithm ? `a hash of a password (${algorithm})` : 'the file keeps hashes of passwords'],
    decoded: { ...whose, ...(algorithm && { algorithm }) },
    ...called(entry, whose),
    isEncrypted: true,
  };
}

/** The name that speaks for a value: its key, or what stands beside it as `name`. */
function nameOf(entry: Entry, around: Around): string {
  const key = entry.key.toLowerCase();
  if (key === 'value' || key === '@value' || key === '@connectionstring')
    return around.beside('@key') ?? around.beside('@name') ?? around.beside('name') ?? around.beside('key') ?? entry.key;
  return entry.key.replace(/^@/, '');
}

/** `KEY=VALUE` in a list, as Compose and others write variables. */
function split(entry: Entry): Entry {
  const [, key, value = ''] =
    (entry.key === '*' && entry.value.includes('=') && /^([A-Za-z_][\w.-]{0,200})=(.*)$/s.exec(entry.value)) || [];
  return key === undefined ? entry : { ...entry, key, value, start: entry.end - value.length };
}

/** Finds at a place of which the name alone says what it holds. */
export function sightNamed(written: Entry, around: Around, place: Place): readonly Sighting[] {
  const entry = split(written);
  if (entry.value.length < 4 || entry.value.length > longestValue) return [];
  const parts = entry.value.includes('=') ? connectionParts(entry.value) : [];
  const name = nameOf(entry, around);
  if (parts.length > 0) return parts.flatMap((part) => sightPart(part, entry, name, place));
  const named = namedBy(name);
  if (!named || (/\s/.test(entry.value) && named.family.kind !== 'password')) return [];
  const found = sightByName(entry.value, placed(entry), named.family, name, {}, place);
  return named.vague ? found.filter((f) => judgeValue(f.value, { pathClass: place.pathClass, quoted: true }).strength === 3) : found;
}

function sightPart(part: ReturnType<typeof connectionParts>[number], entry: Entry, name: string, place: Place): readonly Sighting[] {
  // Escapes move what is behind them: then the whole string is the place.
  const isExact = entry.end - entry.start === entry.value.length;
  const at = isExact ? { start: entry.start + part.start, end: entry.start + part.start + part.value.length } : placed(entry);
  return sightByName(part.value, at, part.family, name, part.decoded, place);
}

function sightByName(
  value: string,
  at: Pick<Sighting, 'start' | 'end'>,
  family: Family,
  name: string,
  decoded: Decoded,
  place: Place,
): readonly Sighting[] {
  const isPassword = family.id.endsWith('-password');
  const judged = judgeValue(value, { name, pathClass: place.pathClass, quoted: true, literal: isPassword });
  if (judged.strength === 0 || value.length < 4) return [];
  // People choose weak passwords; under a lone `passwd` a plain word is more often a setting.
  const isChosen = isPassword && (judged.is !== 'word' || /\d|[^\w\s]/.test(value) || wordsOfName(name).includes(' '));
  const confidence = (judged.strength >= 2 || isChosen) && place.pathClass === 'source' ? 'possible' : 'doubtful';
  return [{ ...at, family, value, confidence, reasons: [`the name before it says so; ${judged.because}`], decoded, name }];
}
