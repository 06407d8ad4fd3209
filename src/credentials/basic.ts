/** A user and a password, joined by a colon and wrapped in base64: `Authorization: Basic …`, `"auth": "…"` of a registry. */
import { base64End, opened } from './encoded.js';
import { familyOf } from './families/family.js';
import type { Find } from './find.js';
import type { PathClass } from './sighting.js';
import { judgeValue } from './values.js';

const family = familyOf('basic-auth', 'user and password in base64', 'generic', 'password');
/** Shorter ones are words: `Basic usage`. */
const shortest = 12;

/** What the base64 at a place holds, when it is a user and a password. */
function basicFind(text: string, start: number, pathClass: PathClass): Find | undefined {
  const end = base64End(text, start);
  if (end - start < shortest) return undefined;
  const [, user, value = ''] = /^([\w.@|+-]{1,100}):(\S{3,300})$/.exec(opened(text, start, end)?.text ?? '') ?? [];
  if (user === undefined || user.includes('//')) return undefined;
  const { strength, because } = judgeValue(value, { name: 'password', pathClass, quoted: true });
  if (strength === 0) return undefined;
  return {
    family,
    start,
    end,
    value,
    confidence: pathClass === 'source' ? 'possible' : 'doubtful',
    reasons: [`a user and a password stand here in base64; ${because}`],
    decoded: { user },
    rank: 1,
  };
}

/** The same after the word `Basic`, whose end is given. */
export const basicHeaderFind = (text: string, end: number, pathClass: PathClass): Find | undefined =>
  text[end] === ' ' ? basicFind(text, end + 1, pathClass) : undefined;

/** `"auth": "…"`, at the end of the name. */
export function basicFieldFind(text: string, end: number, pathClass: PathClass): Find | undefined {
  const gap = /^"\s{0,4}:\s{0,4}"/.exec(text.slice(end, end + 12));
  return gap ? basicFind(text, end + gap[0].length, pathClass) : undefined;
}
