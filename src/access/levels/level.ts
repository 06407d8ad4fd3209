/** Contract: how one system's statements rank. One file per system. */
import type { Grant } from '../../model/fact.js';
import { type AccessLevel, accessLevels, type Breadth, type NamedSet } from '../../model/inventory.js';
import type { Catalogue } from '../catalogue.js';

export interface Ranking {
  /** What an allowed statement amounts to by itself. Without a catalogue actions are ranked by their words. */
  level(grant: Grant, catalogue?: Catalogue): AccessLevel;
  breadth(grant: Grant): Breadth;
  /** What a permission set known by name alone amounts to; `unknown` when the name says nothing. */
  named(set: NamedSet): AccessLevel;
}

/** For a system whose permission language is not understood yet: nothing is claimed of its statements. */
export const unranked: Ranking = { level: () => 'unknown', breadth: () => 'unknown', named: () => 'unknown' };

/** The strongest of several. What is not known may be anything, so it stands unless nothing could outweigh what is known. */
export function strongest(levels: readonly AccessLevel[]): AccessLevel {
  const known = accessLevels.findLast((l) => levels.includes(l)) ?? 'none';
  return levels.includes('unknown') && known !== 'admin' && known !== 'escalates' ? 'unknown' : known;
}
