/** AWS: statements by the strongest action they take in, on as much as their resources let them. */
import type { Grant } from '../../model/fact.js';
import { type AccessLevel, type Breadth, breadths, type NamedSet } from '../../model/inventory.js';
import { literal, show, type Text } from '../../model/text.js';
import { type Catalogue, noCatalogue } from '../catalogue.js';
import { type Glob, glob, includes, intersects } from '../glob.js';
import { breadthOf, serviceOf } from './arn.js';
import { type ActionRow, actionRows, levelOfKind, levelOfVerb } from './aws-actions.js';
import { type Ranking, strongest } from './level.js';

const symbols = (pattern: string): Glob => [...pattern];
const rows = actionRows.map((row) => ({ ...row, globs: row.actions.map(symbols) }));

/** A wildcard of one half of `service:name` does not reach into the other half, where both are written. */
function meet(a: Glob, b: Glob): boolean {
  const [x, y] = [a.indexOf(':'), b.indexOf(':')];
  if (x < 0 || y < 0) return intersects(a, b);
  return intersects(a.slice(0, x), b.slice(0, y)) && intersects(a.slice(x + 1), b.slice(y + 1));
}

/** The policy variable by which a user is meant to reach itself alone. */
const ownUser = '${aws:username}';

/** What a statement's actions are held on. */
interface Reach {
  readonly breadth: Breadth;
  readonly isWide: boolean;
  /** Only on the user who holds it. */
  readonly isOwn: boolean;
  readonly services: readonly (string | undefined)[];
}

function reachOf(grant: Grant): Reach {
  const { patterns, negated } = grant.resources;
  const found = breadth(grant);
  return {
    breadth: found,
    // A resource that the files do not tell may be `*`; that is the breadth's to say.
    isWide: found !== 'unknown' && breadths.indexOf(found) <= breadths.indexOf('service'),
    isOwn: !negated && patterns.every((r) => show(r).includes(ownUser)),
    services: negated ? ['*'] : [...new Set(patterns.map(serviceOf))],
  };
}

function level(grant: Grant, catalogue: Catalogue = noCatalogue): AccessLevel {
  const { patterns, negated } = grant.actions;
  const reach = reachOf(grant);
  return negated ? ofAllBut(patterns, reach) : strongest(patterns.map((action) => ofPattern(action, reach, catalogue)));
}

/** The strongest of the known actions that a pattern takes in; of one that takes in none, what its words say. */
function ofKinds(pattern: string, catalogue: Catalogue): AccessLevel {
  const kinds = catalogue.expand(pattern)?.flatMap((name): AccessLevel[] => {
    const kind = catalogue.levelOf(name);
    return kind ? [levelOfKind(name.toLowerCase(), kind)] : [];
  });
  return kinds ? strongest(kinds) : levelOfVerb(pattern);
}

/** Most statements of most repositories speak of the same actions. */
const answers = new WeakMap<Catalogue, Map<string, AccessLevel>>();

function ofPattern(action: Text, reach: Reach, catalogue: Catalogue): AccessLevel {
  const written = literal(action)?.toLowerCase();
  if (written === undefined) return 'unknown';
  if (written === '*' || written === '*:*') return ofAllBut([], reach);
  const known = answers.get(catalogue) ?? new Map<string, AccessLevel>();
  answers.set(catalogue, known);
  const question = [written, reach.isWide, reach.isOwn].join(' ');
  const answer = known.get(question) ?? ofWritten(written, glob(action, true), reach, catalogue);
  known.set(question, answer);
  return answer;
}

function ofWritten(written: string, pattern: Glob, reach: Reach, catalogue: Catalogue): AccessLevel {
  const row = rows.find((r) => counts(r, reach) && r.globs.some((a) => meet(pattern, a)));
  return strongest([...(row ? [row.level] : []), ofKinds(written, catalogue)]);
}

const counts = ({ where }: ActionRow, { isWide, isOwn }: Reach): boolean =>
  where === undefined || isWide || (where === 'wide-or-own' && isOwn);

/** Every action but those left out, of the services that the resources belong to. */
function ofAllBut(leftOut: readonly Text[], reach: Reach): AccessLevel {
  if (leftOut.some((p) => literal(p) === undefined)) return 'unknown';
  const excluded = leftOut.map((p) => glob(p, true));
  return strongest(reach.services.map((service) => ofService(service, excluded, reach)));
}

function ofService(service: string | undefined, excluded: readonly Glob[], reach: Reach): AccessLevel {
  // Whatever it is: everything with a thing takes in the thing's own policy.
  if (service === undefined) return reach.breadth === 'unknown' ? 'unknown' : 'manages-permissions';
  const all = symbols(`${service}:*`);
  if (excluded.some((e) => includes(e, all))) return 'none';
  const isLeft = (a: Glob) => meet(all, a) && !excluded.some((e) => includes(e, a));
  const row = rows.find((r) => counts(r, reach) && r.globs.some(isLeft));
  // Whoever may change any permission has them all, whatever else is left out.
  if (service === '*' && row === rows[0]) return 'admin';
  return strongest([...(row ? [row.level] : []), service === '*' ? 'writes-infrastructure' : levelOfVerb(`${service}:*`)]);
}

function breadth({ resources: { patterns, negated } }: Grant): Breadth {
  if (negated) return 'everything';
  const found = patterns.map(breadthOf);
  return (['everything', 'account', 'service', 'prefix', 'unknown'] as const).find((b) => found.includes(b)) ?? 'exact';
}

/** The policies that EKS has for access entries. What IAM's own policies allow is in the catalogue. */
const eksPolicies: Readonly<Record<string, AccessLevel>> = {
  AmazonEKSClusterAdminPolicy: 'admin',
  AmazonEKSAdminPolicy: 'manages-permissions',
  AmazonEKSEditPolicy: 'reads-secrets',
  AmazonEKSViewPolicy: 'reads',
};
const ofEks = 'aws:eks-access-policy:';

function named({ handles, name }: NamedSet): AccessLevel {
  const handle = handles.find((h) => h.startsWith(ofEks))?.slice(ofEks.length);
  const known = handle ?? /^arn:[^:]*:eks::aws:.*\/([^/]+)$/.exec(show(name))?.[1];
  return known !== undefined && Object.hasOwn(eksPolicies, known) ? (eksPolicies[known] ?? 'unknown') : 'unknown';
}

export const aws: Ranking = { level, breadth, named };
