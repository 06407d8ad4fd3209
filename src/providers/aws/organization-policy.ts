/**
 * Service and resource control policies of an organization. They give nobody anything: they say at most what the accounts under them may
 * do, so they are guardrails and never among what an identity holds. Whose account an identity lives in is not known from the files, and
 * what the management account makes in itself is not bound by them; so they are not counted as limits of anybody either.
 */
import type { Attribute } from '../../model/fact.js';
import { literal, text } from '../../model/text.js';
import { deref, get, type Node } from '../../model/tree.js';
import { defineEntity, type View } from '../entity.js';
import { fullAccess } from './full-access.js';
import { sayGrants, sayResourcePolicy, statementsOf } from './policy.js';
import { selfEnd } from './principal-parts.js';
import { tagsOf } from './tags.js';

export const organizationPolicy = defineEntity({
  id: 'aws.organization-policy',
  title: 'Organization policy (SCP, RCP)',
  spelled: {
    terraform: {
      type: 'aws_organizations_policy',
      fields: { name: 'name', document: 'content', kind: 'type', description: 'description', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::Organizations::Policy',
      fields: { name: 'Name', document: 'Content', kind: 'Type', description: 'Description', tags: 'Tags', targets: 'TargetIds' },
    },
    pulumi: {
      type: ['aws:organizations:Policy', 'aws-native:organizations:Policy'],
      fields: { name: 'name', document: 'content', kind: 'type', description: 'description', tags: 'tags', targets: 'targetIds' },
    },
  },
  means: (r, say) => {
    const kind = r.text('kind') ?? text(service, r.head);
    const known = literal(kind);
    const document = r.document('document');
    // Policies for tags, backups and the like are no statements of permission.
    if (known === undefined ? !hasStatements(document) : known !== service && known !== resource) return;
    const description = r.text('description');
    say.subject({
      category: 'guardrail',
      name: r.text('name'),
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
      attributes: { policyType: r.attribute('kind', service), ...(r.get('targets') && { targets: r.attribute('targets', []) }) },
      openWithout: true,
    });
    if (known === resource) sayResourcePolicy(document, 'organization policy', say);
    else sayGrants(document, 'organization policy', say);
    const quiet = { unresolved: () => undefined };
    const statements = document && hasStatements(document) ? statementsOf(document, quiet) : [];
    // A policy that only denies works beside the one that AWS attaches to every target, which allows everything.
    if (statements.length > 0 && statements.every((s) => s.effect === 'deny'))
      say.grant(fullAccess('FullAWSAccess', r.head, known === resource));
  },
});

const service = 'SERVICE_CONTROL_POLICY';
const resource = 'RESOURCE_CONTROL_POLICY';

const hasStatements = (document: Node | undefined): boolean =>
  document !== undefined && deref(document).kind === 'map' && get(document, 'Statement') !== undefined;

export const organizationPolicyAttachment = defineEntity({
  id: 'aws.organization-policy-attachment',
  title: 'Organization policy attachment',
  spelled: {
    terraform: { type: 'aws_organizations_policy_attachment', fields: { policy: 'policy_id', target: 'target_id' } },
    pulumi: { type: 'aws:organizations:PolicyAttachment', fields: { policy: 'policyId', target: 'targetId' } },
  },
  means: (r, say) => {
    const policy = r.get('policy');
    const set = policy && say.end(policy);
    // What AWS attaches by itself takes nothing away.
    if (!set || literal(set.name) === 'p-FullAWSAccess') return;
    say.subject({ category: 'guardrail', name: undefined, attributes: { targets: targetOf(r) }, openWithout: true });
    say.assign(set, [selfEnd(r, say)], { via: 'attachment', span: r.head });
  },
});

function targetOf(r: View<'target'>): Attribute {
  const { value, ...rest } = r.attribute('target', '');
  return typeof value === 'string' ? { ...rest, value: value === '' ? [] : [value] } : { ...rest, value: undefined };
}
