/** Strings of a template: put together from pieces, with dynamic references taken out. */
import type { Span } from '../../model/span.js';
import { textOf } from '../../model/text.js';
import { type Hole, type Node, type ScalarNode, scalar, type TemplateNode, type UnknownNode, unknown } from '../../model/tree.js';
import {
  type FlatText,
  FlatTextBuilder,
  flatHole,
  flatString,
  flatSubstitute,
  flatTemplate,
  holesIn,
  nodeOf,
  placeOf,
} from '../flat-text.js';
import { callOf } from './call.js';
import type { Evaluation } from './evaluation.js';

/** An unknown named after what stands there, so that a string around it reads `<Env>-role` instead of telling the whole reason. */
export const missing = (name: string, why: string, at: Span): UnknownNode => ({ ...unknown(why, at), name });

/** The result of a function whose arguments make no sense. */
export const misused = (name: string, at: Span): UnknownNode => unknown(`${name} is used with arguments that it does not take`, at);

/** The same value as that of a whole call; its characters stay where they are written. */
export const standing = (node: Node, at: Span): Node => ({ ...node, span: at });

/** The same value as if it were written where a name stands for it. */
export function inPlace(node: Node, at: Span): Node {
  if (node.kind === 'scalar') return { ...scalar(node.value, at), written: node.written ?? node.span };
  return node.kind === 'template' ? { kind: 'template', parts: node.parts, span: at } : { ...node, span: at };
}

/** The text of a value that is wholly known. */
export const knownText = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;

/** Part of a string: characters as written, or a value. */
export type Piece = FlatText | Node;

/** The string that the pieces make. A single value stays what it is, so that `${Role.Arn}` alone is the reference that it means. */
export function concat(pieces: readonly Piece[], at: Span, e: Pick<Evaluation, 'afford'>): Node {
  if (!e.afford(pieces.length)) return tooLarge(at);
  const written = pieces.filter((piece) => !isEmpty(piece));
  const [first] = written;
  if (!first) return scalar('', at);
  if (written.length === 1 && 'kind' in first && isTextual(first)) return standing(first, at);
  const whole = new FlatTextBuilder();
  for (const piece of written) {
    // Paid before it is made: a variable that holds a variable twice, and so on, doubles with each line of the template.
    if (!e.afford(sizeOf(piece))) return tooLarge(at);
    whole.append('kind' in piece ? flatOf(piece) : piece);
  }
  return nodeOf(withoutDynamicReferences(whole.build()), at);
}

/** Stands for a value that would break the budget of the template. */
export const tooLarge = (at: Span): UnknownNode => unknown('the value is too large to evaluate', at);

/** A value that is written out where no function may stand: a parameter's default, a mapping's value. */
export function literalValue(node: Node, at: Span, e: Evaluation): Node {
  if (node.kind === 'scalar' && !callOf(node)) return inPlace(literal(node), at);
  if (node.kind !== 'list' || callOf(node)) return unknown(noValue, at);
  if (!e.afford(node.items.length)) return tooLarge(at);
  return {
    kind: 'list',
    items: node.items.map((item) => (item.kind === 'scalar' ? literal(item) : unknown(noValue, item.span))),
    span: at,
  };
}

const literals = new WeakMap<ScalarNode, ScalarNode | TemplateNode>();
/** Remembered: a long default may be used many times. */
function literal(node: ScalarNode): ScalarNode | TemplateNode {
  const known = literals.get(node) ?? stringValue(node);
  literals.set(node, known);
  return known;
}

const noValue = 'no value that can be written here';

/** A scalar as it is, unless it asks for a value from elsewhere by a dynamic reference. */
export function stringValue(node: ScalarNode): ScalarNode | TemplateNode {
  if (typeof node.value !== 'string' || !node.value.includes(opening)) return node;
  return nodeOf(withoutDynamicReferences(flatString(node.value, node.offsets)), node.span);
}

/** How long the flat text of a piece is. */
function sizeOf(piece: Piece): number {
  if (!('kind' in piece)) return piece.chars.length;
  if (piece.kind === 'template') return piece.parts.reduce((size, part) => size + (typeof part === 'string' ? part.length : 1), 0);
  return piece.kind === 'scalar' && piece.value !== null ? String(piece.value).length : 1;
}

const isEmpty = (piece: Piece): boolean => ('kind' in piece ? piece.kind === 'scalar' && piece.value === '' : piece.chars === '');

const isTextual = (node: Node): boolean => node.kind !== 'map' && node.kind !== 'list';

function flatOf(node: Node): FlatText {
  const place = node.span.start;
  if (node.kind === 'template') return node.offsets ? flatTemplate(node) : { ...flatTemplate(node), offsets: { from: [0], to: [place] } };
  if (node.kind === 'scalar' && node.value !== null)
    return typeof node.value === 'string' && node.offsets
      ? flatString(node.value, node.offsets)
      : flatSubstitute(String(node.value), place);
  const hole = textOf(node)?.parts[0];
  return flatHole(typeof hole === 'object' ? hole : { name: node.kind === 'scalar' ? 'null' : `a ${node.kind}` }, place);
}

const opening = '{{resolve:';
const closing = '}}';

/** `{{resolve:service:…}}` is replaced by CloudFormation at deploy time: a hole, never a literal. A resource named in it stays its target. */
function withoutDynamicReferences(text: FlatText): FlatText {
  const { chars } = text;
  const whole = new FlatTextBuilder();
  let from = 0;
  for (let start = chars.indexOf(opening); start >= 0; start = chars.indexOf(opening, from)) {
    const end = chars.indexOf(closing, start);
    if (end < 0) break;
    const service = /^[\w-]+/.exec(chars.slice(start + opening.length, end))?.[0] ?? 'unknown';
    const to = holesIn(text, start, end).find(({ hole }) => hole.to !== undefined)?.hole.to;
    const hole: Hole = { name: `resolve:${service}`, ...(to === undefined ? {} : { to }) };
    whole.append(text, from, start).append(flatHole(hole, placeOf(text, start)));
    from = end + closing.length;
  }
  return from === 0 ? text : whole.append(text, from).build();
}
