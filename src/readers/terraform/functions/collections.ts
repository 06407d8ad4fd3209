/** Functions of lists, sets and objects. An unknown list among others leaves the result open, it does not take the known items away. */
import type { Span } from '../../../model/span.js';
import { deref, type Entry, type ListNode, list, map, type Node, scalar } from '../../../model/tree.js';
import {
  failed,
  hasOpenKeys,
  isKnown,
  isNull,
  isOpen,
  isSet,
  keyFrom,
  keyValue,
  listOf,
  mayHaveMore,
  missing,
  openEntry,
  reasonOf,
  sortedEntries,
} from '../nodes.js';
import { same } from '../same.js';
import { unified } from '../unify.js';
import { type FunctionTable, itemsArg, knownItemsArg, listArg, mapArg, numberArg, textArg } from './function.js';

/** Lists one after the other. */
export function concat(args: readonly Node[], at: Span): Node | undefined {
  let open = false;
  const items: Node[] = [];
  for (const arg of args) {
    const own = listArg(arg);
    if (!own && isKnown(arg)) return undefined;
    for (const item of own?.items ?? [arg]) items.push(item);
    open ||= !own || isOpen(own);
  }
  return listOf(items, at, { open });
}

/** Objects laid over one another. What an unknown one may replace is unknown from then on. */
function merge(args: readonly Node[], at: Span): Node | undefined {
  let entries = new Map<string, Entry>();
  for (const arg of args) {
    if (isNull(arg)) continue;
    const own = mapArg(arg);
    if (!own) {
      if (isKnown(arg)) return undefined;
      const hidden = ({ key, value }: Entry): Entry => ({
        key,
        value: missing('merge(…)', `it may be replaced: ${reasonOf(arg)}`, value.span),
      });
      entries = new Map([...entries].map(([id, e]) => [id, hidden(e)]));
      entries.set(`open ${entries.size}`, openEntry(arg));
    }
    for (const e of own?.entries ?? []) entries.set(keyOf(e, entries.size), e);
  }
  return map([...entries.values()], at);
}

/** Keys that are not known may look alike and differ. */
const keyOf = ({ key }: Entry, count: number): string => (isKnown(keyValue(key)) ? `key ${key.value}` : `open ${count}`);

function lookup([node, keyNode, fallback]: readonly Node[], at: Span): Node | undefined {
  const own = mapArg(node);
  const key = textArg(keyNode);
  if (!own || key === undefined) return undefined;
  const found = own.entries.findLast((e) => e.key.value === key);
  if (found) return found.value;
  if (hasOpenKeys(own)) return undefined;
  return fallback ?? failed('lookup(…)', 'the object has no such key', at);
}

function element([node, index]: readonly Node[], at: Span): Node | undefined {
  const items = itemsArg(node);
  const n = numberArg(index);
  // Below zero it depends on the version whether it counts from the end or fails.
  if (!items || n === undefined || !Number.isInteger(n) || n < 0) return undefined;
  return items[n % items.length] ?? failed('element(…)', 'the list is empty', at);
}

/** The first argument that is neither null nor empty; an argument that may be either makes the choice unknown. */
function coalesce(args: readonly Node[], at: Span): Node | undefined {
  for (const [i, arg] of args.entries()) {
    const value = deref(arg);
    if (value.kind === 'scalar' && (value.value === null || value.value === '')) continue;
    const certain = isKnown(value) || (value.kind === 'template' && value.parts.some((p) => typeof p === 'string'));
    return certain || i === args.length - 1 ? unified(args)[i] : undefined;
  }
  return failed('coalesce(…)', 'all arguments are null or empty', at);
}

function coalescelist(args: readonly Node[], at: Span): Node | undefined {
  for (const arg of args) {
    if (isNull(arg)) continue;
    const items = itemsArg(arg);
    if (!items) return undefined;
    if (items.length > 0) return arg;
  }
  return failed('coalescelist(…)', 'all lists are empty', at);
}

function compact([node]: readonly Node[], at: Span): Node | undefined {
  const own = listArg(node);
  if (!own) return undefined;
  const items = own.items.filter((item) => !isNull(item) && textArg(item) !== '');
  return listOf(items, at, { open: isOpen(own) || items.some((item) => !isKnown(item)) });
}

