/** What one subject may do, or who may become it, before and after. Statements that say the same in other words cancel out. */
import type { AccessDifference, Held, TrustDifference, Witness } from '../model/change.js';
import type { Grant, System } from '../model/fact.js';
import type { HeldGrant } from '../model/inventory.js';
import { grantText } from '../model/signature.js';
import { type Actions, anyActions, awsActions } from './actions.js';
import { type Budget, makeBudget } from './budget.js';
import { type Catalogue, noCatalogue } from './catalogue.js';
import { openOf, overlaps } from './exact.js';
import { grantBeyond } from './remainder.js';
import { type Goals, makeSearch } from './search.js';
import { type AccessSide, type Limit, setText, sideOf, unlike } from './side.js';
import { makeTrustDifference } from './trust.js';

export interface Differences {
  /** What `after` may do that `before` might not, and the reverse. */
  readonly access: AccessDifference;
  /** Who may become `after` that might not become `before`, and the reverse. */
  readonly trust: TrustDifference;
}

/** Compares any number of subjects within one budget: a hostile change gets coarse answers, not a long time. */
export function makeDifferences(catalogue: Catalogue = noCatalogue, budget: Budget = makeBudget()): Differences {
  const gains = new Gains(catalogue, budget);
  const trust = makeTrustDifference(catalogue, budget);
  return {
    access: (before, after) => {
      if (before.grants.length + before.namedSets.length + after.grants.length + after.namedSets.length === 0) return nothing;
      // However much the others took, each has enough for an ordinary change.
      budget.left = Math.max(budget.left, ordinary);
      const [then, now] = [sideOf(before, catalogue, budget), sideOf(after, catalogue, budget)];
      const [gained, lost] = [gains.of(then, now), gains.of(now, then)];
      const [had, keeps] = [gains.about(gained.held, then), gains.about(lost.held, now)];
      return {
        gained: gained.held,
        lost: lost.held,
        ...(had.length > 0 && { had }),
        ...(keeps.length > 0 && { keeps }),
        ...(gained.witness && { gains: gained.witness() }),
        ...(lost.witness && { loses: lost.witness() }),
      };
    },
    trust: (before, after) => {
      if (before.trust.length + after.trust.length === 0) return nothing;
      budget.left = Math.max(budget.left, ordinary);
      return trust(before, after);
    },
  };
}

/** Each statement is put into words once, though it is compared in both directions. */
const texts = new WeakMap<Grant, string>();
function wordsOf(g: Grant): string {
  const text = texts.get(g) ?? grantText(g);
  texts.set(g, text);
  return text;
}

/** What the comparison of one subject may cost in any case. */
const ordinary = 2_000;

/** A sentence names no more than a few statements. */
const mostTold = 12;
const sizeOf = ({ actions, resources }: Grant): number => actions.patterns.length + resources.patterns.length;

const nothing = { gained: [], lost: [] };

interface Gain {
  readonly held: readonly Held[];
  readonly witness: (() => Witness) | undefined;
}

class Gains {
  private readonly search;

  constructor(
    catalogue: Catalogue,
    private readonly budget: Budget,
  ) {
    const aws = awsActions(catalogue, budget);
    const [kubernetes, other] = [anyActions('kubernetes', budget), anyActions('other', budget)];
    const languages: Partial<Record<System, Actions>> = { aws, kubernetes };
    this.search = makeSearch((system: System) => languages[system] ?? other, budget);
  }

  /** What `now` allows that `then` did not. */
  of(then: AccessSide, now: AccessSide): Gain {
    const { held, witness } = together([
      this.allowed(then, now),
      this.given(then, now),
      this.undenied(then, now),
      this.unlimited(then, now),
    ]);
    // What is gone and not known may have allowed anything: then nothing is proved.
    const unknown = then.given.filter(({ statements }) => !statements);
    const isProof = unlike(unknown, now.given, ({ set }) => setText(set)).length === 0;
    return { held, witness: isProof ? witness : undefined };
  }

  /** What a side allows of the same things, for the other half of the sentence: as much of it as a reader takes in. */
  about(held: readonly Held[], side: AccessSide): readonly Held[] {
    const grants = held.flatMap((h) => ('grant' in h && h.grant.effect === 'allow' ? [h.grant] : [])).slice(0, mostTold);
    const found = new Set<HeldGrant>();
    for (const other of grants)
      for (const g of side.near()(other)) {
        if (found.has(g)) continue;
        this.budget.left -= sizeOf(g) * sizeOf(other);
        if (found.size === mostTold || this.budget.left < 0) break;
        if (overlaps(g, other)) found.add(g);
      }
    return side.allow.filter((g) => found.has(g)).map((grant) => ({ grant }));
  }

