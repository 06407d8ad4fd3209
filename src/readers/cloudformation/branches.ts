/** `Fn::If` where its condition may hold and may not: both branches are looked at, as far as a value can be both. */
import type { Span } from '../../model/span.js';
import { type Entry, get, itemsOf, type MapNode, type Node } from '../../model/tree.js';
import { callOf } from './call.js';
import type { Evaluation, Intrinsic } from './evaluation.js';
import { sameValue } from './same-value.js';
import { knownText, missing, misused } from './text.js';

interface Choice {
  readonly condition: string;
  readonly yes: Node;
  readonly no: Node;
}

function choiceOf(argument: Node): Choice | undefined {
  const [named, yes, no, ...more] = argument.kind === 'list' ? argument.items : [];
  const condition = knownText(named);
  return condition === undefined || !yes || !no || more.length > 0 ? undefined : { condition, yes, no };
}

/** Both branches of an `Fn::If` whose condition is open; undefined for any other node. */
export function openBranches(node: Node, e: Evaluation): Pick<Choice, 'yes' | 'no'> | undefined {
  const call = callOf(node);
  const choice = call?.name === 'Fn::If' ? choiceOf(call.argument) : undefined;
  return choice && e.holds(choice.condition) === undefined ? choice : undefined;
}

/** `Fn::If`. */
export const choose: Intrinsic = (argument, call, e) => {
  const choice = choiceOf(argument);
  if (!choice) return misused('Fn::If', call.span);
  const { condition, yes, no } = choice;
  const holds = e.holds(condition);
  if (holds !== undefined) return e.evaluate(holds ? yes : no);
  const [either, or] = [e.evaluate(yes), e.evaluate(no)];
  if (sameValue(either, or, e)) return either;
  const both = e.mode === 'every' ? together(either, or, condition, e) : undefined;
  return both ?? openChoice(condition, call.span);
};

const openChoice = (condition: string, at: Span): Node => missing(condition, `it depends on condition ${condition}`, at);

/** Lists and maps that are there in either case; undefined where there is one value or the other. */
function together(a: Node | undefined, b: Node | undefined, condition: string, e: Evaluation): Node | undefined {
  const [first, second] = [a ?? b, a && b];
  if (!first || (first.kind !== 'list' && first.kind !== 'map' && second?.kind !== 'list')) return undefined;
  if (!second) return first;
  if (first.kind === 'map' && second.kind === 'map') return mergedMaps(first, second, condition, e);
  if (first.kind === 'map' || second.kind === 'map') return undefined;
  return { kind: 'list', items: merged(itemsOf(first), itemsOf(second), e), span: first.span };
}

/** Items of both lists; what stands in both stands once. */
export const merged = (first: readonly Node[], second: readonly Node[], e: Evaluation): readonly Node[] => [
  ...first,
  ...second.filter((item) => !first.some((known) => sameValue(known, item, e))),
];

function mergedMaps(a: MapNode, b: MapNode, condition: string, e: Evaluation): MapNode {
  const only = b.entries.filter(({ key }) => !get(a, String(key.value)));
  const entries = a.entries.map(({ key, value }): Entry => {
    const other = get(b, String(key.value));
    if (!other || sameValue(value, other, e)) return { key, value };
    const both = e.within(() => together(value, other, condition, e), undefined);
    return { key, value: both ?? openChoice(condition, value.span) };
  });
  return { ...a, entries: [...entries, ...only] };
}
