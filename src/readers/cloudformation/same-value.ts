/** Equality of values, wherever they stand. */
import type { Hole, MapNode, Node } from '../../model/tree.js';

/** True only when both are certain to be the same; two unknowns never are. */
export function sameValue(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return a === b;
  switch (a.kind) {
    case 'scalar':
      // CloudFormation hands every scalar on as a string.
      return b.kind === 'scalar' && String(a.value) === String(b.value);
    case 'list':
      return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, i) => sameValue(item, b.items[i]));
    case 'map':
      return b.kind === 'map' && sameEntries(a, b);
    case 'template':
      return b.kind === 'template' && a.parts.length === b.parts.length && a.parts.every((part, i) => samePart(part, b.parts[i]));
    case 'reference':
      return b.kind === 'reference' && a.to === b.to && a.path.join('.') === b.path.join('.');
    case 'unknown':
    case 'redacted':
      return false;
  }
}

const sameEntries = (a: MapNode, b: MapNode): boolean =>
  a.entries.length === b.entries.length &&
  a.entries.every(({ key, value }, i) => key.value === b.entries[i]?.key.value && sameValue(value, b.entries[i]?.value));

const samePart = (a: string | Hole, b: string | Hole | undefined): boolean =>
  typeof a === 'string' || typeof b === 'string' || !b ? a === b : a.name === b.name && a.to === b.to;
