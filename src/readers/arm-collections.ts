/** Functions over lists and maps. Those that also take strings take known ones only. */
import type { Span } from '../model/span.js';
import { deref, type Entry, get, type ListNode, type MapNode, map, type Node, numberOf, scalar } from '../model/tree.js';
import { parseJsonText } from '../syntax/json-text.js';
import type { ArmFunction } from './arm-function.js';
import { isKnown, same } from './arm-operators.js';
import { knownText } from './join-text.js';

/** Longest list that `range` may make. */
const longestRange = 10_000;

const listOf = (node: Node | undefined): ListNode | undefined => {
  const at = node && deref(node);
  return at?.kind === 'list' ? at : undefined;
};
const mapOf = (node: Node | undefined): MapNode | undefined => {
  const at = node && deref(node);
  return at?.kind === 'map' ? at : undefined;
};
const made = (items: readonly Node[], span: Span): ListNode => ({ kind: 'list', items, span });

/** Entries by key, the last of equal keys. */
const lastEntries = (node: MapNode): readonly Entry[] => [...new Map(node.entries.map((e) => [String(e.key.value), e])).values()];

const length: ArmFunction = ([node], at) => {
  const size = listOf(node)?.items.length ?? (mapOf(node) ? lastEntries(mapOf(node) ?? map([], at)).length : knownText(node)?.length);
  return size === undefined ? undefined : scalar(size, at);
};

/** A text with any character in it is not empty, whatever its holes are. */
const empty: ArmFunction = ([node], at) => {
  const value = node && deref(node);
  if (value?.kind === 'scalar') return scalar(value.value === null || value.value === '', at);
  if (value?.kind === 'list') return scalar(value.items.length === 0, at);
  if (value?.kind === 'map') return scalar(value.entries.length === 0, at);
  return value?.kind === 'template' && value.parts.some((p) => typeof p === 'string') ? scalar(false, at) : undefined;
};

const contains: ArmFunction = ([container, wanted], at) => {
  const list = listOf(container);
  if (list && wanted) {
    const answers = list.items.map((item) => same(item, wanted));
    if (answers.includes(true)) return scalar(true, at);
    return answers.includes(undefined) ? undefined : scalar(false, at);
  }
  const name = knownText(wanted);
  if (name === undefined) return undefined;
  const object = mapOf(container);
  if (object)
    return scalar(
      object.entries.some((e) => String(e.key.value).toLowerCase() === name.toLowerCase()),
      at,
    );
  const text = knownText(container);
  return text === undefined ? undefined : scalar(text.includes(name), at);
};

/** The last of equal keys wins; maps below are merged, too. */
const union: ArmFunction = (args, at) => {
  const maps = args.map(mapOf);
  if (maps.every((m) => m !== undefined)) return maps.reduce((a, b) => merged(a, b, at));
  const lists = args.map(listOf);
  if (!lists.every((l) => l !== undefined)) return undefined;
  const items: Node[] = [];
  const seen = new Set<string>();
  for (const item of lists.flatMap((l) => l.items)) {
    const text = knownText(item);
    if (text !== undefined && seen.has(text)) continue;
    if (text !== undefined) seen.add(text);
    items.push(item);
  }
  return made(items, at);
};

function merged(a: MapNode, b: MapNode, at: Span): MapNode {
  const entries = new Map(a.entries.map((e) => [String(e.key.value), e]));
  for (const entry of b.entries) {
    const key = String(entry.key.value);
    const [left, right] = [mapOf(entries.get(key)?.value), mapOf(entry.value)];
    entries.set(key, left && right ? { key: entry.key, value: merged(left, right, at) } : entry);
  }
  return map([...entries.values()], at);
}

const shallowMerge: ArmFunction = ([list], at) => {
  const maps = listOf(list)?.items.map(mapOf);
  return maps?.every((m) => m !== undefined)
    ? map(
        maps.flatMap((m) => m.entries),
        at,
      )
    : undefined;
};

const intersection: ArmFunction = ([first, ...others], at) => {
  const texts = others.map((o) => listOf(o)?.items.map(knownText));
  const items = listOf(first)?.items;
  if (!items || texts.some((t) => t === undefined || t.includes(undefined)) || items.some((i) => knownText(i) === undefined))
    return undefined;
  return made(
    items.filter((item) => texts.every((t) => t?.includes(knownText(item)))),
    at,
  );
};

const range: ArmFunction = ([start, count], at, bounds) => {
  const [from, size] = [numberOf(start), numberOf(count)];
  if (from === undefined || size === undefined || size < 0 || size > longestRange || !bounds.afford(size)) return undefined;
  return made(
    Array.from({ length: size }, (_, i) => scalar(from + i, at)),
    at,
  );
};

