/**
 * What a subject can really do: its allow statements, cut to what explicit denials, permissions boundaries and other limits leave of them.
 * The answers are safe: where a denial may not apply the access stands, and where a limit is not known the access is `possible`.
 */
import type { Condition, Grant, PatternSet } from '../model/fact.js';
import type { HeldGrant, NamedSet, Subject } from '../model/inventory.js';
import type { Span } from '../model/span.js';
import { show, type Text } from '../model/text.js';
import { foldsActions, patternCovers, setCovers, setMeets } from './covers.js';

/** What effective access rests on besides the subject itself. Whatever is left out is not known. */
export interface AccessContext {
  /** The statements of a set that is held by name alone (AWS-managed policies); undefined when its name says nothing. */
  readonly statementsOf?: (set: NamedSet) => readonly Grant[] | undefined;
}

/** What one allow statement still gives of what was asked for. */
export interface Allowed {
  /** The statement as it was written, for its place and its words. */
  readonly grant: HeldGrant;
  /** A resource is reached when it belongs to every one of these: the statement's own, what each limit lets through, all but what is denied. */
  readonly resources: readonly PatternSet[];
  /** All of them hold: the statement's own and those of the limits. */
  readonly conditions: readonly Condition[];
  /** Denials that apply under conditions or in part: they may stop it, and whoever can avoid them is not stopped. */
  readonly unless: readonly HeldGrant[];
  /** What is not known and may take it away. Empty: it is certain. */
  readonly doubts: readonly Doubt[];
}

/** Something that the files do not tell. */
export interface Doubt {
  readonly because: string;
  readonly at: Span;
}

export interface Effective {
  /** What is left of every statement that reaches an action of the pattern (`iam:PassRole`, `s3:*`), in the order of the statements. */
  allowing(action: string): readonly Allowed[];
  /** What may give more than is told here: sets whose content is not known. */
  readonly doubts: readonly Doubt[];
}

/** Whether the resource is (in part) within what is left: `false` is certain, a hole that may be it counts as reached. */
export const reaches = ({ resources }: Allowed, resource: Text): boolean => resources.every((set) => setMeets(set, resource));

export function effectiveOf(subject: Subject, context: AccessContext = {}): Effective {
  const contents = subject.namedSets.map((set) => ({ set, statements: set.content ?? context.statementsOf?.(set) }));
  const given = contents.flatMap(({ set, statements = [] }) => (set.role === 'give' ? statements.map((g) => heldThrough(g, set)) : []));
  const held = [...subject.grants.filter((g) => !g.principals), ...given];
  const limits = contents.filter(({ set }) => set.role === 'limit');
  const unknown = contents.flatMap(({ set, statements }) =>
    set.role === 'give' && !statements
      ? [{ because: `what ${show(set.name)} allows (${set.via}) is not known from the files`, at: set.span }]
      : [],
  );
  return {
    doubts: unknown,
    allowing: (action) => {
      const asked: Text = { parts: [action], span: subject.head };
      return held.flatMap((grant) => {
        const isMet = (g: Grant) => setMeets(g.actions, asked, foldsActions(g.system));
        if (grant.effect === 'deny' || !isMet(grant)) return [];
        const whole: Allowed = { grant, resources: [grant.resources], conditions: grant.conditions, unless: [], doubts: [] };
        const denials = held.filter((g) => g.effect === 'deny' && g.system === grant.system && isMet(g));
        return limits.reduce(
          (left, limit) => left.flatMap((a) => within(a, limit, asked)),
          denials.reduce<readonly Allowed[]>((left, denial) => left.flatMap((a) => beyond(a, denial, asked)), [whole]),
        );
      });
    },
  };
}

const heldThrough = (g: Grant, set: NamedSet): HeldGrant => ({
  ...g,
  via: `${show(set.name)} (${set.via})`,
  span: set.span,
  given: set.given ?? set.span,
  level: 'unknown',
  breadth: 'unknown',
  ...(set.from && { from: set.from }),
});

/** What a denial leaves: nothing, all but its resources, or all of it with the denial noted. */
function beyond(allowed: Allowed, denial: HeldGrant, action: Text): readonly Allowed[] {
  const { system } = denial;
  const isWhole =
    setCovers(denial.actions, action, foldsActions(system)) &&
    denial.conditions.length === 0 &&
    patternCovers(denial.scope, allowed.grant.scope);
  if (!isWhole) return [{ ...allowed, unless: [...allowed.unless, denial] }];
  const { patterns, negated } = denial.resources;
  const left: PatternSet = { patterns, negated: !negated };
  if (allowed.resources.some((set) => !set.negated && set.patterns.every((p) => setCovers(denial.resources, p)))) return [];
  return [{ ...allowed, resources: [...allowed.resources, left] }];
}

/** What a limit lets through: one part for each of its statements that reaches the action. */
function within(
  allowed: Allowed,
  { set, statements }: { readonly set: NamedSet; readonly statements: readonly Grant[] | undefined },
  action: Text,
): readonly Allowed[] {
  if (!statements) {
    const because = `what ${show(set.name)} (${set.via}) leaves of it is not known from the files`;
    return [{ ...allowed, doubts: [...allowed.doubts, { because, at: set.span }] }];
  }
  const reached = statements.filter((g) => setMeets(g.actions, action, foldsActions(g.system)));
  const through = reached
    .filter((g) => g.effect === 'allow' && overlap(allowed, g.resources))
    .map((g) => ({ ...allowed, resources: [...allowed.resources, g.resources], conditions: [...allowed.conditions, ...g.conditions] }));
  const denials = reached.filter((g) => g.effect === 'deny').map((g) => heldThrough(g, set));
  return denials.reduce<readonly Allowed[]>((left, denial) => left.flatMap((a) => beyond(a, denial, action)), through);
}

/** Whether some resource of a positive set belongs to all sets. */
const overlap = (allowed: Allowed, within: PatternSet): boolean => {
  const sets = [...allowed.resources, within];
  const written = sets.filter((s) => !s.negated).sort((a, b) => a.patterns.length - b.patterns.length)[0];
  return written === undefined || written.patterns.some((p) => sets.every((s) => setMeets(s, p)));
};
