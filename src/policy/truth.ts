/** Three-valued logic (Kleene): what the files do not tell is neither true nor false, and says what is missing. */

export interface Unknown {
  /** What would have to be known, for a person. */
  readonly unknown: readonly string[];
}
export type Truth = boolean | Unknown;

export const unknown = (...why: readonly string[]): Unknown => ({ unknown: why });

export const isUnknown = (t: Truth): t is Unknown => typeof t !== 'boolean';

export const not = (t: Truth): Truth => (isUnknown(t) ? t : !t);

const joined = (a: Unknown, b: Unknown): Unknown => ({ unknown: [...new Set([...a.unknown, ...b.unknown])] });

/** Stops at the first `decisive` value, so that a cheap early test spares the later ones; else unknown when any of them is. */
function fold<T>(items: Iterable<T>, test: (item: T) => Truth, decisive: boolean): Truth {
  let missing: Unknown | undefined;
  for (const item of items) {
    const t = test(item);
    if (t === decisive) return decisive;
    if (isUnknown(t)) missing = missing ? joined(missing, t) : t;
  }
  return missing ?? !decisive;
}

/** True when all hold; of nothing, true. */
export const allOf = <T>(items: Iterable<T>, test: (item: T) => Truth): Truth => fold(items, test, false);

/** True when some holds; of nothing, false. */
export const anyOf = <T>(items: Iterable<T>, test: (item: T) => Truth): Truth => fold(items, test, true);
