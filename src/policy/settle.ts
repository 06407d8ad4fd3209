/** From all that was judged to what is reported: only what the change introduces, exceptions granted, one finding per line and rule. */
import type { Finding } from '../model/finding.js';
import type { Waiver } from './config.js';
import { byPlace } from './order.js';
import { applyWaivers } from './waivers.js';

/** Findings, or doubts, that the base did not have. */
export function introduced<T extends { readonly fingerprint: string; readonly value?: string }>(
  head: readonly T[],
  base: readonly T[],
): readonly T[] {
  const one = ({ fingerprint, value }: T) => `${fingerprint} ${value ?? ''}`;
  const before = new Set(base.map(one));
  return head.filter((f) => !before.has(one(f)));
}

/** One statement held by several subjects is one thing to change: they become one finding that names the others as related. */
export function collapse(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    const key = [f.rule, f.level, f.at.source.side, f.at.source.path, f.at.start, f.at.end, f.waived ? 'waived' : ''].join('\n');
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(f);
  }
  return [...groups.values()].map(merged).sort(byPlace);
}

/** The subject that the statement is written for speaks; where it was given is told with each of the others. */
function merged(group: readonly Finding[]): Finding {
  const [first, ...others] = [...group].sort((a, b) => a.related.length - b.related.length || byPlace(a, b));
  if (!first) throw new Error('a group of findings is never empty');
  const related = [...first.related, ...others.flatMap((f) => f.related)];
  return others.length === 0 ? first : { ...first, related };
}

export interface Settling {
  readonly head: readonly Finding[];
  /** What the same rules say of the base; empty when everything counts as new. */
  readonly base: readonly Finding[];
  readonly report: 'introduced' | 'touched';
  readonly waivers: readonly Waiver[];
  readonly now: string;
  /** As in `Judgeable`. */
  readonly isLasting?: boolean;
}

/** The three steps in their order: an exception for one holder must not hide another one. */
export function settle({ head, base, report, waivers, now, isLasting = false }: Settling): readonly Finding[] {
  const relevant = report === 'introduced' ? introduced(head, base) : head;
  return collapse(applyWaivers(relevant, waivers, now, isLasting));
}
