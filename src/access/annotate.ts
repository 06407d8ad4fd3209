/** Fills in what each statement and each subject amounts to. */
import type { Grant, System } from '../model/fact.js';
import { gap } from '../model/gap.js';
import type { AccessLevel, EffectiveAccess, Inventory, NamedSet, Subject } from '../model/inventory.js';
import { show } from '../model/text.js';
import { type Budget, makeBudget } from './budget.js';
import { type Catalogue, managedStatements, noCatalogue } from './catalogue.js';
import { withEscalations } from './escalation/escalate.js';
import { guardsIn } from './guards.js';
import { aws } from './levels/aws.js';
import { boundableIn } from './levels/boundable.js';
import { github } from './levels/github.js';
import { kubernetes } from './levels/kubernetes.js';
import { type Ranking, strongest, unranked } from './levels/level.js';
import { wholeServicesOf } from './levels/whole.js';
import { limitedBy } from './limited.js';
import { withRefusals } from './refusals.js';
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
  const run: Run = { budget: makeBudget(), catalogue, levels: new Map(), guards: guardsIn(inventory.subjects) };
  const subjects = new Map([...inventory.subjects].map(([key, subject]) => [key, withAccess(subject, run)] as const));
  const steps = makeBudget();
  const escalated = withEscalations(subjects, catalogue, steps, run.guards);
  const cut =
    steps.left < 0 ? [gap('too-large', 'there are too many statements for every path from one identity to another to be followed')] : [];
  return { ...inventory, subjects: withRefusals(escalated), gaps: [...inventory.gaps, ...cut] };
}

/** What all subjects of an inventory share. */
interface Run {
  readonly budget: Budget;
  readonly catalogue: Catalogue;
  /** Of AWS's own policies, by name. */
  readonly levels: Map<string, AccessLevel>;
  /** What resource policies allow an identity. */
  readonly guards: ReturnType<typeof guardsIn>;
}

function withAccess(subject: Subject, run: Run): Subject {
  // What a guardrail lets through is given to nobody by it.
  if (subject.category === 'guardrail')
    return { ...subject, grants: subject.grants.map((g) => ({ ...g, level: 'none' })), access: { level: 'none', reasons: [] } };
  const grants = subject.grants.map((g) => ({
    ...g,
    level: rankings[g.system].level(g, run.catalogue),
    breadth: rankings[g.system].breadth(g),
    ...(g.system === 'aws' && run.catalogue !== noCatalogue && { boundable: boundableIn(g, run.catalogue) }),
  }));
  const namedSets = subject.namedSets.map((set) => {
    const wholeServices = set.role === 'give' ? wholeServicesOf(set, run.catalogue) : undefined;
    return { ...set, ...(wholeServices && { wholeServices }) };
  });
  return { ...subject, grants, namedSets, access: effective({ ...subject, grants }, run) };
}

/** What takes away from all that a subject holds: denials, and limits of which the content is known. */
interface Bounds {
  readonly denials: readonly Grant[];
  readonly limits: readonly (readonly Grant[])[];
}

/**
 * The strongest thing that is allowed, that no limit holds back and that is not denied outright. Anything whose weight is not known makes
 * a weaker answer `unknown`.
 */
function effective(subject: Subject, run: Run): EffectiveAccess {
  const { grants, namedSets } = subject;
  const limits = namedSets.flatMap((s) => (s.role === 'limit' ? [s.content ?? managedStatements(s, run.catalogue) ?? []] : []));
  const bounds: Bounds = {
    denials: [...grants.filter((g) => !g.principals), ...limits.flat()].filter((g) => g.effect === 'deny'),
    limits: limits.filter((l) => l.length > 0),
  };
  const held = grants.filter((g) => g.effect === 'allow' && !g.principals);
  const reasons = [
    ...within([...held, ...run.guards(subject)], bounds, run).map((g) => ({
      level: rankings[g.system].level(g, run.catalogue),
      because: g.via,
      at: g.span,
    })),
    ...namedSets
      .filter((s) => s.role === 'give')
      .map((s) => ({ level: levelOfSet(s, bounds, run), because: `${show(s.name)} (${s.via})`, at: s.span })),
  ];
  const level = strongest(reasons.map((r) => r.level));
  return { level, reasons: reasons.filter((r) => r.level === level || r.level === 'unknown') };
}

/** Denials and limits cut pieces out of a statement; what is left of it weighs what it weighs by itself. */
function within<G extends Grant>(held: readonly G[], { denials, limits }: Bounds, { budget }: Run): readonly G[] {
  const through = limits.reduce<readonly G[]>((left, limit) => left.flatMap((g) => limitedBy(g, limit)), held);
  return denials.length === 0 ? through : through.flatMap((g) => grantBeyond(g, denials, budget));
}

function levelOfSet(set: NamedSet, bounds: Bounds, run: Run): AccessLevel {
  const name = show(set.name);
  const isFree = bounds.denials.length + bounds.limits.length === 0;
  const known = isFree ? run.levels.get(name) : undefined;
  if (known) return known;
  const statements = managedStatements(set, run.catalogue);
  if (!statements) return byName(set);
  const denials = [...bounds.denials, ...statements.filter((g) => g.effect === 'deny')];
  const allowed = statements.filter((g) => g.effect === 'allow');
  const level = strongest(within(allowed, { ...bounds, denials }, run).map((g) => rankings[g.system].level(g, run.catalogue)));
  if (isFree) run.levels.set(name, level);
  return level;
}

/** The set's own system tells, not its holder's: a role of AWS may be a member of a group of Kubernetes. */
const byName = (set: NamedSet): AccessLevel =>
  Object.values(rankings)
    .map((ranking) => ranking.named(set))
    .find((level) => level !== 'unknown') ?? 'unknown';
