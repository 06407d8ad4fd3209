/** Equality of meaning: everything is compared but places. */

const isPlace = (value: object): boolean => 'source' in value && 'start' in value && 'end' in value;

/** True when two values are the same but for where they stand. Values of the model are trees, so this ends. */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isPlace(a) && isPlace(b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => alike(item, b[i]));
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && alike(value, right.get(key)));
}
