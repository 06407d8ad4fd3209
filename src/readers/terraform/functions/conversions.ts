/** Functions that change a value's type or encoding, and numbers. */
import type { Span } from '../../../model/span.js';
import { deref, type Entry, list, map, type Node, numberOf, scalar } from '../../../model/tree.js';
import { nodeOf } from '../../flat-text.js';
import { decodeJson } from '../json-document.js';
import { failed, isKnown, isNull, isOpen, listOf } from '../nodes.js';
import { jsonFlat } from '../text.js';
import { asString, unified } from '../unify.js';
import { booleanArg, type FunctionTable, itemsArg, listArg, mapArg, numberArg, type TerraformFunction, textArg } from './function.js';

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

/** A list or an object stands for its JSON text, see `encode`. */
function tostring([node]: readonly Node[], at: Span): Node | undefined {
  if (node && isKnown(node) && textArg(node) === undefined && !isNull(node)) return failed('tostring(…)', 'the value is no string', at);
  return node && asString(node);
}

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
  if (step !== 0 && to !== from && step > 0 !== to > from) return failed('range(…)', 'the steps lead away from the end', at);
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
  // JSON is YAML.
  yamlencode: encode,
  sensitive: itself,
  nonsensitive: itself,
  tostring,
  tonumber,
  tobool,
  tomap: ([node]) => {
    const own = mapArg(node);
    if (!own) return undefined;
    const values = unified(own.entries.map((e) => e.value));
    return map(
      own.entries.map((e, i): Entry => ({ key: e.key, value: values[i] ?? e.value })),
      own.span,
    );
  },
  tolist: ([node], at) => {
    const own = listArg(node);
    return own ? listOf(unified(own.items), at, { open: isOpen(own) }) : node && !isKnown(node) ? node : undefined;
  },
  alltrue: all(false),
  anytrue: all(true),
  range,
};
