/** Fields of GitHub's answers: what is not as expected is undefined, never assumed. */

/** The value at a path of names. */
export const at = (data: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    data,
  );

/** The text at a path of names. */
export function textAt(data: unknown, ...path: readonly string[]): string | undefined {
  const value = at(data, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The number at a path of names. */
export function numberAt(data: unknown, ...path: readonly string[]): number | undefined {
  const value = at(data, ...path);
  return typeof value === 'number' ? value : undefined;
}

/** A list of which each entry can be read; undefined when one cannot. */
export function listOf<T>(data: unknown, read: (entry: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(data)) return undefined;
  const entries = data.map(read);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}
