/** Terraform's own login to AWS: the identity under which everything in the folder is made. */
import type { CredentialKind } from '../../model/fact.js';
import { deref, type Node } from '../../model/tree.js';
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
        role: { at: 'assume_role', fields: { arn: 'role_arn', policy: 'policy', policies: 'policy_arns' } },
        webRole: { at: 'assume_role_with_web_identity', fields: { arn: 'role_arn', policy: 'policy', policies: 'policy_arns' } },
      },
    },
  },
  means: (r, say) => {
    const keys = Object.entries(secrets).flatMap(([field, credential]) => {
      const node = r.get(field as keyof typeof secrets);
      return node ? [{ ...credential, ...secretOf(node, credential.name, say), span: node.span }] : [];
    });
    const roles = [...r.nested('role'), ...r.nested('webRole')].flatMap((block) => {
      const limit = ['policy', 'policies'].some((field) => isGiven(block.get(field))) ? 'a session policy' : undefined;
      return endsOf(block.get('arn'), 'role', say).map((role) => ({ role, limit }));
    });
    if (keys.length === 0 && roles.length === 0) return;
    say.subject({ category: 'identity', kind: 'integration', name: r.text('alias') });
    for (const key of keys) say.credential(key);
    for (const { role, limit } of roles) say.link('assumes', role, 'provider aws', role.name.span, undefined, limit);
  },
});

/** A limit that is not known may be none: then whoever logs in counts as having all of the role. */
function isGiven(node: Node | undefined): boolean {
  const at = node && deref(node);
  switch (at?.kind) {
    case 'scalar':
      return at.value !== null && at.value !== '';
    case 'map':
      return true;
    case 'list':
      return at.items.some(isGiven);
    default:
      return at?.kind === 'template';
  }
}

type Secret = { readonly kind: CredentialKind; readonly name: string; readonly lifetime: 'static' | 'short-lived' };
const secrets: Readonly<Record<'accessKey' | 'secretKey' | 'token', Secret>> = {
  accessKey: { kind: 'access-key', name: 'access_key', lifetime: 'static' },
  secretKey: { kind: 'access-key', name: 'secret_key', lifetime: 'static' },
  token: { kind: 'token', name: 'token', lifetime: 'short-lived' },
};
