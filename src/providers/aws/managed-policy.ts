/** A customer managed policy: a permission set that is given by attachment. */
import { defineEntity } from '../entity.js';
import { argumentsOf, keptIam } from './kept-by-cluster.js';
import { namedHandles, nameOf } from './names.js';
import { sayGrants } from './policy.js';
import { holders, namedUsers, selfEnd } from './principal-parts.js';
import { tagsOf } from './tags.js';

export const managedPolicy = defineEntity({
  id: 'aws.policy',
  title: 'IAM managed policy',
  spelled: {
    terraform: {
      type: 'aws_iam_policy',
      fields: { name: 'name', prefix: 'name_prefix', document: 'policy', path: 'path', description: 'description', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::IAM::ManagedPolicy',
      fields: {
        name: 'ManagedPolicyName',
        document: 'PolicyDocument',
        path: 'Path',
        description: 'Description',
        roles: 'Roles',
        users: 'Users',
        groups: 'Groups',
      },
    },
    pulumi: {
      type: ['aws:iam:Policy', 'aws-native:iam:ManagedPolicy'],
      fields: {
        name: ['name', 'managedPolicyName'],
        prefix: 'namePrefix',
        document: ['policy', 'policyDocument'],
        path: 'path',
        description: 'description',
        tags: 'tags',
        roles: 'roles',
        users: 'users',
        groups: 'groups',
      },
    },
    kubernetes: {
      type: keptIam('Policy'),
      fields: { name: 'name', document: ['policy', 'policyDocument', 'document'], path: 'path', description: 'description', tags: 'tags' },
      adapt: argumentsOf,
    },
    ansible: {
      type: 'iam_managed_policy',
      fields: {
        name: ['name', 'policy_name'],
        document: 'policy',
        path: ['path', 'prefix', 'path_prefix'],
        description: ['description', 'policy_description'],
        tags: ['tags', 'resource_tags'],
      },
    },
  },
  means: (r, say) => {
    const name = nameOf(r);
    const description = r.text('description');
    say.subject({
      category: 'permission-set',
      name,
      handles: namedHandles('policy', name),
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
      attributes: { path: r.attribute('path', '/'), ...namedUsers(r) },
    });
    sayGrants(r.document('document'), 'managed policy', say);
    for (const holder of holders(r, say)) say.assign(selfEnd(r, say), [holder], { via: 'attachment', span: holder.name.span });
  },
});
