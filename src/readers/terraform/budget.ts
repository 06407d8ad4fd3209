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
const leaf: Measure = { size: 1, nesting: 0 };

/** Values of fewer nodes are measured anew each time: to remember them all would cost more. */
const remembered = 16;

/** Size and nesting of a value. Parts are measured before the whole, so that this never goes deep. */
export function measure(node: Node): Measure {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && node.value.length >= charactersPerStep
        ? { size: 1 + node.value.length / charactersPerStep, nesting: 0 }
        : leaf;
    case 'template':
      return {
        size: node.parts.reduce((sum, p) => sum + 1 + (typeof p === 'string' ? p.length / charactersPerStep : 0), 1),
        nesting: 0,
      };
    case 'unknown':
    case 'redacted':
      return leaf;
    default:
      return measures.get(node) ?? measureParts(node);
  }
}

function measureParts(node: Node): Measure {
  const total = { size: 1, nesting: 0 };
  if (node.kind === 'list') for (const item of node.items) add(total, item);
  else if (node.kind === 'map') for (const entry of node.entries) add(total, entry.value);
  else if (node.kind === 'reference' && node.value) add(total, node.value);
  if (total.size > remembered || total.nesting > remembered) measures.set(node, total);
  return total;
}

function add(total: { -readonly [Part in keyof Measure]: Measure[Part] }, part: Node): void {
  const { size, nesting } = measure(part);
  total.size += size;
  if (nesting >= total.nesting) total.nesting = nesting + 1;
}
