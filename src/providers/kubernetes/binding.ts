import type { End } from '../../model/fact.js';
import { literal, show, type Text } from '../../model/text.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { inCluster, inNamespace, inTerraform, metadata, namespaceOf, type ObjectView, scopeOf, starred } from './object.js';

const fields = {
  ...metadata,
  role: 'roleRef',
  roleKind: 'roleRef.kind',
  roleName: 'roleRef.name',
  subjects: { at: 'subjects', fields: { kind: 'kind', name: 'name', namespace: 'namespace' } },
} as const;

const fieldsInTerraform = {
  ...metadata,
  role: 'role_ref',
  roleKind: 'role_ref.kind',
  roleName: 'role_ref.name',
  subjects: { at: 'subject', fields: { kind: 'kind', name: 'name', namespace: 'namespace' } },
} as const;

/** Gives a role in one namespace. */
export const roleBinding = defineEntity({
  id: 'kubernetes.role-binding',
  title: 'RoleBindings',
  // `Rolebinding` is refused by the API server, but a reviewer should hear of what its author meant.
  spelled: {
    kubernetes: {
      type: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/Rolebinding', 'authorization.openshift.io/RoleBinding'],
      fields,
    },
    terraform: { type: inTerraform('role_binding'), fields: fieldsInTerraform },
  },
  means: (r, say) => give(r, 'RoleBinding', scopeOf(namespaceOf(r)), say),
});

/** Gives a role everywhere. */
export const clusterRoleBinding = defineEntity({
  id: 'kubernetes.cluster-role-binding',
  title: 'ClusterRoleBindings',
  spelled: {
    kubernetes: {
      type: [
        'rbac.authorization.k8s.io/ClusterRoleBinding',
        'rbac.authorization.k8s.io/ClusterRolebinding',
        'authorization.openshift.io/ClusterRoleBinding',
      ],
      fields,
    },
    terraform: { type: inTerraform('cluster_role_binding'), fields: fieldsInTerraform },
  },
  means: (r, say) => give(r, 'ClusterRoleBinding', undefined, say),
});

type BindingView = View<keyof typeof fields>;

function give(r: BindingView, kind: string, scope: Text | undefined, say: Say): void {
  const set = roleOf(r);
  const reference = r.get('role');
  if (!set || !reference) {
    say.unresolved(`${r.label} does not tell which role it gives`, reference?.span ?? r.head);
    return;
  }
  const name = r.text('name');
  const via = `${kind} ${name ? show(name) : r.label}`;
  for (const subject of r.nested('subjects')) {
    const to = subjectOf(subject, r, say);
    // A built-in group or user cannot be narrowed: the subject has to go. Otherwise another role is the mend.
    const builtIn = to && show(to.name).startsWith('system:');
    if (to) say.assign(set, [to], { via, span: builtIn ? subject.span : reference.span, ...(scope && { scope }) });
  }
}

function roleOf(r: BindingView): End | undefined {
  const kind = r.text('roleKind');
  const cluster = kind && literal(kind)?.toLowerCase() !== 'role';
  return r.end('roleName', (name) => [cluster ? inCluster('ClusterRole', name) : inNamespace('Role', starred(namespaceOf(r)), name)]);
}

/** How a service account is called when it is named as a user. */
const serviceAccountUser = /^system:serviceaccount:([^:]+):([^:]+)$/;

function subjectOf(subject: View, binding: ObjectView, say: Say): End | undefined {
  const kind = subject.text('kind');
  const namespace = subject.text('namespace') ?? namespaceOf(binding);
  const to = subject.end('name', (name) => {
    const asUser = serviceAccountUser.exec(name);
    switch (kind && literal(kind)?.toLowerCase()) {
      case 'serviceaccount':
        return [inNamespace('ServiceAccount', starred(namespace), name)];
      case 'group':
        return [inCluster('Group', name)];
      case 'user':
        return asUser ? [inNamespace('ServiceAccount', asUser[1] ?? '', asUser[2] ?? '')] : [inCluster('User', name)];
      default:
        return [];
    }
  });
  if (!to) {
    say.unresolved(`${binding.label}: a subject without a name`, subject.span);
    return undefined;
  }
  return to;
}
