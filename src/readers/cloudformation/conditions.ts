/** Conditions in three values: true, false, and undefined for what may be either, by what is given for the parameters or found at deploy time. */
import { booleanOf, itemsOf, type Node } from '../../model/tree.js';
import { callOf } from './call.js';
import type { Evaluation } from './evaluation.js';
import { sameValue } from './same-value.js';
import { knownText } from './text.js';

type Verdict = boolean | undefined;
type Connective = (argument: Node, e: Evaluation) => Verdict;

/** Evaluates the definition of a condition. */
export const decide = (node: Node, e: Evaluation): Verdict =>
  e.within(() => {
    const call = callOf(node) ?? conditionReference(node);
    return call ? connectives.get(call.name)?.(call.argument, e) : booleanOf(node);
  }, undefined);

const equals: Connective = (argument, e) => {
  const [first, second, ...more] = itemsOf(argument);
  if (!first || !second || more.length > 0) return undefined;
  const [a, b] = [e.evaluate(first, 'certain'), e.evaluate(second, 'certain')];
  if (!a || !b) return undefined;
  const [left, right] = [knownText(a), knownText(b)];
  if (left !== undefined && right !== undefined) return e.afford(left.length) ? left === right : undefined;
  if (excluded(first, right, e) || excluded(second, left, e)) return false;
  return sameValue(a, b, e) || undefined;
};

/** Whether a parameter cannot have this value. */
function excluded(operand: Node, value: string | undefined, e: Evaluation): boolean {
  const call = callOf(operand);
  const name = call?.name === 'Ref' ? knownText(call.argument) : undefined;
  if (name === undefined || value === undefined || e.argument(name)) return false;
  const allowed = e.template.parameters.get(name)?.allowed;
  return allowed !== undefined && e.afford(allowed.length) && !allowed.includes(value);
}

/** One operand that is `decisive` decides; otherwise all have to be known. */
const decidedBy =
  (decisive: boolean): Connective =>
  (argument, e) => {
    const verdicts = itemsOf(argument).map((operand) => decide(operand, e));
    if (verdicts.includes(decisive)) return decisive;
    return verdicts.length === 0 || verdicts.includes(undefined) ? undefined : !decisive;
  };

const not: Connective = (argument, e) => {
  const [operand, ...more] = itemsOf(argument);
  const verdict = operand && more.length === 0 ? decide(operand, e) : undefined;
  return verdict === undefined ? undefined : !verdict;
};

const named: Connective = (argument, e) => {
  const name = knownText(argument);
  return name === undefined ? undefined : e.holds(name);
};

const connectives: ReadonlyMap<string, Connective> = new Map([
  ['Condition', named],
  ['Fn::Equals', equals],
  ['Fn::And', decidedBy(false)],
  ['Fn::Or', decidedBy(true)],
  ['Fn::Not', not],
]);

/** `{ Condition: Name }`, which is a call only where a condition is expected. */
function conditionReference(node: Node): { readonly name: string; readonly argument: Node } | undefined {
  const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  return only?.key.value === 'Condition' ? { name: 'Condition', argument: only.value } : undefined;
}
