/** Resource policies that name an identity: what they allow is its access, though no policy of its own says so. */
import { type Handle, handleAt, type PatternSet, type Principal } from '../model/fact.js';
import type { HeldGrant, IdentityKey, Subject } from '../model/inventory.js';
import { literal, show, type Text } from '../model/text.js';
import type { Hole } from '../model/tree.js';

/** Statements of guarded resources by the identities that they name, each without its principals. */
export function guardsIn(subjects: ReadonlyMap<IdentityKey, Subject>): (subject: Subject) => readonly HeldGrant[] {
  const byHandle = new Map<Handle, HeldGrant[]>();
  for (const resource of subjects.values()) {
    if (resource.category !== 'resource') continue;
    for (const grant of resource.grants) {
      const { principals = [], ...statement } = grant;
      if (grant.effect === 'deny') continue;
      const held = { ...statement, resources: onItself(statement, resource) };
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

/** In the policy of a resource `*` is that resource, and nothing else of its kind. */
function onItself({ actions, resources }: Pick<HeldGrant, 'actions' | 'resources'>, resource: Subject): PatternSet {
  if (resources.negated || !resources.patterns.some((p) => literal(p) === '*')) return resources;
  const services = new Set(actions.patterns.map((a) => show(a).split(':')[0]?.toLowerCase() ?? ''));
  const [service = '', ...others] = services;
  const itself = itselfOf(resource, actions.negated || others.length > 0 || !/^[a-z0-9-]+$/.test(service) ? undefined : service);
  return { ...resources, patterns: resources.patterns.map((p) => (literal(p) === '*' ? { ...p, parts: itself } : p)) };
}

/** The ARN of a resource, of which the files tell at most the service. */
function itselfOf({ name, handles }: Subject, service: string | undefined): Text['parts'] {
  const [address] = handles.filter((h) => h.startsWith('at:'));
  const itself: Hole = { name, ...(address && { to: address.slice('at:'.length) }) };
  return service === undefined ? [itself] : [`arn:aws:${service}:`, { name: 'region' }, ':', { name: 'account' }, ':', itself];
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
