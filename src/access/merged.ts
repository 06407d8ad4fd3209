/** Statements that differ along one axis alone, as one: fewer and wider statements answer the same questions sooner. */
import type { Grant } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import { grantText } from '../model/signature.js';
import { show } from '../model/text.js';

type Axis = 'actions' | 'resources';

/** The same requests in fewer statements. Only for questions: places and words are those of the first of each group. */
export const merged = (grants: readonly Grant[]): readonly Grant[] => along('resources', along('actions', grants));

function along(axis: Axis, grants: readonly Grant[]): readonly Grant[] {
  const bare = { patterns: [], negated: false };
  // "All but a" and "all but b" together are everything: those stay as they are.
  const rest = (g: Grant, i: number): string => (g[axis].negated ? String(i) : grantText({ ...g, [axis]: bare }));
  const groups = groupBy(grants.entries(), ([i, g]) => rest(g, i));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const patterns = new Map([first, ...others].flatMap(([, g]) => g[axis].patterns.map((p) => [show(p), p] as const)));
    return others.length === 0 ? [first[1]] : [{ ...first[1], [axis]: { patterns: [...patterns.values()], negated: false } }];
  });
}
