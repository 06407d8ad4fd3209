/** An IAM user: a long-lived identity of its own, for a machine until somebody says otherwise. */
import { defineEntity } from '../entity.js';
import { argumentsWithPolicies, keptIam } from './kept-by-cluster.js';
import { endsOf, namedHandles } from './names.js';
import { sayGrants } from './policy.js';
import { hasBoundary, sayBoundary, sayManaged, selfEnd } from './principal-parts.js';
import { secretOf } from './secret-value.js';
import { tagsOf } from './tags.js';

export const user = defineEntity({
  id: 'aws.user',
  title: 'IAM user',
  spelled: {
    terraform: {
      type: 'aws_iam_user',
      fields: { name: 'name', boundary: 'permissions_boundary', path: 'path', forceDestroy: 'force_destroy', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::IAM::User',
      fields: {
        name: 'UserName',
        inline: { at: 'Policies', fields: { document: 'PolicyDocument' } },
        managed: 'ManagedPolicyArns',
        boundary: 'PermissionsBoundary',
        groups: 'Groups',
        login: 'LoginProfile',
        password: 'LoginProfile.Password',
        path: 'Path',
        tags: 'Tags',
      },
    },
    pulumi: {
      type: ['aws:iam:User', 'aws-native:iam:User'],
      fields: {
        name: ['name', 'userName'],
        inline: { at: 'policies', fields: { document: 'policyDocument' } },
        managed: 'managedPolicyArns',
        boundary: 'permissionsBoundary',
        groups: 'groups',
        login: 'loginProfile',
        password: 'loginProfile.password',
        path: 'path',
        forceDestroy: 'forceDestroy',
        tags: 'tags',
      },
    },
    kubernetes: {
      type: keptIam('User'),
      fields: {
        name: 'name',
        inline: { at: 'inlinePolicies', fields: { document: 'policy' } },
        managed: 'managed',
        boundary: ['permissionsBoundary', 'permissionsBoundaryRef'],
        path: 'path',
        forceDestroy: 'forceDestroy',
        tags: 'tags',
      },
      adapt: argumentsWithPolicies,
    },
    ansible: {
      type: 'iam_user',
      fields: {
        name: ['name', 'user_name'],
        managed: ['managed_policies', 'managed_policy'],
        boundary: ['boundary', 'boundary_policy_arn', 'permissions_boundary'],
        login: ['password', 'login_password'],
        password: ['password', 'login_password'],
        path: ['path', 'prefix', 'path_prefix'],
        tags: ['tags', 'resource_tags'],
      },
    },
  },
  means: (r, say) => {
    const name = r.text('name');
    say.subject({
      category: 'identity',
      kind: 'service-account',
      name,
      handles: namedHandles('user', name),
      tags: tagsOf(r.get('tags'), say),
      attributes: {
        path: r.attribute('path', '/'),
        forceDestroy: r.attribute('forceDestroy', false),
        hasPermissionsBoundary: hasBoundary(r),
      },
    });
    for (const inline of r.nested('inline')) sayGrants(inline.document('document'), 'inline policy', say);
    sayManaged(r, say);
    sayBoundary(r, say);
    for (const group of endsOf(r.get('groups'), 'group', say))
      say.assign(group, [selfEnd(r, say)], { via: 'group membership', span: group.name.span });
    const login = r.get('login');
    if (login) say.credential({ ...consolePassword, ...secretOf(r.get('password'), consolePassword.name, say), span: login.span });
  },
});

/** A user who has one may sign in to the console. */
export const consolePassword = { kind: 'password', name: 'console password', lifetime: 'static' } as const;
