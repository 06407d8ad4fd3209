/** Resource policies that name an identity: what they allow is its access, though no policy of its own says so. */
import { type Handle, handleAt, type Principal } from '../model/fact.js';
import type { HeldGrant, IdentityKey, Subject } from '../model/inventory.js';

/** Statements of guarded resources by the identities that they name, each without its principals. */
export function guardsIn(subjects: ReadonlyMap<IdentityKey, Subject>): (subject: Subject) => readonly HeldGrant[] {
  const byHandle = new Map<Handle, HeldGrant[]>();
  for (const resource of subjects.values()) {
    if (resource.category !== 'resource') continue;
    for (const grant of resource.grants) {
      const { principals = [], ...held } = grant;
      if (grant.effect === 'deny') continue;
      const via = `${grant.via} of ${resource.name}`;
      for (const handle of new Set(principals.flatMap(handlesOf))) {
        const known = byHandle.get(handle);
        if (known) known.push({ ...held, via });
        else byHandle.set(handle, [{ ...held, via }]);
      }
    }
  }
  return ({ handles }) => handles.flatMap((handle) => byHandle.get(handle) ?? []);
}

/** By reference, or by the name in its ARN; whole accounts and services name no identity. */
function handlesOf({ kind, value }: Principal): readonly Handle[] {
  if (kind !== 'identity') return [];
  const [only, ...more] = value.parts;
  if (typeof only === 'object' && more.length === 0) return only.to === undefined ? [] : [handleAt(only.to)];
  const last = value.parts.at(-1);
  const [, noun, name] = /:(role|user)\/(?:[^:]*\/)?([^/:*?]+)$/.exec(typeof last === 'string' ? last : '') ?? [];
  return noun && name ? [`aws:${noun}:${name}` as Handle] : [];
}
