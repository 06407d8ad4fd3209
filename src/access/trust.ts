/** Who may become a subject that might not before: settled by the same search as access, and proved by somebody who can come in. */
import type { TrustDifference, Witness } from '../model/change.js';
import type { System, Trust } from '../model/fact.js';
import type { Subject } from '../model/inventory.js';
import { trustText } from '../model/signature.js';
import { anyActions, awsActions } from './actions.js';
import type { Budget } from './budget.js';
import { type AskedOf, askedOf, callerIn, likelyCallers, trustIn } from './callers.js';
import type { Catalogue } from './catalogue.js';
import { openOf } from './exact.js';
import { trustBeyond } from './remainder.js';
import { type Found, type Goals, type Leaf, makeSearch } from './search.js';
import { unlike } from './side.js';
import { likelySubjects } from './subjects.js';

interface Gain {
  readonly trust: readonly Trust[];
  readonly witness: (() => Witness | undefined) | undefined;
}

/** Compares who may become a subject, within a budget that others share. */
export function makeTrustDifference(catalogue: Catalogue, budget: Budget): TrustDifference {
  const trusts = new Trusts(catalogue, budget);
  return (before, after) => {
    const [gained, lost] = [trusts.gained(before, after), trusts.gained(after, before)];
    const [gains, loses] = [gained.witness?.(), lost.witness?.()];
    return { gained: gained.trust, lost: lost.trust, ...(gains && { gains }), ...(loses && { loses }) };
  };
}

/** What the search for one picture, and for those of all subjects, may cost: an example that nobody can picture proves as much. */
const perPicture = 8_000;
const allPictures = 300_000;

class Trusts {
  private readonly search;
  private readonly picture;
  private readonly onPicture: Budget = { left: 0 };
  private left = allPictures;

  constructor(
    catalogue: Catalogue,
    private readonly budget: Budget,
  ) {
    // An example is taken from the principals, not from what the catalogue ties an action to.
    const plain = { fitting: () => [], things: () => [] };
    const [aws, other] = [
      { ...awsActions(catalogue, budget), ...plain },
      { ...anyActions('other', budget), ...plain },
    ];
    const actionsOf = (system: System) => (system === 'aws' ? aws : other);
    this.search = makeSearch(actionsOf, budget);
    this.picture = makeSearch(actionsOf, this.onPicture);
  }

  /** Who may become `now` that might not become `then`. */
  gained(then: Subject, now: Subject): Gain {
    const [old, current] = [parted(then.trust), parted(now.trust)];
    const anew = unlike(current.allow, old.allow, trustText)
      .flatMap((t) => trustBeyond(t, old.allow, this.budget))
      .flatMap((t) => trustBeyond(t, current.deny, this.budget));
    const allowed = this.open(anew, { avoid: [...old.allow, ...current.deny].map(askedOf), enter: [] }, now.name);
    const gone = unlike(old.deny, current.deny, trustText).flatMap((t) => trustBeyond(t, current.deny, this.budget));
    const avoid = current.deny.map(askedOf);
    const freed = this.open(gone, { avoid, enter: [] }, now.name);
    const behind = this.open(freed.trust, { avoid, enter: [current.allow.map(askedOf)] }, now.name);
    // A denial that held nobody back is silent where all who are let in are known.
    const undenied = behind.trust.length === 0 && isWhole(current.allow) ? [] : freed.trust;
    return { trust: [...allowed.trust, ...undenied], witness: allowed.witness ?? behind.witness };
  }

  /** What of the statements is really open, with somebody who proves it. */
  private open(statements: readonly Trust[], goals: Goals, name: string): Gain {
    const open = statements.map((t) => openOf(askedOf(t), () => goals, this.pictured, this.budget));
    const witness = open.find((o) => o.witness)?.witness;
    return { trust: open.flatMap((o) => o.parts.map(trustIn)), witness: witness && (() => told(witness(), name)) };
  }

  /** The search, with an example that a reader can picture where there is one. */
  private readonly pictured = (leaf: Leaf, goals: Goals): Found => {
    const found = this.search(leaf, goals);
    if (typeof found === 'string') return found;
    return { witness: () => this.plainest(leaf, goals) ?? found.witness() };
  };

  private plainest(leaf: Leaf, { avoid, enter }: Goals): Witness | undefined {
    const { trust } = leaf.grant as AskedOf;
    const inside: Goals = { avoid, enter: [...enter, [{ ...leaf.grant, resources: leaf.resource }]] };
    const { conditions } = leaf.grant;
    const subjects = likelySubjects(trust).map(
      (more): Leaf => ({ ...leaf, grant: { ...leaf.grant, conditions: [...conditions, ...more] } }),
    );
    const callers = leaf.resource.negated ? [anybody(leaf)] : leaf.resource.patterns;
    const places = callers.flatMap(likelyCallers).map((p): Leaf => ({ ...leaf, resource: { patterns: [p], negated: false } }));
    for (const likely of [...subjects, ...places]) {
      if (this.left < 0) return undefined;
      this.onPicture.left = perPicture;
      const found = this.picture(likely, inside);
      this.left -= perPicture - this.onPicture.left;
      if (typeof found === 'object') return found.witness();
    }
    return undefined;
  }
}

const anybody = ({ grant: { span } }: Leaf) => ({ parts: ['who:*'], span });

/** The request in AWS's own words: the caller by name, and the subject as what is asked for. */
function told(witness: Witness, name: string): Witness | undefined {
  const { action, resource, conditions } = witness;
  const claimed = conditions.find((c) => c.key.toLowerCase() === 'aws:principalarn')?.values[0];
  const principal = claimed ?? callerIn(resource);
  return principal === undefined ? undefined : { principal, action, resource: name, conditions };
}

const isWhole = (allow: readonly Trust[]): boolean => allow.length > 0 && allow.every((t) => t.principals.length > 0);

const parted = (statements: readonly Trust[]) => ({
  allow: statements.filter((s) => s.effect === 'allow'),
  deny: statements.filter((s) => s.effect === 'deny'),
});
