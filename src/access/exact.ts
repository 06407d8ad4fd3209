/** What of a statement is really open: each action on each resource is asked for by itself, and the first request found is the witness. */
import type { Witness } from '../model/change.js';
import type { Grant, PatternSet } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { Budget } from './budget.js';
import { foldsActions, setMeets } from './covers.js';
import type { Found, Goals, Leaf } from './search.js';

export interface Open<G> {
  /** The statement cut to the alternatives for which a request was found, or could not be excluded. */
  readonly parts: readonly G[];
  /** Told on demand. */
  readonly witness?: () => Witness;
}

/** So many alternatives are asked for one by one; of more the statement is kept as it is when one of them is open. */
const mostAlternatives = 400;

const each = (set: PatternSet): readonly PatternSet[] =>
  set.negated ? [set] : set.patterns.map((p) => ({ patterns: [p], negated: false }));

/** Asks for every alternative of a statement. */
export function openOf<G extends Grant>(
  grant: G,
  goalsOf: () => Goals,
  search: (leaf: Leaf, goals: Goals) => Found,
  budget: Budget,
): Open<G> {
  if (budget.left < 0) return { parts: [grant] };
  const goals = goalsOf();
  const [actions, resources] = [each(grant.actions), each(grant.resources)];
  const principals = grant.principals && grant.principals.length > 0 ? grant.principals : [undefined];
  const cost = goals.avoid.reduce((n, g) => n + g.actions.patterns.length + g.resources.patterns.length, 1);
  let witness: (() => Witness) | undefined;
  const isOpen = (action: PatternSet, resource: PatternSet): boolean =>
    principals.reduce<boolean>((open, principal) => {
      if (open && witness) return true;
      budget.left -= cost;
      if (budget.left < 0) return true;
      const near = { ...goals, avoid: goals.avoid.filter((g) => mayMeet(g, grant, action, resource)) };
      const found = search({ grant, principal, action, resource }, near);
      if (typeof found === 'object') witness ??= found.witness;
      return open || found !== 'none';
    }, false);
  const isLarge = actions.length * resources.length > mostAlternatives;
  if (isLarge) return { parts: actions.some((a) => resources.some((r) => isOpen(a, r))) ? [grant] : [], ...(witness && { witness }) };
  const open = actions.map((a) => resources.map((r) => (isOpen(a, r) ? '1' : '0')).join(''));
  return { parts: partsOf(grant, open), ...(witness && { witness }) };
}

/** Actions that are open on the same resources make one part. */
function partsOf<G extends Grant>(grant: G, open: readonly string[]): readonly G[] {
  const groups = groupBy(open.entries(), ([, row]) => row);
  return [...groups].flatMap(([row, members]) => {
    if (!row.includes('1')) return [];
    const chosen = new Set(members.map(([i]) => i));
    return [{ ...grant, actions: cut(grant.actions, (i) => chosen.has(i)), resources: cut(grant.resources, (i) => row[i] === '1') }];
  });
}

const cut = (set: PatternSet, keeps: (i: number) => boolean): PatternSet =>
  set.negated ? set : { ...set, patterns: set.patterns.filter((_, i) => keeps(i)) };

/** Most statements are about something else. */
const mayMeet = (g: Grant, { system }: Grant, action: PatternSet, resource: PatternSet): boolean =>
  g.system === system && touches(g.actions, action, foldsActions(system)) && touches(g.resources, resource, false);

const touches = (set: PatternSet, part: PatternSet, fold: boolean): boolean =>
  part.negated || part.patterns.some((p) => setMeets(set, p, fold));

/** Whether two statements may speak of the same request, as far as actions and resources go. */
export const overlaps = (a: Grant, b: Grant): boolean => each(b.actions).some((x) => each(b.resources).some((y) => mayMeet(a, b, x, y)));
