/**
 * A policy document on its own: a JSON file, an `aws_iam_policy_document`. When another resource takes it in, that resource speaks for
 * it. A document that names principals is a trust policy (its actions are of STS) or a resource's policy; any other is a permission set.
 */
import { literal } from '../../model/text.js';
import type { Node } from '../../model/tree.js';
import { defineEntity, type Say } from '../entity.js';
import { type Statement, sayGrants, sayResourceGrant, statementsOf, trustOf } from './policy.js';

export const policyDocument = defineEntity({
  id: 'aws.policy-document',
  title: 'IAM policy document',
  spelled: {
    terraform: { type: 'data.aws_iam_policy_document', fields: {} },
    'iam-policy': { type: 'policy', fields: {} },
  },
  means: (r, say) => {
    say.subject({ category: guards(r.body) ? 'resource' : 'permission-set', name: undefined, unlessConsumed: true });
    sayDocument(r.body, 'policy document', say);
  },
});

/** Whether a document says whom it lets in. */
export const guards = (document: Node): boolean =>
  statementsOf(document, { unresolved: () => undefined }).some((s) => s.principals !== undefined);

/** Says what a document means of which nothing is known but its statements. */
export function sayDocument(document: Node, via: string, say: Say): void {
  if (!guards(document)) {
    sayGrants(document, via, say);
    return;
  }
  for (const s of statementsOf(document, say)) {
    if (s.principals && isTrust(s)) say.trust(trustOf(s));
    else sayResourceGrant(s, 'resource policy', say);
  }
}

const isTrust = ({ actions, resources }: Statement): boolean =>
  !resources && !actions.negated && actions.patterns.every((p) => literal(p)?.toLowerCase().startsWith('sts:') ?? false);
