/** An instance profile: the paper through which a virtual machine gets its role. */
import { defineEntity } from '../entity.js';
import { argumentsOf, keptIam, referring } from './kept-by-cluster.js';
import { endsOf, namedHandles, nameOf } from './names.js';
import { tagsOf } from './tags.js';

export const instanceProfile = defineEntity({
  id: 'aws.instance-profile',
  title: 'IAM instance profile',
  spelled: {
    terraform: {
      type: 'aws_iam_instance_profile',
      fields: { name: 'name', prefix: 'name_prefix', role: ['role', 'roles'], path: 'path', tags: 'tags' },
    },
    cloudformation: { type: 'AWS::IAM::InstanceProfile', fields: { name: 'InstanceProfileName', role: 'Roles', path: 'Path' } },
    pulumi: {
      type: ['aws:iam:InstanceProfile', 'aws-native:iam:InstanceProfile'],
      fields: { name: ['name', 'instanceProfileName'], prefix: 'namePrefix', role: ['role', 'roles'], path: 'path', tags: 'tags' },
    },
    kubernetes: {
      type: keptIam('InstanceProfile'),
      fields: { name: 'name', role: referring('role', 'roleName'), path: 'path', tags: 'tags' },
      adapt: argumentsOf,
    },
    ansible: {
      type: 'iam_instance_profile',
      fields: {
        name: ['name', 'instance_profile_name'],
        role: 'role',
        path: ['path', 'prefix', 'path_prefix'],
        tags: ['tags', 'resource_tags'],
      },
    },
  },
  means: (r, say) => {
    const name = nameOf(r);
    say.subject({
      category: 'resource',
      name,
      handles: namedHandles('instance-profile', name),
      tags: tagsOf(r.get('tags'), say),
      attributes: { path: r.attribute('path', '/') },
    });
    for (const role of endsOf(r.get('role'), 'role', say)) say.link('runs-as', role, 'instance profile', role.name.span);
  },
});
