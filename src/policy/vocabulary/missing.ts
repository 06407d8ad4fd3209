/** What would have to be known, in the words of whoever found it missing: a variable without a value, an input that nobody gives. */
import type { Grant } from '../../model/fact.js';
import { notKnown, type Value, type Words } from '../value.js';

/** Longer lists help nobody. */
const mostTold = 3;

const reasonsIn = (texts: Iterable<Words>): ReadonlySet<string> =>
  new Set([...texts].flatMap((parts) => parts.flatMap((part) => (typeof part === 'string' || part.why === undefined ? [] : [part.why]))));

function* textsOf(grants: Iterable<Grant>): Iterable<Words> {
  for (const { actions, resources, conditions, principals = [] } of grants)
    for (const text of [
      ...actions.patterns,
      ...resources.patterns,
      ...conditions.flatMap((c) => c.values),
      ...principals.map((p) => p.value),
    ])
      yield text.parts;
}

/** Why something about these statements is not known: what is missing in them, or in general `what`. */
export function openIn(grants: Iterable<Grant>, what: string): Value {
  const reasons = [...reasonsIn(textsOf(grants))];
  const more = reasons.length > mostTold ? [`${reasons.length - mostTold} more`] : [];
  return notKnown(reasons.length > 0 ? [...reasons.slice(0, mostTold), ...more].join('; ') : what);
}
