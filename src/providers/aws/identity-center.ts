/** IAM Identity Center: permission sets that become roles in accounts. People hold most of them; what they allow is judged the same. */
import { defineEntity } from '../entity.js';
import { endOf, endsOf } from './names.js';
import { sayGrants } from './policy.js';
import { sayManaged, selfEnd } from './principal-parts.js';
import { tagsOf } from './tags.js';

export const permissionSet = defineEntity({
  id: 'aws.permission-set',
  title: 'Identity Center permission set',
  spelled: {
    terraform: { type: 'aws_ssoadmin_permission_set', fields: { name: 'name', description: 'description', tags: 'tags' } },
    cloudformation: {
      type: 'AWS::SSO::PermissionSet',
      fields: { name: 'Name', description: 'Description', document: 'InlinePolicy', managed: 'ManagedPolicies', tags: 'Tags' },
    },
  },
  means: (r, say) => {
    const description = r.text('description');
    say.subject({
      category: 'permission-set',
      name: r.text('name'),
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
    });
    sayGrants(r.document('document'), 'inline policy', say);
    sayManaged(r, say);
  },
});

/** What Terraform declares beside a permission set. */
export const permissionSetPolicy = defineEntity({
  id: 'aws.permission-set-policy',
  title: 'Policy of an Identity Center permission set',
  spelled: {
    terraform: {
      type: [
        'aws_ssoadmin_permission_set_inline_policy',
        'aws_ssoadmin_managed_policy_attachment',
        'aws_ssoadmin_customer_managed_policy_attachment',
      ],
      fields: {
        of: 'permission_set_arn',
        document: 'inline_policy',
        managed: ['managed_policy_arn', 'customer_managed_policy_reference.name'],
      },
    },
  },
  means: (r, say) => {
    const of = endOf(r.get('of'), 'sso-permission-set', say);
    if (!of) return say.unresolved('the permission set of a policy is not known from the files', r.head);
    for (const set of endsOf(r.get('managed'), 'policy', say)) say.assign(set, [of], { via: 'managed policy', span: r.head });
    if (!r.get('document')) return;
    say.subject({ category: 'permission-set', name: undefined });
    sayGrants(r.document('document'), 'inline policy', say);
    say.assign(selfEnd(r, say), [of], { via: 'inline policy', span: of.name.span });
  },
});
