/** The functions that make, take apart and measure lists. A list has to be one list here: where a condition may change it, it is not known. */
import type { Span } from '../../model/span.js';
import { type Node, numberOf, scalar, type TemplateNode, unknown } from '../../model/tree.js';
import { type FlatText, flatString, flatTemplate, nodeOf, sliceOf } from '../flat-text.js';
import type { Intrinsic } from './evaluation.js';
import { concat, knownText, misused, standing, tooLarge } from './text.js';

/** Arguments given as a list of at most `most`; anything else has no arguments. */
export const argumentsOf = (argument: Node, most: number): readonly Node[] =>
  argument.kind === 'list' && argument.items.length <= most ? argument.items : [];

export const join: Intrinsic = (argument, call, e) => {
  const [delimiter, items] = argumentsOf(argument, 2);
  const between = delimiter && knownText(e.evaluate(delimiter, 'one'));
  const values = items && e.evaluate(items, 'one');
  if (between === undefined || !values || values.kind === 'map') return misused('Fn::Join', call.span);
  // A list that comes as a whole from elsewhere: its one name stands for whatever it will be joined to.
  if (values.kind !== 'list') return concat([values], call.span, e);
  return concat(
    values.items.flatMap((value, i) => (i === 0 ? [value] : [scalar(between, value.span), value])),
    call.span,
    e,
  );
};

export const split: Intrinsic = (argument, call, e) => {
  const [delimiter, source] = argumentsOf(argument, 2);
  const by = delimiter && knownText(e.evaluate(delimiter, 'one'));
  const value = source && e.evaluate(source, 'one');
  if (!by || !value) return misused('Fn::Split', call.span);
  const text = divisible(value, by);
  if (!text) return unknownPart(value, call.span);
  if (!e.afford(text.chars.length)) return tooLarge(call.span);
  const items: Node[] = [];
  let from = 0;
  for (const part of text.chars.split(by)) {
    items.push(nodeOf(sliceOf(text, from, from + part.length), call.span));
    from += part.length + by.length;
  }
  return { kind: 'list', items, span: call.span };
};

/** A text that can be split although it has holes, because none of them can hold the delimiter. */
function divisible(value: Node, by: string): FlatText | undefined {
  if (value.kind === 'template') return /^[:/,;|]+$/.test(by) && value.parts.every(isWord) ? flatTemplate(value) : undefined;
  const chars = knownText(value);
  return value.kind === 'scalar' && chars !== undefined ? flatString(chars, value.offsets) : undefined;
}

/** Written text, or a pseudo parameter whose value is made of letters, digits and hyphens. */
const isWord = (part: TemplateNode['parts'][number]): boolean =>
  typeof part === 'string' || /^AWS::(AccountId|Partition|Region|StackName)$/.test(part.name);

export const select: Intrinsic = (argument, call, e) => {
  const [position, items] = argumentsOf(argument, 2);
  const index = position && numberOf(e.evaluate(position, 'one'));
  const values = items && e.evaluate(items, 'one');
  if (!values) return misused('Fn::Select', call.span);
  if (values.kind !== 'list' || index === undefined) return unknownPart(values, call.span);
  const item = values.items[index];
  return item ? standing(item, call.span) : unknown(`Fn::Select asks for item ${index} of a list of ${values.items.length}`, call.span);
};

export const length: Intrinsic = (argument, call, e) => {
  const items = e.evaluate(argument, 'one');
  return items?.kind === 'list' ? scalar(items.items.length, call.span) : unknown('the length of a list that is not known', call.span);
};

/** A part of a value that is not known is not known for the same reason. */
const unknownPart = (value: Node, at: Span): Node =>
  value.kind === 'unknown' ? standing(value, at) : unknown('it is a part of a value that is not known', at);
