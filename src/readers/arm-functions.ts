/** The functions that Bicep and ARM templates share: one row each. A function that has no row is an unknown which names it. */
import type { Span } from '../model/span.js';
import { booleanOf, deref, type Node, numberOf, scalar } from '../model/tree.js';
import { collectionFunctions } from './arm-collections.js';
import type { ArmFunction } from './arm-function.js';
import { idFunctions } from './arm-ids.js';
import { binary, isKnown, isNull, truth } from './arm-operators.js';
import { type Bounds, missing } from './bounds.js';
import { FlatTextBuilder, flatString, nodeOf, sliceOf } from './flat-text.js';
import { flatOf, joinText, knownText, type Piece } from './join-text.js';

/** Calls the function of that name. */
export function armFunction(name: string, args: readonly Node[], at: Span, bounds: Bounds): Node {
  const key = name.toLowerCase();
  const row = rows.get(key);
  const result = row?.(args, at, bounds);
  if (result) return result;
  const shown = `${name}(${args.map(nameOf).join(', ')})`;
  if (row) return missing(shown, `${name}() is given what is not known`, at);
  return missing(shown, atDeployTime.has(key) ? `${shown} is known at deploy time` : `${name}() is not evaluated`, at);
}

/** Values are never shown: they may be secret. */
function nameOf(node: Node): string {
  if (node.kind === 'unknown') return node.name ?? '…';
  return node.kind === 'reference' ? [node.to.slice(node.to.indexOf('#') + 1), ...node.path].join('.') : '…';
}

/** What Azure answers when the template is deployed. */
const atDeployTime: ReadonlySet<string> = new Set([
  'guid',
  'uniquestring',
  'newguid',
  'utcnow',
  'subscription',
  'resourcegroup',
  'managementgroup',
  'tenant',
  'deployment',
  'environment',
  'deployer',
  'reference',
  'references',
  'listkeys',
  'listaccountsas',
  'listsecrets',
  'list',
  'getsecret',
  'pickzones',
  'providers',
  'readenvironmentvariable',
]);

/** Longest string that padding may make. */
const longestPad = 1000;

/** A function of one known string. */
const ofText =
  (f: (text: string) => string): ArmFunction =>
  ([node], at) => {
    const text = knownText(node);
    return text === undefined ? undefined : scalar(f(text), at);
  };

/** A function of two known strings. */
const ofTexts =
  (f: (a: string, b: string) => string | number | boolean): ArmFunction =>
  ([a, b], at) => {
    const [x, y] = [knownText(a), knownText(b)];
    return x === undefined || y === undefined ? undefined : scalar(f(x, y), at);
  };

/** The case of what is not known does not matter to who reads it. */
const recased =
  (f: (text: string) => string): ArmFunction =>
  (args, at, bounds) => {
    const value = args[0] && deref(args[0]);
    if (value?.kind !== 'template') return ofText(f)(args, at, bounds);
    return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? f(part) : part)), span: at };
  };

/** `concat('a', b)`, or of lists. */
const concat: ArmFunction = (args, at, bounds) => {
  const lists = args.map(deref);
  if (lists.some((list) => list.kind === 'list'))
    return lists.every((list) => list.kind === 'list') ? { kind: 'list', items: lists.flatMap((list) => list.items), span: at } : undefined;
  return joinText(args, at, bounds);
};

/** `format('{0}-{1}', a, b)`; `{{` writes a brace. A format of a number's own (`{0:X}`) is not followed. */
const format: ArmFunction = ([template, ...values], at, bounds) => {
  const source = template && deref(template);
  if (source?.kind !== 'scalar' || typeof source.value !== 'string') return undefined;
  const text = flatString(source.value, source.offsets);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of source.value.matchAll(/\{\{|\}\}|\{(\d{1,3})(:[^{}]*)?\}/g)) {
    const [whole, number, style] = match;
    const value = values[Number(number)];
    pieces.push(sliceOf(text, from, match.index));
    if (number === undefined) pieces.push(sliceOf(text, match.index, match.index + 1));
    else if (!value || style) return undefined;
    else pieces.push(value);
    from = match.index + whole.length;
  }
  pieces.push(sliceOf(text, from, source.value.length));
  return joinText(pieces, at, bounds);
};

const join: ArmFunction = ([items, delimiter], at, bounds) => {
  const list = items && deref(items);
  const between = knownText(delimiter);
  if (list?.kind !== 'list' || between === undefined) return undefined;
  const pieces = list.items.flatMap((item, i): Piece[] => (i === 0 ? [item] : [scalar(between, item.span), item]));
  return joinText(pieces, at, bounds);
};

