/** Sets of ASCII characters by name, as the shapes of families speak of them. */

/** One where the character with that code is in the set; characters beyond ASCII are in none. */
export type Charset = Uint8Array;

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const named: Readonly<Record<string, string>> = {
  d: digits,
  hex: `${digits}abcdef`,
  anyhex: `${digits}abcdefABCDEF`,
  upperhex: `${digits}ABCDEF`,
  lower,
  upper,
  alpha: lower + upper,
  lownum: lower + digits,
  upnum: upper + digits,
  b32: `${upper}234567`,
  b62: lower + upper + digits,
  b64: `${lower + upper + digits}+/`,
  b64pad: `${lower + upper + digits}+/=`,
  u64: `${lower + upper + digits}-_`,
  u64pad: `${lower + upper + digits}-_=`,
  /** Both base64 alphabets with padding. */
  anyb64: `${lower + upper + digits}+/-_=`,
  word: `${lower + upper + digits}_`,
  dotted: `${lower + upper + digits}-_.`,
  lowdash: `${lower + digits}-`,
  lowword: `${lower + digits}-_=`,
  tilde: `${lower + upper + digits}-_.~`,
  /** What stands in a token of a URL or a header without quotes. */
  token: `${lower + upper + digits}-_.~+/=`,
  percent: `${lower + upper + digits}-_.~+/%=`,
  bech32: 'qpzry9x8gf2tvdw0s3jn54khce6mua7l',
  bech32upper: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  visible: Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join(''),
};
const made = new Map<string, Charset>();

const setOf = (characters: string): Charset => {
  const set = new Uint8Array(128);
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1;
  return set;
};

/** The set of that name, or of the characters listed in `[…]`. An unknown name is a mistake in a table. */
export function charset(name: string): Charset {
  const known = made.get(name);
  if (known) return known;
  const characters = name.startsWith('[') ? name.slice(1, -1) : named[name];
  if (characters === undefined) throw new Error(`No charset is called ${name}`);
  const set = setOf(characters);
  made.set(name, set);
  return set;
}

/** Every character of a set, in order; tests draw values from it. */
export const charactersOf = (set: Charset): string =>
  [...set.keys()]
    .filter((c) => set[c] === 1)
    .map((c) => String.fromCharCode(c))
    .join('');

export const isIn = (set: Charset, code: number): boolean => code < 128 && set[code] === 1;

const alphanumeric = charset('b62');
export const isAlphanumeric = (code: number): boolean => code < 128 && alphanumeric[code] === 1;
const wordly = charset('word');
export const isWord = (code: number): boolean => code < 128 && wordly[code] === 1;
