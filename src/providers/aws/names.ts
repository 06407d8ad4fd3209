/** Names of AWS things, the ARNs that carry them, and the handles by which facts about them find each other. */
import { type End, type Handle, handle, handleAt } from '../../model/fact.js';
import type { Text } from '../../model/text.js';
import { deref, itemsOf, type Node, type ReferenceNode } from '../../model/tree.js';
import type { Say, View } from '../entity.js';

/** What an AWS handle can name. `policy` is a customer's, `managed-policy` is AWS's own. */
export type Noun =
  | 'role'
  | 'user'
  | 'group'
  | 'policy'
  | 'managed-policy'
  | 'instance-profile'
  | 'oidc-provider'
  | 'saml-provider'
  | 'function'
  | 'secret'
  | 'kms-key'
  | 'sso-permission-set';

/** The handle of a thing by its name, without account, partition and path: the files rarely tell those. */
export const named = (noun: Noun, name: string): Handle => handle('aws', noun, name);

/** Issuers are compared without scheme and trailing slash, as IAM does. */
export const issuer = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

const iamNouns: Readonly<Record<string, Noun>> = {
  role: 'role',
  'assumed-role': 'role',
  user: 'user',
  group: 'group',
  policy: 'policy',
  'instance-profile': 'instance-profile',
  'oidc-provider': 'oidc-provider',
  'saml-provider': 'saml-provider',
};

/**
 * Handles for the thing that an ARN names, whatever its partition and account. Holes arrive as `*`, so an ARN is known by its resource
 * part alone: `arn:*:iam::*:role/team/ci`.
 */
function arnHandles(arn: string): readonly Handle[] {
  const [, , service, , account, ...resource] = arn.split(':');
  const rest = resource.join(':');
  if (service === 'lambda') return resource[0] === 'function' && resource[1] ? [named('function', resource[1])] : [];
  if (service === 'secretsmanager') return resource[0] === 'secret' ? secretHandles(resource.slice(1).join(':')) : [];
  if (service === 'kms') return rest.startsWith('key/') ? [named('kms-key', rest.slice(4))] : [];
  const slash = rest.indexOf('/');
  const noun = iamNouns[rest.slice(0, slash)];
  if (!noun || slash < 0) return [];
  const name = rest.slice(slash + 1);
  if (noun === 'oidc-provider') return [named(noun, name)];
  if (rest.startsWith('assumed-role/')) return [named('role', name.slice(0, name.indexOf('/')))];
  return [named(noun === 'policy' && account === 'aws' ? 'managed-policy' : noun, name.slice(name.lastIndexOf('/') + 1))];
}

/** An ARN of a secret ends with six random characters that its name does not have. */
const secretHandles = (name: string): readonly Handle[] => [named('secret', name), named('secret', name.replace(/-[A-Za-z0-9]{6}$/, ''))];

/** What a field that takes a name or an ARN points at. */
const handlesOf =
  (noun: Noun) =>
  (value: string): readonly Handle[] => {
    if (value.startsWith('arn:') || value.startsWith('*:')) return arnHandles(value);
    return [named(noun, noun === 'oidc-provider' ? issuer(value) : value)];
  };

/** The far end that a node points at. */
export function endOf(node: Node | undefined, noun: Noun, say: Say): End | undefined {
  const found = node && say.end(node, handlesOf(noun));
  const end = found && { ...found, name: inAnyPartition(found.name) };
  const inside = end && referredName(end.name);
  return inside ? { ...end, handles: [...new Set([inside, ...end.handles])] } : end;
}

/** AWS's own policies are the same in every partition: one that is not known leaves nothing open. */
function inAnyPartition(name: Text): Text {
  const [scheme, , rest, ...more] = name.parts;
  const isManaged = scheme === 'arn:' && typeof rest === 'string' && rest.startsWith(':iam::aws:policy/') && more.length === 0;
  return isManaged ? { ...name, parts: [`arn:aws${rest}`] } : name;
}

/** In `arn:aws:iam::1:role/<Role>` the hole that stands for the name refers to the resource that is meant. */
function referredName({ parts }: Text): Handle | undefined {
  const before = parts.at(-2);
  const last = parts.at(-1);
  if (typeof before !== 'string' || typeof last === 'string' || !last?.to) return undefined;
  const part = before.slice(before.lastIndexOf(':', before.length - 2) + 1);
  const names = part === 'function:' || (part.endsWith('/') && iamNouns[part.slice(0, part.indexOf('/'))] !== undefined);
  return names ? handleAt(last.to) : undefined;
}

/** The far ends of a list; a single value counts as a list of one, lists in lists are one list. */
export const endsOf = (node: Node | undefined, noun: Noun, say: Say): readonly End[] =>
  flatItems(node).flatMap((item) => {
    const end = endOf(item, noun, say);
    if (end) return [end];
    if (!isNull(item)) say.unresolved(`which ${noun} is meant is not known from the files`, item.span);
    return [];
  });

/** A list's items, with lists inside it laid flat (`flatten`, `concat` and `!Split` leave them nested where they are not evaluated). */
export function flatItems(node: Node | undefined): readonly Node[] {
  if (node?.kind === 'reference' && isNull(node)) return [madeUp(node)];
  return itemsOf(node).flatMap((item) => (item !== node && deref(item).kind === 'list' ? flatItems(item) : [item]));
}

const isNull = (node: Node): boolean => {
  const at = deref(node);
  return at.kind === 'scalar' && at.value === null;
};

/** An argument that is written as null (a name left to AWS) has a value all the same, made up when it is applied. */
function madeUp({ value, ...reference }: ReferenceNode): ReferenceNode {
  return value?.kind === 'reference' ? { ...reference, value: madeUp(value) } : reference;
}

/** The given name; a `name_prefix` is a name whose end AWS makes up. Undefined when the author left the naming to the tool. */
export function nameOf(r: View<'name' | 'prefix'>): Text | undefined {
  const name = r.text('name');
  const prefix = name ? undefined : r.text('prefix');
  return prefix ? { parts: [...prefix.parts.filter((p) => p !== ''), { name: 'generated suffix' }], span: prefix.span } : name;
}

/** The handles of a subject that goes by a name. */
export const namedHandles = (noun: Noun, name: Text | undefined): readonly Handle[] =>
  name?.parts.every((p) => typeof p === 'string') ? [named(noun, name.parts.join(''))] : [];
