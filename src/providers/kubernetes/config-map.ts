import { entriesOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { writtenSecretKind, writtenText } from '../written-secret.js';
import { inTerraform, metadata, namespaceAttribute, namespacedHandles, namespacedName, tagsOf } from './object.js';

/** A ConfigMap matters when somebody put a secret into it: everybody who can read the namespace can read it. */
export const configMap = defineEntity({
  id: 'kubernetes.config-map',
  title: 'Secrets written into ConfigMaps',
  spelled: {
    kubernetes: { type: 'ConfigMap', fields: { ...metadata, data: 'data' } },
    terraform: { type: inTerraform('config_map'), fields: { ...metadata, data: 'data' } },
  },
  means(r, say) {
    const found = entriesOf(r.get('data')).flatMap(({ key, value }) => {
      const name = String(key.value);
      const kind = writtenSecretKind(name, writtenText(value));
      return kind ? [{ kind, name, value }] : [];
    });
    if (found.length === 0) return;
    say.subject({
      category: 'resource',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'ConfigMap'),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r) },
    });
    for (const { kind, name, value } of found) {
      const hidden = say.hide(value, `${name} of a ConfigMap`);
      say.credential({ kind, name, origin: 'literal', lifetime: 'static', ...(hidden && { value: hidden }), span: value.span });
    }
  },
});
