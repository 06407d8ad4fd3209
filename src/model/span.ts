/** Where something stands: files, sides of a change, character ranges, and their translation into lines. */

declare const brand: unique symbol;
/** A nominal string: it is made by a constructor in `model/` and nowhere else. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Path of a reviewed file, relative to the repository root, with `/` separators and no leading `./`. */
export type FilePath = Brand<string, 'FilePath'>;
export const filePath = (path: string): FilePath => path.replaceAll('\\', '/').replace(/^(\.\/)+/, '') as FilePath;

/** The folder of a path; the root is `''`. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Which tree of the change: `base` is before, `head` is after. */
export type Side = 'base' | 'head';

/** The decoded text of one file on one side. A file that the change does not touch is one `Source` for both sides. */
export interface Source {
  readonly path: FilePath;
  readonly side: Side;
  /** Decoded text (BOM removed). Never copied into an `Outcome`. */
  readonly text: string;
}

/** A half-open range `[start, end)` of UTF-16 code units in `source.text`. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** 1-based lines and columns; the end column is exclusive. This is the `location` of CONTRACT.md. */
export interface Location {
  readonly path: FilePath;
  readonly side: Side;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export const span = (source: Source, start: number, end: number): Span => ({ source, start, end });

const lineTables = new WeakMap<Source, readonly number[]>();

/** Offsets at which each line of the source starts; computed once, on first use. Lines end with LF, CRLF or CR. */
export function lineStarts(source: Source): readonly number[] {
  const known = lineTables.get(source);
  if (known) return known;
  const starts = [0];
  const { text } = source;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  lineTables.set(source, starts);
  return starts;
}

/** 0-based line index that holds the offset. */
export function lineAt(source: Source, offset: number): number {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((starts[mid] ?? 0) <= offset) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** Translates a span into lines and columns. Called when an outcome is made, never earlier. */
export function locate(at: Span): Location {
  const starts = lineStarts(at.source);
  const first = lineAt(at.source, at.start);
  const last = lineAt(at.source, Math.max(at.start, at.end));
  return {
    path: at.source.path,
    side: at.source.side,
    startLine: first + 1,
    startColumn: at.start - (starts[first] ?? 0) + 1,
    endLine: last + 1,
    endColumn: Math.max(at.start, at.end) - (starts[last] ?? 0) + 1,
  };
}
