/** Fills in what each statement and each subject amounts to. */
import type { System } from '../model/fact.js';
import { type AccessLevel, accessLevels, type EffectiveAccess, type HeldGrant, type Inventory, type Subject } from '../model/inventory.js';
import { show } from '../model/text.js';
import { frameCovers, uncovered } from './covers.js';
import { aws } from './levels/aws.js';
import { github } from './levels/github.js';
import { kubernetes } from './levels/kubernetes.js';
import { type Ranking, unranked } from './levels/level.js';

const rankings: Readonly<Record<System, Ranking>> = { aws, azure: unranked, gcp: unranked, kubernetes, github };

export const annotate = (inventory: Inventory): Inventory => ({
  ...inventory,
  subjects: new Map([...inventory.subjects].map(([key, subject]) => [key, withAccess(subject)])),
});

function withAccess(subject: Subject): Subject {
  const grants = subject.grants.map((g) => ({ ...g, level: rankings[g.system].level(g), breadth: rankings[g.system].breadth(g) }));
  return { ...subject, grants, access: effective({ ...subject, grants }) };
}

/** The strongest thing that is allowed and not denied outright. Anything whose weight is not known makes a weaker answer `unknown`. */
function effective({ grants, namedSets, provider }: Subject): EffectiveAccess {
  const denials = grants.filter((g) => g.effect === 'deny' && g.conditions.length === 0);
  const open = grants.filter((g) => g.effect === 'allow' && !g.principals && !denied(g, denials));
  const reasons = [
    ...open.map((g) => ({ level: g.level, because: g.via, at: g.span })),
    ...namedSets
      .filter((s) => s.role === 'give')
      .map((s) => ({ level: rankings[provider].named(s), because: `${show(s.name)} (${s.via})`, at: s.span })),
  ];
  const level = strongest(reasons.map((r) => r.level));
  return { level, reasons: reasons.filter((r) => r.level === level || r.level === 'unknown') };
}

const denied = (grant: HeldGrant, denials: readonly HeldGrant[]): boolean =>
  denials.some(
    (d) =>
      frameCovers(d, grant) &&
      uncovered(d.resources, grant.resources).length === 0 &&
      uncovered(d.actions, grant.actions, true).length === 0,
  );

function strongest(levels: readonly AccessLevel[]): AccessLevel {
  const known = accessLevels.findLast((l) => levels.includes(l)) ?? 'none';
  // Nothing can outweigh these two, so what is not known does not matter.
  return levels.includes('unknown') && known !== 'admin' && known !== 'escalates' ? 'unknown' : known;
}
