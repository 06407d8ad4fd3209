/** What one identity may do on the way to more rights: the allow statements that really help, action by action. */
import type { PatternSet } from '../../model/fact.js';
import { breadths, type HeldGrant, type Subject } from '../../model/inventory.js';
import { literal, show, type Text } from '../../model/text.js';
import { matches } from '../catalogue/pattern.js';
import type { Catalogue } from '../catalogue.js';
import type { Allowed, Effective } from '../effective.js';
import { breadthOf } from '../levels/arn.js';
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
  /** A statement that allows the action on all things of its kind. */
  onAny(action: string): Step | undefined;
  /** A statement that allows it on this very thing. */
  on(action: string, thing: Thing): Step | undefined;
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

/** An action that the files do not tell may be any: that is no path yet. */
const surelyAllows = ({ actions: { patterns, negated } }: HeldGrant, action: string): boolean =>
  negated
    ? patterns.every((p) => literal(p) !== undefined)
    : patterns.some((p) => {
        const written = literal(p)?.toLowerCase();
        return written !== undefined && matches(written, action.toLowerCase());
      });

/** `isStrongPolicy` and `services` are what conditions may ask of the path at hand. */
export function holderOf(
  me: Subject,
  effective: Effective,
  catalogue: Catalogue,
  { isStrongPolicy, services }: Pick<Use, 'isStrongPolicy' | 'services'>,
): Holder {
  const use = (more: Pick<Use, 'isOwnMaking'> & Partial<Pick<Use, 'thing'>>): Use => ({ me, services, isStrongPolicy, ...more });
  const usable = (action: string, by: Use) =>
    effective
      .allowing(action)
      .filter((a) => surelyAllows(a.grant, action) && meetsAll(a.conditions, by) && a.unless.every((denial) => avoids(denial, by)));
  const step = (action: string, allowed: Allowed | undefined): Step | undefined => allowed && { action, allowed };
  return {
    me,
    onAny(action) {
      const types = catalogue.resourceTypesOf(action);
      const takesAll = (set: PatternSet) =>
        set.negated ? !set.patterns.some(isWide) : set.patterns.some((p) => isWide(p) && reachesType(p, types));
      return step(
        action,
        usable(action, use({ isOwnMaking: false })).find((a) => a.resources.every(takesAll)),
      );
    },
    on: (action, thing) =>
      step(
        action,
        usable(action, use({ thing, isOwnMaking: false })).find((a) => a.resources.every((set) => setTakesIn(set, thing, me))),
      ),
    somewhere(action) {
      // Of an action that is not known it is known whose it is.
      const types = catalogue.resourceTypesOf(action) ?? [`arn:*:${action.slice(0, action.indexOf(':'))}:*`];
      return usable(action, use({ isOwnMaking: true }))
        .filter((a) => written(a).every((set) => set.patterns.some((p) => reachesType(p, types))))
        .map((allowed) => ({ action, allowed }));
    },
    together(one, other, isOwnMaking) {
      const types = catalogue.resourceTypesOf(one);
      const by = use({ isOwnMaking });
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
