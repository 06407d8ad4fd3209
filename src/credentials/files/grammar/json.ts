/** JSON with comments, read in one pass without a stack of calls: strings under their keys. Numbers and switches are nobody's secret. */
import type { Entry, Grammar, Scope } from '../entry.js';

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Text of a JSON string as written between its quotes. */
const unescaped = (raw: string): string =>
  raw.includes('\\')
    ? raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^u]))/g, (_, code?: string, c?: string) =>
        code === undefined ? (simple[c ?? ''] ?? c ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : raw;

/** Offset of the quote that closes the string which begins before `from`, or the end of the text. */
function closingQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

function skipComment(text: string, at: number): number {
  const end = text[at + 1] === '/' ? text.indexOf('\n', at) : text[at + 1] === '*' ? text.indexOf('*/', at) : at;
  return end < 0 ? text.length : end;
}

interface Level {
  readonly scope: Scope | undefined;
  readonly isList: boolean;
}

/** Entries of a JSON text. */
export const json: Grammar = (text) => {
  const entries: Entry[] = [];
  const levels: Level[] = [];
  let level: Level = { scope: undefined, isList: true };
  let key: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '{' || c === '[') {
      levels.push(level);
      const name = level.isList ? '*' : (key ?? '');
      level = { scope: levels.length === 1 ? undefined : { key: name, ...(level.scope && { parent: level.scope }) }, isList: c === '[' };
      key = undefined;
    } else if (c === '}' || c === ']') level = levels.pop() ?? level;
    else if (c === ',') key = undefined;
    else if (c === '/') at = skipComment(text, at);
    else if (c === '"') {
      const end = closingQuote(text, at + 1);
      const value = unescaped(text.slice(at + 1, end));
      if (key === undefined && !level.isList) key = value;
      else entries.push({ scope: level.scope, key: level.isList ? '*' : (key ?? ''), value, start: at + 1, end, quoted: true });
      at = end;
    }
  }
  return entries;
};
