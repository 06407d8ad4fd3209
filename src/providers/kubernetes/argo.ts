/** Argo CD deploys what repositories say, within what a project allows. Roles of projects and local accounts log in with tokens. */
import type { Grant } from '../../model/fact.js';
import { literal, type Text, text, textOf } from '../../model/text.js';
import { get, itemsOf, type Node, numberOf } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import {
  inNamespace,
  joined,
  metadata,
  namespaceAttribute,
  namespacedHandles,
  namespacedName,
  namespaceOf,
  scopeOf,
  starred,
  tagsOf,
} from './object.js';

const kinds = { group: 'group', kind: 'kind' } as const;

/** What the applications of a project may make in the cluster, and from where. */
export const appProject = defineEntity({
  id: 'kubernetes.argo-project',
  title: 'Projects of Argo CD',
  spelled: {
    kubernetes: {
      type: 'argoproj.io/AppProject',
      fields: {
        ...metadata,
        description: 'spec.description',
        repositories: 'spec.sourceRepos',
        destinations: { at: 'spec.destinations', fields: { namespace: 'namespace' } },
        inCluster: { at: 'spec.clusterResourceWhitelist', fields: kinds },
        notInCluster: { at: 'spec.clusterResourceBlacklist', fields: kinds },
        inNamespaces: { at: 'spec.namespaceResourceWhitelist', fields: kinds },
        notInNamespaces: { at: 'spec.namespaceResourceBlacklist', fields: kinds },
      },
    },
  },
  means(r, say) {
    const description = r.text('description');
    say.subject({
      category: 'permission-set',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'AppProject'),
      tags: tagsOf(r),
      ...(description && { description }),
      attributes: { namespace: namespaceAttribute(r), sourceRepositories: r.attribute('repositories', [] as readonly string[]) },
    });
    const everywhere = text('*', r.head);
    for (const item of r.nested('inCluster')) say.grant(grantOf(item, 'allow', everywhere, 'clusterResourceWhitelist'));
    for (const item of r.nested('notInCluster')) say.grant(grantOf(item, 'deny', everywhere, 'clusterResourceBlacklist'));
    for (const destination of r.nested('destinations')) {
      const namespace = destination.text('namespace');
      if (!namespace) continue;
      const scope = literal(namespace) === '*' ? { ...namespace, parts: ['*'] } : scopeOf(namespace);
      const allowed = r.nested('inNamespaces');
      if (allowed.length === 0) say.grant(grantOf(destination, 'allow', scope, 'destinations'));
      for (const item of allowed) say.grant(grantOf(item, 'allow', scope, 'namespaceResourceWhitelist'));
      for (const item of r.nested('notInNamespaces')) say.grant(grantOf(item, 'deny', scope, 'namespaceResourceBlacklist'));
    }
  },
});

/** Everything may be done with the objects of a kind. A destination that says no kinds means all. */
function grantOf(item: View, effect: Grant['effect'], scope: Text, via: string): Grant {
  const [group, kind] = [textOf(get(item.body, 'group')), textOf(get(item.body, 'kind'))];
  return {
    system: 'kubernetes',
    effect,
    actions: { patterns: [text('*', item.span)], negated: false },
    resources: { patterns: [kind ? resourceOf(group, kind, item.span) : text('*/*', item.span)], negated: false },
    scope,
    conditions: [],
    via,
    span: item.span,
  };
}

/** `rbac.authorization.k8s.io/clusterroles` for a group and a kind, as RBAC spells it. */
function resourceOf(group: Text | undefined, kind: Text, at: Text['span']): Text {
  const named = literal(kind);
  const resource = named === undefined ? kind : text(plural(named), kind.span);
  return joined(at, group && literal(group) !== '' ? group : 'core', '/', resource);
}

const plural = (kind: string): string => {
  const name = kind.toLowerCase();
  if (name === '*') return name;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(?:s|x|ch)$/.test(name) ? `${name}es` : `${name}s`;
};

