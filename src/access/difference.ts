/** What one subject may do, or who may become it, before and after. Statements that say the same in other words cancel out. */
import type { AccessDifference, Held, TrustDifference } from '../model/change.js';
import type { Trust } from '../model/fact.js';
import type { HeldGrant, NamedSet } from '../model/inventory.js';
import { grantText, trustText } from '../model/signature.js';
import { show } from '../model/text.js';
import { type Budget, grantBeyond, makeBudget, trustBeyond } from './remainder.js';

export interface Differences {
  /** What `after` may do that `before` might not, and the reverse. */
  readonly access: AccessDifference;
  /** Who may become `after` that might not become `before`, and the reverse. */
  readonly trust: TrustDifference;
}

/** Compares any number of subjects within one budget: a hostile change gets coarse answers, not a long time. */
export function makeDifferences(budget: Budget = makeBudget()): Differences {
  return {
    access: (before, after) => ({
      gained: [...grantsGained(before.grants, after.grants, budget), ...setsGained(before.namedSets, after.namedSets)],
      lost: [...grantsGained(after.grants, before.grants, budget), ...setsGained(after.namedSets, before.namedSets)],
    }),
    trust: (before, after) => ({
      gained: trustGained(before.trust, after.trust, budget),
      lost: trustGained(after.trust, before.trust, budget),
    }),
  };
}

/** What `now` allows that `then` did not: what is allowed anew and not denied as well, and denials that are gone. */
function grantsGained(then: readonly HeldGrant[], now: readonly HeldGrant[], budget: Budget): readonly Held[] {
  const old = parted(then);
  const current = parted(now);
  const allowed = unlike(current.allow, old.allow, grantText)
    .flatMap((g) => grantBeyond(g, old.allow, budget))
    .flatMap((g) => grantBeyond(g, current.deny, budget));
  const undenied = unlike(old.deny, current.deny, grantText).flatMap((g) => grantBeyond(g, current.deny, budget));
  return [...allowed, ...undenied].map((grant) => ({ grant }));
}

function trustGained(then: readonly Trust[], now: readonly Trust[], budget: Budget): readonly Trust[] {
  const old = parted(then);
  const current = parted(now);
  const allowed = unlike(current.allow, old.allow, trustText)
    .flatMap((t) => trustBeyond(t, old.allow, budget))
    .flatMap((t) => trustBeyond(t, current.deny, budget));
  const undenied = unlike(old.deny, current.deny, trustText).flatMap((t) => trustBeyond(t, current.deny, budget));
  return [...allowed, ...undenied];
}

const parted = <S extends { readonly effect: 'allow' | 'deny' }>(statements: readonly S[]) => ({
  allow: statements.filter((s) => s.effect === 'allow'),
  deny: statements.filter((s) => s.effect === 'deny'),
});

/** Each statement that is not among the others word for word, once. Most statements of most changes end here. */
function unlike<S>(statements: readonly S[], others: readonly S[], textOf: (s: S) => string): readonly S[] {
  const known = new Set(others.map(textOf));
  return statements.filter((s) => {
    const text = textOf(s);
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}

const setText = ({ role, name, scope }: NamedSet): string => [role, show(name), scope ? show(scope) : ''].join(' ');

/** A set that is given anew, and a boundary that is gone: both are access gained. */
function setsGained(then: readonly NamedSet[], now: readonly NamedSet[]): readonly Held[] {
  const give = unlike(now, then, setText).filter((s) => s.role === 'give');
  const unlimited = unlike(then, now, setText).filter((s) => s.role === 'limit');
  return [...give, ...unlimited].map((set) => ({ set }));
}
