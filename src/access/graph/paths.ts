/** The ways through the graph: from where somebody outside starts to identities that can do something worth it, shortest first. */
import type { AccessEdge, AccessPath } from '../../model/graph.js';
import { groupBy } from '../../model/group.js';
import { type AccessLevel, accessLevels, type IdentityKey, type Inventory, type Subject } from '../../model/inventory.js';
import { show } from '../../model/text.js';

/** How many steps are followed, and how many identities are looked at from all starts together. */
const longest = 6;
const mostVisits = 200_000;

/** What is not known weighs nothing: it is told as a gap of its own. */
const weightOf = (level: AccessLevel): number => (level === 'unknown' ? -1 : accessLevels.indexOf(level));
const worthTelling = weightOf('writes');

export interface Paths {
  /** For each pair of start and end the shortest one; shortest first, then the strongest. */
  readonly paths: readonly AccessPath[];
  readonly isCut: boolean;
}

export function pathsOf({ subjects }: Inventory, edges: readonly AccessEdge[]): Paths {
  const from = groupBy(edges, (e) => e.from);
  const entered = new Set(edges.map((e) => e.to));
  const starts = [...from.keys()].filter((key) => !entered.has(key) || isStart(subjects.get(key))).sort();
  const paths: AccessPath[] = [];
  let visits = 0;
  for (const start of starts) {
    const ways = new Map<IdentityKey, readonly AccessEdge[]>([[start, []]]);
    // A map goes on over what is added while it is walked: breadth first.
    for (const [key, way] of ways) {
      if (++visits > mostVisits) return { paths: ranked(paths), isCut: true };
      const s = subjects.get(key);
      if (way.length > 0 && s && weightOf(s.access.level) >= worthTelling)
        paths.push({ steps: way, level: s.access.level, reach: reachOf(s) });
      if (way.length === longest) continue;
      for (const edge of from.get(key) ?? []) if (!ways.has(edge.to)) ways.set(edge.to, [...way, edge]);
    }
  }
  return { paths: ranked(paths), isCut: false };
}

/** What people and code outside start: a job, an agent, a key in a file. */
const isStart = (s: Subject | undefined): boolean =>
  s !== undefined && (s.kind === 'pipeline' || s.kind === 'agent' || s.kind === 'external' || s.provider === 'credential');

const ranked = (paths: readonly AccessPath[]): readonly AccessPath[] =>
  [...paths].sort((a, b) => a.steps.length - b.steps.length || weightOf(b.level) - weightOf(a.level) || (textOf(a) < textOf(b) ? -1 : 1));

const textOf = ({ steps }: AccessPath): string => steps.map((e) => `${e.from} ${e.to}`).join(' ');

/** The statement that makes the identity as strong as it is. */
function reachOf({ grants, access, namedSets }: Subject): string {
  const grant = grants.find((g) => g.effect === 'allow' && g.level === access.level);
  if (grant) {
    const some = (all: readonly string[]) => (all.length > 2 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(', '));
    const not = (negated: boolean) => (negated ? 'all but ' : '');
    return `${not(grant.actions.negated)}${some(grant.actions.patterns.map(show))} on ${not(grant.resources.negated)}${some(grant.resources.patterns.map(show))}`;
  }
  const set = namedSets.find((n) => n.role === 'give');
  return set ? show(set.name) : (access.reasons[0]?.because ?? '');
}

/** What of the paths at head was not there at base: another start, another end, an end that can do more, or no limit on the way any more. */
export function newPaths(
  base: readonly AccessPath[],
  head: readonly AccessPath[],
  atHead: (key: IdentityKey) => IdentityKey,
): readonly AccessPath[] {
  const ends = ({ steps }: AccessPath, as: (key: IdentityKey) => IdentityKey) => {
    const [first, last] = [steps[0], steps.at(-1)];
    return `${first ? as(first.from) : ''} ${last ? as(last.to) : ''}`;
  };
  const before = new Map(base.map((p) => [ends(p, atHead), p]));
  return head.filter((p) => {
    const was = before.get(ends(p, (key) => key));
    return was === undefined || weightOf(was.level) < weightOf(p.level) || (isLimited(was) && !isLimited(p));
  });
}

const isLimited = ({ steps }: AccessPath): boolean => steps.some((step) => step.isLimited === true);
