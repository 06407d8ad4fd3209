/**
 * How a family's values look, as a list of segments that is matched without ever going back: each run takes all it can and the next segment
 * has to fit there. So the time is linear in the text looked at, for every shape anybody can write down here.
 *
 *     'ghp_' b62{36}                 a literal in exact case, then 36 of the set b62
 *     b62{14} @'.atlasv1.' u64{60,}  the literal after @ is what the automaton looks for; what stands before it is matched backwards
 *     'live'|'test'  '-'?  uuid      one of these literals, a literal that may be missing, the usual five groups of hexadecimal digits
 *     ~'bearer'                      a literal in any case
 */
import { type Charset, charset, isAlphanumeric, isIn, isWord } from './charset.js';

type Segment = Literal | Run;
interface Literal {
  readonly texts: readonly string[];
  readonly optional: boolean;
  readonly folded: boolean;
}
interface Run {
  readonly set: Charset;
  readonly least: number;
  readonly most: number;
}

export interface Shape {
  /** The words that call for this shape, in lower case; none for a shape that only judges a whole value. */
  readonly markers: readonly string[];
  /** Before the marker, nearest first. */
  readonly before: readonly Segment[];
  readonly marker: Literal | undefined;
  readonly after: readonly Segment[];
}

/** No value is longer than this; what has no bound of its own ends here. */
export const longestValue = 16_384;

/** A file's name and its ending, a member of an object: what follows a dot goes on with something. */
const dot = 46;

const compiled = new Map<string, Shape>();

/** The shape written so; a mistake in a table throws. */
export function shapeOf(written: string): Shape {
  const known = compiled.get(written);
  if (known) return known;
  const parts = tokens(written);
  const marked = parts.findIndex((p) => p.startsWith('@'));
  const at = marked >= 0 ? marked : parts.findIndex((p) => /^~?'/.test(p) && !p.endsWith('?'));
  const segments = parts.map((p) => segmentOf(p.replace(/^@/, '')));
  const marker = at < 0 ? undefined : (segments[at] as Literal);
  const shape: Shape = {
    markers: marker?.texts.map((t) => t.toLowerCase()) ?? [],
    before: at < 0 ? [] : segments.slice(0, at).reverse(),
    marker,
    after: at < 0 ? segments : segments.slice(at + 1),
  };
  compiled.set(written, shape);
  return shape;
}

const uuid = "anyhex{8} '-' anyhex{4} '-' anyhex{4} '-' anyhex{4} '-' anyhex{12}";

const tokens = (written: string): readonly string[] =>
  written.replace(/\buuid\b/g, uuid).match(/[@~]?'[^']*'(?:\|'[^']*')*\??|(?:\[[^\]]*\]|[a-z][a-z0-9]*)(?:\{\d+(?:,\d*)?\})?/g) ?? [];

function segmentOf(part: string): Segment {
  if (/^~?'/.test(part))
    return { texts: [...part.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? ''), optional: part.endsWith('?'), folded: part.startsWith('~') };
  const [, name = '', least = '1', comma, most] = /^(\[[^\]]*\]|[a-z][a-z0-9]*)(?:\{(\d+)(,)?(\d*)\})?$/.exec(part) ?? [];
  const from = Number(least);
  return { set: charset(name), least: from, most: comma ? (most ? Number(most) : longestValue) : from };
}

export interface Extent {
  readonly start: number;
  readonly end: number;
  /** More characters of a token follow at once than the shape has: the end is theirs. */
  readonly isLonger?: boolean;
}

/** The whole value has this shape. */
export const fits = (shape: Shape, value: string): boolean => forwards(inOrder(shape), value, 0, { left: 0 }) === value.length;

/** How many characters may still be looked at; matching counts them down, and whoever asks stops when none are left. */
export interface Work {
  left: number;
}

/** Matches a shape at a place where one of its markers ends; `marker` tells which. Undefined when it does not fit or goes on at either side. */
export function matchAt(shape: Shape, marker: number, text: string, end: number, work: Work): Extent | undefined {
  const literal = shape.marker;
  const word = literal?.texts[marker];
  if (!literal || word === undefined) return undefined;
  const from = end - word.length;
  if (!literal.folded && !text.startsWith(word, from)) return undefined;
  const start = backwards(shape.before, text, from);
  if (start < 0) return undefined;
  const stop = forwards(shape.after, text, end, work);
  if (stop < 0) return undefined;
  if (!goesOn(shape, text, stop)) return { start, end: stop };
  const far = isUnmistakable(shape, word) ? tokenEnd(text, stop, work) : stop;
  return far - stop > 1 ? { start, end: far, isLonger: true } : undefined;
}

