/** Anchors and aliases of one file. An alias shares the anchored node; what it would be if written out is paid from a budget. */
import { type Gap, gap } from '../../model/gap.js';
import type { Span } from '../../model/span.js';
import { type Node, unknown } from '../../model/tree.js';

/** A node and how many nodes it is when every alias in it is written out. */
export interface Counted {
  readonly node: Node;
  readonly size: number;
}

/** Nodes that aliases of one file may still make. Each reason is told once for a file. */
export interface AliasBudget {
  nodes: number;
  readonly told: Set<string>;
}

export class Aliases {
  readonly #anchors = new Map<string, Counted | 'open'>();

  constructor(
    readonly budget: AliasBudget,
    readonly gaps: Gap[],
  ) {}

  /** Anchors end with their document. */
  forget(): void {
    this.#anchors.clear();
  }

  /** The anchored collection has begun: an alias before its end would contain itself. */
  open(name: string | undefined): void {
    if (name !== undefined) this.#anchors.set(name, 'open');
  }

  set(name: string, item: Counted): void {
    this.#anchors.set(name, item);
  }

  resolve(name: string, at: Span): Counted {
    const found = this.#anchors.get(name);
    if (found === undefined) return this.#unknown('unparsed', 'an alias has no anchor', at);
    if (found === 'open') return this.#unknown('too-large', 'an alias contains itself', at);
    if (found.size > this.budget.nodes) return this.#unknown('too-large', 'aliases make more values than a file may have', at);
    this.budget.nodes -= found.size;
    return found;
  }

  #unknown(kind: Gap['kind'], why: string, at: Span): Counted {
    if (!this.budget.told.has(why)) this.gaps.push(gap(kind, `YAML: ${why}`, at));
    this.budget.told.add(why);
    return { node: unknown(why, at), size: 1 };
  }
}