const split: ArmFunction = ([node, by], at, bounds) => {
  const text = knownText(node);
  const known = by && deref(by);
  const delimiters = known?.kind === 'list' ? known.items.map(knownText) : [knownText(by)];
  if (text === undefined || delimiters.includes(undefined) || !bounds.afford(text.length)) return undefined;
  const parts = delimiters.reduce<string[]>((pieces, d) => pieces.flatMap((piece) => (d ? piece.split(d) : [piece])), [text]);
  return { kind: 'list', items: parts.map((part) => scalar(part, at)), span: at };
};

/** Of a text with holes only what stands before the first of them is certain. */
const substring: ArmFunction = ([node, start, length], at) => {
  const from = numberOf(start);
  const flat = node && isTextual(node) ? flatOf(node) : undefined;
  if (!flat || from === undefined) return undefined;
  const count = length ? numberOf(length) : flat.chars.length - from;
  if (count === undefined) return undefined;
  const to = Math.min(flat.chars.length, from + count);
  const first = flat.holes[0]?.at ?? Number.POSITIVE_INFINITY;
  if (first < to) return undefined;
  return nodeOf(new FlatTextBuilder().append(flat, from, to).build(), at);
};

const isTextual = (node: Node): boolean => ['scalar', 'template', 'reference'].includes(deref(node).kind);

const replace: ArmFunction = ([node, old, by], at, bounds) => {
  const [text, a, b] = [knownText(node), knownText(old), knownText(by)];
  if (text === undefined || !a || b === undefined || !bounds.afford(text.length * (1 + b.length))) return undefined;
  return scalar(text.split(a).join(b), at);
};

const padLeft: ArmFunction = ([node, width, by], at) => {
  const [text, length, fill] = [knownText(node), numberOf(width), by ? knownText(by) : ' '];
  if (text === undefined || length === undefined || length > longestPad || !fill) return undefined;
  return scalar(text.padStart(length, fill), at);
};

/** A text stays as it is; a list or a map would be written as JSON, which stands for it. */
const string: ArmFunction = ([node], at) => {
  const value = node && deref(node);
  if (!node || !value) return undefined;
  return value.kind === 'scalar' && value.value !== null ? { ...value, value: String(value.value), span: at } : { ...node, span: at };
};

const same: ArmFunction = ([node], at) => node && { ...node, span: at };

const int: ArmFunction = ([node], at) => {
  const value = numberOf(node);
  return value === undefined ? undefined : scalar(value, at);
};

const bool: ArmFunction = ([node], at) => {
  const value = booleanOf(node);
  return value === undefined ? undefined : scalar(value, at);
};

const choose: ArmFunction = ([condition, a, b], at) => {
  const verdict = condition && truth(condition);
  const chosen = verdict === undefined ? undefined : verdict ? a : b;
  return chosen && { ...chosen, span: at };
};

const coalesce: ArmFunction = (args, at) => {
  for (const arg of args) if (!isNull(arg)) return isKnown(arg) || arg.kind === 'template' ? { ...arg, span: at } : undefined;
  return scalar(null, at);
};

/** Operators under their names in ARM templates. */
const operators = (
  [
    ['equals', '=='],
    ['less', '<'],
    ['lessorequals', '<='],
    ['greater', '>'],
    ['greaterorequals', '>='],
    ['add', '+'],
    ['sub', '-'],
    ['mul', '*'],
    ['div', '/'],
    ['mod', '%'],
  ] as const
).map(([name, operator]): [string, ArmFunction] => [
  name,
  ([left, right], at) => (left && right ? binary(operator, left, () => right, at) : undefined),
]);

const connective =
  (operator: '&&' | '||'): ArmFunction =>
  (args, at) =>
    args.length === 0 ? undefined : args.reduce((left, right) => binary(operator, left, () => right, at));

const not: ArmFunction = ([node], at) => {
  const verdict = node && truth(node);
  return verdict === undefined ? undefined : scalar(!verdict, at);
};

const rows: ReadonlyMap<string, ArmFunction> = new Map<string, ArmFunction>([
  ['concat', concat],
  ['format', format],
  ['join', join],
  ['split', split],
  ['substring', substring],
  ['replace', replace],
  ['padleft', padLeft],
  ['string', string],
  ['any', same],
  ['int', int],
  ['bool', bool],
  ['if', choose],
  ['coalesce', coalesce],
  ['and', connective('&&')],
  ['or', connective('||')],
  ['not', not],
  ['true', (_, at) => scalar(true, at)],
  ['false', (_, at) => scalar(false, at)],
  ['null', (_, at) => scalar(null, at)],
  ['tolower', recased((text) => text.toLowerCase())],
  ['toupper', recased((text) => text.toUpperCase())],
  ['trim', ofText((text) => text.trim())],
  ['uricomponent', ofText(encodeURIComponent)],
  ['startswith', ofTexts((a, b) => a.toLowerCase().startsWith(b.toLowerCase()))],
  ['endswith', ofTexts((a, b) => a.toLowerCase().endsWith(b.toLowerCase()))],
  ...operators,
  ...collectionFunctions,
  ...idFunctions,
]);
