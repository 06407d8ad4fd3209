/** When one pattern, condition or principal takes in another one. Answers are safe: a doubt is "not covered". */
import type { Condition, PatternSet, Principal, System } from '../model/fact.js';
import { show, type Text } from '../model/text.js';
import { type Glob, glob, includes, intersects } from './glob.js';

/** AWS reads actions without regard to case; Kubernetes and GitHub do not. */
export const foldsActions = (system: System): boolean => system === 'aws';

/** Whether a single pattern takes in another one. */
export const patternCovers = (outer: Text, inner: Text, fold = false): boolean => includes(glob(outer, fold), glob(inner, fold));

/** Whether `outer` takes in every string of the single pattern `inner`. */
export function setCovers(outer: PatternSet, inner: Text, fold = false): boolean {
  const pattern = glob(inner, fold);
  return outer.negated
    ? outer.patterns.every((excluded) => !intersects(glob(excluded, fold), pattern))
    : outer.patterns.some((wide) => isEverything(glob(wide, fold)) || includes(glob(wide, fold), pattern));
}

/** Whether some string of the single pattern may belong to the set. `false` is certain. */
export function setMeets(set: PatternSet, pattern: Text, fold = false): boolean {
  const asked = glob(pattern, fold);
  return set.negated
    ? !set.patterns.some((excluded) => includes(glob(excluded, fold), asked))
    : set.patterns.some((p) => intersects(glob(p, fold), asked));
}

/** Whether `outer` takes in everything but what the negated `inner` leaves out. */
export function complementCovers(outer: PatternSet, inner: PatternSet, fold = false): boolean {
  if (!outer.negated) return outer.patterns.some((p) => isEverything(glob(p, fold)));
  // NotAction [a, b] is inside NotAction [a]: everything left out there is left out here too.
  return outer.patterns.every((left) => setCovers({ patterns: inner.patterns, negated: false }, left, fold));
}

/** An action is always `service:name`, so `*:*` is as much as `*`. */
const isEverything = (g: Glob): boolean => g[0] === '*' && (g.length === 1 || (g.length === 3 && g[1] === ':' && g[2] === '*'));

const ifExists = /ifexists$/i;
const isNegative = (operator: string): boolean => /not|null/i.test(operator);

/** Whether the values of a condition are alternatives, each of which lets somebody in on its own. */
export const hasAlternatives = ({ operator, values }: Condition): boolean =>
  values.length > 1 && !isNegative(operator) && !/^forallvalues:/i.test(operator);

/** Whether whoever meets `inner` also meets `outer`. */
export function tighter(inner: Condition, outer: Condition): boolean {
  if (inner.key.toLowerCase() !== outer.key.toLowerCase()) return false;
  // A condition that also holds where the key is missing is the looser one.
  if (ifExists.test(inner.operator) && !ifExists.test(outer.operator)) return false;
  const [mine, theirs] = [inner.operator, outer.operator].map((o) => o.replace(ifExists, '').toLowerCase());
  if (isNegative(outer.operator)) return mine === theirs && outer.values.every((o) => inner.values.some((v) => show(v) === show(o)));
  // What the values are has to be known.
  if (inner.values.length === 0) return false;
  return inner.values.every((v) => outer.values.some((o) => valueCovers(theirs, o, mine, v)));
}

/** StringEquals x is inside StringLike x*, and StringLike x is StringEquals x. */
function valueCovers(theirs: string | undefined, outer: Text, mine: string | undefined, inner: Text): boolean {
  if (mine === theirs) return theirs?.includes('like') ? patternCovers(outer, inner) : show(outer) === show(inner);
  if (mine === 'stringequals' && theirs === 'stringlike') return patternCovers(outer, inner);
  return mine === 'stringlike' && theirs === 'stringequals' && show(outer) === show(inner) && !/[*?]/.test(show(inner));
}

/** Whether trusting `outer` is also trusting `inner`: a whole account takes in its identities. */
export const principalCovers = (outer: Principal, inner: Principal): boolean =>
  outer.kind === 'anyone' ||
  (outer.kind === inner.kind && patternCovers(outer.value, inner.value)) ||
  (outer.kind === 'account' && inner.kind === 'identity' && accountOf(outer.value) === accountOf(inner.value));

/** The account that an ARN or an account id names. A hole's own name may hold colons. */
export function accountOf(value: Text): string {
  const plain = value.parts.map((p) => (typeof p === 'string' ? p : `<${p.name.replaceAll(':', '.')}>`)).join('');
  return plain.split(':')[4] || plain;
}
