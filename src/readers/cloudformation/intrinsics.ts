/** The intrinsic functions: one row each. A function that has no row is an unknown which names it. */
import { get, type Node } from '../../model/tree.js';
import { choose } from './branches.js';
import { callOf } from './call.js';
import { cidr } from './cidr.js';
import type { Evaluation, Intrinsic, Mapping } from './evaluation.js';
import { argumentsOf, join, length, select, split } from './lists.js';
import { attributeOf, refer } from './references.js';
import { sameValue } from './same-value.js';
import { substitute } from './substitute.js';
import { valuesByName } from './template.js';
import { inPlace, knownText, literalValue, missing, misused } from './text.js';

const ref: Intrinsic = (argument, call, e) => {
  const name = nameOf(argument, e);
  return name === undefined ? misused('Ref', call.span) : refer(name, call.span, e);
};

const getAtt: Intrinsic = (argument, call, e) => {
  const [id, attribute] = argument.kind === 'list' ? argumentsOf(argument, 2) : [argument];
  const path = attribute && knownText(e.evaluate(attribute, 'one'));
  const dotted = [(id && nameOf(id, e)) ?? '', ...(path === undefined ? [] : [path])].join('.');
  return /^[^.]+\../.test(dotted) ? attributeOf(dotted, call.span, e) : misused('Fn::GetAtt', call.span);
};

/** A name as written: what a function makes of it could show the value of a parameter. */
const nameOf = (node: Node, e: Evaluation): string | undefined =>
  node.kind === 'scalar' && !callOf(node) ? knownText(e.evaluate(node)) : undefined;

const sub: Intrinsic = (argument, call, e) => {
  const [template, variables] = argument.kind === 'list' ? argument.items : [argument];
  return (template && substitute(template, valuesByName(variables), call.span, e)) ?? misused('Fn::Sub', call.span);
};

const findInMap: Intrinsic = (argument, call, e) => {
  const [mapping, first, second, options] = argumentsOf(argument, 4);
  const [name, outer, inner] = [mapping, first, second].map((key) => (key ? knownText(e.evaluate(key, 'one')) : undefined));
  if (name === undefined || !first || !second) return misused('Fn::FindInMap', call.span);
  const rows = e.mapping(name);
  const otherwise = get(options, 'DefaultValue');
  if (outer !== undefined && inner !== undefined) {
    const found = rows?.get(outer)?.get(inner);
    if (found) return inPlace(literalValue(found, found.span, e), call.span);
    return otherwise ? e.evaluate(otherwise) : missing(name, `mapping ${name} has no value under these keys`, call.span);
  }
  const agreed = otherwise ? undefined : agreedValue(rows, outer, inner, e);
  return agreed ? inPlace(agreed, call.span) : missing(name, `the key into mapping ${name} is not known`, call.span);
};

/** The value that a mapping has under every key that may be meant. */
function agreedValue(rows: Mapping | undefined, outer: string | undefined, inner: string | undefined, e: Evaluation): Node | undefined {
  const meant = outer === undefined ? [...(rows?.values() ?? [])] : [rows?.get(outer) ?? new Map<string, Node>()];
  if (!e.afford(meant.length)) return undefined;
  const values = meant.flatMap((row) => (inner === undefined ? [...row.values()] : (row.get(inner) ?? [])));
  const [first, ...others] = values.map((value) => literalValue(value, value.span, e));
  return first && others.every((other) => sameValue(first, other, e)) ? first : undefined;
}

const importValue: Intrinsic = (argument, call, e) => {
  // What another stack exports may rest on its own parameters: it decides nothing here.
  const exported = e.mode === 'certain' ? undefined : knownText(e.evaluate(argument, 'one'));
  const value = exported === undefined ? undefined : e.within(() => e.exported(exported), undefined);
  if (value) return inPlace(value, call.span);
  // The name as written: evaluated, it could show the value of a parameter.
  const name = argument.kind === 'scalar' ? `: ${String(argument.value)}` : '';
  return missing('Fn::ImportValue', `it is exported by another stack${name}`, call.span);
};

/** What comes out is the same document or text in another coat, and the coat hides it from those who want to read it. */
const transparent: Intrinsic = (argument, _call, e) => e.evaluate(argument);

const notKnown =
  (name: string, why: string): Intrinsic =>
  (_argument, call) =>
    missing(name, why, call.span);

const transform: Intrinsic = (argument, call, e) => {
  const content = e.include(argument);
  return content ? e.evaluate(content) : missing('Fn::Transform', 'a macro makes it at deploy time', call.span);
};

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
  ['Fn::Cidr', cidr],
  ['Fn::Base64', transparent],
  ['Fn::ToJsonString', transparent],
  ['Fn::ImportValue', importValue],
  ['Fn::GetAZs', notKnown('Fn::GetAZs', 'the availability zones depend on region and account')],
  ['Fn::Transform', transform],
]);
