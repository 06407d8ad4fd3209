/** One level of what a text wraps values in: base64, and the escapes of URLs and of strings. */
import { charset, isIn } from './charset.js';
import { textOf } from './decode/base64.js';

/** The text in a base64 value, where it is one that a person could read; undefined for keys and other bytes. */
export function unwrapped(value: string): string | undefined {
  if (value.length < 12 || value.length > 8192 || value.length % 4 === 1 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return undefined;
  const text = textOf(value);
  return text !== undefined && /^[\x20-\x7e\s]{8,}$/.test(text) ? text : undefined;
}

/** A stretch of text and what it says without its escapes. */
export interface Unescaped {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const longestStretch = 4096;
const most = 2000;

/** Stretches without spaces in which letters, digits or signs of tokens are written as `%5F`, `\u005f` or `\x5f`, left to right. */
export function unescapedStretches(text: string, from: number): readonly Unescaped[] {
  const out: Unescaped[] = [];
  for (let at = nextEscape(text, from); at >= 0 && out.length < most; ) {
    const start = stretchStart(text, at);
    const end = stretchEnd(text, at);
    const written = text.slice(start, end);
    const plain = withoutEscapes(written);
    if (plain !== written) out.push({ start, end, text: plain });
    at = nextEscape(text, end);
  }
  return out;
}

const escaped = /\\u00[2-7][0-9a-f]|\\x[2-7][0-9a-f]|%(?:2[BDEbde]|3[0-9]|4[0-9A-Fa-f]|5[0-9AFaf]|6[0-9A-Fa-f]|7[0-9AEae])/gi;

function nextEscape(text: string, from: number): number {
  escaped.lastIndex = from;
  return escaped.exec(text)?.index ?? -1;
}

const isEdge = (c: string): boolean => c === '' || c === '"' || c === "'" || c === '`' || c === '<' || c === '>' || c.charCodeAt(0) <= 32;

function stretchStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestStretch / 2 && !isEdge(text[start - 1] ?? '')) start--;
  return start;
}

function stretchEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < longestStretch / 2 && !isEdge(text[end] ?? '')) end++;
  return Math.max(end, at + 1);
}

const withoutEscapes = (written: string): string =>
  written.replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|%([0-9a-f]{2})/gi, (_, long?: string, short?: string, percent?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? percent ?? '20', 16)),
  );

const inBase64 = charset('anyb64');

/** Where the base64 that begins at a place ends. */
export function base64End(text: string, start: number): number {
  const limit = Math.min(text.length, start + 2 * longestStretch);
  let end = start;
  while (end < limit && isIn(inBase64, text.charCodeAt(end))) end++;
  return end;
}

/** The text in a stretch of base64, where there is one. */
export function opened(text: string, start: number, end: number): Unescaped | undefined {
  const inner = unwrapped(text.slice(start, end).replace(/=+$/, ''));
  return inner === undefined ? undefined : { start, end, text: inner };
}

/** What a text begins with when it is wrapped in base64: as many characters as are settled by these alone. */
export const wrappedMark = (mark: string): string => btoa(mark).slice(0, Math.floor((mark.length * 8) / 6));
