/** Of which services a set of AWS gives everything: what a ready-made policy is, whatever it is called. */
import type { Grant } from '../../model/fact.js';
import { breadths, type NamedSet } from '../../model/inventory.js';
import { literal } from '../../model/text.js';
import { type Catalogue, managedStatements } from '../catalogue.js';
import { aws } from './aws.js';

/** A statement that allows all but some actions. */
const most = 'most';

/** `iam` for `iam:*` on everything, `*` for all services, `most` for all but some; undefined where its statements are not known. */
export function wholeServicesOf(set: NamedSet, catalogue: Catalogue): readonly string[] | undefined {
  const statements = managedStatements(set, catalogue);
  return statements && [...new Set(statements.flatMap(wholeIn))].sort();
}

function wholeIn(grant: Grant): readonly string[] {
  const { effect, actions, conditions } = grant;
  const breadth = aws.breadth(grant);
  const isWide = breadth !== 'unknown' && breadths.indexOf(breadth) <= breadths.indexOf('service');
  if (effect === 'deny' || conditions.length > 0 || !isWide) return [];
  if (actions.negated) return [most];
  // `*` and `*:*` are every service.
  return actions.patterns.flatMap((p) => /^([^:]+)(?::\*)?$/.exec(literal(p)?.toLowerCase() ?? '')?.[1] ?? []);
}
