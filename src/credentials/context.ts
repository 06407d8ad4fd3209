/** Finds of providers whose credentials have no mark: their name, a few words, and a value of the right shape. */
import { charset, isIn } from './charset.js';
import type { ContextRow } from './families/family.js';
import type { Find } from './find.js';
import { plausibilityOf } from './plausible.js';
import { matchFrom, shapeOf, type Work } from './shape.js';
import type { PathClass } from './sighting.js';
import { wordingOf } from './values/words.js';

const reach = 110;
const mostWords = 5;
const inToken = charset('[abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-]');
const secretWord = /key|token|secret|pass|auth|cred|bearer|api|access|private/i;
const operator = /[=:>,(|]/;
/** What a hexadecimal value is when something else than a credential: a checksum, a commit in an address or after the `@` of a pin. */
const namesHash =
  /hash|sha\d*|commit|checksum|digest|integrity|fingerprint|revision|public|@example|(?<![a-z])(?:rev|ref|pin)(?![a-z])|\/(?:blob|tree|raw|archive|compare|actions)\//i;
const hexadecimal = /^[0-9a-f]+$/i;
/** As long as a digest or a commit: a provider's name alone does not make it a credential. */
const isDigestLong = (value: string): boolean => [32, 40, 64].includes(value.length) && hexadecimal.test(value);

/** The value after the provider's name at `from`–`to`, if it has one of the provider's shapes. */
export function contextFind(
  text: string,
  row: ContextRow,
  [from, to]: readonly [number, number],
  pathClass: PathClass,
  work: Work,
): Find | undefined {
  if (!isNameOfItsOwn(text, from, to)) return undefined;
  const limit = Math.min(text.length, to + reach);
  let lines = 0;
  let words = 0;
  for (let i = to + (gluedWords.exec(text.slice(to, to + longestGlue))?.[0].length ?? 0); i < limit && words <= mostWords; ) {
    const code = text.charCodeAt(i);
    if (!isIn(inToken, code)) {
      if (code === 10 && ++lines > (row.unknownLength ? 1 : 2)) return undefined;
      i++;
      continue;
    }
    const end = i > to && (!row.unknownLength || mayBeIssued(text.slice(i, afterWord(text, i)))) ? ending(text, row, i, work) : -1;
    if (end > 0) return find(text, row, [from, to], [i, end], pathClass);
    const next = afterWord(text, i);
    if (i > to && isValueLike(text.slice(i, next))) return undefined;
    words++;
    i = next;
  }
  return undefined;
}

/** `acme-secret-key-4711…`: what says that it is a secret is joined to the provider's name and to the value by a dash. */
const gluedWords = /^[A-Za-z_-]{0,20}(?:key|token|secret|access|private)-(?=\S{15})/i;
const longestGlue = 50;

/** `mistral` in `MistralApiKey` and `my-mistral`, not in `amistralb`. */
function isNameOfItsOwn(text: string, from: number, to: number): boolean {
  const [before, first, after] = [text[from - 1] ?? ' ', text[from] ?? ' ', text[to] ?? ' '];
  // Three letters in a row are found in any base64.
  if (to - from < 4 && /[A-Za-z0-9+/]/.test(before)) return false;
  const begins = !/[A-Za-z]/.test(before) || (/[a-z]/.test(before) && /[A-Z]/.test(first));
  return begins && !/[a-z]/.test(after);
}

const ending = (text: string, row: ContextRow, at: number, work: Work): number => {
  for (const shape of row.shapes) {
    const end = matchFrom(shapeOf(shape), text, at, work);
    if (end > 0) return end;
  }
  return -1;
};

function afterWord(text: string, from: number): number {
  let i = from;
  while (i - from < 80 && isIn(inToken, text.charCodeAt(i))) i++;
  return i;
}

/** Another value stands here; what comes after it belongs to something else. */
const isValueLike = (word: string): boolean => word.length >= 16 && digitsOf(word) >= 3;

const digitsOf = (value: string): number => value.match(/\d/g)?.length ?? 0;

/** Fewer characters are no value of a service whose length nobody knows. */
const shortestUnknown = 15;
const mayBeIssued = (word: string): boolean =>
  word.length >= shortestUnknown && (digitsOf(word) >= 2 || isShuffled(word) || keyLike.test(word));

/** Forms that keys have and words have not, though a person may have counted or repeated what is in them. */
const keyLike = /^(?:[0-9a-f]{32,128}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Upper and lower case without digits, as chance puts them: words change their case at their beginning, and are words. */
const isShuffled = (value: string): boolean =>
  value.length >= 20 && /^[A-Za-z]+$/.test(value) && (value.match(/[a-z][A-Z]/g)?.length ?? 0) >= 2 && wordingOf(value).share < 0.3;

/** Many digits and letters in no order, and no words held together by separators. */
function looksIssued(value: string): boolean {
  if (isShuffled(value)) return true;
  const digits = digitsOf(value);
  const isMixed = digits >= 4 && new Set(value).size >= 8 && /[A-Za-z]/.test(value);
  return isMixed && (digits >= 6 || !/[a-z]{6}/.test(value) || wordingOf(value).share < 0.2) && !/(?:[-_].*){5}/.test(value);
}

function find(
  text: string,
  row: ContextRow,
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
  pathClass: PathClass,
): Find | undefined {
  const between = text.slice(to, start);
  const says = secretWord.test(between);
  if (!says && (row.ordinary || !(operator.test(between) || between.length <= 3))) return undefined;
  if (namesHash.test(between)) return undefined;
  const value = text.slice(start, end);
  if ((row.unknownLength || hexadecimal.test(value)) && /[@/]$/.test(between)) return undefined;
  if (!says && isDigestLong(value)) return undefined;
  if (row.unknownLength && !looksIssued(value) && !(says && keyLike.test(value))) return undefined;
  const { standsIn, strength, because } = plausibilityOf(value, pathClass, { name: text.slice(from, to), mayBeMadeUp: says });
  if (standsIn) return undefined;
  // Without a word that says so, only a value that looks random: a name followed by hexadecimal digits is often a commit.
  if (!says && strength < 2 && !(between.length <= 3 && /\d/.test(value))) return undefined;
  return {
    family: row,
    start,
    end,
    value,
    confidence: pathClass === 'source' ? 'possible' : 'doubtful',
    reasons: [`the provider's name stands before it, and it has the shape of the provider's credentials`, because],
    decoded: {},
    rank: 1,
  };
}
