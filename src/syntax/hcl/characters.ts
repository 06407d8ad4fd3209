/** Character classes of HCL, by UTF-16 code. ASCII is answered from a table; the rest of Unicode is rare and asked from the regex engine, one character at a time. */

export const Char = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  bang: 33,
  quote: 34,
  hash: 35,
  dollar: 36,
  percent: 37,
  ampersand: 38,
  openParen: 40,
  closeParen: 41,
  star: 42,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  lowerE: 101,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
  tilde: 126,
  byteOrderMark: 0xfeff,
} as const;

const START = 1;
const PART = 2;
const DIGIT = 4;
const classes = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') classes[c.charCodeAt(0)] = START | PART;
for (const c of '0123456789') classes[c.charCodeAt(0)] = PART | DIGIT;
classes[Char.minus] = PART;

const isClass = (code: number, mask: number): boolean => ((classes[code] ?? 0) & mask) !== 0;

export const isDigit = (code: number): boolean => isClass(code, DIGIT);

/** Blank, tab or line end: what separates tokens and never starts one. */
export const isBlank = (code: number): boolean => code === Char.space || code === Char.tab || code === Char.return;

const unicodeStart = /\p{ID_Start}/uy;
const unicodePart = /\p{ID_Continue}/uy;
function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

/** True when an identifier starts at the offset. */
export function startsIdentifier(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isClass(code, START) : code >= 128 && matchLength(unicodeStart, text, at) > 0;
}

/** End of the identifier that starts at the offset; the offset itself when none does. Dashes belong to identifiers. */
export function identifierEnd(text: string, at: number): number {
  if (!startsIdentifier(text, at)) return at;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    const length = code >= 128 ? matchLength(unicodePart, text, end) : isClass(code, PART) ? 1 : 0;
    if (length === 0) return end;
    end += length;
  }
}
