/** Private keys in base64 without their armour, and whole PEM texts in base64: as Secrets, variables and JSON carry them. */
import { charset, isIn } from '../charset.js';
import { textOf } from '../decode/base64.js';
import { decodeBase64 } from './bytes.js';
import { readDer } from './der.js';
import { base64Of } from './pem.js';
import { type PrivateKey, readPrivateKey } from './private-key.js';

export interface BareKey {
  readonly start: number;
  readonly end: number;
  /** The key in base64, out of its line breaks. */
  readonly body: string;
  readonly bytes: Uint8Array;
  readonly key: PrivateKey;
}
/** A text inside base64. */
interface Wrapped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * How private keys begin in base64, at the fifth character or so: version zero and what has to follow it. PKCS #1 of 512, 1024 and more bits,
 * PKCS #8 of RSA and of curves, SEC 1, Ed25519.
 */
const beginnings = [
  'IBAAJBA',
  'IBAAKBgQ',
  'IBAAKCA',
  'IBADANBgkqhkiG9w0BAQ',
  'AgEAMBMGByqGSM49',
  'MHcCAQEEI',
  'MC4CAQAwBQYDK2VwBCIE',
  'GkAgEBBD',
];

/** The characters of base64 that a word settles, so many bytes after a border of three. */
const inBase64 = (word: string, shift: number): string =>
  btoa(`${' '.repeat(shift)}${word}`).slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + word.length) * 8) / 6));

/** The beginning of PEM and the member of every JSON web key, wherever in the base64 of a longer text they stand. */
const wrapped = ['-----BEGIN ', '"kty"'].flatMap((word) => [0, 1, 2].map((shift) => inBase64(word, shift)));

/** Words, in lower case, without which there is nothing here to find. */
export const bareMarkers: readonly string[] = [...beginnings, ...wrapped].map((m) => m.toLowerCase());

/** The largest usual key with line breaks and indentation, and the longest chain of certificates with its key. */
const longestKey = 12_000;
const longestWrapped = 60_000;
/** How far before a beginning the key may begin. */
const header = 9;

const inRun = charset('b64');
const run = /^(?:[A-Za-z0-9+/]|\\[nr]|\r?\n[ \t]{0,200}(?=[A-Za-z0-9+/=]))*={0,2}/;

/** All keys without armour, those alone that decode. */
export function findBareKeys(text: string): readonly BareKey[] {
  const found: BareKey[] = [];
  for (const beginning of beginnings)
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      const far = Math.max(0, at - header);
      const before = text.slice(far, at).search(/M[A-Za-z0-9+/]{0,8}$/);
      const start = before < 0 ? at : far + before;
      const written = run.exec(text.slice(start, start + longestKey))?.[0] ?? '';
      const key = keyIn(written, start);
      if (key) found.push(key);
      // What was read as one key is not read as another: so each character is looked at a few times at most.
      at = Math.max(at, (key?.end ?? start + written.length) - 1);
    }
  return found;
}

/** The key that base64 begins with; what stands behind it is not its own. */
function keyIn(written: string, start: number): BareKey | undefined {
  const base64 = base64Of(written);
  const bytes = base64.length < 60 ? undefined : decodeBase64(base64);
  const der = bytes && readDer(bytes)?.whole;
  const key = der && readPrivateKey(der);
  if (!key) return undefined;
  const letters = Math.ceil((der.length * 4) / 3);
  const length = lengthOf(written, letters);
  return { start, end: start + length, body: base64Of(written.slice(0, length)), bytes: der, key };
}

/** Length of the beginning of a text that has so many letters of base64, and the padding behind them. */
function lengthOf(written: string, letters: number): number {
  let [at, left] = [0, letters];
  for (; left > 0 && at < written.length; at++)
    if (written[at] === '\\') at++;
    else if (/[A-Za-z0-9+/]/.test(written[at] ?? '')) left--;
  while (written[at] === '=') at++;
  return at;
}

/** All texts in base64 that hold PEM or a JSON web key, by place. */
export function findWrapped(text: string): readonly Wrapped[] {
  const found: Wrapped[] = [];
  for (const mark of wrapped)
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at)) {
      const start = runStart(text, at);
      const written = run.exec(text.slice(start, start + longestWrapped))?.[0] ?? '';
      const inner = textOf(base64Of(written));
      if (inner !== undefined && !found.some((f) => f.start === start)) found.push({ start, end: start + written.length, text: inner });
      at = Math.max(at + mark.length, start + written.length);
    }
  return found;
}

/** Where the base64 begins that holds a place. */
function runStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < longestWrapped / 2 && isIn(inRun, text.charCodeAt(start - 1))) start--;
  return start;
}
