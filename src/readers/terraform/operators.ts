/** Arithmetic, comparison, logic and the conditional. */
import type { Span } from '../../model/span.js';
import { booleanOf, type Node, numberOf, scalar } from '../../model/tree.js';
import type { Binary, Conditional, Unary } from '../../syntax/hcl/ast.js';
import { measure } from './budget.js';
import type { Evaluation, Scope } from './evaluation.js';
import { failed, isKnown, missing, nameOf, reasonOf, unknownFrom } from './nodes.js';
import { same } from './same.js';

/** A condition's answer; undefined when it is not known or is no condition. */
export const conditionOf = booleanOf;

export function evaluateUnary(e: Evaluation, x: Unary, scope: Scope): Node {
  const operand = e.evaluate(x.operand, scope);
  const name = `${x.operator}${nameOf(operand)}`;
  if (!isKnown(operand)) return unknownFrom(name, [operand], x.span);
  const value = x.operator === '!' ? negated(booleanOf(operand)) : opposite(numberOf(operand));
  return value === undefined ? failed(name, `${x.operator} has an operand of the wrong type`, x.span) : scalar(value, x.span);
}

const negated = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);
const opposite = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);

export function evaluateBinary(e: Evaluation, x: Binary, scope: Scope): Node {
  const left = e.evaluate(x.left, scope);
  const right = e.evaluate(x.right, scope);
  const name = `${nameOf(left)} ${x.operator} ${nameOf(right)}`;
  if (x.operator === '&&' || x.operator === '||') return logic(x.operator, left, right, name, x.span);
  if (x.operator === '==' || x.operator === '!=') {
    const affordable = e.budget.spend(Math.min(measure(left).size, measure(right).size), x.span);
    const equal = affordable ? same(left, right) : undefined;
    return equal === undefined ? unknownFrom(name, [left, right], x.span) : scalar(equal === (x.operator === '=='), x.span);
  }
  if (!isKnown(left) || !isKnown(right)) return unknownFrom(name, [left, right], x.span);
  const value = calculate(x.operator, numberOf(left), numberOf(right));
  return value === undefined || Number.isNaN(value) || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY
    ? failed(name, `${x.operator} has operands that it cannot be applied to`, x.span)
    : scalar(value, x.span);
}

function logic(operator: '&&' | '||', left: Node, right: Node, name: string, at: Span): Node {
  // One operand may settle it, whatever the other one is.
  const settles = operator === '||';
  const answers = [booleanOf(left), booleanOf(right)];
  if (answers.includes(settles)) return scalar(settles, at);
  return answers.includes(undefined) ? unknownFrom(name, [left, right], at) : scalar(!settles, at);
}

type Calculation = Exclude<Binary['operator'], '&&' | '||' | '==' | '!='>;
const calculations: Readonly<Record<Calculation, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const calculate = (operator: Calculation, a: number | undefined, b: number | undefined): number | boolean | undefined =>
  a === undefined || b === undefined ? undefined : calculations[operator](a, b);

export function evaluateConditional(e: Evaluation, x: Conditional, scope: Scope): Node {
  const condition = e.evaluate(x.condition, scope);
  const chosen = conditionOf(condition);
  if (chosen !== undefined) return e.evaluate(chosen ? x.then : x.else, scope);
  const then = e.evaluate(x.then, scope);
  const otherwise = e.evaluate(x.else, scope);
  if (e.budget.spend(Math.min(measure(then).size, measure(otherwise).size), x.span) && same(then, otherwise) === true) return then;
  const name = `(${nameOf(condition)} ? ${nameOf(then)} : ${nameOf(otherwise)})`;
  if (isKnown(condition)) return failed(name, 'the condition is neither true nor false', x.span);
  return missing(name, `it is chosen by a condition that is not known: ${reasonOf(condition)}`, x.span);
}
