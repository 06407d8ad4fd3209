import { literal } from '../../model/text.js';
import { get } from '../../model/tree.js';
import { awsRoleNamed, entraApplicationNamed, googleServiceAccountNamed } from '../cloud-names.js';
import { defineEntity } from '../entity.js';
import {
  inNamespace,
  inTerraform,
  metadata,
  namespaceAttribute,
  namespacedHandles,
  namespacedName,
  namespaceOf,
  starred,
  tagsOf,
} from './object.js';

/** Annotations by which a cloud lets the pods of a service account act as one of its own identities. */
const cloudIdentities = [
  { annotation: 'eks.amazonaws.com/role-arn', names: awsRoleNamed },
  { annotation: 'iam.gke.io/gcp-service-account', names: googleServiceAccountNamed },
  { annotation: 'azure.workload.identity/client-id', names: entraApplicationNamed },
] as const;

/** The identity of pods. */
export const serviceAccount = defineEntity({
  id: 'kubernetes.service-account',
  title: 'Service accounts, with the cloud identities they assume',
  spelled: {
    kubernetes: {
      type: 'ServiceAccount',
      fields: { ...metadata, automount: 'automountServiceAccountToken', secrets: { at: 'secrets', fields: { name: 'name' } } },
    },
    terraform: {
      type: inTerraform('service_account'),
      fields: { ...metadata, automount: 'automount_service_account_token', secrets: { at: 'secret', fields: { name: 'name' } } },
    },
  },
  means(r, say) {
    say.subject({
      category: 'identity',
      kind: 'service-account',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'ServiceAccount'),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r), automount: r.attribute('automount', true) },
    });
    for (const { annotation, names } of cloudIdentities) {
      const node = get(r.get('annotations'), annotation);
      const to = node && say.end(node, names);
      if (to && literal(to.name) !== '') say.link('assumes', to, annotation, to.name.span);
    }
    const namespace = starred(namespaceOf(r));
    for (const secret of r.nested('secrets')) {
      const to = secret.end('name', (name) => [inNamespace('Secret', namespace, name)]);
      if (to) say.link('uses', to, 'secrets', secret.span);
    }
  },
});
