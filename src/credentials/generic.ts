/** Values that only their name makes a credential: `password = …`, `API_TOKEN: …`. */
import { secretKindOf, wordsOfName } from '../model/secret-name.js';
import type { Assignment } from './assignment.js';
import { type FamilyClass, familyOf } from './families/family.js';
import type { Find } from './find.js';
import { isUnlikeItsProvider } from './known-shapes.js';
import { isLongEnough, isVaried } from './plausible.js';
import type { Confidence, Family } from './sighting.js';
import { against, type Place } from './surroundings.js';
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
const mostNames = 16_384;

/** What is issued to a browser for one page protects that page and proves nobody. */
const notHeld =
  /\b(?:csrf|xsrf|authenticity|verification|captcha|nonce|public|pub|foreign|primary|partition|sort|cache|sequence|idempotency|licen[sc]e|token ?type)\b/;
const vague = /\w (?:key|auth|access|private|api)$|\bauthorization$/;
/** Words that are written without a break. */
const glued = /(?:password|passwd|secret|apikey|accesskey|secretkey|authkey|privatekey|authtoken|apitoken|accesstoken)$/;

/** What a name speaks of; names repeat so often in a text that the answers are kept. */
export function namedBy(name: string): Named | undefined {
  if (knownNames.has(name)) return knownNames.get(name);
  if (knownNames.size >= mostNames) knownNames.clear();
  const words = wordsOfName(name);
  const kind = notHeld.test(words) ? undefined : (secretKindOf(name) ?? secretKindOf(spelledOut(words)));
  const family = kind ? families[kind] : undefined;
  const named = family
    ? { family, vague: false }
    : vague.test(words) && !notHeld.test(words)
      ? { family: accessKey, vague: true }
      : undefined;
  // A part of a text keeps the whole text in memory: what is kept is a copy.
  knownNames.set([...name].join(''), named);
  return named;
}

/** `dbpassword` → `db password`. */
const spelledOut = (words: string): string => words.replace(glued, ' $&').replace(/(key|token)$/, ' $1');

/** A name that holds a secret by itself, or may with the words before it (`api key`), or goes on into its value (`secret-4711…`). */
export const mayHold = (name: string): boolean =>
  namedBy(name) !== undefined || /^(?:key|access|private|token|secret)$/i.test(name) || name.length > 24;

const shortest = 4;
const longest = 2048;

