/** What is passed over: types, and statements that declare nothing that is deployed. */
import type { Cursor } from './cursor.js';
import { atString, string } from './strings.js';

const open = new Set([40, 91, 123]);
const close = new Set([41, 93, 125]);

/** Passes a type, up to the `=` behind it or the end of its statement. True when it ends in `?`. */
export function skipType(c: Cursor): boolean {
  const start = c.pos;
  const end = skipBalanced(c, (at) => c.text.charCodeAt(at) === 61);
  return c.text.slice(start, end).endsWith('?');
}

/** Passes the rest of a statement. */
export function skipStatement(c: Cursor): void {
  skipBalanced(c, () => false);
}

/** Up to a stop or a newline outside of brackets; a line that begins with `|` goes on with the union above it. Gives the end of what was passed. */
function skipBalanced(c: Cursor, stops: (at: number) => boolean): number {
  let depth = 0;
  let last = c.pos;
  for (c.skip(); !c.atEnd; c.skip()) {
    if (depth > 0) c.skipLines();
    const code = c.peek();
    if (depth === 0 && stops(c.pos)) break;
    if (c.atNewline) {
      if (depth === 0) {
        const before = c.pos;
        c.joinLine('|');
        if (c.pos === before) break;
      }
      continue;
    }
    if (c.atEnd) break;
    if (atString(c)) string(c);
    else {
      if (open.has(code)) depth++;
      else if (close.has(code)) depth = Math.max(0, depth - 1);
      c.pos++;
    }
    last = c.pos;
  }
  if (depth > 0) c.fail('a bracket is not closed');
  return last;
}
