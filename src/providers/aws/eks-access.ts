/** EKS access entries: an IAM principal gets Kubernetes permissions, by AWS's access policies or as a member of Kubernetes groups. */
import { type End, handle } from '../../model/fact.js';
import { literal, type Text } from '../../model/text.js';
import { defineEntity, type View } from '../entity.js';
import { endOf } from './names.js';

export const eksAccess = defineEntity({
  id: 'aws.eks-access',
  title: 'EKS access entry',
  spelled: {
    terraform: {
      type: ['aws_eks_access_entry', 'aws_eks_access_policy_association'],
      fields: {
        principal: 'principal_arn',
        groups: 'kubernetes_groups',
        policy: 'policy_arn',
        scope: 'access_scope.type',
        namespaces: 'access_scope.namespaces',
      },
    },
    cloudformation: {
      type: 'AWS::EKS::AccessEntry',
      fields: {
        principal: 'PrincipalArn',
        groups: 'KubernetesGroups',
        policies: {
          at: 'AccessPolicies',
          fields: { policy: 'PolicyArn', scope: 'AccessScope.Type', namespaces: 'AccessScope.Namespaces' },
        },
      },
    },
    kubernetes: {
      type: ['eksctl.io/AccessEntry', 'eksctl.io/IAMIdentityMapping'],
      fields: {
        principal: ['principalARN', 'arn'],
        groups: ['kubernetesGroups', 'groups'],
        policies: {
          at: 'accessPolicies',
          fields: { policy: 'policyARN', scope: 'accessScope.type', namespaces: 'accessScope.namespaces' },
        },
      },
    },
  },
  means: (r, say) => {
    const principal = endOf(r.get('principal'), 'role', say);
    if (!principal) return say.unresolved('who gets access to an EKS cluster is not known from the files', r.head);
    const groups = r.texts('groups').map((group) => ({ set: named(group, 'kubernetes', 'Group'), scopes: everywhere }));
    for (const { set, scopes } of [r, ...r.nested('policies')].flatMap(policiesOf).concat(groups))
      for (const scope of scopes) say.assign(set, [principal], { via: 'EKS access entry', span: set.name.span, ...(scope && { scope }) });
  },
});

/** Without a scope it holds in the whole cluster. */
const everywhere = [undefined] as const;

/** Policies hold in the whole cluster or in namespaces, of which each is told; one that is not known stands as it is written. */
function policiesOf(
  r: View<'policy' | 'scope' | 'namespaces'>,
): readonly { readonly set: End; readonly scopes: readonly (Text | undefined)[] }[] {
  const namespaces = r.texts('namespaces').map(namespaceScope);
  const scopes = literal(r.text('scope')) === 'namespace' && namespaces.length > 0 ? namespaces : everywhere;
  return r.texts('policy').map((arn) => ({ set: named(arn, 'aws', 'eks-access-policy'), scopes }));
}

function namespaceScope({ parts: [first = '', ...rest], span }: Text): Text {
  return { parts: typeof first === 'string' ? [`namespace/${first}`, ...rest] : ['namespace/', first, ...rest], span };
}

/** A set by the last part of its ARN or by its bare name. */
function named(name: Text, system: string, type: string): End {
  const known = literal(name);
  return { handles: known === undefined ? [] : [handle(system, type, known.slice(known.lastIndexOf('/') + 1))], name };
}