/** Pairs of `key` and `value`, by key. */
const items: ArmFunction = ([node], at) => {
  const object = mapOf(node);
  if (!object) return undefined;
  const sorted = [...lastEntries(object)].sort((a, b) => (String(a.key.value) < String(b.key.value) ? -1 : 1));
  const pair = ({ key, value }: Entry): Node =>
    map(
      [
        { key: scalar('key', key.span), value: key },
        { key: scalar('value', key.span), value },
      ],
      value.span,
    );
  return made(sorted.map(pair), at);
};

const objectKeys: ArmFunction = ([node], at) => {
  const object = mapOf(node);
  return (
    object &&
    made(
      lastEntries(object).map((e) => e.key),
      at,
    )
  );
};

/** The first or last item, or character. */
const atEnd =
  (end: 0 | -1): ArmFunction =>
  ([node], at) => {
    const item = listOf(node)?.items.at(end);
    if (item) return { ...item, span: at };
    const text = knownText(node);
    return text === undefined ? undefined : scalar(text.at(end) ?? '', at);
  };

const sliced =
  (slice: <T extends { slice(from: number, to?: number): T }>(whole: T, count: number) => T): ArmFunction =>
  ([node, number], at) => {
    const count = numberOf(number);
    if (count === undefined) return undefined;
    const list = listOf(node);
    if (list) return made(slice([...list.items], Math.max(0, count)), at);
    const text = knownText(node);
    return text === undefined ? undefined : scalar(slice(new Characters(text), Math.max(0, count)).text, at);
  };

/** A text that can be cut as a list can. */
class Characters {
  constructor(readonly text: string) {}
  slice(from: number, to?: number): Characters {
    return new Characters(this.text.slice(from, to));
  }
}

const createArray: ArmFunction = (args, at) => made(args, at);

const array: ArmFunction = ([node], at) => (node && isKnown(node) ? (listOf(node) ?? made([node], at)) : undefined);

const createObject: ArmFunction = (args, at) => {
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [key, value] = [args[i], args[i + 1]];
    const name = knownText(key);
    if (!key || !value || name === undefined) return undefined;
    entries.push({ key: scalar(name, key.span), value });
  }
  return map(entries, at);
};

const flatten: ArmFunction = ([node], at) => {
  const lists = listOf(node)?.items.map(listOf);
  return lists?.every((l) => l !== undefined)
    ? made(
        lists.flatMap((l) => l.items),
        at,
      )
    : undefined;
};

const extreme =
  (choose: (...numbers: number[]) => number): ArmFunction =>
  (args, at) => {
    const numbers = (args.length === 1 ? (listOf(args[0])?.items ?? args) : args).map(numberOf);
    return numbers.length === 0 || numbers.length > 1000 || numbers.includes(undefined)
      ? undefined
      : scalar(choose(...numbers.flatMap((n) => n ?? [])), at);
  };

const indexOf =
  (last: boolean): ArmFunction =>
  ([node, wanted], at) => {
    const [text, part] = [knownText(node)?.toLowerCase(), knownText(wanted)?.toLowerCase()];
    return text === undefined || part === undefined ? undefined : scalar(last ? text.lastIndexOf(part) : text.indexOf(part), at);
  };

/** Text that is JSON, as what it says. */
const json: ArmFunction = ([node], at, bounds) => {
  const text = knownText(node);
  if (text === undefined || !bounds.afford(text.length)) return undefined;
  const { root, error } = parseJsonText(text, () => at);
  return error ? undefined : root;
};

/** By name in lower case, as ARM compares names of functions. */
export const collectionFunctions: readonly (readonly [string, ArmFunction])[] = [
  ['length', length],
  ['empty', empty],
  ['contains', contains],
  ['union', union],
  ['shallowmerge', shallowMerge],
  ['intersection', intersection],
  ['range', range],
  ['items', items],
  ['objectkeys', objectKeys],
  ['first', atEnd(0)],
  ['last', atEnd(-1)],
  ['take', sliced((whole, count) => whole.slice(0, count))],
  ['skip', sliced((whole, count) => whole.slice(count))],
  ['createarray', createArray],
  ['array', array],
  ['createobject', createObject],
  ['flatten', flatten],
  ['min', extreme(Math.min)],
  ['max', extreme(Math.max)],
  ['indexof', indexOf(false)],
  ['lastindexof', indexOf(true)],
  ['json', json],
  [
    'tryget',
    ([node, key]) => {
      const name = knownText(key);
      return name === undefined ? undefined : get(node, name);
    },
  ],
];