/** A find, where name and value together make one. `marked`: the value begins like one of a family of its own, and did not fit it. */
export function genericFind(text: string, found: Assignment, place: Place, marked: (value: string) => boolean): Find | undefined {
  const length = found.end - found.start;
  if (length < shortest || length > longest) return undefined;
  const named = namedBy(found.name);
  if (!named) return undefined;
  const value = text.slice(found.start, found.end);
  if (/\s/.test(value) && !(named.family === password && found.quoted && isPhrase(value))) return undefined;
  if (/^\$\w+[/\\]|\|[^|]*\|/.test(value) || isRelease(value)) return undefined;
  if (isPlain(value, named.family === password, place.isCode)) return undefined;
  const [confidence, because] = assess(value, found, named, place);
  if (!confidence) return undefined;
  const lowered = isExample(value)
    ? 'it has the word of an example in it'
    : marked(value)
      ? 'it begins like a known kind of token and does not go on like one'
      : named.family !== password && isUnlikeItsProvider(wordsOfName(found.name), value)
        ? 'its provider, whom the name tells, issues nothing that looks like this'
        : against(text, found.start, place);
  return {
    family: named.family,
    start: found.start,
    end: found.end,
    value,
    confidence: lowered ? 'doubtful' : confidence,
    reasons: [`the name before it says so; ${because}`, ...(lowered ? [lowered] : [])],
    decoded: {},
    name: found.name,
    rank: 0,
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const tokenLike = /^[\w+/.~!@%-]{14,}={0,2}$/;

function assess(
  value: string,
  found: Assignment,
  { family, vague: isVague }: Named,
  { pathClass, isCode }: Place,
): readonly [Confidence | undefined, string] {
  const literal = isChosen(value, found, family === password, isCode);
  const { is, strength, because } = judgeValue(value, { name: found.name, pathClass, quoted: found.quoted, literal });
  const isToken = tokenLike.test(value) && isVaried(value);
  // A sequence or a piece that is repeated is made up, and so are many that people use.
  const madeUp =
    is === 'placeholder' &&
    (isToken || (tokenLike.test(value) && isLongEnough(value))) &&
    namesOwner(found.name) &&
    /sequence|piece|few/.test(because);
  if (is === 'reference' && !isCode && !found.quoted && isToken && value.length >= 24 && hasDigits(value))
    return ['possible', 'it looks random'];
  if (found.loose && family === password && found.inList) return [strength > 0 ? 'possible' : undefined, because];
  if (found.loose) return [isToken && hasDigits(value) && (madeUp || strength >= 2) ? 'possible' : undefined, because];
  if (isVague) return [isToken && hasDigits(value) && (strength === 3 || madeUp) ? 'possible' : undefined, because];
  if (family !== password && uuid.test(value)) return ['possible', 'it has the form of a UUID, as many tokens have'];
  if (strength === 0) return [madeUp ? 'possible' : undefined, because];
  if (family === password)
    return [
      isPassword(value, is === 'word' || strength < 2, isCode) &&
      (literal || found.quoted || strength >= 2 || isSetting(found.name) || found.inList)
        ? 'possible'
        : 'doubtful',
      because,
    ];
  if (strength === 1 && found.quoted && !isCode && /[^\w\s.:/-]/.test(value)) return ['possible', because];
  return [strength >= 2 && hasDigit(value) ? 'possible' : 'doubtful', because];
}

/** Where there is no code, words may be what somebody chose: in quotes with a sign that no name has, or as a line of settings, `password = open_sesame`. */
const isChosen = (value: string, { quoted, isLine }: Assignment, isPassword: boolean, isCode: boolean): boolean =>
  !isCode && (quoted ? /[#+!@]/.test(value) : isPassword && isLine === true && value.length >= 8 && !isSecretWord(value));

const isSecretWord = (value: string): boolean => /\b(?:pass\w*|pwd|secret|token|key|credentials?)\b/.test(wordsOfName(value));

/** A label says `Password`, too: in code what is made of words alone is more often one; elsewhere what begins with a capital is. */
const isPassword = (value: string, isWeak: boolean, isCode: boolean): boolean =>
  hasDigit(value) || /[^\w\s.-]/.test(value) || (isWeak ? !isCode && !/^(?:[A-Z]|[\x80-\uffff])/.test(value) : true);

/** The name says whose it is, not only what it is: `stripe_api_key`, not `api_key`. */
const namesOwner = (name: string): boolean =>
  wordsOfName(name)
    .replace(
      /\b(?:api|key|secret|access|token|auth|client|app|private|my|the|user|test|id|password|service|account|master|credential|credentials|bearer)\b/g,
      '',
    )
    .trim() !== '';

/** A word that people put into values nobody issued, or the beginning of the most copied example of all. */
const isExample = (value: string): boolean => /example/i.test(value) || value.startsWith('wJalrXUtnFEMI');

/** No digit and no sign: a word, which may be a password where there is no code, and is nothing else. */
const isPlain = (value: string, isPassword: boolean, isCode: boolean): boolean => (isCode || !isPassword) && /^[A-Za-z_.: -]*$/.test(value);

/** A password of a few words, with a digit as people are told to put in. */
const isPhrase = (value: string): boolean =>
  value.length <= 48 && /\d/.test(value) && value.split(/\s+/).length <= 4 && !/[()[\]]/.test(value);

/** `jjwt-jackson-0.11.2`: a name and a version. */
const isRelease = (value: string): boolean => /^[a-z][a-z-]*-\d+(?:\.\d+)+$/i.test(value);

const hasDigit = (value: string): boolean => /\d/.test(value);

/** `DB_PASSWORD=…`, as in files of environment variables. */
const isSetting = (name: string): boolean => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name);

const hasDigits = (value: string): boolean => (value.match(/\d/g)?.length ?? 0) >= 3;
