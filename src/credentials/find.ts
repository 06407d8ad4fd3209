/** What the parts of the detector hand to each other: a find in the making, and how two of them on one place are settled. */
import { type Confidence, confidences } from '../model/fact.js';
import type { Sighting } from './sighting.js';

/** A find, before those that overlap are settled. */
export interface Find extends Sighting {
  /** Among equally sure finds on one place the more special one wins: a family of its own before a name, a name before nothing. */
  readonly rank: number;
}

const sureness = (c: Confidence): number => confidences.length - confidences.indexOf(c);

/** The surer one; a family before a name; the longer one. */
const isBetter = (a: Find, b: Find): boolean => {
  const by = a.rank - b.rank || sureness(a.confidence) - sureness(b.confidence) || a.end - a.start - (b.end - b.start);
  return by > 0;
};

/** By place, no two overlapping; on one place the better one stays, and tells the name if the other knew it. */
export function settled(finds: readonly Find[]): readonly Find[] {
  const out: Find[] = [];
  for (const find of [...finds].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || find.start >= last.end) {
      out.push(find);
      continue;
    }
    const [winner, loser] = isBetter(find, last) ? [find, last] : [last, find];
    const name = winner.name ?? loser.name;
    out[out.length - 1] = name === undefined ? winner : { ...winner, name };
  }
  return out;
}
