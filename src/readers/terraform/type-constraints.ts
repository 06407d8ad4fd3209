/** A variable's declared type as far as it changes values: `optional` attributes get their defaults, a `set` loses repeats and order. */
import { deref, type Entry, type ListNode, list, type MapNode, map, type Node, scalar } from '../../model/tree.js';
import type { Call, Expression, ObjectExpression } from '../../syntax/hcl/ast.js';
import type { Evaluation } from './evaluation.js';
import { toSet } from './functions/sets.js';
import { isNull, isOpen, keyFrom, listOf } from './nodes.js';

/** The value as its type makes it. What does not fit the type is left as it is: Terraform refuses it. */
export function conform(e: Evaluation, type: Expression, node: Node): Node {
  if (type.kind !== 'call') return node;
  const [inner] = type.args;
  const value = deref(node);
  if (!inner) return node;
  switch (type.name) {
    case 'object':
      return inner.kind === 'object' && value.kind === 'map' ? conformObject(e, inner, value) : node;
    case 'map':
      return value.kind === 'map'
        ? map(
            value.entries.map((x) => ({ key: x.key, value: conform(e, inner, x.value) })),
            value.span,
          )
        : node;
    case 'list':
      return value.kind === 'list' ? conformList(e, inner, value) : node;
    case 'set': {
      const items = value.kind === 'list' ? deref(conformList(e, inner, value)) : value;
      return items.kind === 'list' ? toSet(items.items, items.span, isOpen(items)) : node;
    }
    case 'tuple':
      return inner.kind === 'tuple' && value.kind === 'list'
        ? list(
            value.items.map((item, i) => conform(e, inner.items[i] ?? type, item)),
            value.span,
          )
        : node;
    case 'optional':
      return conform(e, inner, node);
    default:
      return node;
  }
}

const conformList = (e: Evaluation, type: Expression, value: ListNode): Node =>
  listOf(
    value.items.map((item) => conform(e, type, item)),
    value.span,
    { open: isOpen(value) },
  );

function conformObject(e: Evaluation, type: ObjectExpression, value: MapNode): Node {
  const declared = type.items.flatMap((item): readonly (readonly [string, Expression])[] => {
    const key = keyFrom(e.evaluate(item.key, undefined));
    return key ? [[String(key.value), item.value]] : [];
  });
  const types = new Map(declared);
  const entries: Entry[] = value.entries.map(({ key, value: written }) => {
    const own = types.get(String(key.value));
    if (!own) return { key, value: written };
    const replaced = isNull(written) && isOptional(own) ? defaultFor(e, own, value) : written;
    return { key, value: conform(e, own, replaced) };
  });
  const names = new Set(value.entries.map((x) => x.key.value));
  for (const [name, own] of declared)
    if (!names.has(name) && isOptional(own))
      entries.push({ key: scalar(name, own.span), value: conform(e, own, defaultFor(e, own, value)) });
  return map(entries, value.span);
}

const isOptional = (type: Expression): type is Call => type.kind === 'call' && type.name === 'optional';

const defaultFor = (e: Evaluation, type: Call, whole: MapNode): Node => {
  const [, fallback] = type.args;
  return fallback ? e.evaluate(fallback, undefined) : scalar(null, whole.span);
};
