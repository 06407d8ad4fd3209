/** Terraform's own login to AWS: the identity under which everything in the folder is made. */
import type { CredentialKind } from '../../model/fact.js';
import { defineEntity } from '../entity.js';
import { endsOf } from './names.js';
import { secretOf } from './secret-value.js';

export const providerBlock = defineEntity({
  id: 'aws.provider',
  title: 'Terraform AWS provider',
  spelled: {
    terraform: {
      type: 'provider.aws',
      fields: {
        alias: 'alias',
        accessKey: 'access_key',
        secretKey: 'secret_key',
        token: 'token',
        role: { at: 'assume_role', fields: { arn: 'role_arn' } },
        webRole: { at: 'assume_role_with_web_identity', fields: { arn: 'role_arn' } },
      },
    },
  },
  means: (r, say) => {
    const keys = Object.entries(secrets).flatMap(([field, credential]) => {
      const node = r.get(field as keyof typeof secrets);
      return node ? [{ ...credential, ...secretOf(node, credential.name, say), span: node.span }] : [];
    });
    const roles = [...r.nested('role'), ...r.nested('webRole')].flatMap((block) => endsOf(block.get('arn'), 'role', say));
    if (keys.length === 0 && roles.length === 0) return;
    say.subject({ category: 'identity', kind: 'integration', name: r.text('alias') });
    for (const key of keys) say.credential(key);
    for (const role of roles) say.link('assumes', role, 'provider aws', role.name.span);
  },
});

type Secret = { readonly kind: CredentialKind; readonly name: string; readonly lifetime: 'static' | 'short-lived' };
const secrets: Readonly<Record<'accessKey' | 'secretKey' | 'token', Secret>> = {
  accessKey: { kind: 'access-key', name: 'access_key', lifetime: 'static' },
  secretKey: { kind: 'access-key', name: 'secret_key', lifetime: 'static' },
  token: { kind: 'token', name: 'token', lifetime: 'short-lived' },
};
