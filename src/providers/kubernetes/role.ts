import { literal, show, type Text, text, textOf } from '../../model/text.js';
import { entriesOf, itemsOf } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import {
  clusterHandles,
  inTerraform,
  joined,
  metadata,
  namespaceAttribute,
  namespacedHandles,
  namespacedName,
  namespaceOf,
  scopeOf,
  tagsOf,
} from './object.js';

const rules = {
  at: 'rules',
  fields: {
    verbs: 'verbs',
    groups: 'apiGroups',
    resources: 'resources',
    names: 'resourceNames',
    urls: 'nonResourceURLs',
  },
} as const;

const rulesInTerraform = {
  at: 'rule',
  fields: { verbs: 'verbs', groups: 'api_groups', resources: 'resources', names: 'resource_names', urls: 'non_resource_urls' },
} as const;

/** Groups times resources of one rule; a rule of a person stays far below. */
const mostPatterns = 10_000;

/** Permissions in one namespace. */
export const role = defineEntity({
  id: 'kubernetes.role',
  title: 'Roles',
  spelled: {
    kubernetes: { type: ['rbac.authorization.k8s.io/Role', 'authorization.openshift.io/Role'], fields: { ...metadata, rules } },
    terraform: { type: inTerraform('role'), fields: { ...metadata, rules: rulesInTerraform } },
  },
  means(r, say) {
    say.subject({
      category: 'permission-set',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'Role'),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r) },
    });
    grantRules(r, 'Role', scopeOf(namespaceOf(r)), say);
  },
});

/** Permissions in all namespaces, or in the one of the binding that gives them. */
export const clusterRole = defineEntity({
  id: 'kubernetes.cluster-role',
  title: 'ClusterRoles, aggregated ones included',
  spelled: {
    kubernetes: {
      type: ['rbac.authorization.k8s.io/ClusterRole', 'authorization.openshift.io/ClusterRole'],
      fields: {
        ...metadata,
        rules,
        collects: { at: 'aggregationRule.clusterRoleSelectors', fields: { labels: 'matchLabels', expressions: 'matchExpressions' } },
      },
    },
    terraform: {
      type: inTerraform('cluster_role'),
      fields: {
        ...metadata,
        rules: rulesInTerraform,
        collects: { at: 'aggregation_rule.cluster_role_selectors', fields: { labels: 'match_labels', expressions: 'match_expressions' } },
      },
    },
  },
  means(r, say) {
    say.subject({
      category: 'permission-set',
      name: r.text('name'),
      handles: clusterHandles(r, 'ClusterRole'),
      tags: tagsOf(r),
      collects: selectorsOf(r, say),
    });
    grantRules(r, 'ClusterRole', text('*', r.head), say);
  },
});

function selectorsOf(r: View<'collects'>, say: Say): readonly Readonly<Record<string, string>>[] {
  return r.nested('collects').map((selector) => {
    const expressions = selector.get('expressions');
    if (itemsOf(expressions).length > 0) say.unresolved(`${r.label}: aggregation by matchExpressions is not followed`, selector.span);
    const labels = entriesOf(selector.get('labels')).map(({ key, value }) => [String(key.value), textOf(value)] as const);
    return Object.fromEntries(labels.map(([key, value]) => [key, value ? show(value) : '']));
  });
}

function grantRules(r: View<'rules' | 'name'>, kind: string, scope: Text, say: Say): void {
  const name = r.text('name');
  const via = `${kind} ${name ? show(name) : r.label}`;
  for (const rule of r.nested('rules')) {
    const verbs = rule.texts('verbs');
    const resourceNames = rule.texts('names');
    const namesSpan = rule.get('names')?.span ?? rule.span;
    const conditions =
      resourceNames.length > 0 ? [{ operator: 'resourceNames', key: 'resourceNames', values: resourceNames, span: namesSpan }] : [];
    const grant = (patterns: readonly Text[], narrowed: typeof conditions) => {
      if (verbs.length === 0 || patterns.length === 0) return;
      say.grant({
        system: 'kubernetes',
        effect: 'allow',
        actions: { patterns: verbs, negated: false },
        resources: { patterns, negated: false },
        scope,
        conditions: narrowed,
        via,
        span: rule.span,
      });
    };
    grant(resourcesOf(rule, say), conditions);
    grant(
      rule.texts('urls').map((url) => joined(url.span, 'url:', url)),
      [],
    );
  }
}

/** `<group>/<resource>` for each pair. */
function resourcesOf(rule: View, say: Say): readonly Text[] {
  const resources = rule.texts('resources');
  const groups = rule.texts('groups');
  if (groups.length * resources.length > mostPatterns) {
    say.unresolved(
      `${rule.label}: a rule has too many groups and resources to be read one by one; it is read as one for all groups`,
      rule.span,
    );
    return resources.map((resource) => joined(resource.span, '*/', resource));
  }
  // The API server refuses a rule without groups; until it does, the rule may mean any of them.
  const known = groups.length > 0 ? groups : resources.length > 0 ? [text('*', rule.span)] : [];
  return known.flatMap((group) => resources.map((resource) => resourcePattern(group, resource)));
}

function resourcePattern(group: Text, resource: Text): Text {
  if (literal(group) === '*' && literal(resource) === '*') return text('*', resource.span);
  return joined(resource.span, literal(group) === '' ? 'core' : group, '/', resource);
}
