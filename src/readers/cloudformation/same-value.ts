/** Equality of values, wherever they stand. */
import type { Hole, MapNode, Node } from '../../model/tree.js';
import type { Evaluation } from './evaluation.js';

/** True only when both are certain to be the same; two unknowns never are. Paid for, as a long default may be compared many times. */
export function sameValue(a: Node | undefined, b: Node | undefined, e: Evaluation): boolean {
  if (!a || !b) return a === b;
  switch (a.kind) {
    case 'scalar':
      // CloudFormation hands every scalar on as a string.
      return b.kind === 'scalar' && e.afford(String(a.value).length) && String(a.value) === String(b.value);
    case 'list':
      return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, i) => sameValue(item, b.items[i], e));
    case 'map':
      return b.kind === 'map' && sameEntries(a, b, e);
    case 'template':
      return b.kind === 'template' && a.parts.length === b.parts.length && a.parts.every((part, i) => samePart(part, b.parts[i]));
    case 'reference':
      return b.kind === 'reference' && a.to === b.to && a.path.join('.') === b.path.join('.');
    case 'unknown':
    case 'redacted':
      return false;
  }
}

const sameEntries = (a: MapNode, b: MapNode, e: Evaluation): boolean =>
  a.entries.length === b.entries.length &&
  a.entries.every(({ key, value }, i) => key.value === b.entries[i]?.key.value && sameValue(value, b.entries[i]?.value, e));

const samePart = (a: string | Hole, b: string | Hole | undefined): boolean =>
  typeof a === 'string' || typeof b === 'string' || !b ? a === b : a.name === b.name && a.to === b.to;
