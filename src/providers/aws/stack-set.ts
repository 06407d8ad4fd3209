/** A stack set: it deploys to many accounts, as one role that takes on another in each of them. */
import { defineEntity } from '../entity.js';
import { endsOf } from './names.js';
import { tagsOf } from './tags.js';

export const stackSet = defineEntity({
  id: 'aws.stack-set',
  title: 'CloudFormation stack set',
  spelled: {
    terraform: {
      type: 'aws_cloudformation_stack_set',
      fields: { name: 'name', administration: 'administration_role_arn', execution: 'execution_role_name', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::CloudFormation::StackSet',
      fields: { name: 'StackSetName', administration: 'AdministrationRoleARN', execution: 'ExecutionRoleName', tags: 'Tags' },
    },
  },
  means: (r, say) => {
    const administration = endsOf(r.get('administration'), 'role', say);
    const execution = endsOf(r.get('execution'), 'role', say);
    // Without roles of its own it is run by the organization.
    if (administration.length === 0 && execution.length === 0) return;
    say.subject({ category: 'resource', name: r.text('name'), tags: tagsOf(r.get('tags'), say) });
    for (const role of administration) say.link('runs-as', role, 'administration role', role.name.span);
    for (const role of execution) say.link('runs-as', role, 'execution role', role.name.span);
  },
});
