/** Bounds on evaluation. Reviewed files are hostile: a few lines of HCL can ask for more time, memory or depth than there is. */
import { type Gap, gap } from '../../model/gap.js';
import type { Span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';

/** What one module directory may cost. */
export const evaluationLimits = {
  /** Evaluated expressions plus the elements that functions look at. */
  steps: 2_000_000,
  /** Expressions inside expressions, through locals and references too. */
  depth: 400,
  /** Nodes of one value, counted as whoever walks it will meet them, shared parts each time. */
  size: 1_000_000,
  /** Lists and maps inside one another in one value. */
  nesting: 200,
  /** Characters of one string. */
  characters: 1_000_000,
} as const;

export type Limit = keyof typeof evaluationLimits;

export interface Budget {
  /** False once the steps are used up. */
  spend(steps: number, at: Span): boolean;
  /** Remembers that a limit cut the work here. */
  cut(limit: Limit, at: Span): void;
  /** One gap for each limit that was met, at the first place. */
  gaps(): readonly Gap[];
}

const reasons: Readonly<Record<Limit, string>> = {
  steps: 'evaluating this folder needs too many steps; values that were not reached are unknown',
  depth: 'expressions refer to one another too deeply; the value is unknown',
  size: 'a value has too many elements; it is unknown',
  nesting: 'a value is nested too deeply; it is unknown',
  characters: 'a string grows too long; it is unknown',
};

export function makeBudget(steps: number = evaluationLimits.steps): Budget {
  let left = steps;
  const cuts = new Map<Limit, Span>();
  const cut = (limit: Limit, at: Span): void => {
    if (!cuts.has(limit)) cuts.set(limit, at);
  };
  return {
    spend(amount, at) {
      left -= amount;
      if (left < 0) cut('steps', at);
      return left >= 0;
    },
    cut,
    gaps: () => [...cuts].map(([limit, at]) => gap('too-large', reasons[limit], at)),
  };
}

interface Measure {
  readonly size: number;
  readonly nesting: number;
}

const measures = new WeakMap<Node, Measure>();
const charactersPerStep = 64;

/** Size and nesting of a value. Parts are measured before the whole, so that this never goes deep. */
export function measure(node: Node): Measure {
  if (node.kind === 'scalar') return { size: 1 + (typeof node.value === 'string' ? node.value.length / charactersPerStep : 0), nesting: 0 };
  const known = measures.get(node);
  if (known) return known;
  const parts = partsOf(node).map(measure);
  let size = 1;
  let nesting = 0;
  for (const part of parts) {
    size += part.size;
    nesting = Math.max(nesting, part.nesting);
  }
  const own =
    node.kind === 'template' ? node.parts.reduce((sum, p) => sum + 1 + (typeof p === 'string' ? p.length / charactersPerStep : 0), 0) : 0;
  const measured = { size: size + own, nesting: nesting + (parts.length > 0 ? 1 : 0) };
  measures.set(node, measured);
  return measured;
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'map') return node.entries.map((e) => e.value);
  return node.kind === 'reference' && node.value ? [node.value] : [];
}
