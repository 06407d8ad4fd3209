/** What one identity is allowed for sure, action by action; each question is answered once. */
import type { Grant } from '../../model/fact.js';
import type { HeldGrant, Subject } from '../../model/inventory.js';
import { literal } from '../../model/text.js';
import { matches } from '../catalogue/pattern.js';
import { type Catalogue, managedStatements } from '../catalogue.js';
import { type Allowed, effectiveOf } from '../effective.js';

export interface AllowedActions {
  /** Whether any statement allows it, whatever is denied: a quick answer for most. */
  may(action: string): boolean;
  /** What denials and limits leave of the statements that allow it. */
  allowing(action: string): readonly Allowed[];
}

/** `guards`: what resource policies allow it. */
export function allowedTo(subject: Subject, catalogue: Catalogue, guards: readonly HeldGrant[]): AllowedActions {
  const sets = new Map(subject.namedSets.map((set) => [set, managedStatements(set, catalogue)]));
  const effective = effectiveOf({ ...subject, grants: [...subject.grants, ...guards] }, { statementsOf: (set) => sets.get(set) });
  const allows = [
    ...[...subject.grants, ...guards].filter((g) => !g.principals),
    ...[...sets].flatMap(([{ role }, given]) => (role === 'give' ? (given ?? []) : [])),
  ]
    .filter((g) => g.effect === 'allow')
    .map(surely);
  const answers = new Map<string, readonly Allowed[]>();
  const may = (action: string): boolean => allows.some((allowed) => allowed(action.toLowerCase()));
  return {
    may,
    allowing(action) {
      const known = answers.get(action);
      if (known) return known;
      const answer = may(action) ? effective.allowing(action).filter(({ grant }) => surely(grant)(action.toLowerCase())) : [];
      answers.set(action, answer);
      return answer;
    },
  };
}

/** Whether a statement names the action. One that the files do not tell may be any: that is no path yet. */
function surely({ actions: { patterns, negated } }: Grant): (action: string) => boolean {
  const written = patterns.flatMap((p) => literal(p)?.toLowerCase() ?? []);
  if (!negated) return (action) => written.some((p) => matches(p, action));
  return (action) => written.length === patterns.length && !written.some((p) => matches(p, action));
}
