/** What comes to a subject through the permission sets given to it. */
import type { HeldGrant, NamedSet } from '../model/inventory.js';
import type { Draft } from './directory.js';

export interface Held {
  readonly grants: readonly HeldGrant[];
  readonly named: readonly NamedSet[];
}

/** How many statements all subjects together may hold through sets: sets given by sets multiply. */
export interface Allowance {
  left: number;
}
export const makeAllowance = (): Allowance => ({ left: 500_000 });

/** Everything that comes through the sets given to it, and through sets given to those. Stops where the allowance ends. */
export function heldBy(draft: Draft, allowance: Allowance): Held {
  const grants: HeldGrant[] = [];
  const named: NamedSet[] = [];
  for (const { set, by } of draft.given) {
    const rescoped = by.scope && { scope: by.scope };
    for (const inner of withInner(set, new Set([draft]))) {
      allowance.left -= 1 + inner.own.length + inner.namedSets.length;
      if (allowance.left < 0) return { grants, named };
      for (const g of inner.own) grants.push({ ...g, from: inner.key, given: by.span, via: through(g.via, by.via), ...rescoped });
      for (const n of inner.namedSets) named.push({ ...n, from: inner.key, given: by.span, via: through(n.via, by.via), ...rescoped });
    }
  }
  return { grants, named };
}

const through = (via: string, by: string): string => (via === by ? via : `${via} (${by})`);

/** A set and all sets given to it, each once. */
function withInner(set: Draft, seen: Set<Draft>): readonly Draft[] {
  const open = [set];
  const found: Draft[] = [];
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    found.push(at);
    for (const inner of [...at.given].reverse()) open.push(inner.set);
  }
  return found;
}
