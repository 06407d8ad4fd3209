/**
 * The steps by which one identity acts as another one: links that the files write down, roles that somebody may assume, and known ways
 * to get at somebody stronger.
 */
import type { Handle, Principal } from '../../model/fact.js';
import { handle, handleAt } from '../../model/fact.js';
import type { AccessEdge } from '../../model/graph.js';
import type { IdentityKey, Inventory, Link, NamedSet, Subject } from '../../model/inventory.js';
import { show, type Text } from '../../model/text.js';
import { type Catalogue, managedStatements } from '../catalogue.js';
import { type Allowed, effectiveOf, reaches } from '../effective.js';
import { paths } from '../escalation/paths.js';

/** More steps than this are not followed; whoever asks is told that the graph was cut. */
const mostEdges = 20_000;

export interface Edges {
  readonly edges: readonly AccessEdge[];
  readonly isCut: boolean;
}

const linkWords: Readonly<Record<string, string>> = {
  assumes: 'becomes',
  'runs-as': 'runs as',
  'acts-for': 'acts for',
  calls: 'calls',
};

export function edgesOf({ subjects }: Inventory, catalogue: Catalogue): Edges {
  const all = [...subjects.values()].filter((s) => s.category === 'identity');
  const edges: AccessEdge[] = [];
  for (const s of all)
    for (const { relation, to, via, span, external, limit } of unlimitedFirst(s.links)) {
      const how = linkWords[relation];
      // A secret that is used, a group one belongs to: told elsewhere.
      if (how !== undefined && subjects.get(to)?.category === 'identity')
        edges.push({
          from: s.key,
          to,
          how: limit === undefined ? how : `${how} within ${limit}`,
          via,
          at: span,
          isCertain: !external && limit === undefined,
          ...(limit !== undefined && { isLimited: true }),
        });
    }
  const known = new Set(edges.map((e) => `${e.from} ${e.to}`));
  for (const further of [assumptions(all, catalogue), takeovers(all, subjects)])
    for (const edge of further) {
      if (edges.length >= mostEdges) return { edges, isCut: true };
      const step = `${edge.from} ${edge.to}`;
      if (!known.has(step)) edges.push(edge);
      known.add(step);
    }
  return { edges, isCut: false };
}

/** Whoever comes both ways comes without the limit. */
const unlimitedFirst = (links: readonly Link[]): readonly Link[] => [
  ...links.filter((l) => l.limit === undefined),
  ...links.filter((l) => l.limit !== undefined),
];

const wayWords: Readonly<Record<(typeof paths)[number]['by'], string>> = {
  passing: 'may pass to a service',
  entering: 'may take over a workload of',
  principal: 'may become',
  service: 'may become',
};
const wordOf: ReadonlyMap<string, string> = new Map(paths.map(({ id, by }) => [id, wayWords[by]]));

/** What an identity gets at by a known way that is surely open to it. */
function* takeovers(all: readonly Subject[], subjects: Inventory['subjects']): Iterable<AccessEdge> {
  for (const { key, access } of all)
    for (const { path, target, steps, cut, doubts } of access.escalations ?? []) {
      const by = steps.find((s) => s.action === cut.action) ?? steps[0];
      if (!by || target.subject === undefined || doubts.length > 0 || subjects.get(target.subject)?.category !== 'identity') continue;
      yield { from: key, to: target.subject, how: wordOf.get(path) ?? 'may become', via: by.grant.via, at: by.grant.span, isCertain: true };
    }
}

/** Roles whose trust lets in a declared identity: by its name, or by the account when the identity's own policies let it. */
function* assumptions(all: readonly Subject[], catalogue: Catalogue): Iterable<AccessEdge> {
  const byHandle = new Map<Handle, Subject>(all.flatMap((s) => s.handles.map((h) => [h, s] as const)));
  const assumers = all.flatMap((s) => {
    const statementsOf = (set: NamedSet) => managedStatements(set, catalogue);
    const allowed = s.provider === 'aws' ? effectiveOf(s, { statementsOf }).allowing('sts:AssumeRole') : [];
    return allowed.length > 0 ? [{ s, allowed }] : [];
  });
  for (const role of all)
    for (const trust of role.trust) {
      if (trust.system !== 'aws' || trust.effect === 'deny' || trust.negated) continue;
      for (const principal of trust.principals) {
        const named = handlesOf(principal).flatMap((h) => byHandle.get(h) ?? [])[0];
        if (named && named.key !== role.key)
          yield {
            from: named.key,
            to: role.key,
            how: 'may become',
            via: 'trust policy',
            at: trust.span,
            isCertain: trust.conditions.length === 0,
          };
        if (principal.kind !== 'account') continue;
        const arn = arnOf(role);
        for (const { s, allowed } of assumers) {
          const by = s.key === role.key ? undefined : allowed.find((a) => reaches(a, arn));
          if (by) yield byAccount(s.key, role.key, by);
        }
      }
    }
}

const byAccount = (from: IdentityKey, to: IdentityKey, { grant, conditions, doubts }: Allowed): AccessEdge => ({
  from,
  to,
  how: 'may become',
  via: grant.via,
  at: grant.span,
  isCertain: conditions.length === 0 && doubts.length === 0,
});

/** The account is not told by most files; a hole may be any. */
const arnOf = ({ fullName, name, head }: Subject): Text => ({
  parts: ['arn:aws:iam::', { name: 'account' }, ':role/', ...(fullName?.parts ?? [{ name }])],
  span: head,
});

/** `arn:aws:iam::<account>:role/path/ci` is `aws:role:ci`, wherever its account is not known or its own. */
function handlesOf({ kind, value }: Principal): readonly Handle[] {
  if (kind !== 'identity') return [];
  const only = value.parts.length === 1 ? value.parts[0] : undefined;
  if (only !== undefined && typeof only !== 'string') return only.to === undefined ? [] : [handleAt(only.to)];
  const [, noun, name] = /:(role|user)\/(?:[^/]+\/)*([^/]+)$/.exec(show(value)) ?? [];
  return noun && name ? [handle('aws', noun, name)] : [];
}
