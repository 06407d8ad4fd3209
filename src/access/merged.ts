/** Fewer and wider statements answer the same questions sooner. */
import type { Grant } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import { grantText } from '../model/signature.js';
import { show } from '../model/text.js';

/** So few are asked one by one as quickly. */
const few = 24;

/**
 * The same requests in fewer statements: those that differ in their actions alone become one. Only for questions: places and words are
 * those of the first of each group. Resources stay apart, so that statements about different things can be told apart quickly.
 */
export function merged(grants: readonly Grant[]): readonly Grant[] {
  if (grants.length <= few) return grants;
  const bare = { patterns: [], negated: false };
  // "All but a" and "all but b" together are everything: those stay as they are.
  const rest = (g: Grant, i: number): string => (g.actions.negated ? String(i) : grantText({ ...g, actions: bare }));
  const groups = groupBy(grants.entries(), ([i, g]) => rest(g, i));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const patterns = new Map([first, ...others].flatMap(([, g]) => g.actions.patterns.map((p) => [show(p), p] as const)));
    return others.length === 0 ? [first[1]] : [{ ...first[1], actions: { patterns: [...patterns.values()], negated: false } }];
  });
}
