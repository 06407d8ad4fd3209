/** Finds the statements that may speak of the same things as another one, without asking all of them: patterns that begin apart never meet. */
import type { Grant } from '../model/fact.js';
import type { Text } from '../model/text.js';
import type { Budget } from './budget.js';

/** Those of some statements that may meet another one, in their order. Where the budget ends, all of them. */
export type Near<G> = (grant: Grant) => readonly G[];

/** Prefixes longer than this tell no more apart. */
const longestPrefix = 96;

/** What every string of a pattern begins with. */
function prefixOf(pattern: Text): string {
  const [first] = pattern.parts;
  return typeof first === 'string' ? first.slice(0, Math.min(longestPrefix, /[*?$]/.exec(first)?.index ?? first.length)) : '';
}

export function nearOf<G extends Grant>(grants: readonly G[], budget: Budget): Near<G> {
  if (grants.length <= few) return () => grants;
  const byPrefix = new Map<string, number[]>();
  const everywhere: number[] = [];
  for (const [i, g] of grants.entries()) {
    const prefixes = g.resources.negated ? [''] : new Set(g.resources.patterns.map(prefixOf));
    for (const prefix of prefixes) {
      if (prefix === '') everywhere.push(i);
      else if (byPrefix.has(prefix)) byPrefix.get(prefix)?.push(i);
      else byPrefix.set(prefix, [i]);
    }
  }
  const sorted = [...byPrefix.keys()].sort();
  const lengths = [...new Set(sorted.map((p) => p.length))];
  return (grant) => {
    if (budget.left < 0 || grant.resources.negated) return grants;
    const found = new Set(everywhere);
    const add = (prefix: string): void => {
      for (const i of byPrefix.get(prefix) ?? []) found.add(i);
    };
    for (const prefix of new Set(grant.resources.patterns.map(prefixOf))) {
      if (prefix === '') return grants;
      for (const length of lengths) if (length <= prefix.length) add(prefix.slice(0, length));
      for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at++) add(sorted[at] ?? '');
    }
    budget.left -= found.size;
    return [...found].sort((a, b) => a - b).flatMap((i) => grants[i] ?? []);
  };
}

/** Below this an index costs more than it spares. */
const few = 6;

function firstFrom(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] ?? '') < prefix) low = mid + 1;
    else high = mid;
  }
  return low;
}
