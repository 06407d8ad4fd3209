/** Values that only their name makes a credential: `password = …`, `API_TOKEN: …`. */
import { secretKindOf, wordsOfName } from '../model/secret-name.js';
import type { Assignment } from './assignment.js';
import { type FamilyClass, familyOf } from './families/family.js';
import type { Find } from './find.js';
import { isVaried } from './plausible.js';
import type { Confidence, Family, PathClass } from './sighting.js';
import { judgeValue } from './values.js';

const generic = (id: string, title: string, of: FamilyClass): Family => familyOf(id, title, 'generic', of);
const password = generic('generic-password', 'password', 'password');
const genericSecret = generic('generic-secret', 'secret', 'password');
const accessKey = generic('generic-access-key', 'access key', 'apiKey');
const families: Readonly<Record<string, Family>> = {
  password,
  token: generic('generic-token', 'token', 'service'),
  'access-key': accessKey,
  'private-key': generic('generic-private-key', 'private key', 'privateKey'),
  'signing-key': generic('generic-signing-key', 'signing key', 'signing'),
  certificate: genericSecret,
  secret: genericSecret,
};

interface Named {
  readonly family: Family;
  /** Only the last word, `key`, says so: the value has to be as random as they come. */
  readonly vague: boolean;
}
const knownNames = new Map<string, Named | undefined>();
const mostNames = 4096;

/** What is issued to a browser for one page protects that page and proves nobody. */
const notHeld =
  /\b(?:csrf|xsrf|authenticity|verification|captcha|nonce|public|pub|foreign|primary|partition|sort|cache|sequence|idempotency|licen[sc]e|token ?type)\b/;
const vague = /\w (?:key|auth)$|\bauthorization$/;

/** What a name speaks of; names repeat so often in a text that the answers are kept. */
export function namedBy(name: string): Named | undefined {
  if (knownNames.has(name)) return knownNames.get(name);
  if (knownNames.size >= mostNames) knownNames.clear();
  const words = wordsOfName(name);
  const kind = notHeld.test(words) ? undefined : secretKindOf(name);
  const family = kind ? families[kind] : undefined;
  const named = family
    ? { family, vague: false }
    : vague.test(words) && !notHeld.test(words)
      ? { family: accessKey, vague: true }
      : undefined;
  knownNames.set(name, named);
  return named;
}

const shortest = 4;
const longest = 2048;

/** A find, where name and value together make one. `marked`: the value begins like one of a family of its own, and did not fit it. */
export function genericFind(text: string, found: Assignment, pathClass: PathClass, marked: (value: string) => boolean): Find | undefined {
  const length = found.end - found.start;
  if (length < shortest || length > longest) return undefined;
  const named = namedBy(found.name);
  if (!named) return undefined;
  const value = text.slice(found.start, found.end);
  if (/\s/.test(value) && (named.family !== password || !found.quoted)) return undefined;
  if (/^\$\w+[/\\]/.test(value)) return undefined;
  const [confidence, because] = assess(value, found, named, pathClass);
  if (!confidence) return undefined;
  const against = marked(value)
    ? 'it begins like a known kind of token and does not go on like one'
    : pathClass === 'source'
      ? undefined
      : `the file is ${place[pathClass]}`;
  return {
    family: named.family,
    start: found.start,
    end: found.end,
    value,
    confidence: against ? 'doubtful' : confidence,
    reasons: [`the name before it says so; ${because}`, ...(against ? [against] : [])],
    decoded: {},
    name: found.name,
    rank: 0,
  };
}

/** What a path class says, for a person. */
const place: Readonly<Record<PathClass, string>> = {
  source: 'source',
  test: 'a test',
  docs: 'documentation',
  example: 'an example',
  lock: 'a lock file',
  generated: 'generated',
  vendored: 'vendored',
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const tokenLike = /^[\w+/.~!@%-]{16,}={0,2}$/;

function assess(
  value: string,
  found: Assignment,
  { family, vague: isVague }: Named,
  pathClass: PathClass,
): readonly [Confidence | undefined, string] {
  const { is, strength, because } = judgeValue(value, { name: found.name, pathClass, quoted: found.quoted });
  const isToken = tokenLike.test(value) && isVaried(value);
  // A sequence or a piece that is repeated is made up, and so are many that people use.
  const madeUp = is === 'placeholder' && isToken && /sequence|piece|few/.test(because);
  if (found.loose) return [isToken && hasDigits(value) && (madeUp || strength >= 2) ? 'possible' : undefined, because];
  if (isVague) return [strength === 3 || (madeUp && hasDigits(value)) ? 'possible' : undefined, because];
  if (family !== password && uuid.test(value)) return ['possible', 'it has the form of a UUID, as many tokens have'];
  if (strength === 0) return [madeUp ? 'possible' : undefined, because];
  if (strength >= 2) return ['possible', because];
  return [family === password && found.quoted ? 'possible' : 'doubtful', because];
}

const hasDigits = (value: string): boolean => (value.match(/\d/g)?.length ?? 0) >= 3;
