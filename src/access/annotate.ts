/** Fills in what each statement and each subject amounts to. */
import type { System } from '../model/fact.js';
import type { EffectiveAccess, Inventory, NamedSet, Subject } from '../model/inventory.js';
import { show } from '../model/text.js';
import { type Budget, makeBudget } from './budget.js';
import { type Catalogue, noCatalogue } from './catalogue.js';
import { withEscalations } from './escalation/escalate.js';
import { aws } from './levels/aws.js';
import { github } from './levels/github.js';
import { kubernetes } from './levels/kubernetes.js';
import { type Ranking, strongest, unranked } from './levels/level.js';
import { grantBeyond } from './remainder.js';

const rankings: Readonly<Record<System, Ranking>> = {
  aws,
  azure: unranked,
  gcp: unranked,
  kubernetes,
  github,
  terraform: unranked,
  credential: unranked,
};

export function annotate(inventory: Inventory, catalogue: Catalogue = noCatalogue): Inventory {
  const budget = makeBudget();
  const subjects = new Map([...inventory.subjects].map(([key, subject]) => [key, withAccess(subject, budget)] as const));
  return { ...inventory, subjects: withEscalations(subjects, catalogue) };
}

function withAccess(subject: Subject, budget: Budget): Subject {
  const grants = subject.grants.map((g) => ({ ...g, level: rankings[g.system].level(g), breadth: rankings[g.system].breadth(g) }));
  return { ...subject, grants, access: effective({ ...subject, grants }, budget) };
}

/** The strongest thing that is allowed and not denied outright. Anything whose weight is not known makes a weaker answer `unknown`. */
function effective({ grants, namedSets }: Subject, budget: Budget): EffectiveAccess {
  const denials = grants.filter((g) => g.effect === 'deny' && !g.principals);
  const held = grants.filter((g) => g.effect === 'allow' && !g.principals);
  // A denial cuts pieces out of a statement; what is left of it weighs what it weighs by itself.
  const open = denials.length === 0 ? held : held.flatMap((g) => grantBeyond(g, denials, budget));
  const reasons = [
    ...open.map((g) => ({ level: rankings[g.system].level(g), because: g.via, at: g.span })),
    ...namedSets.filter((s) => s.role === 'give').map((s) => ({ level: levelOfSet(s), because: `${show(s.name)} (${s.via})`, at: s.span })),
  ];
  const level = strongest(reasons.map((r) => r.level));
  return { level, reasons: reasons.filter((r) => r.level === level || r.level === 'unknown') };
}

/** The set's own system tells, not its holder's: a role of AWS may be a member of a group of Kubernetes. */
const levelOfSet = (set: NamedSet): Subject['access']['level'] =>
  Object.values(rankings)
    .map((ranking) => ranking.named(set))
    .find((level) => level !== 'unknown') ?? 'unknown';
