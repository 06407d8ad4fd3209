/** The identity that Azure makes for a resource of any type: it stands beside the properties, and is a thing of its own. */
import type { Resource } from '../model/resource.js';
import { address, deref, get, type ReferenceNode, scalar } from '../model/tree.js';

/** The resource, and the identity that it is given. The identity's type is `identity`, whatever the resource is; `of` refers to the resource. */
export function withIdentity(resource: Resource): readonly Resource[] {
  const written = get(resource.body, 'identity');
  const identity = written && deref(written);
  if (identity?.kind !== 'map') return [resource];
  const { span } = identity;
  const of: ReferenceNode = { kind: 'reference', to: resource.address, path: [], span };
  const label = `${resource.label}.identity`;
  const body = { ...identity, entries: [...identity.entries, { key: scalar('of', span), value: of }] };
  return [
    resource,
    { ...resource, type: 'identity', label, address: address(resource.scope, label), body, span, head: span, comments: [] },
  ];
}
