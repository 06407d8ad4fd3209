/** Places that the parser's events leave out: closing brackets, headers of block scalars, values that are not written. */

const lineBreak = (c: number): boolean => c === 10 || c === 13;
export const isSpace = (c: number): boolean => c === 32 || c === 9 || lineBreak(c);

/** Offset of the next character that is neither white space nor in a comment. */
function skipSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === 35) while (i < text.length && !lineBreak(text.charCodeAt(i))) i++;
    else if (isSpace(c)) i++;
    else break;
  }
  return i;
}

/** Offset behind the bracket that closes a flow collection whose last member ends at `from`. */
export function endOfBrackets(text: string, from: number): number {
  let i = skipSpace(text, from);
  while (text[i] === ',') i = skipSpace(text, i + 1);
  return text[i] === ']' || text[i] === '}' ? i + 1 : from;
}

/** A value that is not written stands behind the `:`, `-` or `?` that announces it; without one it stands at `from`. */
export function behindIndicator(text: string, from: number): number {
  const i = skipSpace(text, from);
  return text[i] === ':' || text[i] === '-' || text[i] === '?' ? i + 1 : from;
}

const header = /[|>][-+\d]*[ \t]*(?:[ \t]#[\s\S]*)?$/;

/** Offset of the `|` or `>` of a block scalar whose first line starts at `contentStart`. */
export function blockHeader(text: string, contentStart: number): number {
  let end = contentStart;
  if (text.charCodeAt(end - 1) === 10) end--;
  if (text.charCodeAt(end - 1) === 13) end--;
  let start = end;
  while (start > 0 && !lineBreak(text.charCodeAt(start - 1))) start--;
  return start + Math.max(0, text.slice(start, end).search(header));
}
