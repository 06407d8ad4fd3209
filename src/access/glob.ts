/** Inclusion and intersection of glob patterns (`*` any run, `?` one character), with holes as symbols of their own. */
import type { Text } from '../model/text.js';

/** A pattern as a row of symbols: a character, `*`, `?`, or a hole's name in brackets. A hole equals only itself. */
export type Glob = readonly string[];

const any = '*';
const one = '?';
/** Past this, inclusion is not decided and counts as not established. */
const longest = 4_000;

/** `fold` makes letter case not count, as for AWS actions. */
export function glob(text: Text, fold = false): Glob {
  const symbols: string[] = [];
  for (const part of text.parts) {
    if (typeof part !== 'string') symbols.push(`<${part.name}>`);
    else for (const c of fold ? part.toLowerCase() : part) if (c !== any || symbols.at(-1) !== any) symbols.push(c);
  }
  return symbols;
}

/** True when every string that `inner` matches is matched by `outer`. False also when the patterns are too long to decide. */
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
    } else if (symbol !== undefined && (symbol === inner[i] || (symbol === one && inner[i] !== any))) {
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

/** True unless no string can match both. A hole may be anything, so it intersects whatever stands there. */
export function intersects(a: Glob, b: Glob): boolean {
  if (a.length > longest || b.length > longest) return true;
  const loose = (s: string) => s === any || (s.length > 1 && s.startsWith('<'));
  // reachable[j]: the first i symbols of `a` and the first j of `b` can be matched by one string.
  let row = new Uint8Array(b.length + 1);
  row[0] = 1;
  for (let j = 1; j <= b.length; j++) row[j] = row[j - 1] && loose(b[j - 1] ?? '') ? 1 : 0;
  for (let i = 1; i <= a.length; i++) {
    const x = a[i - 1] ?? '';
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