  /** Statements that allow more, cut to what is new. */
  private allowed(then: AccessSide, now: AccessSide): Gain {
    const coarse = unlike(now.allow, then.allow, wordsOf)
      .flatMap((g) => grantBeyond(g, then.all().allowing(g), this.budget))
      .flatMap((g) => grantBeyond(g, now.all().denying(g), this.budget));
    return told(this.proved(coarse, beyond(then, now)));
  }

  /** Sets known by name that are given anew. One whose statements are known counts by what they say. */
  private given(then: AccessSide, now: AccessSide): Gain {
    const anew = unlike(now.given, then.given, ({ set }) => setText(set));
    const found = anew.map(({ set, statements }): Gain => {
      if (!statements || this.budget.left < 0) return { held: [{ set }], witness: undefined };
      const allow = statements.filter((g) => g.effect === 'allow');
      const { parts, witness } = this.proved(allow, beyond(then, now));
      return { held: parts.length > 0 ? [{ set }] : [], witness };
    });
    return together(found);
  }

  /**
   * Denials that are gone, and what they held back. One that held nothing back is told all the same where others may allow what it denied:
   * for a resource or a set that is given to somebody, and where not all that an identity is allowed is known.
   */
  private undenied(then: AccessSide, now: AccessSide): Gain {
    const gone = unlike(then.deny, now.deny, wordsOf).flatMap((g) => grantBeyond(g, now.all().denying(g), this.budget));
    if (gone.length === 0) return together([]);
    const { parts } = this.proved(gone, (g) => ({ avoid: now.all().denying(g), enter: [] }));
    const behind = this.proved(parts, (g) => inside(g, now, [now.all().allowing(g)]));
    return behind.parts.length === 0 && now.isWhole ? together([]) : told({ parts, witness: behind.witness });
  }

  /** Limits that are gone, or let more through, where anything was behind them. */
  private unlimited(then: AccessSide, now: AccessSide): Gain {
    const gone = unlike(then.limits, now.limits, (l) => l.text);
    const found = gone.map((limit): Gain => {
      const held = [{ set: limit.set }];
      if (!limit.allow || now.given.some((g) => !g.statements)) return { held, witness: undefined };
      const { allow, deny } = limit;
      const open = [this.proved(now.all().allow, (g) => inside(g, now, [], allow))];
      if (deny.length > 0) open.push(this.proved(now.all().allow, (g) => inside(g, now, [deny])));
      return { held: open.some((o) => o.parts.length > 0) ? held : [], witness: open.find((o) => o.witness)?.witness };
    });
    return together(found);
  }

  /** Statements without the alternatives that are proved to be taken in, and a request that proves the rest. */
  private proved<G extends Grant>(
    grants: readonly G[],
    goals: (grant: G) => Goals,
  ): { readonly parts: readonly G[]; readonly witness: (() => Witness) | undefined } {
    const open = grants.map((g) => openOf(g, () => goals(g), this.search, this.budget));
    return { parts: open.flatMap((o) => o.parts), witness: open.find((o) => o.witness)?.witness };
  }
}

/** What a side allows, with more to enter and to avoid. */
const inside = (g: Grant, side: AccessSide, enter: Goals['enter'], avoid: readonly Grant[] = []): Goals => ({
  avoid: [...side.all().denying(g), ...side.limits.flatMap((l) => l.deny), ...avoid],
  enter: [...enter, ...letThrough(side.limits)],
});

/** What one side allows and the other does not. */
const beyond =
  (then: AccessSide, now: AccessSide) =>
  (g: Grant): Goals =>
    inside(g, now, [], then.all().allowing(g));

const told = ({ parts, witness }: { readonly parts: readonly HeldGrant[]; readonly witness: (() => Witness) | undefined }): Gain => ({
  held: parts.map((grant) => ({ grant })),
  witness,
});

/** Several gains as one; the first proof stands for all. */
const together = (gains: readonly Gain[]): Gain => ({
  held: gains.flatMap((g) => g.held),
  witness: gains.find((g) => g.witness)?.witness,
});

/** What limits let through, one list for each. One that is not known may let anything through. */
const letThrough = (limits: readonly Limit[]): Goals['enter'] => limits.flatMap((l) => (l.allow ? [l.allow] : []));
