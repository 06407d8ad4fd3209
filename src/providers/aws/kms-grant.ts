/** A KMS grant: operations on one key, given to one principal. */
import { text } from '../../model/text.js';
import { defineEntity } from '../entity.js';
import { endsOf } from './names.js';
import { selfEnd } from './principal-parts.js';

export const kmsGrant = defineEntity({
  id: 'aws.kms-grant',
  title: 'KMS grant',
  spelled: {
    terraform: { type: 'aws_kms_grant', fields: { name: 'name', key: 'key_id', to: 'grantee_principal', operations: 'operations' } },
  },
  means: (r, say) => {
    say.subject({ category: 'permission-set', name: r.text('name') });
    say.grant({
      system: 'aws',
      effect: 'allow',
      actions: { patterns: r.texts('operations').map((o) => ({ ...o, parts: ['kms:', ...o.parts] })), negated: false },
      resources: { patterns: [r.text('key') ?? text('*', r.head)], negated: false },
      scope: text('*', r.head),
      conditions: [],
      via: 'KMS grant',
      span: r.head,
    });
    for (const to of endsOf(r.get('to'), 'role', say)) say.assign(selfEnd(r, say), [to], { via: 'KMS grant', span: to.name.span });
  },
});
