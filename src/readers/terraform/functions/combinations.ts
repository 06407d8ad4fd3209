/** Lists and maps put together anew: parts, products, and keys turned into values. */
import type { Span } from '../../../model/span.js';
import { list, map, type Node, scalar } from '../../../model/tree.js';
import { isSet, keyFrom, keyValue, listOf, sortedEntries } from '../nodes.js';
import { same } from '../same.js';
import { type FunctionTable, itemsArg, knownItemsArg, listArg, mapArg, numberArg, textArg } from './function.js';

/** Elements of one product. */
const mostElements = 10_000;

function chunklist([node, by]: readonly Node[], at: Span): Node | undefined {
  const items = itemsArg(node);
  const size = numberArg(by);
  if (!items || size === undefined || !Number.isInteger(size) || size < 0) return undefined;
  if (size === 0) return list(items.length > 0 ? [list(items, at)] : [], at);
  const chunks: Node[] = [];
  for (let i = 0; i < items.length; i += size) chunks.push(list(items.slice(i, i + size), at));
  return list(chunks, at);
}

function setproduct(args: readonly Node[], at: Span): Node | undefined {
  const lists = args.map(itemsArg);
  let rows: readonly (readonly Node[])[] = [[]];
  for (const items of lists) {
    if (!items || rows.length * items.length > mostElements) return undefined;
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  const set = args.every((arg) => isSet(listArg(arg) ?? arg));
  return args.length < 2
    ? undefined
    : listOf(
        rows.map((row) => list(row, at)),
        at,
        { set },
      );
}

function matchkeys([values, keys, wanted]: readonly Node[], at: Span): Node | undefined {
  const items = itemsArg(values);
  const tests = itemsArg(keys);
  const among = itemsArg(wanted);
  if (!items || !tests || !among || items.length !== tests.length || tests.length * among.length > mostElements) return undefined;
  const answers = tests.map((key) => {
    const each = among.map((w) => same(key, w));
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
  });
  return answers.includes(undefined)
    ? undefined
    : list(
        items.filter((_, i) => answers[i]),
        at,
      );
}

/** A map of lists, the other way round. */
function transpose([node]: readonly Node[], at: Span): Node | undefined {
  const own = mapArg(node);
  if (!own) return undefined;
  const turned = new Map<string, { readonly first: Node; readonly keys: Node[] }>();
  for (const { key, value } of sortedEntries(own)) {
    const items = knownItemsArg(value);
    if (!items) return undefined;
    for (const item of items) {
      const text = textArg(item);
      if (text === undefined) return undefined;
      const group = turned.get(text) ?? { first: item, keys: [] };
      turned.set(text, group);
      group.keys.push(keyValue(key));
    }
  }
  return map(
    [...turned].map(([text, { first, keys }]) => ({ key: keyFrom(first) ?? scalar(text, at), value: list(keys, at) })),
    at,
  );
}

export const combinationFunctions: FunctionTable = { chunklist, setproduct, matchkeys, transpose };
