/** Values that are computed once and found out when they rest on themselves. */
import type { Span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { missing } from './nodes.js';

export class Once {
  /** Undefined while the value is under way. */
  #values: Map<object, Node | undefined> | undefined;

  /** The value, when it has been computed before. */
  known(key: object): Node | undefined {
    return this.#values?.get(key);
  }

  /** The value of what is written in `key`, which a person knows as `label`. */
  get(key: object, label: string, at: Span, compute: () => Node): Node {
    this.#values ??= new Map();
    const known = this.#values.get(key);
    if (known) return known;
    if (this.#values.has(key)) return missing(label, `${label} refers to itself`, at);
    this.#values.set(key, undefined);
    const node = compute();
    this.#values.set(key, node);
    return node;
  }
}
