/** Sets, and lists without repeats. */
import type { Span } from '../../../model/span.js';
import { deref, type Node, scalar } from '../../../model/tree.js';
import { isOpen, listOf } from '../nodes.js';
import { fingerprint } from '../same.js';
import { unified } from '../unify.js';
import { concat } from './collections.js';
import { type FunctionTable, itemsArg, listArg, textArg } from './function.js';

/** Each item once. Items with unknown parts are kept: that they may be equal changes nothing in what a set contains. */
function withoutRepeats(items: readonly Node[]): readonly Node[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = fingerprint(item);
    if (id === undefined) return true;
    const first = !seen.has(id);
    seen.add(id);
    return first;
  });
}

function distinct([node]: readonly Node[], at: Span): Node | undefined {
  const own = listArg(node);
  return own && listOf(withoutRepeats(own.items), at, { open: isOpen(own) });
}

/** A set of strings is in the order of its strings, a set of anything else in the order given. */
export function toSet(items: readonly Node[], at: Span, open = false): Node {
  const once = withoutRepeats(unified(items));
  const texts = once.map((item) => (deref(item).kind === 'scalar' ? textArg(item) : undefined));
  if (texts.includes(undefined)) return listOf(once, at, { set: true, open });
  const sorted = once.map((item, i) => ({ item, text: texts[i] ?? '' })).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return listOf(
    sorted.map((s) => s.item),
    at,
    { set: true, open },
  );
}

function setunion(args: readonly Node[], at: Span): Node | undefined {
  const all = deref(concat(args, at) ?? scalar(null, at));
  return all.kind === 'list' ? toSet(all.items, at, isOpen(all)) : undefined;
}

/** Those items of the first list that the test lets through, given which fingerprints the other lists hold. */
const chosenBy =
  (passes: (id: string, others: readonly ReadonlySet<string>[]) => boolean) =>
  (args: readonly Node[], at: Span): Node | undefined => {
    const lists = args.map((arg) => itemsArg(arg)?.map(fingerprint));
    const [first, ...others] = lists.map((l) => (l?.every((id) => id !== undefined) ? l : undefined));
    if (!first || others.some((o) => !o)) return undefined;
    const sets = others.map((o) => new Set(o));
    return toSet(
      (itemsArg(args[0]) ?? []).filter((_, i) => passes(first[i] ?? '', sets)),
      at,
    );
  };

export const setFunctions: FunctionTable = {
  distinct,
  toset: ([node], at) => {
    const own = listArg(node);
    return own && toSet(own.items, at, isOpen(own));
  },
  setunion,
  setintersection: chosenBy((id, others) => others.every((o) => o.has(id))),
  setsubtract: chosenBy((id, others) => !others.some((o) => o.has(id))),
};
