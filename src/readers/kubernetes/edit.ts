/** Small changes to trees, which are never changed in place: what is not touched is shared. */
import type { Span } from '../../model/span.js';
import { deref, type Entry, get, type Hole, type MapNode, map, type Node, scalar } from '../../model/tree.js';

/** The map with an entry set; it takes the place of the one that is there. Without a value the entry goes. */
export function withEntry(node: MapNode, entry: Entry | undefined, name: string): MapNode {
  const at = node.entries.findLastIndex((e) => e.key.value === name);
  const others = node.entries.filter((e, i) => e.key.value !== name || i === at);
  if (!entry) return { ...node, entries: others.filter((e) => e.key.value !== name) };
  if (at === -1) return { ...node, entries: [...node.entries, entry] };
  return { ...node, entries: others.map((e) => (e.key.value === name ? { key: e.key, value: entry.value } : e)) };
}

/** Sets the value under a path of keys; maps on the way are made where there are none. */
export function withValue(node: MapNode, [name, ...rest]: readonly string[], value: Node): MapNode {
  if (name === undefined) return node;
  const key = scalar(name, value.span);
  if (rest.length === 0) return withEntry(node, { key, value }, name);
  const inner = get(node, name);
  const below = inner && deref(inner);
  const next = withValue(below?.kind === 'map' ? below : map([], value.span), rest, value);
  return withEntry(node, { key, value: next }, name);
}

/** The map with the entries of another one over its own. */
export function withEntries(node: MapNode, entries: readonly Entry[]): MapNode {
  const over = new Map(entries.map((entry): [string, Entry] => [String(entry.key.value), entry]));
  const kept = node.entries.map(({ key, value }): Entry => {
    const name = String(key.value);
    const entry = over.get(name);
    over.delete(name);
    return { key, value: entry?.value ?? value };
  });
  return { ...node, entries: [...kept, ...over.values()] };
}

const sizes = new WeakMap<Node, number>();

/** How many nodes a tree has. A tree is counted once, however often it stands in others' place. */
export function sizeOf(node: Node): number {
  if (node.kind !== 'map' && node.kind !== 'list') return 1;
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const inner = node.kind === 'map' ? node.entries.map((e) => e.value) : node.items;
  const size = inner.reduce((sum, value) => sum + sizeOf(value), 1);
  sizes.set(node, size);
  return size;
}

/** Text around a value, holes and all. Undefined when the value is no text. */
export function wrapped(node: Node, before: string, after: string): Node | undefined {
  const at = deref(node);
  if (at.kind === 'scalar' && at.value !== null) return scalar(`${before}${String(at.value)}${after}`, node.span);
  if (at.kind === 'template') return template([before, ...at.parts, after], node.span);
  return at.kind === 'unknown' ? template([before, { name: at.name ?? at.why }, after], node.span) : undefined;
}

function template(pieces: readonly (string | Hole)[], at: Span): Node {
  const parts: (string | Hole)[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece;
    else if (piece !== '') parts.push(piece);
  }
  return { kind: 'template', parts, span: at };
}