/** A mark that nothing else begins with, and so many characters after it that no name has them. With one more it is another format. */
const isUnmistakable = ({ before, after }: Shape, word: string): boolean =>
  before.length === 0 && /^[a-z]\w+[-_.]$|^SG\.$/.test(word) && after.reduce((sum, s) => sum + ('set' in s ? s.least : 0), 0) >= 20;

/** Words are glued to a token where somebody forgot a space, and no longer ones than this. */
const longestGlue = 40;

function tokenEnd(text: string, from: number, work: Work): number {
  const limit = Math.min(text.length, from + longestGlue);
  let end = from;
  while (end < limit && isWord(text.charCodeAt(end))) end++;
  work.left -= end - from;
  return /^[a-z]+$/.test(text.slice(from, end)) ? end : from;
}

/** Where a value of this shape that begins here ends, or -1. */
export function matchFrom(shape: Shape, text: string, start: number, work: Work): number {
  const stop = forwards(inOrder(shape), text, start, work);
  return stop < 0 || goesOn(shape, text, stop) ? -1 : stop;
}

const inOrder = (shape: Shape): readonly Segment[] =>
  shape.marker ? [...[...shape.before].reverse(), shape.marker, ...shape.after] : shape.after;

function forwards(segments: readonly Segment[], text: string, from: number, work: Work): number {
  let at = from;
  for (const segment of segments) {
    if ('texts' in segment) {
      const word = segment.texts.find(
        (t) => text.startsWith(t, at) || (segment.folded && text.slice(at, at + t.length).toLowerCase() === t.toLowerCase()),
      );
      if (word === undefined && !segment.optional) return -1;
      at += word?.length ?? 0;
      continue;
    }
    const limit = Math.min(text.length, at + segment.most);
    let i = at;
    while (i < limit && isIn(segment.set, text.charCodeAt(i))) i++;
    work.left -= i - at;
    if (i - at < segment.least) return -1;
    at = i;
  }
  return at;
}

/** Where the segments before the marker begin, or -1. Nothing that could be more of the value may stand before it. */
function backwards(segments: readonly Segment[], text: string, from: number): number {
  let at = from;
  let outer: Charset | undefined;
  for (const segment of segments) {
    outer = undefined;
    if ('texts' in segment) {
      const word = segment.texts.find((t) => text.endsWith(t, at));
      if (word === undefined && !segment.optional) return -1;
      at -= word?.length ?? 0;
      continue;
    }
    const limit = Math.max(0, at - segment.most);
    let i = at;
    while (i > limit && isIn(segment.set, text.charCodeAt(i - 1))) i--;
    if (at - i < segment.least) return -1;
    at = i;
    outer = segment.set;
  }
  if (at === 0 || beginsAfterEscape(text, at)) return at;
  const code = text.charCodeAt(at - 1);
  return isWord(code) || code === dot || (outer && isIn(outer, code)) ? -1 : at;
}

/** `\n`, `%3D`, `\u003d` and the colours of a terminal end in letters and digits that are not part of what follows. */
function beginsAfterEscape(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 2);
  if (text[at - 1] === 'm' && /\[\d[\d;]{0,10}m$/.test(text.slice(Math.max(0, at - 20), at))) return true;
  if (before === 92) return 'nrtbfv'.includes(text[at - 1] ?? ' ');
  return (text[at - 3] === '%' && /^[0-9A-Fa-f]{2}$/.test(text.slice(at - 2, at))) || /^\\u00[0-9A-Fa-f]{2}$/.test(text.slice(at - 6, at));
}

/** A value that goes on is another value than the one the shape describes; only the next one of the same kind may follow at once. */
function goesOn(shape: Shape, text: string, end: number): boolean {
  if (end >= text.length) return false;
  const code = text.charCodeAt(end);
  const last = shape.after.at(-1) ?? shape.marker;
  const more = last && 'set' in last ? isIn(last.set, code) || isAlphanumeric(code) : isAlphanumeric(code);
  return more && !(shape.before.length === 0 && shape.marker?.texts.some((t) => text.startsWith(t, end)));
}

/** A value of this shape, its runs filled by `draw(set, length)`; tests make positives with it. */
export function sampleOf(shape: Shape, draw: (set: Charset, length: number) => string): string {
  return inOrder(shape)
    .map((s) => ('texts' in s ? (s.texts[0] ?? '') : draw(s.set, Math.min(s.most, s.least + 8))))
    .join('');
}
