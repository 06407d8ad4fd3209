/**
 * Walks from a word such as `password` over the rest of the name and an operator to the value, in whatever language the text is: code, YAML, JSON,
 * ini, shell, XML, C#, PHP. Each step only goes forward and is bounded, so the time per word is too.
 */
import { charset, isIn } from './charset.js';

export interface Assignment {
  readonly name: string;
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Only a space stands between name and value: the value has to speak for itself. */
  readonly loose: boolean;
  /** It stands in a list of settings on one line: `Server=…;Password=…;`, `login … password …`. */
  readonly inList?: boolean;
  /** Name, equals sign and value are a line of their own. */
  readonly isLine?: boolean;
}

const nameCharacters = charset('[abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-$]');
const operatorCharacters = charset('[=:>|?+.~!-]');
const endsBare = charset('[\u0020\t\r\n"\'`<>,;()[]{}]');
const longestName = 80;
const longestGap = 60;
const longestBare = 4096;

const at = (text: string, i: number): string => text[i] ?? '';
const isSpace = (c: string): boolean => c === ' ' || c === '\t';
const isQuote = (c: string): boolean => c === '"' || c === "'" || c === '`';

/** The name that a word at `from`–`to` is in. */
export interface NamePlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where the word in it ends. */
  readonly wordEnd: number;
}

export function nameAround(text: string, from: number, wordEnd: number): NamePlace {
  const start = backOver(text, from);
  const end = over(text, wordEnd);
  return { name: text.slice(start, end), start, end, wordEnd };
}

/** The value that is given to a name, or undefined. */
export function assignmentTo(text: string, { name, start: nameStart, end: nameEnd, wordEnd }: NamePlace): Assignment | undefined {
  const glued = gluedValue(text, nameStart, wordEnd, nameEnd);
  if (glued) return glued;
  const closed = afterClosing(text, nameEnd);
  const isElement = at(text, nameStart - 1) === '<' && at(text, nameEnd) === '>';
  if (isElement) return elementValue(text, name, nameStart, nameEnd + 1);
  const named = namedPair(text, closed, closed > nameEnd);
  if (named >= 0) return valueAt(text, { name, nameStart, loose: false }, named);
  const gap = overSpaces(text, closed);
  // In a list of strings only one that is a name as a whole gives a name to the next: not `iam:CreateAccessKey`.
  const operator = operatorEnd(text, gap, closed > nameEnd && !':/@ '.includes(at(text, nameStart - 1) || '"'));
  // A user comes first in what makes a credential.
  if (operator > gap && at(text, gap) === '(' && /credentials?$/i.test(name)) return undefined;
  if (operator > gap) return valueAt(text, { name: fullName(text, name, nameStart), nameStart, loose: false }, afterType(text, operator));
  if (gap === closed) return undefined;
  const typed = afterType(text, gap);
  if (typed > gap) return valueAt(text, { name, nameStart, loose: false }, typed);
  return valueAt(text, { name: `${wordBefore(text, nameStart)}${name}`, nameStart, loose: true }, gap);
}

/** `holisticTOKEN-4711…`: the value is joined to the name by a dash. */
function gluedValue(text: string, nameStart: number, to: number, nameEnd: number): Assignment | undefined {
  const start = to + 1;
  if (nameEnd - start < 16 || at(text, to) !== '-') return undefined;
  const rest = text.slice(start, nameEnd);
  if (/[_.]|^(?:key|token|secret|access|private)\b/i.test(rest) || (rest.match(/\d/g)?.length ?? 0) < 4) return undefined;
  return { name: text.slice(nameStart, to), nameStart, start, end: nameEnd, quoted: false, loose: true };
}

/** `knapsackpro key=…`: what a plain word holds, the word before it says. */
const fullName = (text: string, name: string, nameStart: number): string =>
  /^(?:key|token|secret|access|private)$/i.test(name) ? `${wordBefore(text, nameStart)}${name}` : name;

