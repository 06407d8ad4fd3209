/** Managed policies × their holders, from any side. */
import { defineEntity } from '../entity.js';
import { argumentsOf, keptIam, referring } from './kept-by-cluster.js';
import { endsOf } from './names.js';
import { holders } from './principal-parts.js';

export const attachment = defineEntity({
  id: 'aws.policy-attachment',
  title: 'IAM policy attachment',
  spelled: {
    terraform: {
      type: [
        'aws_iam_role_policy_attachment',
        'aws_iam_user_policy_attachment',
        'aws_iam_group_policy_attachment',
        'aws_iam_policy_attachment',
        'aws_iam_role_policy_attachments_exclusive',
        'aws_iam_user_policy_attachments_exclusive',
        'aws_iam_group_policy_attachments_exclusive',
      ],
      fields: {
        sets: ['policy_arn', 'policy_arns'],
        roles: ['role', 'role_name', 'roles'],
        users: ['user', 'user_name', 'users'],
        groups: ['group', 'group_name', 'groups'],
      },
    },
    pulumi: {
      type: [
        'aws:iam:RolePolicyAttachment',
        'aws:iam:UserPolicyAttachment',
        'aws:iam:GroupPolicyAttachment',
        'aws:iam:PolicyAttachment',
        'aws:iam:RolePolicyAttachmentsExclusive',
        'aws:iam:UserPolicyAttachmentsExclusive',
        'aws:iam:GroupPolicyAttachmentsExclusive',
      ],
      fields: {
        sets: ['policyArn', 'policyArns'],
        roles: ['role', 'roleName', 'roles'],
        users: ['user', 'userName', 'users'],
        groups: ['group', 'groupName', 'groups'],
      },
    },
    kubernetes: {
      type: keptIam('RolePolicyAttachment', 'UserPolicyAttachment', 'GroupPolicyAttachment', 'PolicyAttachment'),
      fields: {
        sets: referring('policyArn'),
        roles: referring('role', 'roleName', 'roles'),
        users: referring('user', 'userName', 'users'),
        groups: referring('group', 'groupName', 'groups'),
      },
      adapt: argumentsOf,
    },
  },
  means: (r, say) => {
    const to = holders(r, say);
    if (to.length > 0 && !r.get('sets')) say.unresolved('which policy is attached is not known from the files', r.head);
    for (const set of endsOf(r.get('sets'), 'policy', say)) say.assign(set, to, { via: 'attachment', span: r.head });
  },
});
