/** EKS access entries: an IAM principal gets Kubernetes permissions, by AWS's access policies or as a member of Kubernetes groups. */
import { type End, handle } from '../../model/fact.js';
import { literal, type Text } from '../../model/text.js';
import { defineEntity } from '../entity.js';
import { endOf } from './names.js';

export const eksAccess = defineEntity({
  id: 'aws.eks-access',
  title: 'EKS access entry',
  spelled: {
    terraform: {
      type: ['aws_eks_access_entry', 'aws_eks_access_policy_association'],
      fields: { principal: 'principal_arn', groups: 'kubernetes_groups', policy: 'policy_arn' },
    },
    cloudformation: {
      type: 'AWS::EKS::AccessEntry',
      fields: { principal: 'PrincipalArn', groups: 'KubernetesGroups', policies: { at: 'AccessPolicies', fields: { arn: 'PolicyArn' } } },
    },
    kubernetes: {
      type: ['eksctl.io/AccessEntry', 'eksctl.io/IAMIdentityMapping'],
      fields: {
        principal: ['principalARN', 'arn'],
        groups: ['kubernetesGroups', 'groups'],
        policies: { at: 'accessPolicies', fields: { arn: 'policyARN' } },
      },
    },
  },
  means: (r, say) => {
    const principal = endOf(r.get('principal'), 'role', say);
    if (!principal) return say.unresolved('who gets access to an EKS cluster is not known from the files', r.head);
    const policies = [...r.texts('policy'), ...r.nested('policies').flatMap((p) => p.texts('arn'))];
    const sets = [
      ...policies.map((arn) => named(arn, 'aws', 'eks-access-policy')),
      ...r.texts('groups').map((group) => named(group, 'kubernetes', 'Group')),
    ];
    for (const set of sets) say.assign(set, [principal], { via: 'EKS access entry', span: set.name.span });
  },
});

/** A set by the last part of its ARN or by its bare name. */
function named(name: Text, system: string, type: string): End {
  const known = literal(name);
  return { handles: known === undefined ? [] : [handle(system, type, known.slice(known.lastIndexOf('/') + 1))], name };
}
