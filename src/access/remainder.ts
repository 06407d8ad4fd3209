/**
 * What of one statement others leave open. A statement is a product of alternatives: any of its actions on any of its resources for any
 * of its principals under any of a condition's values. Others may take it in piece by piece, so it is taken apart along these axes.
 */
import type { Condition, Grant, PatternSet, Principal, Trust } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { Budget } from './budget.js';
import { complementCovers, foldsActions, hasAlternatives, patternCovers, principalCovers, setCovers, tighter } from './covers.js';

/** One axis of a statement: how many alternatives it has, whether another statement takes in the i-th, and what it costs to find out. */
interface Axis<S> {
  readonly size: number;
  readonly covers: (outer: S, i: number) => boolean;
  readonly cost?: (outer: S) => number;
}
/** A part of a statement: for each axis the alternatives that belong to it. */
type Part = readonly (readonly number[])[];

/** The parts of a grant that none of the others takes in: nothing, the grant itself, or the grant cut down. */
export function grantBeyond<G extends Grant>(grant: G, others: readonly Grant[], budget: Budget): readonly G[] {
  if (budget.left < 0 || others.length === 0) return [grant];
  const fold = foldsActions(grant.system);
  const { split, frame, axes } = conditionAxes(grant.conditions);
  const parts = openParts<Grant>(
    [
      whole((o) => o.system === grant.system && patternCovers(o.scope, grant.scope) && frame(o.conditions)),
      grantedAxis(grant),
      ...axes.map(onConditions),
      patternAxis(grant.resources, (o) => o.resources),
      patternAxis(grant.actions, (o) => o.actions, fold),
    ],
    others,
    budget,
  );
  return parts.map(([, principals = [], ...rest]) => ({
    ...grant,
    ...(grant.principals && { principals: pick(grant.principals, principals) }),
    conditions: narrowed(grant.conditions, split, rest),
    resources: cut(grant.resources, rest.at(-2)),
    actions: cut(grant.actions, rest.at(-1)),
  }));
}

/** The parts of a trust statement that none of the others takes in. */
export function trustBeyond(trust: Trust, others: readonly Trust[], budget: Budget): readonly Trust[] {
  const { split, frame, axes } = conditionAxes(trust.conditions);
  const parts = openParts<Trust>(
    [
      whole((o) => o.system === trust.system && o.negated === trust.negated && frame(o.conditions)),
      trustedAxis(trust),
      ...axes.map(onConditions),
      patternAxis(trust.actions, (o) => o.actions, foldsActions(trust.system)),
    ],
    others,
    budget,
  );
  return parts.map(([, principals = [], ...rest]) => ({
    ...trust,
    principals: trust.negated ? trust.principals : pick(trust.principals, principals),
    conditions: narrowed(trust.conditions, split, rest),
    actions: cut(trust.actions, rest.at(-1)),
  }));
}

// ── axes ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const whole = <S>(covers: (outer: S) => boolean): Axis<S> => ({ size: 1, covers });

function patternAxis<S>(set: PatternSet, of: (outer: S) => PatternSet, fold = false): Axis<S> {
  if (set.negated) return whole((o) => complementCovers(of(o), set, fold));
  return {
    size: set.patterns.length,
    covers: (o, i) => set.patterns.slice(i, i + 1).every((p) => setCovers(of(o), p, fold)),
    cost: (o) => of(o).patterns.length,
  };
}

/** A grant without principals speaks of its holder; one whose principals are not known is taken in by nothing but the like. */
function grantedAxis({ principals, effect }: Grant): Axis<Grant> {
  if (!principals) return whole((o) => o.principals === undefined);
  if (principals.length === 0) return whole((o) => o.principals?.length === 0 && o.effect === effect);
  return { size: principals.length, covers: (o, i) => takesIn(o.principals ?? [], principals[i]) };
}

function trustedAxis({ principals, negated }: Trust): Axis<Trust> {
  // "All but A" takes in "all but B" when all of A is in B.
  if (negated) return whole((o) => o.principals.every((p) => takesIn(principals, p)));
  if (principals.length === 0) return whole((o) => o.principals.length === 0);
  return { size: principals.length, covers: (o, i) => takesIn(o.principals, principals[i]) };
}

const takesIn = (outers: readonly Principal[], inner: Principal | undefined): boolean =>
  inner !== undefined && outers.some((o) => principalCovers(o, inner));

const onConditions = <S extends { readonly conditions: readonly Condition[] }>(axis: Axis<readonly Condition[]>): Axis<S> => ({
  size: axis.size,
  covers: (o, i) => axis.covers(o.conditions, i),
});

/**
 * Each limit that the other statement sets must be met: by a condition as a whole, or value by value by the first split condition on its
 * key. `frame` says whether there is one for each limit.
 */
function conditionAxes(conditions: readonly Condition[]) {
  const split = conditions.filter(hasAlternatives);
  const isMet = (limit: Condition) => conditions.some((c) => tighter(c, limit));
  const answering = (limit: Condition) => split.find((c) => c.key.toLowerCase() === limit.key.toLowerCase());
  return {
    split,
    frame: (limits: readonly Condition[]): boolean => limits.every((limit) => isMet(limit) || answering(limit) !== undefined),
    axes: split.map(
      (c): Axis<readonly Condition[]> => ({
        size: c.values.length,
        covers: (limits, i) =>
          limits.every((limit) => isMet(limit) || answering(limit) !== c || tighter({ ...c, values: c.values.slice(i, i + 1) }, limit)),
      }),
    ),
  };
}

// ── cutting ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const pick = <T>(items: readonly T[], chosen: readonly number[]): readonly T[] => items.filter((_, i) => chosen.includes(i));

const cut = (set: PatternSet, chosen: readonly number[] = []): PatternSet =>
  set.negated ? set : { ...set, patterns: pick(set.patterns, chosen) };

const narrowed = (conditions: readonly Condition[], split: readonly Condition[], chosen: Part): readonly Condition[] =>
  conditions.map((c) => {
    const at = split.indexOf(c);
    return at < 0 ? c : { ...c, values: pick(c.values, chosen[at] ?? []) };
  });

/**
 * The product of the axes without what the outers take in, as disjoint parts. Alternatives that the same outers take in stay together,
 * so there are few parts however many alternatives there are. When the budget ends, all of it counts as open.
 */
function openParts<S>(axes: readonly Axis<S>[], outers: readonly S[], budget: Budget): readonly Part[] {
  const everything = axes.map(({ size }) => Array.from({ length: size }, (_, i) => i));
  const open = (at: number, left: readonly S[]): readonly Part[] => {
    if (left.length === 0) return everything.slice(at).every((axis) => axis.length > 0) ? [everything.slice(at)] : [];
    const axis = axes[at];
    if (!axis) return [];
    const { cost } = axis;
    budget.left -= axis.size * (cost ? left.reduce((sum, o) => sum + cost(o), 0) : left.length);
    if (budget.left < 0) return [everything.slice(at)];
    const alike = groupBy(everything[at] ?? [], (i) => left.map((o) => (axis.covers(o, i) ? '1' : '0')).join(''));
    const parts = new Map<string, { readonly mine: number[]; readonly rest: Part }>();
    for (const [covering, members] of alike)
      for (const rest of open(
        at + 1,
        left.filter((_, i) => covering[i] === '1'),
      )) {
        const same = parts.get(JSON.stringify(rest));
        if (same) same.mine.push(...members);
        else parts.set(JSON.stringify(rest), { mine: [...members], rest });
      }
    return [...parts.values()].map(({ mine, rest }) => [mine.sort((a, b) => a - b), ...rest]);
  };
  return open(0, outers);
}
