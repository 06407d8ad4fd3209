/** A stream's documents, apart: one that is broken must not hide the others. */

export interface Piece {
  /** Offset in the stream. */
  readonly start: number;
  readonly text: string;
}

/** `---` at the start of a line begins a document wherever it stands, in block scalars and quotes too. */
function* markers(text: string): Generator<number> {
  for (let at = text.indexOf('---'); at !== -1; at = text.indexOf('---', at + 3))
    if (isBreak(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at + 3))) yield at;
}
/** The ends of the text count: there is no character. */
const isBreak = (c: number): boolean => c === 10 || c === 13 || Number.isNaN(c);
const isSpace = (c: number): boolean => c === 32 || c === 9 || isBreak(c);

/** The stream in pieces of one document each; a piece may also be comments alone. */
export function splitDocuments(text: string): readonly Piece[] {
  const starts = [0];
  for (const index of markers(text)) {
    const start = withDirectives(text, index, starts.at(-1) ?? 0);
    if (start > 0) starts.push(start);
  }
  return starts.map((start, i) => ({ start, text: text.slice(start, starts[i + 1]) }));
}

/** `%YAML` and `%TAG` lines above a `---` belong to the document below it. */
function withDirectives(text: string, at: number, floor: number): number {
  let start = at;
  for (let line = at; line > floor; ) {
    const end = line;
    line--;
    while (line > floor && text[line - 1] !== '\n' && text[line - 1] !== '\r') line--;
    const written = text.slice(line, end).trimEnd();
    if (written.startsWith('%')) start = line;
    else if (written !== '' && !written.startsWith('#')) break;
  }
  return start;
}

/** Documents that together make a batch: parsing them in one go costs the parser less, and the events of a small batch die young. */
const batchCharacters = 16_384;

/** Neighbouring pieces in batches; the text of a batch is the stream from its first piece to its last. */
export function batchesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.start + piece.text.length > end) {
      batches.push([]);
      end = piece.start + batchCharacters;
    }
    batches.at(-1)?.push(piece);
  }
  return batches;
}

/** Each node takes one of these characters at least: `\n , - : ? [ {`. */
const indicators: ReadonlySet<number> = new Set(Array.from('\n,-:?[{', (c) => c.charCodeAt(0)));
/** What the parser can hold in memory. Ordinary files of the largest size have fewer by far. */
const maxIndicators = 6_000_000;

/** True when the text may have more nodes than memory has room for: millions of empty lists fit into a file that is not too large. */
export function isTooDense(text: string): boolean {
  if (text.length <= maxIndicators) return false;
  let count = 0;
  for (let i = 0; i < text.length; i++) if (indicators.has(text.charCodeAt(i))) count++;
  return count > maxIndicators;
}
