/**
 * SAM functions and state machines. One that names no role gets a role of its own, made of its `Policies`: then the declaration is that
 * role's too, and the subject is an identity. One that names a role is a workload like any other.
 */
import { type End, handle, handleAt } from '../../model/fact.js';
import { text } from '../../model/text.js';
import { address, deref, get, type Node } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { secretsInVariables } from './literals.js';
import { endOf, endsOf, flatItems, namedHandles } from './names.js';
import { sayGrants, sayTrust } from './policy.js';
import { sayBoundary, selfEnd } from './principal-parts.js';
import { tagsOf } from './tags.js';

export const serverless = defineEntity({
  id: 'aws.serverless-function',
  title: 'SAM function or state machine',
  spelled: {
    cloudformation: {
      type: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
      fields: {
        name: ['FunctionName', 'Name'],
        role: 'Role',
        policies: 'Policies',
        trust: 'AssumeRolePolicyDocument',
        boundary: 'PermissionsBoundary',
        variables: 'Environment.Variables',
        tags: 'Tags',
      },
    },
  },
  means: (r, say) => {
    const name = r.text('name');
    const roles = endsOf(r.get('role'), 'role', say);
    const own = roles.length === 0;
    say.subject({
      category: own ? 'identity' : 'resource',
      ...(own && { kind: 'workload-identity' }),
      name,
      handles: [...namedHandles('function', name), ...(own ? [handleAt(address(r.scope, `${r.label}Role`))] : [])],
      tags: tagsOf(r.get('tags'), say),
    });
    for (const secret of secretsInVariables(r.get('variables'), say)) say.credential(secret);
    for (const role of roles) say.link('runs-as', role, 'SAM function', role.name.span);
    if (own) sayOwnRole(r, say);
  },
});

function sayOwnRole(r: View<'trust' | 'policies' | 'boundary'>, say: Say): void {
  if (r.get('trust')) sayTrust(r.document('trust'), say);
  else sayServiceTrust(r, say);
  sayBoundary(r, say);
  for (const policy of flatItems(r.get('policies'))) {
    if (get(policy, 'Statement')) sayGrants(policy, 'inline policy', say);
    else for (const set of policySets(policy, say)) say.assign(set, [selfEnd(r, say)], { via: 'managed policy', span: set.name.span });
  }
}

/** A managed policy by ARN or by bare name, or SAM policy templates: `{S3ReadPolicy: {BucketName: …}}`. */
function policySets(policy: Node, say: Say): readonly End[] {
  const at = deref(policy);
  if (at.kind === 'map')
    return at.entries.map(({ key }) => {
      const template = String(key.value);
      return { handles: [handle('aws', 'sam-policy-template', template)], name: text(template, key.span) };
    });
  const bare = at.kind === 'scalar' && typeof at.value === 'string' && !at.value.includes(':') ? at.value : undefined;
  if (bare !== undefined) return [{ handles: [handle('aws', 'managed-policy', bare)], name: text(bare, policy.span) }];
  const set = endOf(policy, 'policy', say);
  return set ? [set] : [];
}

function sayServiceTrust(r: View, say: Say): void {
  const service = r.type === 'AWS::Serverless::Function' ? 'lambda.amazonaws.com' : 'states.amazonaws.com';
  say.trust({
    system: 'aws',
    effect: 'allow',
    principals: [{ kind: 'service', value: text(service, r.head) }],
    negated: false,
    actions: { patterns: [text('sts:AssumeRole', r.head)], negated: false },
    conditions: [],
    span: r.head,
  });
}
