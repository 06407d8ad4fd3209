/** Kubernetes RBAC: verbs × resources, by facts/kubernetes-and-scopes.md section 1. */
import type { Grant } from '../../model/fact.js';
import type { AccessLevel, Breadth, NamedSet } from '../../model/inventory.js';
import { show, type Text } from '../../model/text.js';
import { glob, intersects } from '../glob.js';
import type { Ranking } from './level.js';

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
  { level: 'writes-infrastructure', verbs: ['create', 'update', 'patch'], resources: workloads },
  { level: 'writes-infrastructure', verbs: ['create'], resources: ['core/pods/exec', 'core/pods/attach', 'core/pods/ephemeralcontainers'] },
];

const globOf = (s: string) => [...s];
const can = (patterns: readonly Text[], names: readonly string[]) =>
  patterns.some((p) => names.some((n) => intersects(glob(p), globOf(n))));
const all = (patterns: readonly Text[]) => patterns.some((p) => ['*', '*/*'].includes(show(p)));

function level(grant: Grant): AccessLevel {
  const verbs = grant.actions.patterns;
  const resources = grant.resources.patterns;
  const clusterWide = show(grant.scope) === '*';
  if (all(verbs) && all(resources)) return clusterWide ? 'admin' : 'escalates';
  const named = grant.conditions.some((c) => c.operator === 'resourceNames');
  const danger = dangers.find((d) => can(verbs, d.verbs) && can(resources, d.resources));
  // A rule for named objects alone is about those objects, unless they are roles or identities to become.
  if (danger && (!named || danger.level === 'escalates')) return danger.level;
  if (can(verbs, ['create', 'update', 'patch', 'delete', 'deletecollection'])) return 'writes';
  if (can(verbs, ['get'])) return 'reads';
  return can(verbs, ['list', 'watch']) ? 'lists' : 'writes';
}

function breadth(grant: Grant): Breadth {
  const clusterWide = show(grant.scope) === '*';
  if (grant.conditions.some((c) => c.operator === 'resourceNames')) return 'exact';
  if (all(grant.resources.patterns)) return clusterWide ? 'everything' : 'account';
  return clusterWide ? 'service' : 'prefix';
}

const builtIn: Readonly<Record<string, AccessLevel>> = {
  'cluster-admin': 'admin',
  admin: 'manages-permissions',
  edit: 'reads-secrets',
  view: 'reads',
};

const named = (set: NamedSet): AccessLevel => builtIn[show(set.name)] ?? 'unknown';

export const kubernetes: Ranking = { level, breadth, named };
