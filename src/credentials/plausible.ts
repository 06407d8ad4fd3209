/** How much a value that already has a family's shape looks like one that was issued. */
import type { PathClass } from './sighting.js';
import { judgeValue, type Strength } from './values.js';

export interface Plausibility {
  /** Nothing that was issued: a placeholder, a published example. */
  readonly standsIn: boolean;
  readonly strength: Strength;
  readonly because: string;
}

/** Letters and digits of several kinds: made up perhaps, but nobody can tell it from an issued value by its kind alone. */
export const isVaried = (value: string): boolean => new Set(value).size >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value);

/** What stands before a value. */
interface Surroundings {
  readonly name?: string;
  /** Provider and kind are named: even what is counted or repeated may have been chosen by somebody. */
  readonly mayBeMadeUp?: boolean;
}

/** As long as a key, of more characters than a ruler or a filler has. */
export const isLongEnough = (value: string): boolean => value.length >= 20 && new Set(value).size >= 6;

/** A shape that fits speaks for a value: words and sequences in it lower its strength and do not make it a stand-in. */
export function plausibilityOf(value: string, pathClass: PathClass, { name, mayBeMadeUp = false }: Surroundings = {}): Plausibility {
  const judged = judgeValue(value, { pathClass, quoted: true, ...(name !== undefined && { name }) });
  const { is, strength, because } = judged;
  if (is === 'published-example' || is === 'reference') return { standsIn: true, strength: 0, because };
  if (is === 'placeholder' && !((isVaried(value) || (mayBeMadeUp && isLongEnough(value))) && /sequence|piece|few/.test(because)))
    return { standsIn: true, strength: 0, because };
  return { standsIn: false, strength: is === 'plausible' ? strength : 1, because };
}
