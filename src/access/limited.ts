/** What limits (permissions boundaries, organization policies) let through of a statement, as statements again. */
import type { Grant, PatternSet } from '../model/fact.js';
import { show, type Text } from '../model/text.js';
import { foldsActions } from './covers.js';
import { glob, includes, intersects } from './glob.js';

/** More pairs of patterns than this are not worked out: the statement then stays as it is, which hides nothing. */
const mostPairs = 2_000;

/**
 * A statement cut to what one of the limit's statements allows. Where two patterns only overlap, the statement's own stays: never less
 * than what is really allowed.
 */
export function limitedBy<G extends Grant>(grant: G, limit: readonly Grant[]): readonly G[] {
  const allow = limit.filter((g) => g.effect === 'allow' && g.system === grant.system);
  if (allow.reduce((n, l) => n + pairs(grant.actions, l.actions) + pairs(grant.resources, l.resources), 0) > mostPairs) return [grant];
  return allow.flatMap((l) => {
    const actions = common(grant.actions, l.actions, foldsActions(grant.system));
    const resources = common(grant.resources, l.resources, false);
    return actions && resources ? [{ ...grant, actions, resources, conditions: [...grant.conditions, ...l.conditions] }] : [];
  });
}

const pairs = (a: PatternSet, b: PatternSet): number => a.patterns.length * b.patterns.length;

/** What both sets may hold; undefined where that is nothing. */
function common(mine: PatternSet, theirs: PatternSet, fold: boolean): PatternSet | undefined {
  if (theirs.negated)
    return mine.negated ? { patterns: [...mine.patterns, ...theirs.patterns], negated: true } : outside(mine, theirs, fold);
  if (mine.negated) return outside(theirs, mine, fold);
  const found = new Map<string, Text>();
  for (const a of mine.patterns)
    for (const b of theirs.patterns) {
      const [x, y] = [glob(a, fold), glob(b, fold)];
      if (!intersects(x, y)) continue;
      const narrower = includes(x, y) ? b : a;
      found.set(show(narrower), narrower);
    }
  return found.size === 0 ? undefined : { patterns: [...found.values()], negated: false };
}

/** The patterns of a set that are not wholly among those left out. */
function outside({ patterns }: PatternSet, leftOut: PatternSet, fold: boolean): PatternSet | undefined {
  const open = patterns.filter((p) => !leftOut.patterns.some((out) => includes(glob(out, fold), glob(p, fold))));
  return open.length === 0 ? undefined : { patterns: open, negated: false };
}