function flatten([node]: readonly Node[], at: Span): Node | undefined {
  const own = listArg(node);
  if (!own) return undefined;
  let open = false;
  const items: Node[] = [];
  const add = (from: ListNode): void => {
    open ||= isOpen(from);
    for (const item of from.items) {
      const inner = deref(item);
      if (inner.kind === 'list') add(inner);
      else {
        items.push(item);
        // It may turn out to be a list.
        open ||= !isKnown(item) && inner.kind !== 'template';
      }
    }
  };
  add(own);
  return listOf(items, at, { open });
}

function contains([node, wanted]: readonly Node[], at: Span): Node | undefined {
  const own = listArg(node);
  if (!own || !wanted) return undefined;
  const answers = own.items.map((item) => same(item, wanted));
  if (answers.includes(true)) return scalar(true, at);
  return answers.includes(undefined) || isOpen(own) ? undefined : scalar(false, at);
}

function length([node]: readonly Node[], at: Span): Node | undefined {
  const value = node && deref(node);
  if (value?.kind === 'map') return hasOpenKeys(value) ? undefined : scalar(sortedEntries(value).length, at);
  if (value?.kind === 'scalar') return typeof value.value === 'string' ? scalar([...value.value].length, at) : undefined;
  const items = itemsArg(node);
  return items && scalar(items.length, at);
}

const ofEntries =
  (pick: (entry: Entry) => Node) =>
  ([node]: readonly Node[], at: Span): Node | undefined => {
    const own = mapArg(node);
    return own && listOf(sortedEntries(own).map(pick), at, { open: mayHaveMore(own) });
  };

function zipmap([keys, values]: readonly Node[], at: Span): Node | undefined {
  const names = knownItemsArg(keys)?.map(keyFrom);
  const items = itemsArg(values);
  if (!names || !items || names.length !== items.length) return undefined;
  const entries = names.flatMap((key, i): readonly Entry[] => {
    const value = items[i];
    return key && value ? [{ key, value }] : [];
  });
  return entries.length === names.length ? map(entries, at) : undefined;
}

function sort([node]: readonly Node[], at: Span): Node | undefined {
  const texts = knownItemsArg(node)?.map((item) => ({ item, text: textArg(item) }));
  if (!texts || texts.some((t) => t.text === undefined)) return undefined;
  const sorted = [...texts].sort((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : (a.text ?? '') > (b.text ?? '') ? 1 : 0));
  return list(
    sorted.map((s) => s.item),
    at,
  );
}

function slice([node, from, to]: readonly Node[], at: Span): Node | undefined {
  const items = itemsArg(node);
  const start = numberArg(from);
  const end = numberArg(to);
  if (!items || start === undefined || end === undefined) return undefined;
  return start < 0 || end > items.length || start > end ? failed('slice(…)', 'the list is shorter', at) : list(items.slice(start, end), at);
}

function one([node]: readonly Node[], at: Span): Node | undefined {
  const items = itemsArg(node);
  if (!items) return undefined;
  return items.length > 1 ? failed('one(…)', 'the list has several items', at) : (items[0] ?? scalar(null, at));
}

function index([node, wanted]: readonly Node[], at: Span): Node | undefined {
  const answers = wanted && itemsArg(node)?.map((item) => same(item, wanted));
  if (!answers) return undefined;
  const found = answers.findIndex((answer) => answer !== false);
  if (found < 0) return failed('index(…)', 'the list has no such item', at);
  return answers[found] ? scalar(found, at) : undefined;
}

export const collectionFunctions: FunctionTable = {
  concat,
  merge,
  lookup,
  element,
  coalesce,
  coalescelist,
  compact,
  flatten,
  contains,
  length,
  zipmap,
  sort,
  slice,
  one,
  index,
  keys: ofEntries((e) => keyValue(e.key)),
  values: ofEntries((e) => e.value),
  reverse: ([node], at) => {
    const own = listArg(node);
    return own && listOf([...own.items].reverse(), at, { open: isOpen(own), set: isSet(own) });
  },
};
