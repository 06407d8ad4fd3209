/**
 * A parameter of a template whose default is a secret: everybody who reads the template has it, and every stack that is given no other
 * value runs with it. Any other parameter is configuration.
 */
import { booleanOf, stringOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { isDynamicReference, secretIn } from './secret-words.js';

export const templateParameter = defineEntity({
  id: 'aws.template-parameter',
  title: 'Template parameter with a secret as its default',
  spelled: { cloudformation: { type: 'Parameter', fields: { type: 'Type', fallback: 'Default', hidden: 'NoEcho' } } },
  means: (r, say) => {
    // The default of every other type names something: a parameter in SSM, a key pair, a subnet.
    if (stringOf(r.get('type')) !== 'String') return;
    const node = r.get('fallback');
    const value = stringOf(node);
    if (!node || !value || isDynamicReference(value)) return;
    const name = r.label.split('/').at(-1) ?? r.label;
    const kind = secretIn(name, value) ?? (booleanOf(r.get('hidden')) === true ? secretIn('SECRET', value) : undefined);
    const hidden = kind && say.hide(node, name);
    if (!kind || !hidden) return;
    say.subject({ category: 'resource', name: undefined });
    say.credential({ kind, name, origin: 'literal', lifetime: 'static', value: hidden, span: node.span });
  },
});
