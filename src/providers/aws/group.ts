/** A group of users. It is a permission set: what it holds comes to its members, and membership is how it is given. */
import { defineEntity } from '../entity.js';
import { argumentsOf, argumentsWithPolicies, keptIam, referring } from './kept-by-cluster.js';
import { endsOf, namedHandles } from './names.js';
import { sayGrants } from './policy.js';
import { sayManaged, selfEnd } from './principal-parts.js';

export const group = defineEntity({
  id: 'aws.group',
  title: 'IAM group',
  spelled: {
    terraform: { type: 'aws_iam_group', fields: { name: 'name', path: 'path' } },
    cloudformation: {
      type: 'AWS::IAM::Group',
      fields: {
        name: 'GroupName',
        inline: { at: 'Policies', fields: { document: 'PolicyDocument' } },
        managed: 'ManagedPolicyArns',
        path: 'Path',
      },
    },
    pulumi: {
      type: ['aws:iam:Group', 'aws-native:iam:Group'],
      fields: {
        name: ['name', 'groupName'],
        inline: { at: 'policies', fields: { document: 'policyDocument' } },
        managed: 'managedPolicyArns',
        path: 'path',
      },
    },
    kubernetes: {
      type: keptIam('Group'),
      fields: { name: 'name', inline: { at: 'inlinePolicies', fields: { document: 'policy' } }, managed: 'managed', path: 'path' },
      adapt: argumentsWithPolicies,
    },
    ansible: {
      type: 'iam_group',
      fields: {
        name: ['name', 'group_name'],
        managed: ['managed_policies', 'managed_policy'],
        path: ['path', 'prefix', 'path_prefix'],
        users: 'users',
      },
    },
  },
  means: (r, say) => {
    const name = r.text('name');
    say.subject({
      category: 'permission-set',
      name,
      handles: namedHandles('group', name),
      attributes: { path: r.attribute('path', '/') },
    });
    for (const inline of r.nested('inline')) sayGrants(inline.document('document'), 'inline policy', say);
    sayManaged(r, say);
    const users = endsOf(r.get('users'), 'user', say);
    if (users.length > 0) say.assign(selfEnd(r, say), users, { via: 'group membership', span: r.head });
  },
});

/** Users × groups, from either side. */
export const groupMembership = defineEntity({
  id: 'aws.group-membership',
  title: 'IAM group membership',
  spelled: {
    terraform: {
      type: ['aws_iam_group_membership', 'aws_iam_user_group_membership'],
      fields: { groups: ['group', 'groups'], users: ['users', 'user'] },
    },
    cloudformation: { type: 'AWS::IAM::UserToGroupAddition', fields: { groups: 'GroupName', users: 'Users' } },
    pulumi: {
      type: ['aws:iam:GroupMembership', 'aws:iam:UserGroupMembership', 'aws-native:iam:UserToGroupAddition'],
      fields: { groups: ['group', 'groups', 'groupName'], users: ['users', 'user'] },
    },
    kubernetes: {
      type: keptIam('GroupMembership', 'UserGroupMembership', 'GroupUserMembership'),
      fields: { groups: referring('group', 'groups', 'groupName'), users: referring('users', 'user', 'userName') },
      adapt: argumentsOf,
    },
  },
  means: (r, say) => {
    const users = endsOf(r.get('users'), 'user', say);
    for (const group of endsOf(r.get('groups'), 'group', say)) say.assign(group, users, { via: 'group membership', span: r.head });
  },
});
