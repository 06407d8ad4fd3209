/** Flux deploys what a repository says. It does so as a service account, or with the rights of its own controllers. */
import { dig, get, itemsOf, type Node, stringOf } from '../../model/tree.js';
import { defineEntity, type Say } from '../entity.js';
import {
  inNamespace,
  kindOf,
  metadata,
  namespaceAttribute,
  namespacedHandles,
  namespacedName,
  namespaceOf,
  type ObjectView,
  starred,
  tagsOf,
} from './object.js';

/** Kustomizations and HelmReleases. */
export const fluxRelease = defineEntity({
  id: 'kubernetes.flux-release',
  title: 'Deployments of Flux',
  spelled: {
    kubernetes: {
      type: ['kustomize.toolkit.fluxcd.io/Kustomization', 'helm.toolkit.fluxcd.io/HelmRelease'],
      fields: { ...metadata, account: 'spec.serviceAccountName', spec: 'spec' },
    },
  },
  means(r, say) {
    const account = r.end('account', (name) => [inNamespace('ServiceAccount', starred(namespaceOf(r)), name)]);
    const kubeConfig = dig(r.get('spec'), 'kubeConfig', 'secretRef', 'name');
    const written = r.get('account');
    say.subject({
      category: 'resource',
      name: namespacedName(r),
      handles: namespacedHandles(r, kindOf(r)),
      tags: tagsOf(r),
      attributes: {
        namespace: namespaceAttribute(r),
        deploysAsController: { value: !account && !kubeConfig, span: (written ?? r.get('spec'))?.span ?? r.head },
      },
    });
    if (account) say.link('runs-as', account, 'spec.serviceAccountName', account.name.span);
    use(r, kubeConfig, 'spec.kubeConfig', say);
    use(r, dig(r.get('spec'), 'decryption', 'secretRef', 'name'), 'spec.decryption', say);
    for (const source of itemsOf(get(r.get('spec'), 'valuesFrom')))
      if (stringOf(get(source, 'kind')) === 'Secret') use(r, get(source, 'name'), 'spec.valuesFrom', say);
  },
});

/** Repositories, registries and receivers, where they need a credential. */
export const fluxSource = defineEntity({
  id: 'kubernetes.flux-source',
  title: 'Sources and receivers of Flux, with the Secrets they log in with',
  spelled: {
    kubernetes: {
      type: [
        ...['GitRepository', 'HelmRepository', 'OCIRepository', 'Bucket'].map((kind) => `source.toolkit.fluxcd.io/${kind}`),
        'image.toolkit.fluxcd.io/ImageRepository',
        'notification.toolkit.fluxcd.io/Provider',
        'notification.toolkit.fluxcd.io/Receiver',
      ],
      fields: { ...metadata, secret: 'spec.secretRef.name', account: 'spec.serviceAccountName' },
    },
  },
  means(r, say) {
    const account = r.end('account', (name) => [inNamespace('ServiceAccount', starred(namespaceOf(r)), name)]);
    if (!account && !r.get('secret')) return;
    say.subject({
      category: 'resource',
      name: namespacedName(r),
      handles: namespacedHandles(r, kindOf(r)),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r) },
    });
    if (account) say.link('runs-as', account, 'spec.serviceAccountName', account.name.span);
    use(r, r.get('secret'), 'spec.secretRef', say);
  },
});

function use(r: ObjectView, secret: Node | undefined, via: string, say: Say): void {
  const to = secret && say.end(secret, (name) => [inNamespace('Secret', starred(namespaceOf(r)), name)]);
  if (to) say.link('uses', to, via, to.name.span);
}
