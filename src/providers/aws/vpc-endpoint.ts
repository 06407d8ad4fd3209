/** Policies of VPC endpoints: what may go through the endpoint at most. They are a grant to nobody, however wide they are. */
import { defineEntity } from '../entity.js';
import { fullAccess } from './full-access.js';
import { sayResourcePolicy } from './policy.js';
import { tagsOf } from './tags.js';

export const endpoint = defineEntity({
  id: 'aws.vpc-endpoint',
  title: 'VPC endpoint',
  spelled: {
    terraform: { type: 'aws_vpc_endpoint', fields: { document: 'policy', tags: 'tags' } },
    cloudformation: { type: 'AWS::EC2::VPCEndpoint', fields: { document: 'PolicyDocument', tags: 'Tags' } },
    pulumi: { type: 'aws:ec2:VpcEndpoint', fields: { document: 'policy', tags: 'tags' } },
  },
  means: (r, say) => {
    say.subject({ category: 'guardrail', name: undefined, tags: tagsOf(r.get('tags'), say) });
    if (r.get('document')) sayResourcePolicy(r.document('document'), 'endpoint policy', say);
    else say.grant(fullAccess('default endpoint policy', r.head, true));
  },
});

export const endpointPolicy = defineEntity({
  id: 'aws.vpc-endpoint-policy',
  title: 'VPC endpoint policy beside its endpoint',
  spelled: {
    terraform: { type: 'aws_vpc_endpoint_policy', fields: { document: 'policy' } },
    pulumi: { type: 'aws:ec2:VpcEndpointPolicy', fields: { document: 'policy' } },
  },
  means: (r, say) => {
    if (!r.get('document')) return;
    say.subject({ category: 'guardrail', name: undefined, openWithout: true });
    sayResourcePolicy(r.document('document'), 'endpoint policy', say);
  },
});
