/** Strings that are put together from written characters and evaluated values: what every interpolation and concatenation comes to. */
import type { Span } from '../model/span.js';
import { textOf } from '../model/text.js';
import { deref, type Node, scalar } from '../model/tree.js';
import { type Bounds, tooLarge } from './bounds.js';
import { type FlatText, FlatTextBuilder, flatHole, flatString, flatSubstitute, flatTemplate, nodeOf } from './flat-text.js';

/** Part of a string: characters as written, or a value. */
export type Piece = FlatText | Node;

/** The string that the pieces make. A single value stays what it is, so that `${role.arn}` alone is the reference that it means. */
export function joinText(pieces: readonly Piece[], at: Span, bounds: Bounds): Node {
  if (!bounds.afford(pieces.length)) return tooLarge(at);
  const written = pieces.filter((piece) => !isEmpty(piece));
  const [first] = written;
  if (!first) return scalar('', at);
  if (written.length === 1 && 'kind' in first) return { ...first, span: at };
  const whole = new FlatTextBuilder();
  for (const piece of written) {
    // Paid before it is made: a variable that holds a variable twice, and so on, doubles with each line.
    if (!bounds.afford(sizeOf(piece))) return tooLarge(at);
    whole.append('kind' in piece ? flatOf(piece) : piece);
  }
  return nodeOf(whole.build(), at);
}

/** The text of a value that is wholly known. */
export function knownText(node: Node | undefined): string | undefined {
  const at = node && deref(node);
  return at?.kind === 'scalar' && at.value !== null ? String(at.value) : undefined;
}

/** A value as flat text; what is not known in it is a hole. */
export function flatOf(node: Node): FlatText {
  const at = deref(node);
  const place = node.span.start;
  if (at.kind === 'template')
    return at === node && at.offsets ? flatTemplate(at) : { ...flatTemplate(at), offsets: { from: [0], to: [place] } };
  if (at.kind === 'scalar' && at.value !== null)
    return at === node && typeof at.value === 'string' && at.offsets
      ? flatString(at.value, at.offsets)
      : flatSubstitute(String(at.value), place);
  const hole = textOf(node)?.parts[0];
  return flatHole(typeof hole === 'object' ? hole : { name: at.kind === 'scalar' ? 'null' : `a ${at.kind}` }, place);
}

function sizeOf(piece: Piece): number {
  if (!('kind' in piece)) return piece.chars.length;
  const at = deref(piece);
  if (at.kind === 'template') return at.parts.reduce((size, part) => size + (typeof part === 'string' ? part.length : 1), 0);
  return at.kind === 'scalar' && at.value !== null ? String(at.value).length : 1;
}

const isEmpty = (piece: Piece): boolean => ('kind' in piece ? piece.kind === 'scalar' && piece.value === '' : piece.chars === '');
