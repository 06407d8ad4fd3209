/** Inclusion and intersection of glob patterns (`*` any run, `?` one character), with holes as symbols of their own. */
import type { Text } from '../model/text.js';

/**
 * A pattern as a row of symbols: a character, `*`, `?`, or a hole's name in brackets. A hole stands for any text, but always for the
 * same one: it equals only itself; so does a policy variable (`${aws:username}`). `${*}`, `${?}` and `${$}` are the characters themselves.
 * Of a run of wildcards the `?` come first, so that `*?` and `?*` are one pattern.
 */
export type Glob = readonly string[];

const any = '*';
const one = '?';
/** Past this, inclusion is not decided and counts as not established. An ARN has at most 2,048 characters. */
export const longest = 2_048;

/** Stands for some text, always the same one. */
export const isHole = (symbol: string): boolean => symbol.length > 1 && symbol.startsWith('<');
const isWild = (symbol: string): boolean => symbol === any || symbol === one || isHole(symbol);

/** The characters `*` and `?` themselves, which a pattern can only spell as `${*}` and `${?}`. */
const escaped: Readonly<Record<string, string>> = { '*': '$*', '?': '$?', $: '$' };
const variable = /\$\{([^{}]*)\}/;

const known = { folded: new WeakMap<Text, Glob>(), asWritten: new WeakMap<Text, Glob>() };

/** `fold` makes letter case not count, as for AWS actions. */
export function glob(text: Text, fold = false): Glob {
  const cache = fold ? known.folded : known.asWritten;
  const cached = cache.get(text);
  if (cached) return cached;
  const symbols: string[] = [];
  for (const part of text.parts) {
    if (typeof part !== 'string') symbols.push(`<${part.name}>`);
    else spell(symbols, fold ? part.toLowerCase() : part);
    if (symbols.length > longest) break;
  }
  cache.set(text, symbols);
  return symbols;
}

/** What is too long to be decided is not read to its end. */
function spell(symbols: string[], written: string): void {
  for (const [i, piece] of (written.includes('${') ? written.split(variable) : [written]).entries()) {
    if (i % 2 === 1) symbols.push(escaped[piece] ?? `<\${${piece.toLowerCase()}}>`);
    else if (piece.length <= longest && !/[*?]/.test(piece)) symbols.push(...piece);
    else
      for (const c of piece) {
        push(symbols, c);
        if (symbols.length > longest) return;
      }
  }
}

/** A row of symbols as a person would write it. */
export const written = (g: Glob): string =>
  g.map((s) => (s.startsWith('<${') && s.length > 1 ? s.slice(1, -1) : s === '$*' || s === '$?' ? s.slice(1) : s)).join('');

function push(symbols: string[], c: string): void {
  const afterStar = symbols.at(-1) === any;
  if (c === one && afterStar) symbols.splice(-1, 0, c);
  else if (c !== any || !afterStar) symbols.push(c);
}

/** True when every string that `inner` matches is matched by `outer`. A doubt is false: too long, or only true by a detour over `?`. */
export function includes(outer: Glob, inner: Glob): boolean {
  if (outer.length > longest || inner.length > longest) return false;
  // Greedy with one point of return: the classic linear-space wildcard match, with inner's `*` as a symbol that only outer's `*` swallows.
  let i = 0;
  let o = 0;
  let star = -1;
  let resume = 0;
  while (i < inner.length) {
    const symbol = outer[o];
    if (symbol === any) {
      star = o++;
      resume = i;
    } else if (symbol !== undefined && takes(symbol, inner[i] ?? '')) {
      i++;
      o++;
    } else if (star >= 0) {
      o = star + 1;
      i = ++resume;
    } else return false;
  }
  while (outer[o] === any) o++;
  return o === outer.length;
}

const takes = (outer: string, inner: string): boolean => outer === inner || (outer === one && inner !== any && !isHole(inner));

/** True unless no string can match both. A hole may be anything, so it intersects whatever stands there. */
export function intersects(a: Glob, b: Glob): boolean {
  if (a.length > longest || b.length > longest) return true;
  const start = firstWild(a, b);
  if (start === undefined || endApart(a, b)) return false;
  // What runs on to the end from here meets whatever begins alike.
  if (isRest(a, start) || isRest(b, start)) return true;
  return meet(a.slice(start), b.slice(start));
}

/** How many plain characters both begin with; undefined when they part before any wildcard. Settles most pairs at once. */
function firstWild(a: Glob, b: Glob): number | undefined {
  for (let i = 0; ; i++) {
    const [x, y] = [a[i], b[i]];
    if (x === undefined || y === undefined || isWild(x) || isWild(y)) return i;
    if (x !== y) return undefined;
  }
}

const isRest = (g: Glob, start: number): boolean => g.length === start + 1 && g[start] === any;

/** Whether they end apart, after the last wildcard of each. */
function endApart(a: Glob, b: Glob): boolean {
  for (let i = 1; ; i++) {
    const [x, y] = [a.at(-i), b.at(-i)];
    if (x === undefined || y === undefined || isWild(x) || isWild(y)) return false;
    if (x !== y) return true;
  }
}

function meet(a: Glob, b: Glob): boolean {
  const loose = (s: string) => s === any || isHole(s);
  // row[j]: the first i symbols of `a` and the first j of `b` can be matched by one string.
  let row = new Uint8Array(b.length + 1);
  row[0] = 1;
  for (let j = 1; j <= b.length; j++) row[j] = row[j - 1] && loose(b[j - 1] ?? '') ? 1 : 0;
  for (const x of a) {
    const next = new Uint8Array(b.length + 1);
    next[0] = row[0] && loose(x) ? 1 : 0;
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1] ?? '';
      const step = loose(x) || loose(y) ? row[j] || next[j - 1] || row[j - 1] : row[j - 1] && (x === y || x === one || y === one);
      next[j] = step ? 1 : 0;
    }
    row = next;
  }
  return row[b.length] === 1;
}
