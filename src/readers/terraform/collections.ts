/** Objects, `for` expressions and what they iterate over. */
import { deref, type Entry, list, map, type Node, scalar } from '../../model/tree.js';
import type { ForObject, ForTuple, ObjectExpression } from '../../syntax/hcl/ast.js';
import { bind, type Evaluation, type Scope } from './evaluation.js';
import {
  failed,
  isKnown,
  isOpen,
  isOpenKey,
  isSet,
  keyFrom,
  keyValue,
  listOf,
  mayHaveMore,
  missing,
  nameOf,
  openEntry,
  reasonOf,
  sortedEntries,
  unknownFrom,
} from './nodes.js';
import { conditionOf } from './operators.js';

export function evaluateObject(e: Evaluation, x: ObjectExpression, scope: Scope): Node {
  const entries: Entry[] = [];
  for (const item of x.items) {
    const value = e.evaluate(item.value, scope);
    const keyed = e.evaluate(item.key, scope);
    const key = keyFrom(keyed);
    if (!key) return failed('{…}', 'an object has a key that is not a string', item.key.span);
    entries.push({ key, value });
  }
  return map(entries, x.span);
}

export interface Round {
  readonly key: Node;
  readonly value: Node;
}

/** The rounds over a list, a set or an object; undefined for anything else and for what is not known. There may be more of them, see `mayHaveMore`. */
export function iterations(collection: Node): readonly Round[] | undefined {
  if (collection.kind === 'map') return sortedEntries(collection).map(({ key, value }) => ({ key: keyValue(key), value }));
  if (collection.kind !== 'list') return undefined;
  const open = isOpen(collection);
  const set = isSet(collection);
  return collection.items.map((value, i) => ({
    key: set ? value : open ? missing('index', 'the number of items before it is not known', value.span) : scalar(i, value.span),
    value,
  }));
}

interface Looped {
  readonly scope: Scope;
  /** Undefined: whether this round counts is not known. */
  readonly counts: boolean | undefined;
  readonly condition: Node | undefined;
}

/** The rounds of a `for` with its names bound, without those that its condition leaves out. */
function loop(e: Evaluation, x: ForTuple | ForObject, rounds: readonly Round[], scope: Scope): readonly Looped[] {
  return rounds.flatMap((round): readonly Looped[] => {
    const inner = bind(x.keyName === undefined ? scope : bind(scope, x.keyName, round.key), x.valueName, round.value);
    const condition = x.condition && e.evaluate(x.condition, inner);
    const counts = condition ? conditionOf(condition) : true;
    return counts === false ? [] : [{ scope: inner, counts, condition }];
  });
}

const uncertain = (looped: Looped, value: Node): Node =>
  missing(
    `if ${nameOf(looped.condition ?? value)}`,
    `whether this item is in the list is not known: ${reasonOf(looped.condition ?? value)}`,
    value.span,
  );

export function evaluateForTuple(e: Evaluation, x: ForTuple, scope: Scope): Node {
  const collection = deref(e.evaluate(x.collection, scope));
  const rounds = iterations(collection);
  if (!rounds) return notIterable(collection, x);
  const looped = loop(e, x, rounds, scope);
  const items = looped.map((l) => (l.counts ? e.evaluate(x.value, l.scope) : uncertain(l, e.evaluate(x.value, l.scope))));
  return listOf(items, x.span, { open: mayHaveMore(collection) || looped.some((l) => l.counts === undefined) });
}

export function evaluateForObject(e: Evaluation, x: ForObject, scope: Scope): Node {
  const collection = deref(e.evaluate(x.collection, scope));
  const rounds = iterations(collection);
  if (!rounds) return notIterable(collection, x);
  const entries: Entry[] = [];
  const groups = new Map<string, { readonly entry: Entry; readonly items: Node[] }>();
  for (const l of loop(e, x, rounds, scope)) {
    const value = e.evaluate(x.value, l.scope);
    if (!l.counts) {
      entries.push(openEntry(uncertain(l, value)));
      continue;
    }
    const key = keyFrom(e.evaluate(x.key, l.scope));
    if (!key) return failed('{for …}', 'an object has a key that is not a string', x.key.span);
    const id = String(key.value);
    // Two keys that are not known may look alike and differ.
    const group = isOpenKey(key) ? undefined : groups.get(id);
    if (group) {
      if (!x.group) return failed('{for …}', 'two items of an object have the same key', x.key.span);
      group.items.push(value);
    } else groups.set(isOpenKey(key) ? `${id} ${groups.size}` : id, { entry: { key, value }, items: [value] });
  }
  if (mayHaveMore(collection)) entries.push(openEntry(missing('{for …}', 'how many items there are is not known', x.span)));
  for (const { entry, items } of groups.values()) entries.push(x.group ? { key: entry.key, value: list(items, entry.value.span) } : entry);
  return map(entries, x.span);
}

function notIterable(collection: Node, x: ForTuple | ForObject): Node {
  const name = `[for ${nameOf(collection)}]`;
  return isKnown(collection) ? failed(name, 'for needs a list or an object', x.span) : unknownFrom(name, [collection], x.span);
}
