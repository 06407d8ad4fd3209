/** Operators of Bicep; ARM templates spell them as functions. In three values: what rests on something unknown is unknown. */
import type { Span } from '../model/span.js';
import { booleanOf, deref, type Node, numberOf, scalar } from '../model/tree.js';
import type { BinaryOperator } from '../syntax/bicep/ast.js';
import { missing } from './bounds.js';
import { knownText } from './join-text.js';

/** A condition's answer; undefined when it is not known. */
export const truth = booleanOf;

export const isNull = (node: Node): boolean => {
  const at = deref(node);
  return at.kind === 'scalar' && at.value === null;
};

/** True when the value itself is there; parts of a list or map may still be unknown. */
export const isKnown = (node: Node): boolean => ['scalar', 'list', 'map'].includes(deref(node).kind);

/** `right` is asked only where it matters. */
export function binary(operator: BinaryOperator, left: Node, right: () => Node, at: Span): Node {
  switch (operator) {
    case '??':
      if (isNull(left)) return right();
      return isKnown(left) || left.kind === 'template' ? left : open('??', at);
    case '||':
      return logic(true, left, right, at);
    case '&&':
      return logic(false, left, right, at);
    case '==':
    case '!=':
    case '=~':
    case '!~': {
      const equal = same(left, right(), operator.includes('~'));
      return equal === undefined ? open(operator, at) : scalar(equal === operator.startsWith('='), at);
    }
    default:
      return calculated(operator, left, right(), at);
  }
}

const open = (operator: string, at: Span): Node => missing('…', `an operand of ${operator} is not known`, at);

/** One operand may settle it, whatever the other one is. */
function logic(settles: boolean, left: Node, right: () => Node, at: Span): Node {
  const first = truth(left);
  if (first === settles) return scalar(settles, at);
  const second = truth(right());
  if (second === settles) return scalar(settles, at);
  return first === undefined || second === undefined ? open(settles ? '||' : '&&', at) : scalar(!settles, at);
}

/** Equality; undefined when the answer rests on something that is not known. Of lists and maps it is left open. */
export function same(a: Node, b: Node, anyCase = false): boolean | undefined {
  if (isNull(a) || isNull(b)) return isKnown(a) && isKnown(b) ? isNull(a) && isNull(b) : undefined;
  const [left, right] = [deref(a), deref(b)];
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    if (anyCase) return String(left.value).toLowerCase() === String(right.value).toLowerCase();
    return left.value === right.value;
  }
  return isKnown(a) && isKnown(b) && left.kind !== right.kind ? false : undefined;
}

type Calculation = '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';
const calculations: Readonly<Record<Calculation, (a: number, b: number) => number | boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => Math.trunc(a / b),
  '%': (a, b) => a % b,
};

function calculated(operator: Calculation, left: Node, right: Node, at: Span): Node {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) {
    const value = calculations[operator](a, b);
    return typeof value === 'boolean' || Number.isFinite(value) ? scalar(value, at) : missing('…', `${operator} has no value here`, at);
  }
  const [x, y] = [knownText(left), knownText(right)];
  if (x === undefined || y === undefined || !/[<>]/.test(operator)) return open(operator, at);
  return scalar(operator.startsWith('<') ? x < y || (operator === '<=' && x === y) : x > y || (operator === '>=' && x === y), at);
}
