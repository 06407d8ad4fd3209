/**
 * Contract: what AWS says of its own actions and policies. Access code is handed a loaded catalogue and stays synchronous; whatever a
 * catalogue does not know is `undefined`, never "nothing", since AWS adds actions every week.
 */
import type { Condition, Grant, PatternSet } from '../model/fact.js';
import type { NamedSet } from '../model/inventory.js';
import { show, text } from '../model/text.js';

/** AWS's own words for what an action does. `tagging` and `permissions` write, too. */
export type ActionKind = 'list' | 'read' | 'write' | 'tagging' | 'permissions';

/** A statement of one of AWS's own policies. */
export interface ManagedStatement {
  readonly effect: 'allow' | 'deny';
  readonly actions: { readonly patterns: readonly string[]; readonly negated: boolean };
  readonly resources: { readonly patterns: readonly string[]; readonly negated: boolean };
  readonly conditions: readonly { readonly operator: string; readonly key: string; readonly values: readonly string[] }[];
}

export interface Catalogue {
  /** The known actions that a pattern takes in, as `service:Name` in one order; undefined when it takes in none that is known. */
  expand(pattern: string): readonly string[] | undefined;
  /** What kind of action it is; in any case of letters. */
  levelOf(action: string): ActionKind | undefined;
  /** ARN patterns of what an action can be tied to. Empty: to nothing, only `*` gives it. */
  resourceTypesOf(action: string): readonly string[] | undefined;
  /** The statements of one of AWS's own policies by its name without path. */
  managedPolicy(name: string): readonly ManagedStatement[] | undefined;
}

/** For a review without AWS. */
export const noCatalogue: Catalogue = {
  expand: () => undefined,
  levelOf: () => undefined,
  resourceTypesOf: () => undefined,
  managedPolicy: () => undefined,
};

const byAws = 'aws:managed-policy:';

/** What a set that is held by name alone gives, when it is one of AWS's own policies. The statements stand where the set was given. */
export function managedStatements({ handles, name, span, via }: NamedSet, catalogue: Catalogue): readonly Grant[] | undefined {
  const known =
    handles.find((h) => h.startsWith(byAws))?.slice(byAws.length) ?? /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(show(name))?.[1];
  const statements = known === undefined ? undefined : catalogue.managedPolicy(known);
  const set = ({ patterns, negated }: ManagedStatement['actions']): PatternSet => ({
    patterns: patterns.map((p) => text(p, span)),
    negated,
  });
  return statements?.map(
    ({ effect, actions, resources, conditions }): Grant => ({
      system: 'aws',
      effect,
      actions: set(actions),
      resources: set(resources),
      scope: text('*', span),
      conditions: conditions.map(
        ({ operator, key, values }): Condition => ({ operator, key, values: values.map((v) => text(v, span)), span }),
      ),
      via,
      span,
    }),
  );
}
