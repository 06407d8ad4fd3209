/** When one statement allows everything that another one allows. Answers are safe: a doubt is "not covered". */
import type { Condition, Grant, PatternSet, Principal, Trust } from '../model/fact.js';
import { show, type Text } from '../model/text.js';
import { type Glob, glob, includes, intersects } from './glob.js';

const globs = (set: PatternSet, fold: boolean): readonly Glob[] => set.patterns.map((p) => glob(p, fold));

/** Whether `outer` takes in every string of the single pattern `inner`. */
export function setCovers(outer: PatternSet, inner: Text, fold = false): boolean {
  const pattern = glob(inner, fold);
  return outer.negated
    ? globs(outer, fold).every((excluded) => !intersects(excluded, pattern))
    : globs(outer, fold).some((wide) => includes(wide, pattern));
}

/** The patterns of `inner` that `outer` does not take in; for a negated `inner`, itself when it reaches further. */
export function uncovered(outer: PatternSet, inner: PatternSet, fold = false): readonly Text[] {
  if (!inner.negated) return inner.patterns.filter((p) => !setCovers(outer, p, fold));
  const everything = !outer.negated && globs(outer, fold).some((g) => g.length === 1 && g[0] === '*');
  // NotAction [a, b] is inside NotAction [a] when everything left out there is left out here too.
  const covered =
    everything || (outer.negated && globs(outer, fold).every((left) => globs(inner, fold).some((wide) => includes(wide, left))));
  return covered ? [] : inner.patterns;
}

/** Every limit that `outer` sets is set by `inner` at least as tightly. */
export const conditionsCover = (outer: readonly Condition[], inner: readonly Condition[]): boolean =>
  outer.every((limit) => inner.some((c) => tighter(c, limit)));

function tighter(inner: Condition, outer: Condition): boolean {
  if (inner.key.toLowerCase() !== outer.key.toLowerCase()) return false;
  const same = inner.operator.toLowerCase() === outer.operator.toLowerCase();
  const negative = /not|null/i.test(outer.operator);
  if (same && !negative) return inner.values.every((v) => outer.values.some((o) => valueCovers(outer.operator, o, v)));
  if (same) return outer.values.every((o) => inner.values.some((v) => show(v) === show(o)));
  // StringEquals x is inside StringLike x*.
  return (
    /^stringequals$/i.test(inner.operator) &&
    /^stringlike$/i.test(outer.operator) &&
    inner.values.every((v) => outer.values.some((o) => includes(glob(o), glob(v))))
  );
}

const valueCovers = (operator: string, outer: Text, inner: Text): boolean =>
  /like/i.test(operator) ? includes(glob(outer), glob(inner)) : show(outer) === show(inner);

/** AWS reads actions without regard to case; Kubernetes and GitHub do not. */
export const foldsActions = (system: Grant['system']): boolean => system === 'aws';

/** Whether a statement with these limits leaves room for everything in the other one's scope, conditions and principals. */
export const frameCovers = (outer: Grant, inner: Grant): boolean =>
  outer.system === inner.system &&
  includes(glob(outer.scope), glob(inner.scope)) &&
  conditionsCover(outer.conditions, inner.conditions) &&
  (inner.principals === undefined
    ? outer.principals === undefined
    : inner.principals.every((p) => (outer.principals ?? []).some((o) => principalCovers(o, p))));

export const principalCovers = (outer: Principal, inner: Principal): boolean =>
  outer.kind === 'anyone' || (outer.kind === inner.kind && includes(glob(outer.value), glob(inner.value)));

export const trustCovers = (outer: Trust, inner: Trust): boolean =>
  outer.system === inner.system &&
  outer.negated === inner.negated &&
  inner.principals.every((p) => outer.principals.some((o) => principalCovers(o, p))) &&
  uncovered(outer.actions, inner.actions, true).length === 0 &&
  conditionsCover(outer.conditions, inner.conditions);
