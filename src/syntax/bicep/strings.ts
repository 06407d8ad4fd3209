/** Strings: `'…'` with escapes and `${…}`, and `'''…'''`, which is taken as it stands. */

import { span } from '../../model/span.js';
import { DecodedText } from '../decoded.js';
import type { StringExpression, StringPart } from './ast.js';
import { Char, type Cursor } from './cursor.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', "'": "'", '\\': '\\', $: '$' };

/** Any string that begins here; `$'''` interpolates, and each further `$` asks for one more before the brace. */
export function string(c: Cursor): StringExpression {
  const start = c.pos;
  let dollars = 0;
  while (c.take('$')) dollars++;
  if (c.take("'''")) return multiline(c, start, dollars === 0 ? undefined : `${'$'.repeat(dollars)}{`);
  if (dollars > 0 || !c.take("'")) c.fail('expected a string');
  return quoted(c, start);
}

/** True where a string begins. */
export const atString = (c: Cursor): boolean =>
  c.peek() === Char.quote || (c.peek() === Char.dollar && /^\$+'''/.test(c.text.slice(c.pos, c.pos + 8)));

class Parts {
  readonly all: StringPart[] = [];
  #text = new DecodedText();
  #start: number;

  constructor(private readonly c: Cursor) {
    this.#start = c.pos;
  }

  copy(start: number, end: number): void {
    if (start < end) this.#text.copy(this.c.text, start, end);
  }

  put(decoded: string, at: number): void {
    this.#text.put(decoded, at);
  }

  /** Ends the text under way before the offset. */
  close(end: number): void {
    if (this.#text.value !== '') {
      const { value: text, offsets } = this.#text;
      this.all.push({ kind: 'text', text, offsets, span: span(this.c.source, this.#start, end) });
    }
    this.#text = new DecodedText();
  }

  interpolation(opener: string): void {
    const { c } = this;
    const start = c.pos;
    this.close(start);
    c.pos += opener.length;
    const value = c.within(false, () => {
      c.skip();
      const inner = c.expression();
      c.expect('}', 'expected the end of the interpolation');
      return inner;
    });
    this.all.push({ kind: 'interpolation', value, span: c.spanFrom(start) });
    this.#start = c.pos;
  }
}

function quoted(c: Cursor, start: number): StringExpression {
  const parts = new Parts(c);
  for (;;) {
    const from = c.pos;
    c.pos = stopFrom(c.text, from);
    parts.copy(from, c.pos);
    const code = c.peek();
    if (code === Char.dollar && c.peek(1) === Char.openBrace) parts.interpolation('${');
    else if (code === Char.backslash) escapeIn(c, parts);
    else if (code === Char.dollar) {
      parts.copy(c.pos, c.pos + 1);
      c.pos++;
    } else break;
  }
  parts.close(c.pos);
  if (!c.take("'")) c.fail('the string is not closed', start);
  return { kind: 'string', parts: parts.all, span: c.spanFrom(start) };
}

/** Offset of the next character that is not plain text. */
function stopFrom(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.quote || code === Char.dollar || code === Char.backslash || code === Char.newline || code === Char.return) return at;
    if (Number.isNaN(code)) return at;
  }
}

/** What Bicep does not know as an escape stands for itself: the compiler refuses it, a review can read on. */
function escapeIn(c: Cursor, parts: Parts): void {
  const start = c.pos;
  const letter = c.text.charAt(start + 1);
  const simple = escapes[letter];
  if (simple !== undefined) {
    parts.put(simple, start);
    c.pos += 2;
    return;
  }
  const hex = letter === 'u' ? /^\{([0-9A-Fa-f]{1,6})\}/.exec(c.text.slice(start + 2, start + 10)) : null;
  const code = Number.parseInt(hex?.[1] ?? '', 16);
  if (hex && code <= 0x10ffff) {
    parts.put(String.fromCodePoint(code), start);
    c.pos += 2 + hex[0].length;
    return;
  }
  parts.copy(start, start + 1);
  c.pos++;
}

function multiline(c: Cursor, start: number, opener: string | undefined): StringExpression {
  // A line break right behind the opening quotes is not part of the text.
  if (!c.take('\r\n')) c.take('\n');
  const parts = new Parts(c);
  for (;;) {
    const from = c.pos;
    const close = c.text.indexOf("'''", from);
    if (close < 0) {
      c.fail('the string is not closed', start);
      break;
    }
    const hole = opener === undefined ? -1 : c.text.indexOf(opener, from);
    if (opener !== undefined && hole >= 0 && hole < close) {
      parts.copy(from, hole);
      c.pos = hole;
      parts.interpolation(opener);
      continue;
    }
    // More quotes than three: the last three close.
    let end = close;
    while (c.text.charAt(end + 3) === "'") end++;
    parts.copy(from, end);
    parts.close(end);
    c.pos = end + 3;
    break;
  }
  return { kind: 'string', parts: parts.all, span: c.spanFrom(start) };
}
