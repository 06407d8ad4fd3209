/** Fills the holes of a template with the values of its chart. What is filled in stands where the values say it. */
import type { Source } from '../../../model/span.js';
import { type Entry, type Hole, type MapNode, type Node, scalar } from '../../../model/tree.js';
import { type Placed, placedExpressions } from './blocks.js';
import { evaluate, type Known } from './expression.js';

/** What only an installation knows; it is no fault of the chart that it does not tell. */
const ofRelease = /^\$?\.(?:Release|Capabilities|Template)\b/;

export class Filling {
  readonly #left = new Set<string>();
  readonly #seen = new Set<Placed>();
  readonly #source: Source;
  readonly #known: Known;
  readonly #expressions: readonly Placed[];

  constructor(source: Source, known: Known) {
    this.#source = source;
    this.#known = known;
    this.#expressions = source.text.includes('{{') ? placedExpressions(source, known) : [];
  }

  /** Names of the expressions that stay open, also of those that left no hole: what stands in the wrong column breaks what is around it. */
  left(): readonly string[] {
    const lost = this.#expressions.filter((e) => !this.#seen.has(e) && !e.silent && !ofRelease.test(e.body));
    return [...new Set([...this.#left, ...lost.map((e) => e.name)])];
  }

  map(node: MapNode): MapNode {
    return { ...node, entries: node.entries.flatMap((entry) => this.#entry(entry)) };
  }

  /** A line that stands among the entries of a map may be a whole map. */
  #entry({ key, value }: Entry): readonly Entry[] {
    if (value.kind === 'unknown' && String(key.value).startsWith('<')) {
      const written = this.#whole(key.span.start, key.span.end);
      if (written?.kind === 'map') return written.entries;
    }
    return [{ key, value: this.#node(value) }];
  }

  #node(node: Node): Node {
    switch (node.kind) {
      case 'map':
        return this.map(node);
      case 'list':
        return { ...node, items: node.items.flatMap((item) => this.#item(item)) };
      case 'unknown':
        return (node.span.source === this.#source && this.#whole(node.span.start, node.span.end)) || node;
      case 'template':
        return node.span.source === this.#source ? this.#text(node) : node;
      default:
        return node;
    }
  }

  #item(item: Node): readonly Node[] {
    const filled = this.#node(item);
    return item.kind === 'unknown' && filled.kind === 'list' ? filled.items : [filled];
  }

  /** The value that the expressions of a range place; undefined when it is not one, or not known. */
  #whole(start: number, end: number): Node | undefined {
    const spoken = this.#within(start, end).filter((e) => !e.silent);
    const [only] = spoken;
    return only && spoken.length === 1 ? this.#valueOf(only) : undefined;
  }

  #text(node: Node & { readonly kind: 'template' }): Node {
    const expressions = this.#within(node.span.start, node.span.end);
    const holes = node.parts.filter((p) => typeof p !== 'string').length;
    if (expressions.length !== holes) return node;
    let next = 0;
    const parts: (string | Hole)[] = [];
    for (const part of node.parts) {
      const expression = typeof part === 'string' ? undefined : expressions[next++];
      const value = expression && this.#valueOf(expression);
      const filled = value?.kind === 'scalar' && value.value !== null ? String(value.value) : part;
      const last = parts.at(-1);
      if (typeof filled === 'string' && typeof last === 'string') parts[parts.length - 1] = last + filled;
      else if (filled !== '') parts.push(filled);
    }
    const [text = '', ...rest] = parts;
    const { offsets: _shifted, ...template } = node;
    return typeof text === 'string' && rest.length === 0 ? scalar(text, node.span) : { ...template, parts };
  }

  #valueOf(expression: Placed): Node | undefined {
    const { body, dot, silent, name, start, end } = expression;
    this.#seen.add(expression);
    const result = silent ? undefined : evaluate(body, dot, this.#known, { source: this.#source, start, end });
    if (!result?.value && !silent && !ofRelease.test(body)) this.#left.add(name);
    return result?.value;
  }

  /** Expressions are in order, and so are most askers; a range holds few of them. */
  #within(start: number, end: number): readonly Placed[] {
    let low = 0;
    let high = this.#expressions.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.#expressions[mid]?.start ?? 0) < start) low = mid + 1;
      else high = mid;
    }
    // The blank of an item begins behind its dash, which stands where the braces were.
    if ((this.#expressions[low - 1]?.end ?? 0) > start) low--;
    const found: Placed[] = [];
    for (let i = low; (this.#expressions[i]?.start ?? end) < end; i++) {
      const expression = this.#expressions[i];
      if (expression) found.push(expression);
    }
    return found;
  }
}
