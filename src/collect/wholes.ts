/** Files that are read as parts of others (nested templates) are judged there, where their inputs are known, and not by themselves as well. */
import type { FilePath } from '../model/span.js';
import type { Whole } from '../readers/reader.js';

/**
 * The files that speak only through others. Whatever is left out is spoken for: of files that are parts only of one another, the first
 * speaks for the rest.
 */
export function partsOf(wholes: readonly Whole[]): ReadonlySet<FilePath> {
  const used = new Set(wholes.flatMap((whole) => whole.parts));
  const parts = new Set(wholes.flatMap((whole) => (used.has(whole.of) ? [] : whole.parts)));
  const first = new Set<FilePath>();
  for (const { of, parts: its } of wholes) {
    if (!used.has(of) || parts.has(of)) continue;
    first.add(of);
    for (const part of its) if (!first.has(part)) parts.add(part);
  }
  return parts;
}
