import { itemsOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { clusterHandles, inCluster, joined, metadata, tagsOf } from './object.js';

/** Asks the cluster for a client certificate: whoever holds the key is the named user, in the named groups, until it ends. */
export const certificateSigningRequest = defineEntity({
  id: 'kubernetes.certificate-signing-request',
  title: 'CertificateSigningRequests',
  spelled: {
    kubernetes: {
      type: 'certificates.k8s.io/CertificateSigningRequest',
      fields: {
        ...metadata,
        username: 'spec.username',
        groups: 'spec.groups',
        signer: 'spec.signerName',
        seconds: 'spec.expirationSeconds',
      },
    },
  },
  means(r, say) {
    const seconds = r.text('seconds');
    say.subject({
      category: 'identity',
      kind: 'certificate',
      name: r.text('name'),
      handles: clusterHandles(r, 'CertificateSigningRequest'),
      tags: tagsOf(r),
      attributes: { signer: r.attribute('signer', 'kubernetes.io/legacy-unknown') },
    });
    say.credential({
      kind: 'certificate',
      name: 'client certificate',
      origin: 'generated',
      lifetime: seconds ? 'expiring' : 'unknown',
      ...(seconds && { expires: joined(seconds.span, seconds, 's') }),
      span: (r.get('seconds') ?? r.get('signer'))?.span ?? r.head,
    });
    const user = r.end('username', (name) => [inCluster('User', name)]);
    if (user) say.link('acts-for', user, 'spec.username', user.name.span);
    for (const group of itemsOf(r.get('groups'))) {
      const to = say.end(group, (name) => [inCluster('Group', name)]);
      if (to) say.link('member-of', to, 'spec.groups', to.name.span);
    }
  },
});
