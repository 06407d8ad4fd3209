/** An instance profile: the paper through which a virtual machine gets its role. */
import { defineEntity } from '../entity.js';
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
