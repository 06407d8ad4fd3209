/**
 * A request that a statement allows, that none of others takes in, and that all of the limits let through. A candidate is made, asked of
 * every statement, and moved out of (or into) the first one that it does not suit, along one of that statement's axes: action, resource,
 * scope, or a condition. What is not found after all the ways were gone is proved not to be there, unless something was unknown on the way.
 */
import type { Witness } from '../model/change.js';
import type { Condition, Grant, PatternSet, Principal } from '../model/fact.js';
import { show } from '../model/text.js';
import type { Actions } from './actions.js';
import type { Budget } from './budget.js';
import { type Constraint, constraintOf, keyOf, meets, opposite, valuesFor } from './constraint.js';
import { foldsActions, principalCovers } from './covers.js';
import { type Glob, glob, includes, written } from './glob.js';
import { both, has, opposed, regions } from './regions.js';
import { type Region, type Sample, sample } from './sample.js';

/** What a request must keep out of, and what it must lie in: one statement of each list. */
export interface Goals {
  readonly avoid: readonly Grant[];
  readonly enter: readonly (readonly Grant[])[];
}

/** Told on demand: most answers are only asked whether there is one. */
export type Found = { readonly witness: () => Witness } | 'none' | 'unknown';

/** One alternative of each axis of a statement. */
export interface Leaf {
  readonly grant: Grant;
  readonly principal: Principal | undefined;
  readonly action: PatternSet;
  readonly resource: PatternSet;
}

interface Axis {
  readonly region: Region;
  readonly word: Sample;
}
type Keys = ReadonlyMap<string, { readonly constraints: readonly Constraint[]; readonly values: readonly Glob[] | 'none' | 'unknown' }>;
interface State {
  readonly actions: Axis;
  readonly resources: Axis;
  readonly scope: Axis;
  readonly keys: Keys;
}
/** A state in which every axis has an answer. */
interface Point {
  readonly action: Glob;
  readonly resource: Glob;
  readonly scope: Glob;
  readonly values: (key: string) => readonly Glob[];
}

/** More refinements than any statement of this world needs. */
const deepest = 200;

export function makeSearch(actionsOf: (system: Grant['system']) => Actions, budget: Budget) {
  return (leaf: Leaf, goals: Goals): Found => {
    const search = new Search(leaf, goals, actionsOf(leaf.grant.system), budget);
    return search.run();
  };
}

class Search {
  private readonly fold: boolean;
  private unsure = false;

  constructor(
    private readonly leaf: Leaf,
    private readonly goals: Goals,
    private readonly actions: Actions,
    private readonly budget: Budget,
  ) {
    this.fold = foldsActions(leaf.grant.system);
  }

  run(): Found {
    for (const start of this.starts()) {
      const found = this.refine(start, 0);
      if (found) return { witness: () => this.told(found.state, this.plain(found.state, found.point)) };
    }
    return this.unsure ? 'unknown' : 'none';
  }

  /** Each pattern of the leaf by itself. */
  private *starts(): Generator<State> {
    const everything: Region = { within: [], without: [] };
    const { grant, action, resource } = this.leaf;
    const within: Region = { within: [glob(grant.scope)], without: [] };
    const scope: Axis = { region: within, word: sample(within, this.budget) };
    const keys = grant.conditions.reduce<Keys>((all, c) => this.constrained(all, c, constraintOf(c)), new Map());
    for (const resources of regions(everything, resource, false))
      for (const actions of regions(everything, action, this.fold))
        yield {
          keys,
          scope,
          resources: { region: resources, word: sample(resources, this.budget) },
          actions: { region: actions, word: this.actions.sample(actions) },
        };
  }

