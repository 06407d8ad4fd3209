/**
 * What a value is, by its own text and the name it stands under: the second look at everything that no checksum proves. It lowers more than it
 * hides: only what refers, stands in or names something else is no credential.
 */
import { wordsOfName } from '../model/secret-name.js';
import { namesStandIn, standInOf } from '../model/written-value.js';
import type { PathClass } from './sighting.js';
import { isPublished } from './values/published.js';
import { classesOf, countedShare, distinctShare, entropyOf, isRepeated, spellingOf, walkShare } from './values/shape.js';
import { type Wording, wordingOf } from './values/words.js';

export interface ValueContext {
  /** The key or variable it is written under. */
  readonly name?: string;
  readonly pathClass: PathClass;
  /** False where the text may be code: an expression, a variable. */
  readonly quoted: boolean;
  /** True where the place takes a password and no code: what reads like a name there, somebody chose. */
  readonly literal?: boolean;
}

/** 0: no credential · 1: a person may have made it up, or it only might be one · 2: looks made by a machine · 3: long and random. */
export type Strength = 0 | 1 | 2 | 3;

/**
 * `reference`: filled in by something else · `placeholder`: to be filled in · `identifier`: names, addresses or measures something · `hash`: a
 * checksum · `published-example`: the whole world has it · `word`: language or a walk over the keyboard, as weak passwords are · `plausible`.
 */
export interface Judgement {
  readonly is: 'reference' | 'placeholder' | 'identifier' | 'hash' | 'published-example' | 'word' | 'plausible';
  readonly strength: Strength;
  /** For a person; no part of the value is in it. */
  readonly because: string;
}

const longestLook = 4096;
/** Longer texts repeat no name. */
const longestName = 80;
const none = (is: Judgement['is'], because: string): Judgement => ({ is, strength: 0, because });

/** Code that is not quoted: a call, a member, an index, an operator, a variable in the case of variables. */
const expression =
  /^[A-Za-z_$][\w$]*(?:\?*(?:\.|->|::)[A-Za-z_$][\w$]*)+(?:[([]|$)|^[A-Za-z_$@][\w$.:>?-]*[([]|[)}\]];?$|^(?:new|await|not|self|this|f?r?["'`]|&|\*|->)(?:\W|$)/;
const hashName =
  /\b(?:sha ?\d*|md5|checksum|integrity|etag|digest|hash|fingerprint|thumbprint|commit|revision|rev|oid|crc|sri|resolved|build|cache|guid|uuid)\b/;
const hashValue = /^(?:[0-9a-f]{16,128}|sha\d{1,3}[-:].{20,}|h1:[A-Za-z0-9+/=]{40,48}|[A-Za-z0-9+/]{27,86}={0,2})$/i;
const secretWord = /\b(?:password|passwd|pwd|pass|secret|token|key|credential|passphrase)\b/;

/** A name repeated as its own value: `password: "password"`, `token: DB_TOKEN`. */
const repeatsName = (text: string, name: string): boolean => {
  const [value, key] = [wordsOfName(text), wordsOfName(name)];
  return (
    value !== '' && (value === key || ` ${key} `.includes(` ${value} `) || (secretWord.test(value) && ` ${value} `.includes(` ${key} `)))
  );
};

/** `gss_krb5_rfc1964_keydata`: three and more short pieces, their numbers behind them. Chance puts digits elsewhere, too. */
const numbered = /^(?:[a-z]{2,12}\d{0,4}(?:[_.-][a-z]{2,12}\d{0,4}){2,12}|[A-Z]{2,12}\d{0,4}(?:[_.-][A-Z]{2,12}\d{0,4}){2,12})$/;

/** Names are words held together by case and separators, e.g. `mapKey`, `ctrl+shift+down`, `app.user_token`. */
function isIdentifier(text: string, wording: Wording): boolean {
  if (numbered.test(text)) return true;
  if (!/^[A-Za-z_$@][\w$]*(?:[-.:/+#][\w$]+)*$/.test(text)) return false;
  const joined = wording.runs.length > 1 && /[a-z][A-Z]|[-_.:/+#]/.test(text);
  return joined && wording.share >= 0.75 && (text.match(/\d/g)?.length ?? 0) <= 2;
}

function strengthOf(text: string, wording: Wording): Strength {
  const random = text.length - wording.letters;
  const bits = entropyOf(text) * random;
  // In hex every character is worth four bits at most, and a text of sixteen letters tells nothing apart.
  if (random >= 20 && bits >= 64 && distinctShare(text) >= (text.length > 64 ? 0.1 : 0.2)) return 3;
  return random >= 10 && bits >= 30 && classesOf(text) >= 2 ? 2 : 1;
}

/** What speaks against chance in a text that is a value. */
function weaknessOf(text: string, wording: Wording): Judgement | undefined {
  const isLong = text.length >= 16;
  if (isRepeated(text)) return none('placeholder', 'one piece is repeated');
  if (walkShare(text) >= 0.6)
    return isLong ? none('placeholder', 'it is a sequence') : { is: 'word', strength: 1, because: 'it is a sequence' };
  if (isLong && distinctShare(text) < (text.length > 64 ? 0.08 : 0.2)) return none('placeholder', 'it is made of a few characters');
  if (wording.share >= 0.75) return { is: 'word', strength: 1, because: 'it is made of words' };
  return wording.share >= 0.3 && wording.share + countedShare(text) >= 0.75
    ? { is: 'word', strength: 1, because: 'it is made of words and counted digits' }
    : undefined;
}

/** Says what a value is. Place and name come in as context; the answer holds no part of the value. */
export function judgeValue(value: string, context: ValueContext): Judgement {
  const text = value.slice(0, longestLook).trim();
  if (isPublished(text)) return none('published-example', 'its issuer published it as an example');
  if (!/[A-Za-z0-9\u0080-\uffff]/.test(text)) return none('placeholder', 'it has no letter and no digit');
  const standIn = standInOf(text);
  if (standIn) return none(standIn.is === 'pointer' || standIn.is === 'setting' ? 'identifier' : standIn.is, standIn.because);
  if (!context.quoted && expression.test(text)) return none('reference', 'it is an expression of code');
  const spelling = spellingOf(text);
  if (spelling) return none(spelling.includes('checksum') ? 'hash' : 'identifier', spelling);
  const name = context.name ?? '';
  if (hashValue.test(text) && hashName.test(wordsOfName(name))) return none('hash', 'its name says that it is a checksum');
  if (name !== '' && text.length <= longestName && !/\d\D*\d\D*\d/.test(text) && repeatsName(text, name))
    return none('placeholder', 'it repeats its own name');
  const wording = wordingOf(text);
  if (!context.literal && isIdentifier(text, wording)) return none('identifier', 'it is a name made of words');
  return weaknessOf(text, wording) ?? plausible(text, wording);
}

function plausible(text: string, wording: Wording): Judgement {
  const strength = strengthOf(text, wording);
  if (namesStandIn(text)) return { is: 'plausible', strength: strength === 3 ? 2 : 1, because: 'it has a word of a stand-in in it' };
  const because = ['', 'it is short or simple', 'it looks random', 'it is long and random'][strength] ?? '';
  return { is: 'plausible', strength, because };
}
