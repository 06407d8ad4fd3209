/** Roles that eksctl makes together with a cluster: for service accounts by web identity or pod identity, for addons and for nodes. */
import { type End, handle } from '../../model/fact.js';
import { literal, show, type Text, text } from '../../model/text.js';
import { booleanOf, entriesOf, type Node } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { endsOf, namedHandles } from './names.js';
import { sayGrants } from './policy.js';
import { hasBoundary, sayBoundary, sayManaged, selfEnd } from './principal-parts.js';
import { tagsOf } from './tags.js';

const fields = {
  name: ['roleName', 'iam.instanceRoleName'],
  given: ['roleARN', 'attachRoleARN', 'serviceAccountRoleARN', 'iam.instanceRoleARN'],
  target: 'targetRoleARN',
  namespace: ['namespace', 'metadata.namespace'],
  account: ['serviceAccountName', 'metadata.name'],
  managed: ['permissionPolicyARNs', 'attachPolicyARNs', 'iam.attachPolicyARNs'],
  document: ['permissionPolicy', 'attachPolicy', 'iam.attachPolicy'],
  ready: ['wellKnownPolicies', 'iam.withAddonPolicies'],
  boundary: ['permissionsBoundaryARN', 'permissionsBoundary', 'iam.instanceRolePermissionsBoundary'],
  tags: 'tags',
} as const;
type RoleView = View<keyof typeof fields>;

/** Where a role is given, it is only linked; else this declaration is the role's. */
export const eksctlRole = defineEntity({
  id: 'aws.eksctl-role',
  title: 'IAM role made by eksctl',
  spelled: {
    kubernetes: { type: ['eksctl.io/IAMServiceAccount', 'eksctl.io/PodIdentityAssociation', 'eksctl.io/NodeGroup'], fields },
  },
  means: (r, say) => {
    const given = [...endsOf(r.get('given'), 'role', say), ...endsOf(r.get('target'), 'role', say)];
    const pods = r.type !== 'eksctl.io/NodeGroup';
    const roles = r.get('given') ? given : [selfEnd(r, say), ...given];
    if (pods) sayAccount(r, roles, say);
    if (r.get('given')) return;
    const name = r.text('name');
    say.subject({
      category: 'identity',
      kind: 'workload-identity',
      name,
      handles: namedHandles('role', name),
      tags: tagsOf(r.get('tags'), say),
      attributes: { hasPermissionsBoundary: hasBoundary(r) },
    });
    sayTrust(r, say);
    sayManaged(r, say);
    sayBoundary(r, say);
    if (r.get('document')) sayGrants(r.document('document'), 'inline policy', say);
    for (const set of readyMade(r.get('ready'))) say.assign(set, [selfEnd(r, say)], { via: 'policy of eksctl', span: set.name.span });
  },
});

/** Sets of permissions that eksctl knows by name, e.g. `autoScaler`. */
const readyMade = (node: Node | undefined): readonly End[] =>
  entriesOf(node).flatMap(({ key, value }) =>
    booleanOf(value) === false
      ? []
      : [{ handles: [handle('aws', 'eksctl-policy', String(key.value))], name: text(String(key.value), key.span) }],
  );

/** The pods of the service account get the role. An addon does not always say which account its pods use. */
function sayAccount(r: RoleView, roles: readonly End[], say: Say): void {
  const account = literal(r.text('account'));
  if (account === undefined) return;
  const from = handle('kubernetes', 'ServiceAccount', `${literal(r.text('namespace')) ?? 'default'}/${account}`);
  for (const role of roles) say.link('assumes', role, 'eksctl', r.head, from);
}

function sayTrust(r: RoleView, say: Say): void {
  if (r.type !== 'eksctl.io/IAMServiceAccount') {
    const service = r.type === 'eksctl.io/NodeGroup' ? 'ec2.amazonaws.com' : 'pods.eks.amazonaws.com';
    say.trust({ ...trustAt(r, 'sts:AssumeRole'), principals: [{ kind: 'service', value: text(service, r.head) }], conditions: [] });
    return;
  }
  const issuer: Text = { parts: [{ name: 'OIDC provider of the cluster' }], span: r.head };
  const subject = podsOf(r);
  say.trust({
    ...trustAt(r, 'sts:AssumeRoleWithWebIdentity'),
    principals: [{ kind: 'federated', value: issuer }],
    conditions: [
      { operator: 'StringEquals', key: '<OIDC provider of the cluster>:sub', values: [subject], span: subject.span },
      { operator: 'StringEquals', key: '<OIDC provider of the cluster>:aud', values: [text('sts.amazonaws.com', r.head)], span: r.head },
    ],
  });
}

/** The `sub` of their tokens. */
function podsOf(r: RoleView): Text {
  const [namespace, account] = [r.text('namespace') ?? text('default', r.head), r.text('account')];
  if (!account) return { parts: ['system:serviceaccount:', { name: 'service account of the addon' }], span: r.head };
  const [space, of] = [literal(namespace), literal(account)];
  if (space !== undefined && of !== undefined) return text(`system:serviceaccount:${space}:${of}`, account.span);
  return { parts: ['system:serviceaccount:', { name: `${show(namespace)}:${show(account)}` }], span: account.span };
}

const trustAt = ({ head }: RoleView, action: string) =>
  ({
    system: 'aws',
    effect: 'allow',
    negated: false,
    actions: { patterns: [text(action, head)], negated: false },
    span: head,
  }) as const;
