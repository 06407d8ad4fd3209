/** A TLS certificate that is kept in IAM, with its private key. */
import { defineEntity } from '../entity.js';
import { nameOf } from './names.js';
import { secretOf } from './secret-value.js';
import { tagsOf } from './tags.js';

export const serverCertificate = defineEntity({
  id: 'aws.server-certificate',
  title: 'IAM server certificate',
  spelled: {
    terraform: {
      type: 'aws_iam_server_certificate',
      fields: { name: 'name', prefix: 'name_prefix', key: 'private_key', path: 'path', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::IAM::ServerCertificate',
      fields: { name: 'ServerCertificateName', key: 'PrivateKey', path: 'Path', tags: 'Tags' },
    },
  },
  means: (r, say) => {
    const key = r.get('key');
    say.subject({
      category: 'identity',
      kind: 'certificate',
      name: nameOf(r),
      tags: tagsOf(r.get('tags'), say),
      attributes: { path: r.attribute('path', '/') },
    });
    const credential = { kind: 'private-key', name: 'private key', lifetime: 'static' } as const;
    say.credential({ ...credential, ...secretOf(key, credential.name, say), span: key?.span ?? r.head });
  },
});
