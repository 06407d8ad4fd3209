/** A parameter in SSM that holds a secret: by its type, or by the name it goes by. Any other parameter is configuration. */
import { literal } from '../../model/text.js';
import { stringOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { secretOf } from './secret-value.js';
import { secretIn } from './secret-words.js';
import { tagsOf } from './tags.js';

export const parameter = defineEntity({
  id: 'aws.parameter',
  title: 'SSM parameter with a secret',
  spelled: {
    terraform: {
      type: 'aws_ssm_parameter',
      fields: { name: 'name', kind: 'type', value: ['value', 'value_wo', 'insecure_value'], description: 'description', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::SSM::Parameter',
      fields: { name: 'Name', kind: 'Type', value: 'Value', description: 'Description', tags: 'Tags' },
    },
  },
  means: (r, say) => {
    const name = r.text('name');
    const value = r.get('value');
    const lastWord = (literal(name) ?? r.label).split(/[/.]/).at(-1) ?? '';
    if (literal(r.text('kind')) !== 'SecureString' && !secretIn(lastWord, stringOf(value) ?? '')) return;
    const description = r.text('description');
    say.subject({ category: 'resource', name, tags: tagsOf(r.get('tags'), say), ...(description && { description }) });
    const credential = { kind: 'secret', name: 'parameter value', lifetime: 'static' } as const;
    say.credential({ ...credential, ...secretOf(value, credential.name, say), span: value?.span ?? r.head });
  },
});
