/** A variable's declared type as far as it changes values: conversions, defaults of `optional` attributes, a `set` without repeats. */
import { booleanOf, deref, type Entry, list, type MapNode, map, type Node, numberOf, scalar } from '../../model/tree.js';
import type { Call, Expression, ObjectExpression } from '../../syntax/hcl/ast.js';
import type { Evaluation } from './evaluation.js';
import { toSet } from './functions/sets.js';
import { isNull, isOpen, keyFrom, keyValue, listOf, sortedEntries } from './nodes.js';
import { asString, unified } from './unify.js';

/** The value as its type makes it. What does not fit the type is left as it is: Terraform refuses it. */
export function conform(e: Evaluation, type: Expression, node: Node): Node {
  if (type.kind === 'variable') return primitive(type.name, node);
  const [inner] = type.kind === 'call' ? type.args : [];
  if (type.kind !== 'call' || !inner) return node;
  const value = deref(node);
  switch (type.name) {
    case 'object':
      return inner.kind === 'object' && value.kind === 'map' ? conformObject(e, inner, value) : node;
    case 'map':
      return value.kind === 'map' ? conformMap(e, inner, value) : node;
    case 'list':
      return value.kind === 'list' ? listOf(elements(e, inner, value.items), value.span, { open: isOpen(value) }) : node;
    case 'set':
      return value.kind === 'list' ? toSet(elements(e, inner, value.items), value.span, isOpen(value)) : node;
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

function primitive(type: string, node: Node): Node {
  const at = deref(node);
  if (at.kind !== 'scalar' || at.value === null) return node;
  switch (type) {
    case 'string':
      return asString(node);
    case 'number': {
      const value = numberOf(at);
      return value === undefined || typeof at.value === 'number' ? node : scalar(value, at.span);
    }
    case 'bool': {
      const value = booleanOf(at);
      return value === undefined || typeof at.value === 'boolean' ? node : scalar(value, at.span);
    }
    default:
      return node;
  }
}

/** All elements are of one type; of which, `any` leaves to the values. */
function elements(e: Evaluation, type: Expression, values: readonly Node[]): readonly Node[] {
  const items = values.map((item) => conform(e, type, item));
  return type.kind === 'variable' && type.name === 'any' ? unified(items) : items;
}

function conformMap(e: Evaluation, type: Expression, value: MapNode): Node {
  const values = elements(
    e,
    type,
    value.entries.map((x) => x.value),
  );
  return map(
    value.entries.map((x, i): Entry => ({ key: x.key, value: values[i] ?? x.value })),
    value.span,
  );
}

/** Attributes that the type does not name are dropped; one whose name is not known may be any of them. */
function conformObject(e: Evaluation, type: ObjectExpression, value: MapNode): Node {
  const written = new Map(sortedEntries(value).map((entry) => [String(entry.key.value), entry]));
  const entries: Entry[] = value.entries.filter(({ key }) => keyValue(key) !== key);
  for (const item of type.items) {
    const key = keyFrom(e.evaluate(item.key, undefined));
    if (!key) continue;
    const entry = written.get(String(key.value));
    const own = isOptional(item.value) ? item.value : undefined;
    if (!entry && !own) continue;
    const given = entry && !(own && isNull(entry.value)) ? entry.value : own ? defaultFor(e, own, value) : undefined;
    if (given) entries.push({ key: entry?.key ?? scalar(String(key.value), item.value.span), value: conform(e, item.value, given) });
  }
  return map(entries, value.span);
}

const isOptional = (type: Expression): type is Call => type.kind === 'call' && type.name === 'optional';

const defaultFor = (e: Evaluation, type: Call, whole: MapNode): Node => {
  const [, fallback] = type.args;
  return fallback ? e.evaluate(fallback, undefined) : scalar(null, whole.span);
};
