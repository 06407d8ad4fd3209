/** A role that AWS makes and fills for one of its services; its permissions are AWS's own. */
import { text } from '../../model/text.js';
import { defineEntity } from '../entity.js';
import { tagsOf } from './tags.js';

export const serviceLinkedRole = defineEntity({
  id: 'aws.service-linked-role',
  title: 'IAM service-linked role',
  spelled: {
    terraform: {
      type: 'aws_iam_service_linked_role',
      fields: { service: 'aws_service_name', description: 'description', tags: 'tags' },
    },
    cloudformation: { type: 'AWS::IAM::ServiceLinkedRole', fields: { service: 'AWSServiceName', description: 'Description' } },
  },
  means: (r, say) => {
    const service = r.text('service');
    const description = r.text('description');
    say.subject({
      category: 'identity',
      kind: 'workload-identity',
      name: service,
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
    });
    if (!service) return say.unresolved('the service of a service-linked role is not known', r.head);
    say.trust({
      system: 'aws',
      effect: 'allow',
      principals: [{ kind: 'service', value: service }],
      negated: false,
      actions: { patterns: [text('sts:AssumeRole', service.span)], negated: false },
      conditions: [],
      span: service.span,
    });
  },
});
