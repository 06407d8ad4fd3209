/** Functions of Pulumi YAML: one row each. A function that has no row is an unknown which names it. */
import { type Span, span } from '../../model/span.js';
import { deref, get, itemsOf, type MapNode, map, type Node, numberOf, scalar, stringOf } from '../../model/tree.js';
import { missing } from '../bounds.js';
import { joinText, knownText, type Piece } from '../join-text.js';
import { pathWithin } from '../paths.js';
import type { Evaluation } from './evaluation.js';
import { policyDocument } from './policy-document.js';

export interface Call {
  /** As a person writes it: `fn::join`. */
  readonly name: string;
  readonly argument: Node;
}

type PulumiFunction = (argument: Node, at: Span, e: Evaluation) => Node;

/** `{ fn::join: … }`; undefined for any other map. */
export function functionOf({ entries }: MapNode): Call | undefined {
  const only = entries.length === 1 ? entries[0] : undefined;
  const name = only?.key.value;
  return only && typeof name === 'string' && /^fn::/i.test(name) ? { name, argument: only.value } : undefined;
}

/** The function of that name. `fn::aws:iam:getPolicyDocument` is the short form of an invoke. */
export function functions(name: string): PulumiFunction {
  const short = name.slice('fn::'.length);
  const known = rows.get(short.toLowerCase());
  if (known) return known;
  if (short.includes(':')) return (argument, at, e) => invoked(short, e.evaluate(argument), at);
  return (_, at) => missing(name, `${name} is not evaluated`, at);
}

const join: PulumiFunction = (argument, at, e) => {
  const [delimiter, items] = itemsOf(e.evaluate(argument));
  const between = knownText(delimiter);
  const list = items && deref(items);
  if (between === undefined || list?.kind !== 'list') return missing('fn::join', 'fn::join is not given a delimiter and a list', at);
  const pieces = list.items.flatMap((item, i): Piece[] => (i === 0 ? [item] : [scalar(between, item.span), item]));
  return joinText(pieces, at, e.bounds);
};

/** The document stands for its JSON text: whoever takes JSON opens either. */
const toJson: PulumiFunction = (argument, _at, e) => e.evaluate(argument);

const select: PulumiFunction = (argument, at, e) => {
  const [index, items] = itemsOf(e.evaluate(argument));
  const list = items && deref(items);
  const chosen = list?.kind === 'list' ? list.items[numberOf(index) ?? -1] : undefined;
  return chosen ?? missing('fn::select', 'fn::select chooses from what is not known', at);
};

const split: PulumiFunction = (argument, at, e) => {
  const [delimiter, text] = itemsOf(e.evaluate(argument)).map(knownText);
  if (delimiter === undefined || text === undefined || !e.bounds.afford(text.length))
    return missing('fn::split', 'fn::split is given what is not known', at);
  return { kind: 'list', items: text.split(delimiter).map((part) => scalar(part, at)), span: at };
};

/** A secret is encrypted in the state, not in the program: its value stands here all the same. */
const secret: PulumiFunction = (argument, _at, e) => e.evaluate(argument);

const readFile: PulumiFunction = (argument, at, e) => {
  const written = knownText(e.evaluate(argument));
  const path = written === undefined ? undefined : pathWithin(e.program.folder, written);
  const source = path === undefined ? undefined : e.open(path);
  if (!source) return missing('fn::readFile', 'the file that is read is not in the repository', at);
  if (!e.bounds.afford(source.text.length)) return missing('fn::readFile', 'the file that is read is too large', at);
  return { ...scalar(source.text, span(source, 0, source.text.length)), offsets: { from: [0], to: [0] } };
};

const invoke: PulumiFunction = (argument, at, e) => {
  const name = stringOf(get(argument, 'function')) ?? '';
  const arguments_ = get(argument, 'arguments');
  const result = invoked(name, arguments_ ? e.evaluate(arguments_) : map([], at), at);
  const wanted = stringOf(get(argument, 'return'));
  return (wanted === undefined ? result : get(result, wanted)) ?? result;
};

/** Looks things up at deploy time, but for the one that only writes what it is given. */
function invoked(name: string, given: Node, at: Span): Node {
  if (!/^aws:iam[:/](getPolicyDocument:)?getPolicyDocument$/.test(name)) return missing(name, `${name} is asked at deploy time`, at);
  const document = policyDocument(given, at);
  return map([{ key: scalar('json', at), value: document }], at);
}

const rows: ReadonlyMap<string, PulumiFunction> = new Map([
  ['join', join],
  ['tojson', toJson],
  ['select', select],
  ['split', split],
  ['secret', secret],
  ['readfile', readFile],
  ['invoke', invoke],
]);
