/** A role: who may become it, and what it may do. */
import { defineEntity } from '../entity.js';
import { argumentsWithPolicies, keptIam } from './kept-by-cluster.js';
import { namedHandles, nameOf } from './names.js';
import { sayGrants, sayTrust } from './policy.js';
import { hasBoundary, hours, sayBoundary, sayManaged } from './principal-parts.js';
import { tagsOf } from './tags.js';

export const role = defineEntity({
  id: 'aws.role',
  title: 'IAM role',
  spelled: {
    terraform: {
      type: 'aws_iam_role',
      fields: {
        name: 'name',
        prefix: 'name_prefix',
        trust: 'assume_role_policy',
        inline: { at: 'inline_policy', fields: { name: 'name', document: 'policy' } },
        managed: 'managed_policy_arns',
        boundary: 'permissions_boundary',
        path: 'path',
        maxSession: 'max_session_duration',
        description: 'description',
        tags: 'tags',
      },
    },
    cloudformation: {
      type: 'AWS::IAM::Role',
      fields: {
        name: 'RoleName',
        trust: 'AssumeRolePolicyDocument',
        inline: { at: 'Policies', fields: { name: 'PolicyName', document: 'PolicyDocument' } },
        managed: 'ManagedPolicyArns',
        boundary: 'PermissionsBoundary',
        path: 'Path',
        maxSession: 'MaxSessionDuration',
        description: 'Description',
        tags: 'Tags',
      },
    },
    pulumi: {
      type: ['aws:iam:Role', 'aws-native:iam:Role'],
      fields: {
        name: ['name', 'roleName'],
        prefix: 'namePrefix',
        trust: ['assumeRolePolicy', 'assumeRolePolicyDocument'],
        inline: { at: ['inlinePolicies', 'policies'], fields: { name: ['name', 'policyName'], document: ['policy', 'policyDocument'] } },
        managed: 'managedPolicyArns',
        boundary: 'permissionsBoundary',
        path: 'path',
        maxSession: 'maxSessionDuration',
        description: 'description',
        tags: 'tags',
      },
    },
    kubernetes: {
      type: keptIam('Role'),
      fields: {
        name: 'name',
        trust: ['assumeRolePolicy', 'assumeRolePolicyDocument'],
        inline: { at: ['inlinePolicy', 'inlinePolicies'], fields: { name: 'name', document: 'policy' } },
        managed: 'managed',
        boundary: ['permissionsBoundary', 'permissionsBoundaryRef'],
        path: 'path',
        maxSession: 'maxSessionDuration',
        description: 'description',
        tags: 'tags',
      },
      adapt: argumentsWithPolicies,
    },
    ansible: {
      type: 'iam_role',
      fields: {
        name: ['name', 'role_name'],
        trust: 'assume_role_policy_document',
        managed: ['managed_policies', 'managed_policy'],
        boundary: ['boundary', 'boundary_policy_arn'],
        path: ['path', 'prefix', 'path_prefix'],
        maxSession: 'max_session_duration',
        description: 'description',
        tags: ['tags', 'resource_tags'],
      },
    },
  },
  means: (r, say) => {
    const name = nameOf(r);
    const description = r.text('description');
    say.subject({
      category: 'identity',
      kind: 'workload-identity',
      name,
      handles: namedHandles('role', name),
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
      attributes: {
        path: r.attribute('path', '/'),
        maxSessionHours: hours(r.attribute('maxSession', 3600)),
        hasPermissionsBoundary: hasBoundary(r),
      },
    });
    sayTrust(r.document('trust'), say);
    for (const inline of r.nested('inline')) sayGrants(inline.document('document'), 'inline policy', say);
    sayManaged(r, say);
    sayBoundary(r, say);
  },
});
