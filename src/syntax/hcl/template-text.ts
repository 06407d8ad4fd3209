/** Literal text inside templates: unescaping, strip markers and un-indenting, as ranges of the source so that every character keeps its place. */
import { span } from '../../model/span.js';
import type { OffsetMap } from '../../model/tree.js';
import type { TemplateText } from './ast.js';
import { Char } from './characters.js';
import type { Cursor } from './cursor.js';

/** A range of the source that stands for itself, or for `decoded` when it is an escape. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly decoded?: string;
}

/** A run of literal text: all of it between two sequences; in a heredoc at most one line. */
export type Run = Piece[];

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const hexDigits: Readonly<Record<string, number>> = { u: 4, U: 8 };

/** The piece of the escape whose backslash stands here. What HCL does not know as an escape stands for itself: Terraform refuses it, a review can read on. */
export function escapePiece(c: Cursor): Piece {
  const start = c.pos;
  const letter = c.text.charAt(start + 1);
  const simple = escapes[letter];
  if (simple !== undefined) return { start, end: start + 2, decoded: simple };
  const digits = hexDigits[letter] ?? 0;
  const end = start + 2 + digits;
  const hex = c.text.slice(start + 2, end);
  const code = digits > 0 && /^[0-9A-Fa-f]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : Number.NaN;
  return code <= 0x10ffff ? { start, end, decoded: String.fromCodePoint(code) } : { start, end: start + 1 };
}

const textOf = (source: string, piece: Piece): string => piece.decoded ?? source.slice(piece.start, piece.end);

const dropStart = (piece: Piece, count: number): Piece => ({ start: piece.start + count, end: piece.end });
const dropEnd = (piece: Piece, count: number): Piece => ({ start: piece.start, end: piece.end - count });

/** What `~}` does to the run after it. */
export function trimStart(source: string, run: Run): void {
  let gone = 0;
  for (const [i, piece] of run.entries()) {
    const text = textOf(source, piece);
    const blanks = text.length - text.trimStart().length;
    if (blanks < text.length) {
      if (blanks > 0) run[i] = dropStart(piece, blanks);
      break;
    }
    gone++;
  }
  run.splice(0, gone);
}

/** What `${~` does to the run before it. */
export function trimEnd(source: string, run: Run): void {
  for (let last = run.at(-1); last; last = run.at(-1)) {
    const text = textOf(source, last);
    const blanks = text.length - text.trimEnd().length;
    if (blanks < text.length) {
      if (blanks > 0) run[run.length - 1] = dropEnd(last, blanks);
      return;
    }
    run.pop();
  }
}

/** Blanks before the first other character of a line; `undefined` for a line of blanks alone, which has no say in the indentation. */
export function indentation(source: string, line: Run): number | undefined {
  const first = line[0];
  if (!first) return 0;
  const text = source.slice(first.start, first.end);
  const content = text.trimStart();
  return content === '' && line.length === 1 && text.endsWith('\n') ? undefined : text.length - content.length;
}

/** Takes `count` blanks from the front of a line. */
export function unindent(line: Run, count: number): void {
  const first = line[0];
  if (first && count > 0) line[0] = dropStart(first, count);
}

export const endsLine = (source: string, run: Run): boolean => {
  const last = run.at(-1);
  return last !== undefined && source.charCodeAt(last.end - 1) === Char.newline;
};

/** The text of consecutive runs; `undefined` when nothing of them is left. */
export function textPart(c: Cursor, pieces: readonly Piece[]): TemplateText | undefined {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return undefined;
  const at = span(c.source, first.start, last.end);
  if (pieces.every((p, i) => p.decoded === undefined && (i === 0 || pieces[i - 1]?.end === p.start)))
    return { kind: 'text', text: c.text.slice(at.start, at.end), span: at };
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const piece of pieces) {
    if (piece.start === piece.end) continue;
    const shift = piece.start - text.length;
    const before = (to.at(-1) ?? 0) - (from.at(-1) ?? 0);
    if (from.length === 0 || shift !== before) {
      from.push(text.length);
      to.push(piece.start);
    }
    text += textOf(c.text, piece);
  }
  const offsets: OffsetMap = { from, to };
  return { kind: 'text', text, span: at, offsets };
}
