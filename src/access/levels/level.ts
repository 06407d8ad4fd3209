/** Contract: how one system's statements rank. One file per system. */
import type { Grant } from '../../model/fact.js';
import type { AccessLevel, Breadth, NamedSet } from '../../model/inventory.js';
import { isHole, type Text } from '../../model/text.js';
import { glob, intersects } from '../glob.js';

export interface Ranking {
  /** What an allowed statement amounts to by itself. */
  level(grant: Grant): AccessLevel;
  breadth(grant: Grant): Breadth;
  /** What a permission set known by name alone amounts to; `unknown` when the name says nothing. */
  named(set: NamedSet): AccessLevel;
}

/** For a system whose permission language is not understood yet: nothing is claimed of its statements. */
export const unranked: Ranking = { level: () => 'unknown', breadth: () => 'unknown', named: () => 'unknown' };

/** Rows of a ranking, strongest first: the first row of which a pattern can match an action decides. */
export interface Row {
  readonly level: AccessLevel;
  readonly actions: readonly string[];
}

const symbols = (pattern: string) => [...pattern.toLowerCase()];

/** The first row one of whose actions the patterns can match. */
export function firstRow(rows: readonly Row[], patterns: readonly Text[]): AccessLevel | undefined {
  const wanted = patterns.filter((p) => !isHole(p)).map((p) => glob(p, true));
  return rows.find((row) => row.actions.some((a) => wanted.some((p) => intersects(p, symbols(a)))))?.level;
}
