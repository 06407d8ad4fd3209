/** For a system whose permission language is not understood yet: nothing is claimed of its statements. */
import type { Ranking } from './level.js';

export const unranked: Ranking = { level: () => 'unknown', breadth: () => 'unknown', named: () => 'unknown' };
