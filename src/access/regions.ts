/** Sets of patterns as regions of words, and words asked of them. */
import type { PatternSet } from '../model/fact.js';
import { type Glob, glob, includes, longest } from './glob.js';
import type { Region } from './sample.js';

/** The parts of a region that lie in a set: one for each pattern, and for all but some patterns a single one. */
export const regions = ({ within, without }: Region, { patterns, negated }: PatternSet, fold: boolean): readonly Region[] =>
  negated
    ? [{ within, without: [...without, ...patterns.map((p) => glob(p, fold))] }]
    : patterns.map((p) => ({ within: [...within, glob(p, fold)], without }));

export const opposed = ({ patterns, negated }: PatternSet): PatternSet => ({ patterns, negated: !negated });

/** Undefined where a pattern is too long to be decided. */
export function has({ patterns, negated }: PatternSet, word: Glob, fold: boolean): boolean | undefined {
  if (patterns.some((p) => includes(glob(p, fold), word))) return !negated;
  return patterns.some((p) => glob(p, fold).length > longest) ? undefined : negated;
}

export const both = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