  private refine(state: State, depth: number): { readonly state: State; readonly point: Point } | undefined {
    const point = this.pointOf(state);
    if (!point) return undefined;
    this.budget.left -= this.goals.avoid.length;
    const missed = this.missed(point);
    const hit = this.hit(point);
    if (!missed && !hit) return { state, point };
    if (depth >= deepest || this.budget.left < 0) {
      this.unsure = true;
      return undefined;
    }
    for (const next of hit ? this.waysOut(state, hit) : this.waysIn(state, missed ?? [])) {
      const found = this.refine(next, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  private missed(point: Point): readonly Grant[] | undefined {
    return this.goals.enter.find((limit) => !limit.some((g) => this.takesIn(g, point) === true));
  }

  private hit(point: Point): Grant | undefined {
    return this.goals.avoid.find((g) => this.takesIn(g, point) !== false);
  }

  /** The same request as somebody would really make it: an action on a thing that it is done to, where there is one. */
  private plain({ actions, resources: { region } }: State, point: Point): Point {
    for (const action of [...this.actions.fitting(actions.region, region), point.action])
      for (const thing of this.actions.things(action, region)) {
        const resource = sample({ ...region, within: [...region.within, thing] }, this.budget);
        if (typeof resource === 'string') continue;
        const there = { ...point, action, resource };
        if (!this.missed(there) && !this.hit(there)) return there;
      }
    return point;
  }

  private pointOf({ actions, resources, scope, keys }: State): Point | undefined {
    const answers = [actions.word, resources.word, scope.word, ...[...keys.values()].map((k) => k.values)];
    if (answers.includes('none')) return undefined;
    if (typeof actions.word === 'string' || typeof resources.word === 'string' || typeof scope.word === 'string') {
      this.unsure = true;
      return undefined;
    }
    const values = (key: string): readonly Glob[] => {
      const found = keys.get(key)?.values;
      return typeof found === 'object' ? found : [];
    };
    if (answers.includes('unknown')) this.unsure = true;
    if (answers.includes('unknown')) return undefined;
    return { action: actions.word, resource: resources.word, scope: scope.word, values };
  }

  /** Whether a statement takes in the point; undefined where it is not known. */
  private takesIn(g: Grant, point: Point): boolean | undefined {
    const spoken = this.speaksOf(g, point);
    if (spoken === false) return false;
    return both([spoken, ...g.conditions.map((c) => meets(constraintOf(c), point.values(keyOf(c))))]);
  }

  /** Whether all but the conditions of a statement take in the point. */
  private speaksOf(g: Grant, { action, resource, scope }: Point): boolean | undefined {
    const { grant, principal } = this.leaf;
    if (g.system !== grant.system || !suits(g.principals, principal)) return false;
    return both([has(g.actions, action, this.fold), has(g.resources, resource, false), includes(glob(g.scope), scope)]);
  }

  /** The same question outside the statement, by each of its axes. */
  private *waysOut(state: State, g: Grant): Generator<State> {
    for (const region of regions(state.actions.region, opposed(g.actions), this.fold)) yield this.withActions(state, region);
    for (const region of regions(state.resources.region, opposed(g.resources), false))
      yield { ...state, resources: { region, word: sample(region, this.budget) } };
    const { region } = state.scope;
    const beyond: Region = { ...region, without: [...region.without, glob(g.scope)] };
    yield { ...state, scope: { region: beyond, word: sample(beyond, this.budget) } };
    for (const c of g.conditions) yield { ...state, keys: this.constrained(state.keys, c, opposite(constraintOf(c))) };
  }

  /** The same question inside one of the statements. */
  private *waysIn(state: State, limit: readonly Grant[]): Generator<State> {
    for (const g of limit) {
      if (g.system !== this.leaf.grant.system || !suits(g.principals, this.leaf.principal)) continue;
      const keys = g.conditions.reduce<Keys>((all, c) => this.constrained(all, c, constraintOf(c)), state.keys);
      const within = (region: Region): Region => ({ ...region, within: [...region.within, glob(g.scope)] });
      const scope = includes(glob(g.scope), glob(this.leaf.grant.scope)) ? state.scope.region : within(state.scope.region);
      for (const region of regions(state.resources.region, g.resources, false))
        for (const actions of regions(state.actions.region, g.actions, this.fold)) {
          const resources = { region, word: sample(region, this.budget) };
          yield this.withActions({ ...state, keys, resources, scope: { region: scope, word: sample(scope, this.budget) } }, actions);
        }
    }
  }

  private withActions(state: State, region: Region): State {
    return { ...state, actions: { region, word: this.actions.sample(region) } };
  }

  private constrained(keys: Keys, condition: Condition, constraint: Constraint): Keys {
    const constraints = [...(keys.get(keyOf(condition))?.constraints ?? []), constraint];
    return new Map([...keys, [keyOf(condition), { constraints, values: valuesFor(constraints, this.budget) }]]);
  }

  private told({ scope: { region }, keys }: State, point: Point): Witness {
    const { grant, principal } = this.leaf;
    // What the other side asks for and the request does not carry is what makes the difference.
    const others = [...this.goals.avoid.filter((g) => this.speaksOf(g, point)), ...this.goals.enter.flat()].flatMap((g) => g.conditions);
    const names = new Map([...others, ...grant.conditions].map((c) => [keyOf(c), c.key === '' ? c.operator : c.key]));
    const secret = new Set([...others, ...grant.conditions].filter((c) => c.secret).map(keyOf));
    const carried = (key: string) => {
      const values = point.values(key);
      return secret.has(key) && values.length > 0 ? ['[redacted]'] : values.map(written);
    };
    const told = [...names].map(([key, name]) => ({ key: name, values: carried(key), isAsked: keys.has(key) }));
    const left = new Set(this.goals.avoid.filter((g) => this.speaksOf(g, point)).flatMap((g) => g.conditions.map(keyOf)));
    return {
      ...(principal && { principal: show(principal.value) }),
      action: spelledAs(grant.actions, point.action, this.fold) ?? this.actions.spelled(point.action),
      resource: written(point.resource),
      ...(region.within.some((g) => g.length !== 1 || g[0] !== '*') && { scope: written(point.scope) }),
      conditions: told
        .filter(({ key, values, isAsked }) => values.length > 0 || isAsked || left.has(key.toLowerCase()))
        .map(({ key, values }) => ({ key, values })),
    };
  }
}

/** A statement without principals speaks of its holder. */
const suits = (outer: readonly Principal[] | undefined, inner: Principal | undefined): boolean =>
  inner === undefined ? outer === undefined : (outer?.some((o) => principalCovers(o, inner)) ?? false);

/** As the author wrote it, where it is written out. */
const spelledAs = ({ patterns, negated }: PatternSet, action: Glob, fold: boolean): string | undefined => {
  const same = negated ? undefined : patterns.find((p) => glob(p, fold).join('') === action.join(''));
  return same && show(same);
};
