/** Values that are computed once and found out when they rest on themselves. */
import type { Span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { missing } from './nodes.js';

/** `key` is what the value is written in; `label` names it for a person. */
export type Once = (key: object, label: string, at: Span, compute: () => Node) => Node;

/** A memory of values. */
export function makeOnce(): Once {
  const done = new Map<object, Node>();
  const underway = new Set<object>();
  return (key, label, at, compute) => {
    const known = done.get(key);
    if (known) return known;
    if (underway.has(key)) return missing(label, `${label} refers to itself`, at);
    underway.add(key);
    const node = compute();
    underway.delete(key);
    done.set(key, node);
    return node;
  };
}
