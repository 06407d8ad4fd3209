/** Words that must be one of a few, and what was meant by those that are not. */
import { printable } from '../edges/edge-error.js';
import { nearest } from '../policy/spelling.js';
import { UsageError } from './usage-error.js';

/** The word as one of the known ones; `what` says where it stands. */
export function oneOf<T extends string>(known: readonly T[], said: string, what: string): T {
  const found = known.find((k) => k === said);
  if (found) return found;
  throw new UsageError(`${what} cannot be ${JSON.stringify(said)}.${meant(said, known)} Known: ${known.join(', ')}.`);
}

/** ` Did you mean …?`, or nothing when nothing is near. */
export const meant = (said: string, known: readonly string[]): string => {
  const near = nearest(said, known);
  return near ? ` Did you mean ${printable(near)}?` : '';
};
