/** Values of an ARM template: JSON in which a string in brackets is an expression. */
import { deref, type Entry, get, itemsOf, type MapNode, type Node, numberOf, placeWithin, scalar } from '../../model/tree.js';
import { parseArmExpression } from '../../syntax/bicep/arm-expression.js';
import { evaluate, type Names } from '../arm-evaluate.js';
import { missing, tooDeep } from '../bounds.js';
import { knownText } from '../join-text.js';

/** Names of which a loop has one for each round. */
export interface LoopNames extends Names {
  /** The same names within a round; the index is undefined where it is not known. */
  round(loop: string, index: number | undefined): LoopNames;
}

/** As many rounds as Azure deploys of one thing. */
export const mostRounds = 800;

/** Total: a value that cannot be computed is an unknown with its reason. */
export function jsonValue(node: Node, names: LoopNames): Node {
  return names.bounds.within(
    () => evaluated(node, names),
    () => tooDeep(node.span),
  );
}

function evaluated(node: Node, names: LoopNames): Node {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && node.value.startsWith('[') ? expressionIn(node, node.value, names) : node;
    case 'list':
      return { ...node, items: node.items.map((item) => jsonValue(item, names)) };
    case 'map':
      return objectOf(node, names);
    default:
      return node;
  }
}

function expressionIn(node: Extract<Node, { kind: 'scalar' }>, text: string, names: Names): Node {
  // `[[` writes a bracket; without the closing one it is text, too.
  if (text.startsWith('[[')) return { ...scalar(text.slice(1), node.span), ...(node.offsets && { offsets: shifted(node.offsets) }) };
  if (!text.endsWith(']')) return node;
  const at = (start: number, end: number) => placeWithin(node.span, node.offsets, start + 1, end + 1);
  const expression = parseArmExpression(text.slice(1, -1), at);
  return expression ? { ...evaluate(expression, names), span: node.span } : missing('…', 'the expression cannot be read', node.span);
}

const shifted = ({ from, to }: NonNullable<Extract<Node, { kind: 'scalar' }>['offsets']>) => ({
  from: from.map((o) => Math.max(0, o - 1)),
  to: to.map((place, i) => (from[i] === 0 ? place + 1 : place)),
});

/** `copy` in an object makes properties that are lists. */
function objectOf(node: MapNode, names: LoopNames): MapNode {
  const entries = node.entries.flatMap((entry): readonly Entry[] => {
    if (entry.key.value !== 'copy' || deref(entry.value).kind !== 'list') return [{ key: entry.key, value: jsonValue(entry.value, names) }];
    return itemsOf(entry.value).flatMap((copy) => copiedProperty(copy, names) ?? []);
  });
  return { ...node, entries };
}

/** `{ name, count, input }` */
export function copiedProperty(copy: Node, names: LoopNames): Entry | undefined {
  const [name, count, input] = ['name', 'count', 'input'].map((key) => get(copy, key));
  const label = knownText(name);
  if (name?.kind !== 'scalar' || label === undefined || !input) return undefined;
  const rounds = count ? numberOf(jsonValue(count, names)) : undefined;
  if (rounds === undefined || rounds > mostRounds || !names.bounds.afford(rounds))
    return { key: name, value: missing(label, `${label} is made in a loop whose length is not known`, copy.span) };
  const items = Array.from({ length: Math.max(0, rounds) }, (_, i) => jsonValue(input, names.round(label, i)));
  return { key: name, value: { kind: 'list', items, span: copy.span } };
}
