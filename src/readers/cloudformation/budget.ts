/** What one template, with all that it takes in, may cost. Reviewed files are hostile. */
import { type Gap, gap } from '../../model/gap.js';
import type { Span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { limits } from '../../syntax/syntax.js';

/** Deep enough for a tree as deep as a syntax allows with a condition as deep on its ground; the JavaScript stack holds several times that. */
const deepest = 2 * limits.depth;
/** Stacks that a template may make, those of its stacks counted in. */
const mostStacks = 200;
/** How deep stacks may stand in stacks, and hang on one another's outputs. */
const deepestStack = 8;

export class Budget {
  private left: number = limits.characters;
  private depth = 0;
  private stacks = 0;
  private readonly met: Gap[] = [];

  constructor(private readonly at: Span) {}

  /** One gap for each limit that was met. */
  gaps(): readonly Gap[] {
    return this.met;
  }

  /** False when too little is left. */
  afford(size: number): boolean {
    if (size > this.left) {
      if (this.left > 0) this.met.push(gap('too-large', 'the values of this template are too large to evaluate', this.at));
      this.left = 0;
      return false;
    }
    this.left -= size;
    return true;
  }

  /** Runs a step deeper; gives `tooDeep` instead where the nesting has no end. */
  within<T>(step: () => T, tooDeep: T): T {
    if (this.depth >= deepest) return tooDeep;
    this.depth++;
    const result = step();
    this.depth--;
    return result;
  }

  /** Whether one more stack may be made below so many others. */
  stack(depth: number): boolean {
    this.stacks++;
    return this.stacks <= mostStacks && depth <= deepestStack;
  }
}

const sizes = new WeakMap<Node, number>();

/** How many nodes whoever walks a value will meet, shared parts each time. */
export function sizeOf(node: Node): number {
  if (node.kind !== 'list' && node.kind !== 'map') return 1;
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const parts = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(node, size);
  return size;
}
