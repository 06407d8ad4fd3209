/** Merge keys: `<<: *defaults` and `<<: [*a, *b]`. */
import type { Entry, MapNode, Node, ScalarNode } from '../../model/tree.js';

/** A plain `<<`; in quotes it is an ordinary key. */
export const isMergeKey = (key: ScalarNode): boolean => key.value === '<<' && key.span.end - key.span.start === 2;

/** Own entries first, then those of the merged maps that are not there yet. A `<<` that points at no map stays an entry. */
export function merged(entries: readonly Entry[]): readonly Entry[] {
  const own = entries.filter((e) => !sourcesOf(e));
  const seen = new Set(own.map((e) => e.key.value));
  const result = [...own];
  for (const source of entries.flatMap((e) => sourcesOf(e) ?? [])) {
    // Of duplicate keys in one source the last one counts, as everywhere.
    for (const entry of new Map(source.entries.map((e) => [e.key.value, e])).values()) {
      if (seen.has(entry.key.value)) continue;
      seen.add(entry.key.value);
      result.push(entry);
    }
  }
  return result;
}

const isMap = (node: Node): node is MapNode => node.kind === 'map';

function sourcesOf({ key, value }: Entry): readonly MapNode[] | undefined {
  if (!isMergeKey(key)) return undefined;
  if (isMap(value)) return [value];
  return value.kind === 'list' && value.items.every(isMap) ? value.items : undefined;
}
