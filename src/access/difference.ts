/** What one subject may do, or who may become it, before and after. Statements that say the same in other words cancel out. */
import type { Held } from '../model/change.js';
import type { Grant, Trust } from '../model/fact.js';
import type { HeldGrant, NamedSet, Subject } from '../model/inventory.js';
import { grantText, trustText } from '../model/signature.js';
import { show, type Text } from '../model/text.js';
import { foldsActions, frameCovers, trustCovers, uncovered } from './covers.js';

export const accessDifference = (before: Subject, after: Subject): { gained: readonly Held[]; lost: readonly Held[] } => ({
  gained: [...beyond(before.grants, after.grants), ...newSets(before.namedSets, after.namedSets)],
  lost: [...beyond(after.grants, before.grants), ...newSets(after.namedSets, before.namedSets)],
});

export const trustDifference = (before: Subject, after: Subject): { gained: readonly Trust[]; lost: readonly Trust[] } => ({
  gained: trustBeyond(before.trust, after.trust),
  lost: trustBeyond(after.trust, before.trust),
});

/** What `now` allows that `then` did not: allowed statements that are new, and denials that are gone. */
function beyond(then: readonly HeldGrant[], now: readonly HeldGrant[]): readonly Held[] {
  const known = new Set(then.map(grantText));
  const fresh = now.filter((g) => !known.has(grantText(g)));
  if (fresh.length === 0 && now.length >= then.length) return [];
  const allowedThen = then.filter((g) => g.effect === 'allow');
  const gained = fresh.filter((g) => g.effect === 'allow').flatMap((g) => remainder(allowedThen, g));
  const deniedNow = now.filter((g) => g.effect === 'deny');
  const undenied = then.filter((g) => g.effect === 'deny').filter((g) => remainder(deniedNow, g).length > 0);
  return [...gained, ...undenied].map((grant) => ({ grant }));
}

/** The part of a statement that none of the others takes in on its own: nothing, or the statement cut down to it. */
function remainder(others: readonly HeldGrant[], grant: HeldGrant): readonly HeldGrant[] {
  const fold = foldsActions(grant.system);
  const frames = others.filter((o) => frameCovers(o, grant));
  // Actions first: an action is settled when one frame takes it in for every resource.
  const openFor = (o: HeldGrant) => uncovered(o.resources, grant.resources);
  let open: readonly Text[] = grant.actions.patterns;
  for (const o of frames) {
    if (open.length === 0) break;
    if (openFor(o).length === 0) open = uncovered(o.actions, { ...grant.actions, patterns: open }, fold);
  }
  if (open.length === 0 || grant.actions.negated) return open.length === 0 ? [] : [grant];
  const resources = grant.resources.negated ? grant.resources.patterns : openResources(frames, grant, open, fold);
  return resources.length === 0
    ? []
    : [{ ...grant, actions: { ...grant.actions, patterns: open }, resources: { ...grant.resources, patterns: resources } }];
}

/** Resources for which some still open action is taken in by no single frame. */
function openResources(frames: readonly Grant[], grant: Grant, actions: readonly Text[], fold: boolean): readonly Text[] {
  return grant.resources.patterns.filter((resource) => {
    const one = { patterns: [resource], negated: false };
    const reaching = frames.filter((o) => uncovered(o.resources, one).length === 0);
    return actions.some((action) => reaching.every((o) => uncovered(o.actions, { patterns: [action], negated: false }, fold).length > 0));
  });
}

const setText = (s: NamedSet): string => `${s.role} ${show(s.name)} ${s.scope ? show(s.scope) : ''}`;

/** A boundary that is gone is as good as access gained. */
function newSets(then: readonly NamedSet[], now: readonly NamedSet[]): readonly Held[] {
  const given = new Set(then.map(setText));
  const kept = new Set(now.map(setText));
  return [
    ...now.filter((s) => s.role === 'give' && !given.has(setText(s))),
    ...then.filter((s) => s.role === 'limit' && !kept.has(setText(s))),
  ].map((set) => ({ set }));
}

function trustBeyond(then: readonly Trust[], now: readonly Trust[]): readonly Trust[] {
  const known = new Set(then.map(trustText));
  const fresh = now.filter((t) => t.effect === 'allow' && !known.has(trustText(t)));
  const kept = new Set(now.map(trustText));
  return [
    ...fresh.filter((t) => !then.some((o) => o.effect === 'allow' && trustCovers(o, t))),
    ...then.filter((t) => t.effect === 'deny' && !kept.has(trustText(t))),
  ];
}
