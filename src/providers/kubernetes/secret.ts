import type { Attribute, CredentialKind } from '../../model/fact.js';
import { text } from '../../model/text.js';
import { type Entry, entriesOf, get, type Node, scalar, stringOf } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { isWrittenSecret, writtenSecretKind, writtenText } from '../written-secret.js';
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

const fields = { ...metadata, type: 'type', data: 'data', stringData: 'stringData' } as const;
type SecretView = View<keyof typeof fields>;

/** In Terraform `data` is plain text, which the provider encodes. */
const spelled = {
  kubernetes: { type: 'Secret', fields },
  terraform: { type: inTerraform('secret'), fields: { ...metadata, type: 'type', data: 'binary_data', stringData: 'data' } },
} as const;

const tokenType = 'kubernetes.io/service-account-token';
const tokenOwner = 'kubernetes.io/service-account.name';

/** Keys that a type of Secret reserves for a secret, whatever they are called. */
const typedKeys: Readonly<Record<string, Readonly<Record<string, CredentialKind>>>> = {
  'kubernetes.io/basic-auth': { password: 'password' },
  'kubernetes.io/ssh-auth': { 'ssh-privatekey': 'private-key' },
  'kubernetes.io/tls': { 'tls.key': 'private-key' },
  'kubernetes.io/dockerconfigjson': { '.dockerconfigjson': 'password' },
  'kubernetes.io/dockercfg': { '.dockercfg': 'password' },
  'bootstrap.kubernetes.io/token': { 'token-secret': 'token' },
};

/** A Secret guards what is in it. Only what is written in the file is a credential; encrypted, templated and empty values are not. */
export const secret = defineEntity({
  id: 'kubernetes.secret',
  title: 'Secrets, with the values written in them',
  spelled,
  means(r, say) {
    const type = stringOf(r.get('type')) ?? 'Opaque';
    if (type === tokenType) return;
    const attributes: Record<string, Attribute> = { namespace: namespaceAttribute(r), secretType: r.attribute('type', 'Opaque') };
    say.subject({
      category: 'resource',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'Secret'),
      tags: tagsOf(r),
      attributes,
    });
    const expiration = type === 'bootstrap.kubernetes.io/token' ? expirationOf(r) : undefined;
    for (const { key, node, value } of writtenEntries(r)) {
      const reserved = typedKeys[type]?.[key];
      const kind = reserved && isWrittenSecret(value) ? reserved : writtenSecretKind(key, value);
      if (!kind) continue;
      const hidden = hide(node, value, `${key} of a Secret`, say);
      say.credential({
        kind,
        name: key,
        origin: 'literal',
        lifetime: expiration ? 'expiring' : 'static',
        ...(hidden && { value: hidden }),
        ...(expiration && { expires: text(expiration.value, expiration.node.span) }),
        span: node.span,
      });
    }
  },
});

/**
 * A token that never ends, asked for by a Secret. It is an identity of its own, which acts for the service account: it is the thing that is
 * created, leaks and must be deleted, and it outlives every pod. The service account itself stays free of static credentials.
 */
export const serviceAccountToken = defineEntity({
  id: 'kubernetes.service-account-token',
  title: 'Service account tokens that never expire',
  spelled,
  means(r, say) {
    const type = r.get('type');
    if (!type || stringOf(type) !== tokenType) return;
    say.subject({
      category: 'identity',
      kind: 'access-token',
      name: namespacedName(r),
      handles: namespacedHandles(r, 'Secret'),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r), secretType: r.attribute('type', 'Opaque') },
    });
    const written = writtenEntries(r).find(({ key, value }) => key === 'token' && isWrittenSecret(value));
    const hidden = written && hide(written.node, written.value, 'service account token', say);
    say.credential({
      kind: 'token',
      name: 'service account token',
      origin: written ? 'literal' : 'generated',
      lifetime: 'static',
      ...(hidden && { value: hidden }),
      span: (written?.node ?? type).span,
    });
    const owner = get(r.get('annotations'), tokenOwner);
    const to = owner && say.end(owner, (name) => [inNamespace('ServiceAccount', starred(namespaceOf(r)), name)]);
    if (to) say.link('acts-for', to, tokenOwner, to.name.span);
    else say.unresolved(`${r.label} is a service account token that does not name its service account`, r.head);
  },
});

interface Written {
  readonly key: string;
  readonly node: Node;
  /** Decoded. */
  readonly value: string;
}

/** The entries of `stringData` and, decoded, of `data`; the API server lets the former win. */
function writtenEntries(r: SecretView): readonly Written[] {
  const plain = entriesOf(r.get('stringData')).flatMap((entry) => writtenEntry(entry, (value) => value));
  const encoded = entriesOf(r.get('data')).flatMap((entry) => writtenEntry(entry, decoded));
  const taken = new Set(plain.map(({ key }) => key));
  return [...plain, ...encoded.filter(({ key }) => !taken.has(key))];
}

function writtenEntry({ key, value }: Entry, decode: (value: string) => string): readonly Written[] {
  const written = writtenText(value);
  return written === undefined ? [] : [{ key: String(key.value), node: value, value: decode(written) }];
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What a base64 value says; text that is no base64 was meant as it stands. */
function decoded(value: string): string {
  const packed = value.replace(/\s+/g, '');
  if (packed.length % 4 !== 0 || !base64.test(packed)) return value;
  return new TextDecoder().decode(Uint8Array.from(atob(packed), (c) => c.charCodeAt(0)));
}

/** Hides a value as it is written and as it is meant; two spellings of one secret compare equal. */
function hide(node: Node, value: string, what: string, say: Say): ReturnType<Say['hide']> {
  say.hide(node, what);
  return say.hide(scalar(value, node.span), what);
}

function expirationOf(r: SecretView): Written | undefined {
  return writtenEntries(r).find(({ key, value }) => key === 'expiration' && value !== '');
}
