/** What a pattern asks for, as a program of steps for `pattern.ts`. */
import type { CharacterTest } from './pattern-classes.js';

export type Assertion = 'begin' | 'end' | 'line-begin' | 'line-end' | 'boundary' | 'no-boundary';

/** One step of a program. Of the two ways of a `split` the first is preferred. */
export type Instruction =
  | { readonly op: 'character'; readonly test: CharacterTest }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'match' };

export interface Program {
  readonly instructions: readonly Instruction[];
  /** The name of each group, in order; undefined for one without. */
  readonly groups: readonly (string | undefined)[];
}

/** A part of a pattern. */
export type Piece =
  | { readonly kind: 'empty' }
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Piece[] }
  | { readonly kind: 'either'; readonly options: readonly Piece[] }
  | { readonly kind: 'group'; readonly index: number; readonly inner: Piece }
  | { readonly kind: 'repeat'; readonly inner: Piece; readonly least: number; readonly most: number; readonly lazy: boolean };

/** Steps of one program; counted repeats multiply. */
const longestProgram = 2_000;
/** Thrown while a pattern is compiled and caught there, for what is wrong or not known. */
export class Unsupported extends Error {}

/** Appends the steps of a piece. */
export function emit(piece: Piece, out: Instruction[]): void {
  if (out.length > longestProgram) throw new Unsupported();
  switch (piece.kind) {
    case 'empty':
      return;
    case 'character':
      out.push({ op: 'character', test: piece.test });
      return;
    case 'assert':
      out.push({ op: 'assert', what: piece.what });
      return;
    case 'sequence':
      for (const part of piece.parts) emit(part, out);
      return;
    case 'group':
      out.push({ op: 'save', slot: 2 * piece.index });
      emit(piece.inner, out);
      out.push({ op: 'save', slot: 2 * piece.index + 1 });
      return;
    case 'either':
      emitEither(piece.options, out);
      return;
    case 'repeat':
      emitRepeat(piece, out);
      return;
  }
}

function emitEither([first, ...rest]: readonly Piece[], out: Instruction[]): void {
  if (!first) return;
  if (rest.length === 0) {
    emit(first, out);
    return;
  }
  const split = out.push({ op: 'match' }) - 1;
  emit(first, out);
  const jump = out.push({ op: 'match' }) - 1;
  out[split] = { op: 'split', first: split + 1, second: out.length };
  emitEither(rest, out);
  out[jump] = { op: 'split', first: out.length, second: out.length };
}

function emitRepeat({ inner, least, most, lazy }: Piece & { readonly kind: 'repeat' }, out: Instruction[]): void {
  const either = (enter: number, leave: number): Instruction =>
    lazy ? { op: 'split', first: leave, second: enter } : { op: 'split', first: enter, second: leave };
  for (let i = 0; i < least; i++) emit(inner, out);
  if (most === Number.POSITIVE_INFINITY) {
    const split = out.push({ op: 'match' }) - 1;
    emit(inner, out);
    out.push({ op: 'split', first: split, second: split });
    out[split] = either(split + 1, out.length);
    return;
  }
  const splits: number[] = [];
  for (let i = least; i < most; i++) {
    splits.push(out.push({ op: 'match' }) - 1);
    emit(inner, out);
  }
  for (const split of splits) out[split] = either(split + 1, out.length);
}
