/** EKS pod identity: pods that run as a Kubernetes service account get a role's credentials. */
import { handle } from '../../model/fact.js';
import { literal } from '../../model/text.js';
import { defineEntity } from '../entity.js';
import { argumentsOf, keptEks, referring } from './kept-by-cluster.js';
import { endsOf } from './names.js';

export const podIdentity = defineEntity({
  id: 'aws.pod-identity',
  title: 'EKS pod identity association',
  spelled: {
    terraform: {
      type: 'aws_eks_pod_identity_association',
      fields: { namespace: 'namespace', account: 'service_account', role: 'role_arn', target: 'target_role_arn' },
    },
    cloudformation: {
      type: 'AWS::EKS::PodIdentityAssociation',
      fields: { namespace: 'Namespace', account: 'ServiceAccount', role: 'RoleArn', target: 'TargetRoleArn' },
    },
    kubernetes: {
      type: keptEks('PodIdentityAssociation'),
      fields: {
        namespace: 'namespace',
        account: 'serviceAccount',
        role: referring('roleArn', 'roleARN', 'role'),
        target: referring('targetRoleArn', 'targetRoleARN', 'targetRole'),
      },
      adapt: argumentsOf,
    },
  },
  means: (r, say) => {
    const [namespace, account] = [literal(r.text('namespace')), literal(r.text('account'))];
    const roles = [...endsOf(r.get('role'), 'role', say), ...endsOf(r.get('target'), 'role', say)];
    if (namespace === undefined || account === undefined || roles.length === 0)
      return say.unresolved('which service account gets which role by pod identity is not known', r.head);
    const from = handle('kubernetes', 'ServiceAccount', `${namespace}/${account}`);
    for (const role of roles) say.link('assumes', role, 'EKS pod identity', r.head, from);
  },
});
