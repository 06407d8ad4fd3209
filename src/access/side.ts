/** One side of a comparison: the statements of a subject, parted by what they do. */
import type { Grant } from '../model/fact.js';
import type { HeldGrant, NamedSet, Subject } from '../model/inventory.js';
import { grantText } from '../model/signature.js';
import { show } from '../model/text.js';
import type { Budget } from './budget.js';
import { type Catalogue, managedStatements } from './catalogue.js';
import { merged } from './merged.js';
import { type Near, nearOf } from './near.js';

/** A set that takes away, with what it lets through where that is known. */
export interface Limit {
  readonly set: NamedSet;
  readonly text: string;
  readonly allow: readonly Grant[] | undefined;
  readonly deny: readonly Grant[];
}

interface Everything {
  readonly allow: readonly Grant[];
  readonly deny: readonly Grant[];
  /** Those of them that may meet a statement. */
  readonly allowing: Near<Grant>;
  readonly denying: Near<Grant>;
}

export interface AccessSide {
  /** An identity or a guardrail of which all that it allows is known, and which allows something. */
  readonly isWhole: boolean;
  readonly allow: readonly HeldGrant[];
  readonly deny: readonly HeldGrant[];
  /** Those of its own statements that may meet another one. */
  readonly near: () => Near<HeldGrant>;
  /** Sets that give, each with its statements where they are known. */
  readonly given: readonly { readonly set: NamedSet; readonly statements: readonly Grant[] | undefined }[];
  readonly limits: readonly Limit[];
  /** Everything that is allowed and everything that is denied, in as few statements as say it; limits are not counted in. */
  readonly all: () => Everything;
}

export function sideOf({ category, grants, namedSets }: Subject, catalogue: Catalogue, budget: Budget): AccessSide {
  const sets = namedSets.map((set) => ({ set, statements: set.content ?? managedStatements(set, catalogue) }));
  const given = sets.filter(({ set }) => set.role === 'give');
  const every: readonly Grant[] = [...grants, ...given.flatMap(({ statements = [] }) => statements)];
  const parted = byEffect(grants);
  // Most subjects of most changes are never asked.
  let all: Everything | undefined;
  let near: Near<HeldGrant> | undefined;
  return {
    ...parted,
    near: () => {
      near ??= nearOf(parted.allow, budget);
      return near;
    },
    isWhole:
      (category === 'identity' || category === 'guardrail') &&
      parted.allow.length + given.length > 0 &&
      given.every(({ statements }) => statements !== undefined),
    given,
    limits: sets.filter(({ set }) => set.role === 'limit').map(({ set, statements }) => limitOf(set, statements)),
    all: () => {
      all ??= everythingOf(every, budget);
      return all;
    },
  };
}

function everythingOf(grants: readonly Grant[], budget: Budget): Everything {
  const { allow, deny } = byEffect(grants);
  const [allowed, denied] = [merged(allow), merged(deny)];
  return { allow: allowed, deny: denied, allowing: nearOf(allowed, budget), denying: nearOf(denied, budget) };
}

const byEffect = <G extends Grant>(grants: readonly G[]) => ({
  allow: grants.filter((s) => s.effect === 'allow'),
  deny: grants.filter((s) => s.effect === 'deny'),
});

function limitOf(set: NamedSet, statements: readonly Grant[] | undefined): Limit {
  const { allow, deny } = byEffect(statements ?? []);
  const content = statements?.map(grantText).sort().join('\n') ?? '?';
  return { set, text: `${setText(set)}\n${content}`, allow: statements && merged(allow), deny: merged(deny) };
}

/** Equal for sets of one name that are given alike. */
export const setText = ({ role, name, scope }: NamedSet): string => [role, show(name), scope ? show(scope) : ''].join(' ');

/** Each thing that is not among the others word for word, once. Most statements of most changes end here. */
export function unlike<S>(things: readonly S[], others: readonly S[], textOf: (s: S) => string): readonly S[] {
  const known = new Set(others.map(textOf));
  return things.filter((s) => {
    const text = textOf(s);
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}