/** A role of a project: people of its groups, and machines with its tokens. */
export const appProjectRole = defineEntity({
  id: 'kubernetes.argo-project-role',
  title: 'Roles of Argo CD projects, with their tokens',
  spelled: {
    kubernetes: {
      type: 'argoproj.io/AppProjectRole',
      fields: {
        name: 'name',
        project: 'project',
        namespace: 'namespace',
        description: 'description',
        policies: 'policies',
        groups: 'groups',
        tokens: 'jwtTokens',
      },
    },
  },
  means(r, say) {
    const [name, project] = [r.text('name'), r.text('project')];
    const description = r.text('description');
    say.subject({
      category: 'identity',
      kind: 'robot',
      name: name && project ? joined(name.span, project, '/', name) : name,
      ...(description && { description }),
    });
    for (const policy of r.texts('policies')) sayPolicy(policy, r.text('namespace'), say);
    for (const token of itemsOf(r.get('tokens'))) sayToken(token, say);
    for (const group of r.texts('groups'))
      say.trust({
        system: 'kubernetes',
        effect: 'allow',
        principals: [{ kind: 'group', value: group }],
        negated: false,
        actions: { patterns: [text('assume', group.span)], negated: false },
        conditions: [],
        span: group.span,
      });
  },
});

/** `p, proj:shop:ci, applications, sync, shop/*, allow`. */
function sayPolicy(policy: Text, namespace: Text | undefined, say: Say): void {
  const [p, , resource, action, object, effect] = (literal(policy) ?? '').split(',').map((word) => word.trim());
  if (p !== 'p' || !resource || !action || !object || (effect !== 'allow' && effect !== 'deny')) {
    say.unresolved('a policy of an Argo CD project is not known from the files', policy.span);
    return;
  }
  const narrowed =
    object === '*' || object.endsWith('/*')
      ? []
      : [{ operator: 'resourceNames', key: 'object', values: [text(object, policy.span)], span: policy.span }];
  say.grant({
    system: 'kubernetes',
    effect,
    actions: { patterns: [text(action, policy.span)], negated: false },
    resources: { patterns: [text(`argoproj.io/${resource}`, policy.span)], negated: false },
    scope: scopeOf(namespace ?? text('argocd', policy.span)),
    conditions: narrowed,
    via: 'policy of an Argo CD project',
    span: policy.span,
  });
}

/** Only `iat` and `exp` are in the file; the token itself was shown once. */
function sayToken(token: Node, say: Say): void {
  const exp = get(token, 'exp');
  const seconds = exp && numberOf(exp);
  const ends = seconds !== undefined && seconds > 0 && seconds < farthest;
  say.credential({
    kind: 'token',
    name: 'token of a project role',
    origin: 'generated',
    lifetime: ends ? 'expiring' : 'static',
    ...(exp && ends && { expires: text(new Date(seconds * 1000).toISOString(), exp.span) }),
    span: token.span,
  });
}

/** The year 9999, in seconds: later dates have no common spelling. */
const farthest = 253_402_300_800;

/** A local account of Argo CD; `apiKey` lets it have tokens that do not end. */
export const argoAccount = defineEntity({
  id: 'kubernetes.argo-account',
  title: 'Local accounts of Argo CD',
  spelled: { kubernetes: { type: 'argoproj.io/Account', fields: { name: 'name', capabilities: 'capabilities' } } },
  means(r, say) {
    const capabilities = r.text('capabilities');
    const words = (literal(capabilities) ?? '').split(',').map((word) => word.trim());
    say.subject({ category: 'identity', kind: 'robot', name: r.text('name') });
    if (!capabilities) return;
    if (words.includes('apiKey'))
      say.credential({ kind: 'token', name: 'API key of Argo CD', origin: 'generated', lifetime: 'static', span: capabilities.span });
    if (words.includes('login'))
      say.credential({ kind: 'password', name: 'password of Argo CD', origin: 'reference', lifetime: 'static', span: capabilities.span });
  },
});

/** An application deploys as its project allows. */
export const argoApplication = defineEntity({
  id: 'kubernetes.argo-application',
  title: 'Applications of Argo CD',
  spelled: { kubernetes: { type: 'argoproj.io/Application', fields: { ...metadata, project: 'spec.project' } } },
  means(r, say) {
    say.subject({
      category: 'resource',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'Application'),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r) },
    });
    const project = r.end('project', (name) => [inNamespace('AppProject', starred(namespaceOf(r)), name)]);
    if (project) say.link('member-of', project, 'spec.project', project.name.span);
  },
});
