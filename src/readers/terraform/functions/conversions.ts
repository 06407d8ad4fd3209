/** Functions that change a value's type or encoding, and numbers. */
import type { Span } from '../../../model/span.js';
import { deref, list, type Node, numberOf, scalar } from '../../../model/tree.js';
import { nodeOf } from '../../flat-text.js';
import { decodeJson } from '../json-document.js';
import { failed, isKnown, isNull, isOpen, listOf } from '../nodes.js';
import { jsonFlat } from '../text.js';
import {
  booleanArg,
  type FunctionTable,
  itemsArg,
  knownItemsArg,
  listArg,
  mapArg,
  numberArg,
  type TerraformFunction,
  textArg,
} from './function.js';

/** The value itself, so that a reference stays a reference. */
const itself: TerraformFunction = ([node]) => node;

/**
 * A list or an object stays what it is, with its places: as a document it means the same as the text that Terraform makes of it. Where
 * the text itself is needed, inside a string, it is made there.
 */
const encode: TerraformFunction = ([node], at) => {
  const value = node && deref(node);
  if (value?.kind === 'map' || value?.kind === 'list') return node;
  const flat = value && (isKnown(value) || value.kind === 'template') ? jsonFlat(value, at) : undefined;
  return flat && nodeOf(flat, at);
};

const decode: TerraformFunction = ([node]) => node && decodeJson(node);

function tostring([node]: readonly Node[], at: Span): Node | undefined {
  if (node && isKnown(node) && textArg(node) === undefined && !isNull(node)) return failed('tostring(…)', 'the value is no string', at);
  return node;
}

const ofNumbers =
  (make: (numbers: readonly number[]) => number): TerraformFunction =>
  (args, at) => {
    const numbers = args.map(numberArg);
    const result = numbers.every((n) => n !== undefined) && numbers.length > 0 ? make(numbers) : Number.NaN;
    return Number.isFinite(result) ? scalar(result, at) : undefined;
  };

const all =
  (settles: boolean): TerraformFunction =>
  ([node], at) => {
    const answers = listArg(node)?.items.map(booleanArg);
    if (!answers) return undefined;
    if (answers.includes(settles)) return scalar(settles, at);
    return answers.includes(undefined) || !itemsArg(node) ? undefined : scalar(!settles, at);
  };

const mostNumbers = 10_000;

function range(args: readonly Node[], at: Span): Node | undefined {
  const numbers = args.map(numberArg);
  const [a, b, c] = numbers;
  if (a === undefined || numbers.includes(undefined)) return undefined;
  const [from, to] = b === undefined ? [0, a] : [a, b];
  const step = c ?? (to < from ? -1 : 1);
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (step === 0 || !(count <= mostNumbers)) return undefined;
  return list(
    Array.from({ length: count }, (_, i) => scalar(from + i * step, at)),
    at,
  );
}

function tonumber([node]: readonly Node[], at: Span): Node | undefined {
  if (!node || !isKnown(node)) return undefined;
  if (isNull(node)) return node;
  const number = numberOf(node);
  return number === undefined ? failed('tonumber(…)', 'the value is no number', at) : scalar(number, at);
}

function tobool([node]: readonly Node[], at: Span): Node | undefined {
  if (!node || !isKnown(node)) return undefined;
  if (isNull(node)) return node;
  const answer = booleanArg(node);
  return answer === undefined ? failed('tobool(…)', 'the value is neither true nor false', at) : scalar(answer, at);
}

export const conversionFunctions: FunctionTable = {
  jsonencode: encode,
  jsondecode: decode,
  // JSON is YAML; of YAML text only its JSON part is decoded.
  yamlencode: encode,
  yamldecode: decode,
  sensitive: itself,
  nonsensitive: itself,
  ephemeralasnull: ([node], at) => (node ? scalar(null, at) : undefined),
  tostring,
  tonumber,
  tobool,
  tomap: ([node]) => (mapArg(node) ? node : undefined),
  tolist: ([node], at) => {
    const own = listArg(node);
    return own ? listOf(own.items, at, { open: isOpen(own) }) : node && !isKnown(node) ? node : undefined;
  },
  min: ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  abs: ofNumbers(([n = Number.NaN]) => Math.abs(n)),
  ceil: ofNumbers(([n = Number.NaN]) => Math.ceil(n)),
  floor: ofNumbers(([n = Number.NaN]) => Math.floor(n)),
  sum: ([node], at) => ofNumbers((numbers) => numbers.reduce((a, b) => a + b, 0))(knownItemsArg(node) ?? [], at),
  alltrue: all(false),
  anytrue: all(true),
  range,
};
