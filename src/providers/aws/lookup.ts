/**
 * Terraform data sources: things of the account that the files use and do not declare. They answer by address alone, so that a name that
 * is also declared is never ambiguous.
 */
import { defineEntity } from '../entity.js';
import { endsOf } from './names.js';
import { selfEnd } from './principal-parts.js';

export const principalLookup = defineEntity({
  id: 'aws.principal-lookup',
  title: 'Looked-up IAM role or user',
  spelled: { terraform: { type: ['data.aws_iam_role', 'data.aws_iam_user'], fields: { name: ['name', 'user_name'] } } },
  means: (r, say) => say.subject({ category: 'identity', kind: 'external', name: r.text('name') }),
});

/** A permission set that holds what it looks up: whoever is given it holds the named policy. */
export const policyLookup = defineEntity({
  id: 'aws.policy-lookup',
  title: 'Looked-up IAM policy',
  spelled: { terraform: { type: 'data.aws_iam_policy', fields: { policy: ['arn', 'name'] } } },
  means: (r, say) => {
    say.subject({ category: 'permission-set', name: undefined });
    for (const set of endsOf(r.get('policy'), 'managed-policy', say))
      say.assign(set, [selfEnd(r, say)], { via: 'looked-up policy', span: set.name.span });
  },
});