/** `customer.io api key 4711…`: the words before a name that is a plain word belong to it. */
const codeWords =
  /\b(?:const|let|var|val|string|str|def|export|public|private|static|final|readonly|return|new|set|the|a|an|is|if|and|or|for|to|of|in|your|this|with|type|case)\b\s*/gi;

function wordBefore(text: string, nameStart: number): string {
  let start = nameStart;
  for (let words = 0; words < 2; words++) {
    const end = backOverSpaces(text, start);
    const begin = backOver(text, end);
    if (end === start || begin === end || start - end > 3 || end - begin > 40) break;
    start = begin;
  }
  return start === nameStart ? '' : text.slice(start, nameStart).replace(codeWords, '');
}

function backOverSpaces(text: string, from: number): number {
  let i = from;
  while (i > 0 && from - i < 4 && isSpace(at(text, i - 1))) i--;
  return i;
}

function backOver(text: string, from: number): number {
  const limit = Math.max(0, from - longestName);
  let i = from;
  while (i > limit && isIn(nameCharacters, text.charCodeAt(i - 1))) i--;
  return i;
}

function over(text: string, to: number): number {
  const limit = Math.min(text.length, to + longestName);
  let i = to;
  while (i < limit && isIn(nameCharacters, text.charCodeAt(i))) i++;
  // An operator may begin with a character of names: `token->`, `$token .=`.
  while (i > to && (at(text, i - 1) === '-' || at(text, i - 1) === '.')) i--;
  return i;
}

/** After the quote, the bracket or the escaped quote that ends the name. */
function afterClosing(text: string, end: number): number {
  let i = end;
  if (at(text, i) === '\\' && isQuote(at(text, i + 1))) i += 2;
  else if (isQuote(at(text, i))) i++;
  if (at(text, i) === ']' && i > end) i++;
  return i;
}

function overSpaces(text: string, from: number): number {
  let i = from;
  while (i - from < longestGap && isSpace(at(text, i))) i++;
  return i;
}

/** `key="Password" value="…"`, `"name": "PASSWORD", "value": "…"`, `- name: PASSWORD⏎  value: …`: where the operator of `value` ends, or -1. */
function namedPair(text: string, from: number, isClosed: boolean): number {
  const c = at(text, from);
  if (!(c === ',' || c === '\n' || c === '\r' || (isClosed && isSpace(c)))) return -1;
  let i = from;
  while (i - from < longestGap && ' \t\r\n,"\''.includes(at(text, i)) && i < text.length) i++;
  if (text.slice(i, i + 5).toLowerCase() !== 'value' || isIn(nameCharacters, text.charCodeAt(i + 5))) return -1;
  const gap = overSpaces(text, afterClosing(text, i + 5));
  const end = operatorEnd(text, gap, false);
  return end > gap ? end : -1;
}

/** The end of an operator that gives a value, or `from` when there is none. A comma or a bracket counts after a quoted name and before a quoted value. */
function operatorEnd(text: string, from: number, isClosed: boolean): number {
  let i = from;
  while (i - from < 4 && isIn(operatorCharacters, text.charCodeAt(i))) i++;
  const sign = text.slice(from, i);
  // A bar alone divides the words of a list; with a space it is a table's.
  if (sign === '|' && !isSpace(at(text, i))) return from;
  if (/[=:>|]/.test(sign)) return i;
  const c = at(text, from);
  return (c === ',' && isClosed) || c === '(' ? (isQuote(at(text, overSpaces(text, from + 1))) ? from + 1 : from) : from;
}

/** Over a type between name and value: `password: string = "…"`, `token string = "…"`, `key &str = "…"`. */
function afterType(text: string, from: number): number {
  const start = overSpaces(text, from);
  let i = start;
  while (i - start < 40 && /[\w&<>[\]|?*. ]/.test(at(text, i))) i++;
  if (i === start || at(text, i) !== '=' || '=>~'.includes(at(text, i + 1))) return from;
  const value = overSpaces(text, i + 1);
  return isQuote(at(text, value)) ? value : from;
}

type Named = Pick<Assignment, 'name' | 'nameStart' | 'loose'>;

