/** The look of a text as characters: classes, repetition, sequences, and what machines write that is no secret. */

/** Neighbours on keyboards, in the alphabet and among digits, both ways. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'qwertzuiop', 'azertyuiop'];
const pairOf = (a: number, b: number): number => a * 128 + b;
const neighbours = new Uint8Array(128 * 128);
for (const row of rows)
  for (let i = 1; i < row.length; i++) {
    const [a, b] = [row.charCodeAt(i - 1), row.charCodeAt(i)];
    neighbours[pairOf(a, b)] = 1;
    neighbours[pairOf(b, a)] = 1;
  }

/** Share of steps from one character to the next that a finger makes along a row, up to 1. */
export function walkShare(text: string): number {
  const lower = text.toLowerCase();
  let steps = 0;
  for (let i = 1; i < lower.length; i++) {
    const [a, b] = [lower.charCodeAt(i - 1), lower.charCodeAt(i)];
    if (a === b || (a < 128 && b < 128 && neighbours[pairOf(a, b)] === 1)) steps++;
  }
  return lower.length < 2 ? 0 : steps / (lower.length - 1);
}

/** Of all letters and digits, the share that stands in digits that somebody counted: `1234567890`, `0000`. */
export function countedShare(text: string): number {
  const look = text.slice(0, 256);
  const counted = (look.match(/\d{4,}/g) ?? []).filter((run) => walkShare(run) >= 0.6).reduce((sum, run) => sum + run.length, 0);
  return counted / Math.max(1, look.match(/[A-Za-z0-9]/g)?.length ?? 0);
}

/** True when the text is one unit several times over: `abcabcabc`, `01230123`. */
export function isRepeated(text: string): boolean {
  // A text is periodic exactly when it occurs in its own double before its end.
  const period = (text + text).indexOf(text, 1);
  return period < text.length && period <= text.length / 2;
}

/** One place for each character of ASCII; all others share the last. Written anew by each count, since counting is what takes the time. */
const counts = new Uint32Array(129);

function count(text: string): void {
  counts.fill(0);
  for (let i = 0; i < text.length; i++) {
    const at = Math.min(text.charCodeAt(i), 128);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/** Different characters of a text against its length, up to 1. */
export function distinctShare(text: string): number {
  count(text);
  let different = 0;
  for (const n of counts) if (n > 0) different++;
  return different / Math.max(1, text.length);
}

/** Bits of surprise for each character, by how often the text itself uses it. */
export function entropyOf(text: string): number {
  count(text);
  let bits = 0;
  for (const n of counts) if (n > 0) bits -= (n / text.length) * Math.log2(n / text.length);
  return bits;
}

/** Classes of characters that occur: lower, upper, digit, other. */
export const classesOf = (text: string): number => [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((c) => c.test(text)).length;

/** Spellings of machines that name or measure and prove nothing. */
const spellings: readonly (readonly [spelling: RegExp, because: string])[] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'it is a UUID'],
  [/^[v^~=<>]{0,3}\d{1,5}(?:\.\d{1,8}){1,3}(?:[-+][\w.+-]{1,40})?$/, 'it is a version or a number'],
  [/^\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?$/, 'it is a date'],
  [
    /^(?:utf-?(?:8|16|32)(?:[-_]?(?:le|be|sig))?|latin-?1|iso-8859-\d{1,2}|ascii|base(?:64|32)(?:url)?|bcrypt|scrypt|argon2(?:id?|d)?|pbkdf2|sha-?\d{1,3}|md5|hmac(?:-?sha-?\d{1,3})?|aes-?\d{3}(?:-\w{3})?|a\d{3}(?:cbc-hs\d{3}|gcm(?:kw)?|kw)|ecdh-es(?:\+a\d{3}kw)?|rsa(?:-?\d{4})?|ed25519|x25519|secp256k1|[hrep]s\d{3}|bearer|basic|digest|plaintext|xoauth2)$/i,
    'it names an encoding or an algorithm',
  ],
  [/^[a-z][a-z0-9-]{1,40}:(?:[A-Z][A-Za-z]{2,60}\*?|\*)$/, 'it names an action that a policy grants'],
  [/^(?:#|0x)[0-9a-f]{3,8}$/i, 'it is a colour or a small number'],
  [/^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/, 'it is an e-mail address'],
  [
    /^(?:[\w-]{1,63}\.){1,8}(?:com|org|net|io|dev|app|local|internal|svc|cluster|gov|edu|co|cloud|azure|example|test)(?::\d{1,5})?$/i,
    'it is a host name',
  ],
  [/^sha(?:1|256|384|512)[-:][A-Za-z0-9+/=]{27,128}$/, 'it is a checksum'],
  [
    /^[\w-]{1,60}\.(?:json|ya?ml|txt|pem|key|crt|js|ts|py|go|rb|java|conf|cfg|ini|env|properties|xml|html?|css|png|svg|jpe?g|md|sh|log)$/i,
    'it is a file name',
  ],
];

/** Why a text is an identifier of a machine's own spelling; undefined when it is none. */
export const spellingOf = (text: string): string | undefined =>
  text.length > 300 ? undefined : spellings.find(([spelling]) => spelling.test(text))?.[1];
