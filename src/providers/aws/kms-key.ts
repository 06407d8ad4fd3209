/** A key in KMS: it guards itself with a policy, and may renew its own key material. */
import { defineEntity } from '../entity.js';
import { sayResourcePolicy } from './policy.js';
import { tagsOf } from './tags.js';

export const kmsKey = defineEntity({
  id: 'aws.kms-key',
  title: 'KMS key',
  spelled: {
    terraform: {
      type: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key'],
      fields: {
        document: 'policy',
        rotates: 'enable_key_rotation',
        rotationDays: 'rotation_period_in_days',
        spec: ['customer_master_key_spec', 'key_spec'],
        usage: 'key_usage',
        description: 'description',
        tags: 'tags',
      },
    },
    cloudformation: {
      type: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
      fields: {
        document: 'KeyPolicy',
        rotates: 'EnableKeyRotation',
        rotationDays: 'RotationPeriodInDays',
        spec: 'KeySpec',
        usage: 'KeyUsage',
        description: 'Description',
        tags: 'Tags',
      },
    },
  },
  means: (r, say) => {
    const description = r.text('description');
    say.subject({
      category: 'resource',
      name: undefined,
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
      attributes: {
        keyRotationEnabled: r.attribute('rotates', false),
        keyRotationDays: r.attribute('rotationDays', 365),
        keySpec: r.attribute('spec', 'SYMMETRIC_DEFAULT'),
        keyUsage: r.attribute('usage', 'ENCRYPT_DECRYPT'),
      },
    });
    sayResourcePolicy(r.document('document'), 'key policy', say);
  },
});
