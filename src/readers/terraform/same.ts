/** Equality of values that may be partly unknown. */
import { deref, type Hole, type MapNode, type Node } from '../../model/tree.js';
import { hasOpenKeys, isKnown, isNull, isOpen, sortedEntries } from './nodes.js';

/** Terraform's `==`; undefined when the answer rests on something that is not known. */
export function same(left: Node, right: Node): boolean | undefined {
  const a = deref(left);
  const b = deref(right);
  if (isNull(a) || isNull(b)) return sameAsNull(isNull(a) ? b : a);
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    if (typeof a.value === typeof b.value) return a.value === b.value;
    // Which of the two a declared type converts is not tracked.
    return String(a.value) === String(b.value) ? undefined : false;
  }
  if (a.kind === 'template' && b.kind === 'template') return sameParts(a.parts, b.parts) ? true : undefined;
  if (a.kind === 'list' && b.kind === 'list') {
    if (isOpen(a) || isOpen(b)) return undefined;
    if (a.items.length !== b.items.length) return false;
    return all(a.items.map((item, i) => same(item, b.items[i] ?? item)));
  }
  if (a.kind === 'map' && b.kind === 'map') return sameMaps(a, b);
  return isKnown(a) && isKnown(b) ? false : undefined;
}

function sameAsNull(other: Node): boolean | undefined {
  if (other.kind === 'template') return false;
  return isKnown(other) ? isNull(other) : undefined;
}

function sameMaps(a: MapNode, b: MapNode): boolean | undefined {
  if (hasOpenKeys(a) || hasOpenKeys(b)) return undefined;
  const left = sortedEntries(a);
  const right = sortedEntries(b);
  if (left.length !== right.length || left.some((e, i) => e.key.value !== right[i]?.key.value)) return false;
  return all(left.map((e, i) => same(e.value, right[i]?.value ?? e.value)));
}

const sameParts = (a: readonly (string | Hole)[], b: readonly (string | Hole)[]): boolean =>
  a.length === b.length &&
  a.every((part, i) => {
    const other = b[i];
    return typeof part === 'string' || typeof other === 'string' ? part === other : part.name === other?.name && part.to === other.to;
  });

const all = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;

/** A text that two values share exactly when they are equal; undefined when anything in the value is unknown. */
export function fingerprint(node: Node): string | undefined {
  const at = deref(node);
  if (at.kind === 'scalar') return JSON.stringify(at.value);
  if (at.kind === 'list') {
    const items = isOpen(at) ? [undefined] : at.items.map(fingerprint);
    return items.includes(undefined) ? undefined : `[${items.join()}]`;
  }
  if (at.kind !== 'map' || hasOpenKeys(at)) return undefined;
  const entries = sortedEntries(at).map(({ key, value }) => [JSON.stringify(key.value), fingerprint(value)]);
  return entries.some(([, value]) => value === undefined) ? undefined : `{${entries.map((e) => e.join(':')).join()}}`;
}
