/** Functions of numbers. */
import { type Node, numberOf, scalar } from '../../../model/tree.js';
import { failed } from '../nodes.js';
import { type FunctionTable, knownItemsArg, numberArg, type TerraformFunction, textArg } from './function.js';

/** A number that is none of those that Terraform can compute with is not known here. */
const ofNumbers =
  (make: (numbers: readonly number[]) => number): TerraformFunction =>
  (args, at) => {
    const numbers = args.map(numberArg);
    const result = numbers.every((n) => n !== undefined) && numbers.length > 0 ? make(numbers) : Number.NaN;
    return Number.isFinite(result) ? scalar(result, at) : undefined;
  };

const one =
  (make: (n: number) => number): TerraformFunction =>
  (args, at) =>
    ofNumbers(([n = Number.NaN]) => make(n))(args, at);

const sum: TerraformFunction = ([node], at) => {
  const items: readonly Node[] | undefined = knownItemsArg(node);
  if (items?.some((item) => numberOf(item) === undefined)) return failed('sum(…)', 'the list has an item that is no number', at);
  return ofNumbers((numbers) => numbers.reduce((a, b) => a + b, 0))(items ?? [], at);
};

/** Digits up to the base, without any that are cut off: what cannot be exact is not known. */
const parseint: TerraformFunction = ([node, baseNode], at) => {
  const text = textArg(node);
  const base = numberArg(baseNode);
  if (text === undefined || base === undefined || !Number.isInteger(base) || base < 2 || base > 36) return undefined;
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
  if (!/^-?[0-9a-z]+$/i.test(text) || ![...text.toLowerCase().replace('-', '')].every((c) => digits.includes(c)))
    return failed('parseint(…)', 'the text is no number of that base', at);
  const value = Number.parseInt(text, base);
  return Number.isSafeInteger(value) ? scalar(value, at) : undefined;
};

const log = ofNumbers(([n = Number.NaN, base = Number.NaN]) => Math.log(n) / Math.log(base));
const pow = ofNumbers(([n = Number.NaN, power = Number.NaN]) => n ** power);

export const numberFunctions: FunctionTable = {
  min: ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  abs: one(Math.abs),
  ceil: one(Math.ceil),
  floor: one(Math.floor),
  signum: one(Math.sign),
  log,
  pow,
  sum,
  parseint,
};
