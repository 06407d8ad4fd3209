/** What one identity may do on the way to more rights: the allow statements that really help, action by action. */
import type { PatternSet } from '../../model/fact.js';
import { breadths, type HeldGrant, type Subject } from '../../model/inventory.js';
import { show, type Text } from '../../model/text.js';
import type { Catalogue } from '../catalogue.js';
import type { Allowed } from '../effective.js';
import { breadthOf } from '../levels/arn.js';
import type { AllowedActions } from './allowed.js';
import { avoids, meetsAll, type Use } from './conditions.js';
import { reachesType, setTakesIn, share, type Thing } from './thing.js';

/** One action of a path with what allows it. */
export interface Step {
  readonly action: string;
  readonly allowed: Allowed;
}

/** Two steps that meet on what a pattern takes in. */
export interface Together {
  readonly steps: readonly Step[];
  readonly on: Text;
}

/** So many statements, and so many patterns of each, are tried against one another: what is reached is mostly reached by the first. */
const mostTried = 32;

export interface Holder {
  readonly me: Subject;
  /** A statement that allows the action on all things of its kind; `services`: to any of which a role is to be passed. */
  onAny(action: string, services?: readonly string[]): Step | undefined;
  /** A statement that allows it on this very thing. */
  on(action: string, thing: Thing, services?: readonly string[]): Step | undefined;
  /** A statement that allows it on something that the holder may choose or make. */
  somewhere(action: string): readonly Step[];
  /**
   * Statements that allow two actions on the same thing, whatever it is, and the patterns by which they do, the narrower ones first.
   * `isOwnMaking`: the first of the actions makes it.
   */
  together(one: string, other: string, isOwnMaking: boolean): readonly Together[];
}

const written = ({ resources }: Allowed): readonly PatternSet[] => resources.filter((set) => !set.negated);
/** A statement of the `NotResource` form, from which nothing is taken away. */
const everything = (at: HeldGrant): Text => ({ parts: ['*'], span: at.span });
const patternsOf = (allowed: Allowed): readonly Text[] => {
  const [first] = written(allowed);
  return first ? first.patterns : [everything(allowed.grant)];
};

const isWide = (pattern: Text): boolean => {
  const breadth = breadthOf(pattern);
  return breadth !== 'unknown' && breadths.indexOf(breadth) <= breadths.indexOf('service');
};

/** `isStrongPolicy` is what conditions may ask of a policy. */
export function holderOf(me: Subject, actions: AllowedActions, catalogue: Catalogue, isStrongPolicy: Use['isStrongPolicy']): Holder {
  const use = (isOwnMaking: boolean, more: Partial<Pick<Use, 'thing' | 'services'>> = {}): Use => ({
    me,
    services: [],
    isStrongPolicy,
    isOwnMaking,
    ...more,
  });
  const isOpen = (a: Allowed, by: Use) => meetsAll(a.conditions, by) && a.unless.every((denial) => avoids(denial, by));
  const usable = (action: string, by: Use) => actions.allowing(action).filter((a) => isOpen(a, by));
  const step = (action: string, allowed: Allowed | undefined): Step | undefined => allowed && { action, allowed };
  const reached = new Map<Allowed, Map<Thing, boolean>>();
  const reaches = (allowed: Allowed, thing: Thing): boolean => {
    const known = reached.get(allowed) ?? new Map<Thing, boolean>();
    reached.set(allowed, known);
    const answer = known.get(thing) ?? allowed.resources.every((set) => setTakesIn(set, thing, me));
    known.set(thing, answer);
    return answer;
  };
  return {
    me,
    onAny(action, services = []) {
      const types = catalogue.resourceTypesOf(action);
      const takesAll = (set: PatternSet) =>
        set.negated ? !set.patterns.some(isWide) : set.patterns.some((p) => isWide(p) && reachesType(p, types));
      const by = use(false, { services });
      return step(
        action,
        actions.allowing(action).find((a) => a.resources.every(takesAll) && isOpen(a, by)),
      );
    },
    on(action, thing, services = []) {
      const by = use(false, { thing, services });
      return step(
        action,
        actions.allowing(action).find((a) => reaches(a, thing) && isOpen(a, by)),
      );
    },
    somewhere(action) {
      // Of an action that is not known it is known whose it is.
      const types = catalogue.resourceTypesOf(action) ?? [`arn:*:${action.slice(0, action.indexOf(':'))}:*`];
      return usable(action, use(true))
        .filter((a) => written(a).every((set) => set.patterns.some((p) => reachesType(p, types))))
        .map((allowed) => ({ action, allowed }));
    },
    together(one, other, isOwnMaking) {
      const types = catalogue.resourceTypesOf(one);
      const by = use(isOwnMaking);
      const found = usable(one, by)
        .slice(0, mostTried)
        .flatMap((a) =>
          usable(other, by)
            .slice(0, mostTried)
            .flatMap((b) =>
              commonPatterns(a, b, types).map((on) => ({
                steps: [
                  { action: one, allowed: a },
                  { action: other, allowed: b },
                ],
                on,
              })),
            ),
        );
      return found.sort((a, b) => show(b.on).length - show(a.on).length).slice(0, mostTried);
    },
  };
}

/** Of each two patterns that have something in common, the narrower one. */
const commonPatterns = (a: Allowed, b: Allowed, types: readonly string[] | undefined): readonly Text[] =>
  patternsOf(a)
    .slice(0, mostTried)
    .flatMap((p) =>
      patternsOf(b)
        .slice(0, mostTried)
        .flatMap((q) => (share(p, q, types) ? [show(p).length > show(q).length ? p : q] : [])),
    );

/** Choices multiply: so many statements are tried for one action. */
const mostChosen = 8;

/** One statement for each action, such that those of one kind of resource have a resource in common; undefined when there is no such choice. */
export function choose(options: readonly (readonly Step[])[], catalogue: Catalogue): readonly Step[] | undefined {
  const fits = (a: Step, b: Step): boolean => {
    const types = catalogue.resourceTypesOf(a.action);
    const others = catalogue.resourceTypesOf(b.action);
    const common = types?.filter((t) => others?.includes(t));
    if (!common?.length) return true;
    return commonPatterns(a.allowed, b.allowed, common).length > 0;
  };
  const pick = (at: number, chosen: readonly Step[]): readonly Step[] | undefined => {
    const next = options[at];
    if (!next) return chosen;
    for (const option of next.slice(0, mostChosen)) {
      const found = chosen.every((c) => fits(c, option)) ? pick(at + 1, [...chosen, option]) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return pick(0, []);
}