/** `os.getenv("NAME", "…")`: what stands in for a variable that is not set is written here. */
const asked = /^[\w.$:>-]{0,40}(?:getenv|environ\.get|env|fetch)\(\s{0,3}["'][\w.-]{1,60}["']\s{0,3},\s{0,3}(?=["'])/i;

function valueAt(text: string, named: Named, from: number): Assignment | undefined {
  let i = overSpaces(text, from);
  i += asked.exec(text.slice(i, i + 140))?.[0].length ?? 0;
  if (!named.loose && (at(text, i) === '\n' || at(text, i) === '\r')) return undefined;
  // String prefixes (`b"`, `u'`, `@"`, `$"`), a bracket of a call or an array and escaped quotes.
  const prefix = /^(?:[bBuUrRfFLN@$]{1,2}(?=["'])|[([]\s{0,3}(?=["']))/.exec(text.slice(i, i + 6));
  if (prefix) i += prefix[0].length;
  if (at(text, i) === '\\' && isQuote(at(text, i + 1))) return quoted(text, named, i + 2, `\\${at(text, i + 1)}`);
  if (text.startsWith('&quot;', i)) return quoted(text, named, i + 6, '&quot;');
  return isQuote(at(text, i)) ? quoted(text, named, i + 1, at(text, i)) : bare(text, named, i);
}

function quoted(text: string, named: Named, start: number, quote: string): Assignment | undefined {
  const limit = Math.min(text.length, start + longestBare);
  const first = quote.charCodeAt(0);
  for (let i = start; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 && quote !== '`') return undefined;
    if (code === first && (quote.length === 1 || text.startsWith(quote, i)))
      return i > start ? { ...named, start, end: i, quoted: true } : undefined;
    if (code === 92) i++;
  }
  // A quote that nobody closed: what stands on the rest of the line may still be the value.
  return limit === text.length ? { ...bareOf(text, named, start), quoted: true } : undefined;
}

function bare(text: string, named: Named, start: number): Assignment | undefined {
  const found = bareOf(text, named, start);
  return found.end > start ? found : undefined;
}

function bareOf(text: string, named: Named, start: number): Assignment {
  const limit = Math.min(text.length, start + longestBare);
  const inQuery = '?&'.includes(at(text, named.nameStart - 1) || ' ');
  let i = start;
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isIn(endsBare, code) || (code === 92 && 'nrt"\''.includes(at(text, i + 1))) || (inQuery && code === 38)) break;
  }
  while (i > start && '.:\\'.includes(at(text, i - 1))) i--;
  return {
    ...named,
    start,
    end: i,
    quoted: false,
    inList: isInList(text, named.nameStart),
    isLine: isLine(text, named.nameStart, [start, i]),
  };
}

function isLine(text: string, nameStart: number, [start, end]: readonly [number, number]): boolean {
  const begins = nameStart === 0 || at(text, nameStart - 1) === '\n';
  return begins && /=\s{0,8}$/.test(text.slice(nameStart, start)) && /^[ \t]{0,8}(?:\r?\n|$)/.test(text.slice(end, end + 10));
}

/** After a semicolon, or after the login that a password goes with. */
const isInList = (text: string, nameStart: number): boolean =>
  at(text, nameStart - 1) === ';' || /\b(?:login|user)\s+\S{1,60}\s{1,8}$/.test(text.slice(Math.max(0, nameStart - 80), nameStart));

/** `<password>…</password>`, with the value perhaps on a line of its own. */
function elementValue(text: string, name: string, nameStart: number, from: number): Assignment | undefined {
  let start = from;
  while (start - from < longestGap && ' \t\r\n'.includes(at(text, start)) && start < text.length) start++;
  const limit = Math.min(text.length, start + longestBare);
  let end = start;
  while (end < limit && at(text, end) !== '<' && at(text, end) !== '\n') end++;
  while (end > start && ' \t\r'.includes(at(text, end - 1))) end--;
  return end > start ? { name, nameStart, start, end, quoted: true, loose: false } : undefined;
}
