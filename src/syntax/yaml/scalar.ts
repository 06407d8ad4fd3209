/** A scalar event → its value (YAML 1.2 core schema) and where its characters stand. */
import { CHOMPING_MODE, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { OffsetMap, ScalarNode } from '../../model/tree.js';
import { DecodedText } from '../decoded.js';
import { exactNumber } from '../number.js';

export interface Decoded {
  readonly value: string;
  readonly offsets: OffsetMap;
}

/**
 * The decoded text of a scalar that is more than a slice of the source. Gives the same string as js-yaml's `getScalarValue` (a test holds them together), which cannot tell where each
 * character came from. `place` turns an offset of `text` into one of the source.
 */
export function decode(text: string, event: ScalarEvent, place: (offset: number) => number): Decoded {
  const { style } = event;
  const out = new DecodedText();
  if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) decodeBlock(text, event, out);
  else decodeFlow(text, event, out);
  const { from, to } = out.offsets;
  return { value: out.value, offsets: { from, to: to.map(place) } };
}

/** Plain and quoted scalars: line breaks fold, quotes have escapes. */
function decodeFlow(text: string, { valueStart, valueEnd, style }: ScalarEvent, out: DecodedText): void {
  let copied = valueStart;
  /** End of what is known to belong to the value: white space before a line break does not. */
  let solid = valueStart;
  for (let i = valueStart; i < valueEnd; ) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) {
      out.copy(text, copied, solid);
      const fold = skipBreaks(text, i, valueEnd);
      out.put(fold.breaks === 1 ? ' ' : '\n'.repeat(fold.breaks - 1), i);
      i = copied = solid = fold.end;
    } else if (c === 39 && style === SCALAR_STYLE.SINGLE_QUOTED) {
      out.copy(text, copied, i + 1);
      i = copied = solid = i + 2;
    } else if (c === 92 && style === SCALAR_STYLE.DOUBLE_QUOTED) {
      out.copy(text, copied, i);
      i = copied = solid = decodeEscape(text, i, valueEnd, out);
    } else {
      i++;
      if (c !== 32 && c !== 9) solid = i;
    }
  }
  out.copy(text, copied, style === SCALAR_STYLE.PLAIN ? solid : valueEnd);
}

function skipBreaks(text: string, from: number, end: number): { readonly end: number; readonly breaks: number } {
  let breaks = 0;
  let i = from;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) breaks++;
    else if (c !== 13 && c !== 32 && c !== 9) break;
  }
  return { end: i, breaks };
}

const simpleEscapes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }),
);
const hexDigits: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Decodes the escape at the backslash (the parser has checked that it is one) and gives the offset behind it. */
function decodeEscape(text: string, at: number, end: number, out: DecodedText): number {
  const name = text[at + 1] ?? '';
  if (name === '\n' || name === '\r') return skipBreaks(text, at + 1, end).end;
  const simple = simpleEscapes.get(name);
  if (simple !== undefined) {
    out.put(simple, at);
    return at + 2;
  }
  const digits = hexDigits.get(name) ?? 0;
  const codePoint = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  // js-yaml lets code points past the end of Unicode through; they are no character.
  out.put(codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd', at);
  return at + 2 + digits;
}

/** Literal and folded block scalars: indentation goes, folded lines join, trailing breaks are chomped. */
function decodeBlock(text: string, event: ScalarEvent, out: DecodedText): void {
  const folded = event.style === SCALAR_STYLE.FOLDED_BLOCK;
  const indent = Math.max(event.indent, 0);
  let seen = false;
  let moreIndented = false;
  let empty = 0;
  let lastBreak = event.valueStart;
  for (const line of blockLines(text, event.valueStart, event.valueEnd)) {
    const content = line.start + indent;
    if (event.indent < 0 || isBlankUpTo(text, line.start, line.end, indent)) {
      empty++;
      continue;
    }
    const first = text.charCodeAt(content);
    const more = folded && (first === 32 || first === 9);
    let breaks = seen ? 1 + empty : empty;
    // Between two ordinary folded lines the first break is a space, or goes when empty lines follow it.
    const joined = folded && seen && !more && !moreIndented;
    if (joined && empty === 0) out.put(' ', lastBreak);
    if (joined) breaks = empty;
    out.put('\n'.repeat(breaks), lastBreak);
    out.copy(text, content, line.end);
    moreIndented = more;
    seen = true;
    empty = 0;
    lastBreak = line.end;
  }
  if (event.chomping === CHOMPING_MODE.KEEP) out.put('\n'.repeat(seen ? 1 + empty : empty), lastBreak);
  else if (event.chomping === CHOMPING_MODE.CLIP && seen) out.put('\n', lastBreak);
}

/** The lines of a block scalar; nothing stands behind its last line break. */
function* blockLines(text: string, start: number, end: number): Generator<{ readonly start: number; readonly end: number }> {
  let from = start;
  while (from < end) {
    let to = from;
    while (to < end && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
    yield { start: from, end: to };
    from = to + (text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? 2 : 1);
  }
}

/** True when the line has nothing behind its indentation. */
function isBlankUpTo(text: string, start: number, end: number, indent: number): boolean {
  let i = start;
  while (i < end && i < start + indent && text.charCodeAt(i) === 32) i++;
  return i >= end;
}

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((w) => [w, true] as const),
  ...['false', 'False', 'FALSE'].map((w) => [w, false] as const),
]);
const octalOrHex = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** YAML 1.1 tools read it as octal, YAML 1.2 tools as decimal, and account ids start with zeros: its digits are all that is sure. */
const leadingZero = /^[-+]?0\d+$/;
const special: ReadonlyMap<string, number> = new Map([
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((w) => [w, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((w) => [w, Number.NEGATIVE_INFINITY] as const),
  ...['.nan', '.NaN', '.NAN'].map((w) => [w, Number.NaN] as const),
]);
const mayResolve = /^[-+.\dnNtTfF~]|^$/;

/** What a plain scalar means in the core schema; everything that is no null, boolean or number is a string (`on`, `yes`, dates too). */
function resolvePlain(written: string): ScalarNode['value'] {
  if (!mayResolve.test(written)) return written;
  if (nulls.has(written)) return null;
  const known = booleans.get(written) ?? special.get(written);
  if (known !== undefined) return known;
  if (leadingZero.test(written)) return written;
  return octalOrHex.test(written) || decimal.test(written) ? exactNumber(written) : written;
}

const coreTag = /^(?:!!|!<tag:yaml\.org,2002:)(?:int|float|bool|null)>?$/;

/** The value of a scalar: quotes and any tag but the core schema's own make a string. */
export function resolve(written: string, style: ScalarEvent['style'], tag: string | undefined): ScalarNode['value'] {
  if (tag !== undefined) return coreTag.test(tag) ? resolvePlain(written) : written;
  return style === SCALAR_STYLE.PLAIN ? resolvePlain(written) : written;
}
