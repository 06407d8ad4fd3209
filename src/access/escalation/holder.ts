/** What one identity may do on the way to more rights: the allow statements that really help, action by action. */
import type { PatternSet } from '../../model/fact.js';
import { breadths, type HeldGrant, type Subject } from '../../model/inventory.js';
import { show, type Text } from '../../model/text.js';
import type { Budget } from '../budget.js';
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
interface Together {
  readonly steps: readonly Step[];
  readonly on: Text;
}

/** So many statements, and so many patterns of each, are tried against one another: what is reached is mostly reached by the first. */
const mostTried = 32;

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

/** What questions to a holder rest on. */
interface Terms {
  readonly catalogue: Catalogue;
  readonly isStrongPolicy: Use['isStrongPolicy'];
  /** Past it nothing more is reached. */
  readonly budget: Budget;
}

/** One identity and what is asked of it. */
export class Holder {
  readonly me: Subject;
  readonly #actions: AllowedActions;
  readonly #terms: Terms;
  readonly #reached = new Map<Allowed, Map<Thing, boolean>>();

  constructor(me: Subject, actions: AllowedActions, terms: Terms) {
    this.me = me;
    this.#actions = actions;
    this.#terms = terms;
  }

  /** A statement that allows the action on all things of its kind; `services`: to any of which a role is to be passed. */
  onAny(action: string, services: readonly string[] = []): Step | undefined {
    const types = this.#terms.catalogue.resourceTypesOf(action);
    const takesAll = (set: PatternSet) =>
      set.negated ? !set.patterns.some(isWide) : set.patterns.some((p) => isWide(p) && reachesType(p, types));
    const by = this.#use({ services });
    const allowed = this.#actions.allowing(action).find((a) => a.resources.every(takesAll) && isOpen(a, by));
    return allowed && { action, allowed };
  }

  /** A statement that allows it on this very thing. */
  on(action: string, thing: Thing, services: readonly string[] = []): Step | undefined {
    const by = this.#use({ thing, services });
    const allowed = this.#actions.allowing(action).find((a) => this.#reaches(a, thing) && isOpen(a, by));
    return allowed && { action, allowed };
  }

  /** Whether the conditions of any statement that allows it can be met by somebody who makes what it is done to. */
  canMeet(action: string, services: readonly string[]): boolean {
    const by = this.#use({ services, isOwnMaking: true });
    return this.#actions.allowing(action).some((a) => isOpen(a, by));
  }

  /** Statements that allow it on something that the holder may choose or make. */
  somewhere(action: string): readonly Step[] {
    // Of an action that is not known it is known whose it is.
    const types = this.#terms.catalogue.resourceTypesOf(action) ?? [`arn:*:${action.slice(0, action.indexOf(':'))}:*`];
    return this.#usable(action, true)
      .filter((a) => written(a).every((set) => set.patterns.some((p) => reachesType(p, types))))
      .map((allowed) => ({ action, allowed }));
  }

  /**
   * Statements that allow two actions on the same thing, whatever it is, and the patterns by which they do, the narrower ones first.
   * `isOwnMaking`: the first of the actions makes it.
   */
  together(one: string, other: string, isOwnMaking: boolean): readonly Together[] {
    const types = this.#terms.catalogue.resourceTypesOf(one);
    const [first, second] = [one, other].map((action) =>
      this.#usable(action, isOwnMaking)
        .slice(0, mostTried)
        .map((allowed): Step => ({ action, allowed })),
    );
    const found = (first ?? []).flatMap((a) =>
      (second ?? []).flatMap((b) => commonPatterns(a.allowed, b.allowed, types).map((on): Together => ({ steps: [a, b], on }))),
    );
    return found.sort((a, b) => show(b.on).length - show(a.on).length).slice(0, mostTried);
  }

  #use(more: Partial<Pick<Use, 'thing' | 'services' | 'isOwnMaking'>>): Use {
    return { me: this.me, services: [], isOwnMaking: false, isStrongPolicy: this.#terms.isStrongPolicy, ...more };
  }

  #usable(action: string, isOwnMaking: boolean): readonly Allowed[] {
    const by = this.#use({ isOwnMaking });
    return this.#actions.allowing(action).filter((a) => isOpen(a, by));
  }

  #reaches(allowed: Allowed, thing: Thing): boolean {
    const known = this.#reached.get(allowed) ?? new Map<Thing, boolean>();
    this.#reached.set(allowed, known);
    const answer = known.get(thing) ?? this.#asks(allowed, thing);
    known.set(thing, answer);
    return answer;
  }

  #asks({ resources }: Allowed, thing: Thing): boolean {
    const { budget } = this.#terms;
    budget.left -= resources.reduce((sum, set) => sum + set.patterns.length, 0);
    return budget.left >= 0 && resources.every((set) => setTakesIn(set, thing, this.me));
  }
}

/** Whether conditions and denials can be got past. */
const isOpen = ({ conditions, unless }: Allowed, by: Use): boolean =>
  meetsAll(conditions, by) && unless.every((denial) => avoids(denial, by));

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
