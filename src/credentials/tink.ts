/** Keysets of Tink: JSON that names the type of each key and holds it in base64, as it is or wrapped in base64 as a whole. */
import { base64End } from './encoded.js';
import { familyOf } from './families/family.js';
import type { Find } from './find.js';
import type { PathClass } from './sighting.js';

const family = familyOf('tink-key', 'key of a Tink keyset', 'google', 'encryption');

/** The type of a Tink key, and what of it is the same at each of the three places that it can have in base64. */
const type = 'google.crypto.tink.';
const wrapped = [0, 1, 2].map((shift) => btoa(`${' '.repeat(shift)}${type}`).slice(shift === 0 ? 0 : shift + 1, -4));
export const tinkMarks: readonly string[] = [type, ...wrapped];

const longestEntry = 400;

/** The find at a mark. Public halves of a pair are told as no find. */
export function tinkFind(text: string, end: number, mark: string, pathClass: PathClass): Find | undefined {
  const found = mark === type ? inJson(text, end) : inBase64(text, end - mark.length, mark);
  if (!found) return undefined;
  const [start, stop] = found;
  return {
    family,
    start,
    end: stop,
    value: text.slice(start, stop),
    confidence: pathClass === 'source' ? 'likely' : 'possible',
    reasons: ['it is a key in a keyset of Tink'],
    decoded: {},
    rank: 2,
  };
}

function inJson(text: string, from: number): readonly [number, number] | undefined {
  const entry = text.slice(from, from + longestEntry);
  if (/^\w{0,60}PublicKey|ASYMMETRIC_PUBLIC|REMOTE/.test(entry)) return undefined;
  const value = /[\\"]value[\\]*"\s{0,20}:\s{0,20}[\\]*"([A-Za-z0-9+/=]{12,})/.exec(entry);
  if (!value?.[1]) return undefined;
  const start = from + value.index + value[0].length - value[1].length;
  return [start, base64End(text, start)];
}

const reach = 2048;

function inBase64(text: string, at: number, mark: string): readonly [number, number] | undefined {
  if (!text.startsWith(mark, at)) return undefined;
  let start = at;
  while (start > 0 && at - start < reach && /[A-Za-z0-9+/_-]/.test(text[start - 1] ?? '')) start--;
  return [start, base64End(text, start)];
}
