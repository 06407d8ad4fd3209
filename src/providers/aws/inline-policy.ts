/**
 * An inline policy that is declared beside its holder. It is a permission set of its own, given to the holder: so nothing of it is lost
 * where the holder is declared elsewhere or not known, and a finding stands on the policy.
 */
import { get, type MapNode, scalar, stringOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { argumentsOf, keptIam, referring } from './kept-by-cluster.js';
import { nameOf } from './names.js';
import { sayGrants } from './policy.js';
import { holders, namedUsers, selfEnd } from './principal-parts.js';

/** Ansible's module names the holder by `iam_type` and `iam_name`. A type that is not known leaves the holder open. */
function heldByType(body: MapNode): MapNode {
  const [type, name] = [stringOf(get(body, 'iam_type')), get(body, 'iam_name')];
  if (!name || !type || !['role', 'user', 'group'].includes(type)) return body;
  return { ...body, entries: [...body.entries, { key: scalar(type, name.span), value: name }] };
}

export const inlinePolicy = defineEntity({
  id: 'aws.inline-policy',
  title: 'IAM inline policy',
  spelled: {
    terraform: {
      type: ['aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'],
      fields: { name: 'name', prefix: 'name_prefix', document: 'policy', roles: 'role', users: 'user', groups: 'group' },
    },
    cloudformation: {
      type: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'],
      fields: {
        name: 'PolicyName',
        document: 'PolicyDocument',
        roles: ['Roles', 'RoleName'],
        users: ['Users', 'UserName'],
        groups: ['Groups', 'GroupName'],
      },
    },
    pulumi: {
      type: ['aws:iam:RolePolicy', 'aws:iam:UserPolicy', 'aws:iam:GroupPolicy'],
      fields: { name: 'name', prefix: 'namePrefix', document: 'policy', roles: 'role', users: 'user', groups: 'group' },
    },
    kubernetes: {
      type: keptIam('RolePolicy', 'UserPolicy', 'GroupPolicy'),
      fields: {
        name: 'name',
        document: ['policy', 'document'],
        roles: referring('role', 'roleName'),
        users: referring('user', 'userName'),
        groups: referring('group', 'groupName'),
      },
      adapt: argumentsOf,
    },
    ansible: {
      type: 'iam_policy',
      fields: { name: 'policy_name', document: ['policy_json', 'policy'], roles: 'role', users: 'user', groups: 'group' },
      adapt: heldByType,
    },
  },
  means: (r, say) => {
    say.subject({ category: 'permission-set', name: nameOf(r), attributes: namedUsers(r) });
    sayGrants(r.document('document'), 'inline policy', say);
    for (const holder of holders(r, say)) say.assign(selfEnd(r, say), [holder], { via: 'inline policy', span: holder.name.span });
  },
});
