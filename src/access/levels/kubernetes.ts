/** Kubernetes RBAC: verbs × resources, by facts/kubernetes-and-scopes.md section 1. */
import type { Grant } from '../../model/fact.js';
import type { AccessLevel, Breadth, NamedSet } from '../../model/inventory.js';
import { literal, show, type Text } from '../../model/text.js';
import { glob, intersects } from '../glob.js';
import { type Ranking, strongest } from './level.js';

interface Danger {
  readonly level: AccessLevel;
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
}

const workloads = [
  'core/pods',
  'core/replicationcontrollers',
  'apps/deployments',
  'apps/daemonsets',
  'apps/statefulsets',
  'apps/replicasets',
  'batch/jobs',
  'batch/cronjobs',
];
const rbac = 'rbac.authorization.k8s.io';

/** Strongest first. */
const dangers: readonly Danger[] = [
  { level: 'escalates', verbs: ['escalate', 'bind'], resources: [`${rbac}/roles`, `${rbac}/clusterroles`] },
  {
    level: 'escalates',
    verbs: ['impersonate'],
    resources: ['core/users', 'core/groups', 'core/serviceaccounts', 'authentication.k8s.io/userextras'],
  },
  { level: 'escalates', verbs: ['create'], resources: ['core/serviceaccounts/token'] },
  { level: 'escalates', verbs: ['create', 'update', 'patch'], resources: [`${rbac}/rolebindings`, `${rbac}/clusterrolebindings`] },
  { level: 'escalates', verbs: ['update', 'patch'], resources: ['certificates.k8s.io/certificatesigningrequests/approval'] },
  { level: 'escalates', verbs: ['create', 'get'], resources: ['core/nodes/proxy'] },
  {
    level: 'manages-permissions',
    verbs: ['create', 'update', 'patch'],
    resources: [
      `${rbac}/roles`,
      `${rbac}/clusterroles`,
      'admissionregistration.k8s.io/mutatingwebhookconfigurations',
      'admissionregistration.k8s.io/validatingwebhookconfigurations',
    ],
  },
  { level: 'reads-secrets', verbs: ['get', 'list', 'watch'], resources: ['core/secrets'] },
  { level: 'writes-infrastructure', verbs: ['create', 'update', 'patch'], resources: [...workloads, 'core/persistentvolumes'] },
  // A shell opens by `create`, and over a websocket by `get` too.
  { level: 'writes-infrastructure', verbs: ['create', 'get'], resources: ['core/pods/exec', 'core/pods/attach'] },
  { level: 'writes-infrastructure', verbs: ['update', 'patch'], resources: ['core/pods/ephemeralcontainers'] },
];

const can = (patterns: readonly Text[], names: readonly string[]): boolean =>
  patterns.some((p) => names.some((n) => intersects(glob(p), [...n])));
const all = (patterns: readonly Text[]): boolean => patterns.some((p) => ['*', '*/*'].includes(show(p)));
const isKnown = (t: Text): boolean => literal(t) !== undefined;
const isClusterWide = (scope: Text | undefined): boolean => scope === undefined || show(scope) === '*';

function level({ actions, resources, scope, conditions }: Grant): AccessLevel {
  const verbs = actions.patterns.filter(isKnown);
  const things = resources.patterns.filter(isKnown);
  const named = conditions.some((c) => c.operator === 'resourceNames');
  const known = verbs.length > 0 && things.length > 0 ? ofKnown(verbs, things, isClusterWide(scope), named) : 'none';
  const missing = verbs.length < actions.patterns.length || things.length < resources.patterns.length;
  return strongest([known, ...(missing ? (['unknown'] as const) : [])]);
}

function ofKnown(verbs: readonly Text[], resources: readonly Text[], clusterWide: boolean, named: boolean): AccessLevel {
  if (all(verbs) && all(resources) && !named) return clusterWide ? 'admin' : 'escalates';
  const danger = dangers.find((d) => can(verbs, d.verbs) && can(resources, d.resources));
  // A rule for named objects alone is about those objects, unless they are roles or identities to become.
  if (danger && (!named || danger.level === 'escalates')) return danger.level;
  if (can(verbs, ['create', 'update', 'patch', 'delete', 'deletecollection'])) return 'writes';
  if (can(verbs, ['get'])) return 'reads';
  return can(verbs, ['list', 'watch']) ? 'lists' : 'writes';
}

function breadth({ resources, scope, conditions }: Grant): Breadth {
  if (conditions.some((c) => c.operator === 'resourceNames')) return 'exact';
  const clusterWide = isClusterWide(scope);
  if (all(resources.patterns)) return clusterWide ? 'everything' : 'account';
  return clusterWide ? 'service' : 'prefix';
}

const builtIn: Readonly<Record<string, AccessLevel>> = {
  'cluster-admin': 'admin',
  admin: 'manages-permissions',
  edit: 'reads-secrets',
  view: 'reads',
};
const asClusterRole = 'kubernetes:ClusterRole:';

/** The roles that every cluster has, and the group that may do everything. A Role of the same name in a namespace is something else. */
function named({ handles, scope }: NamedSet): AccessLevel {
  if (handles.some((h) => h === 'kubernetes:Group:system:masters')) return 'admin';
  const role = handles.find((h) => h.startsWith(asClusterRole))?.slice(asClusterRole.length);
  const found = role !== undefined && Object.hasOwn(builtIn, role) ? builtIn[role] : undefined;
  return found === 'admin' && !isClusterWide(scope) ? 'escalates' : (found ?? 'unknown');
}

export const kubernetes: Ranking = { level, breadth, named };
