/** The intrinsic functions: one row each. A function that has no row is an unknown which names it. */
import type { Span } from '../../model/span.js';
import { get, type Node, numberOf, scalar, type UnknownNode, unknown } from '../../model/tree.js';
import { flatString, nodeOf, sliceOf } from '../flat-text.js';
import type { Intrinsic } from './evaluation.js';
import { attributeOf, refer } from './references.js';
import { sameValue } from './same-value.js';
import { substitute } from './substitute.js';
import { valuesByName } from './template.js';
import { concat, inPlace, knownText, missing, standing, tooLarge } from './text.js';

const ref: Intrinsic = (argument, call, e) => {
  const name = knownText(argument);
  return name === undefined ? misused('Ref', call.span) : refer(name, call.span, e);
};

const getAtt: Intrinsic = (argument, call, e) => {
  const [id, attribute] = argument.kind === 'list' ? argumentsOf(argument, 2) : [argument];
  const path = attribute && knownText(e.evaluate(attribute));
  const dotted = [knownText(id) ?? '', ...(path === undefined ? [] : [path])].join('.');
  return /^[^.]+\../.test(dotted) ? attributeOf(dotted, call.span, e) : misused('Fn::GetAtt', call.span);
};

const sub: Intrinsic = (argument, call, e) => {
  const [template, variables] = argument.kind === 'list' ? argument.items : [argument];
  return (template && substitute(template, valuesByName(variables), call.span, e)) ?? misused('Fn::Sub', call.span);
};

const join: Intrinsic = (argument, call, e) => {
  const [delimiter, items] = argumentsOf(argument, 2);
  const between = delimiter && knownText(e.evaluate(delimiter));
  const values = items && e.evaluate(items);
  if (between === undefined || !values || values.kind === 'map') return misused('Fn::Join', call.span);
  // A list that comes as a whole from elsewhere: its one name stands for whatever it will be joined to.
  if (values.kind !== 'list') return concat([values], call.span, e);
  return concat(
    values.items.flatMap((value, i) => (i === 0 ? [value] : [scalar(between, value.span), value])),
    call.span,
    e,
  );
};

const split: Intrinsic = (argument, call, e) => {
  const [delimiter, source] = argumentsOf(argument, 2);
  const by = delimiter && knownText(e.evaluate(delimiter));
  const value = source && e.evaluate(source);
  if (!by || !value) return misused('Fn::Split', call.span);
  const chars = knownText(value);
  if (value.kind !== 'scalar' || chars === undefined) return unknownPart(value, call.span);
  if (!e.afford(chars.length)) return tooLarge(call.span);
  const text = flatString(chars, value.offsets);
  const items: Node[] = [];
  let from = 0;
  for (const part of chars.split(by)) {
    items.push(nodeOf(sliceOf(text, from, from + part.length), call.span));
    from += part.length + by.length;
  }
  return { kind: 'list', items, span: call.span };
};

const select: Intrinsic = (argument, call, e) => {
  const [position, items] = argumentsOf(argument, 2);
  const index = position && numberOf(e.evaluate(position));
  const values = items && e.evaluate(items);
  if (!values) return misused('Fn::Select', call.span);
  if (values.kind !== 'list' || index === undefined) return unknownPart(values, call.span);
  const item = values.items[index];
  return item ? standing(item, call.span) : unknown(`Fn::Select asks for item ${index} of a list of ${values.items.length}`, call.span);
};

const findInMap: Intrinsic = (argument, call, e) => {
  const [mapping, first, second, options] = argumentsOf(argument, 4);
  const keys = [mapping, first, second].map((key) => (key ? knownText(e.evaluate(key)) : undefined));
  const [name, outer, inner] = keys;
  if (name === undefined) return misused('Fn::FindInMap', call.span);
  if (outer === undefined || inner === undefined) return missing(name, `the key into mapping ${name} is not known`, call.span);
  const found = e.mapped(name, outer, inner);
  if (found) return inPlace(found, call.span);
  const otherwise = get(options, 'DefaultValue');
  return otherwise ? e.evaluate(otherwise) : missing(name, `mapping ${name} has no value under these keys`, call.span);
};

const choose: Intrinsic = (argument, call, e) => {
  const [condition, yes, no] = argumentsOf(argument, 3);
  const name = condition && knownText(condition);
  if (name === undefined || !yes || !no) return misused('Fn::If', call.span);
  const holds = e.holds(name);
  if (holds !== undefined) return e.evaluate(holds ? yes : no);
  const [either, or] = [e.evaluate(yes), e.evaluate(no)];
  return sameValue(either, or, e) ? either : missing(name, `it depends on condition ${name}`, call.span);
};

const importValue: Intrinsic = (argument, call) => {
  // The name as written: evaluated, it could show the value of a parameter.
  const name = argument.kind === 'scalar' ? `: ${String(argument.value)}` : '';
  return missing('Fn::ImportValue', `it is exported by another stack${name}`, call.span);
};

const length: Intrinsic = (argument, call, e) => {
  const items = e.evaluate(argument);
  return items?.kind === 'list' ? scalar(items.items.length, call.span) : unknown('the length of a list that is not known', call.span);
};

/** What comes out is the same document or text in another coat, and the coat hides it from those who want to read it. */
const transparent: Intrinsic = (argument, _call, e) => e.evaluate(argument);

const notKnown =
  (name: string, why: string): Intrinsic =>
  (_argument, call) =>
    missing(name, why, call.span);

/** Every function that has a meaning here, by its full name. */
export const intrinsics: ReadonlyMap<string, Intrinsic> = new Map([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Split', split],
  ['Fn::Select', select],
  ['Fn::FindInMap', findInMap],
  ['Fn::If', choose],
  ['Fn::Length', length],
  ['Fn::Base64', transparent],
  ['Fn::ToJsonString', transparent],
  ['Fn::ImportValue', importValue],
  ['Fn::GetAZs', notKnown('Fn::GetAZs', 'the availability zones depend on region and account')],
  ['Fn::Transform', notKnown('Fn::Transform', 'a macro makes it at deploy time')],
]);

const misused = (name: string, at: Span): UnknownNode => unknown(`${name} is used with arguments that it does not take`, at);

/** Arguments given as a list of at most `most`; anything else has no arguments. */
const argumentsOf = (argument: Node, most: number): readonly Node[] =>
  argument.kind === 'list' && argument.items.length <= most ? argument.items : [];

/** A part of a value that is not known is not known for the same reason. */
const unknownPart = (value: Node, at: Span): Node =>
  value.kind === 'unknown' ? standing(value, at) : unknown('it is a part of a value that is not known', at);
