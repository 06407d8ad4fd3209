/** What roles, users and generated roles have in common. */
import type { Attribute, End } from '../../model/fact.js';
import { show, textOf } from '../../model/text.js';
import { deref, type Node } from '../../model/tree.js';
import type { Say, View } from '../entity.js';
import { endOf, endsOf } from './names.js';

/** The subject of this very resource as an end of an assignment. */
export const selfEnd = (r: View, say: Say): End => ({ handles: [say.self], name: { parts: [r.label], span: r.head } });

/** Says that managed policies (by ARN, by reference) are given to this resource's subject. */
export function sayManaged(r: View<'managed'>, say: Say): void {
  for (const set of endsOf(r.get('managed'), 'policy', say))
    say.assign(set, [selfEnd(r, say)], { via: 'managed policy', span: set.name.span });
}

/** Says that a permissions boundary limits this resource's subject. */
export function sayBoundary(r: View<'boundary'>, say: Say): void {
  const set = endOf(r.get('boundary'), 'policy', say);
  if (set) say.assign(set, [selfEnd(r, say)], { via: 'permissions boundary', span: set.name.span, role: 'limit' });
}

/** Whether a boundary is set at all; a boundary that is not known may also be null. */
export function hasBoundary(r: View<'boundary'>): Attribute {
  const node = r.get('boundary');
  return node ? { ...presence(node), span: node.span } : { value: false, span: r.head };
}

function presence(node: Node): Pick<Attribute, 'value' | 'why'> {
  const at = deref(node);
  if (at.kind === 'scalar') return { value: at.value !== null && at.value !== '' };
  return at.kind === 'unknown' ? { value: undefined, why: at.why } : { value: textOf(at) !== undefined };
}

/** Seconds as hours. */
export const hours = (seconds: Attribute): Attribute =>
  typeof seconds.value === 'number' ? { ...seconds, value: seconds.value / 3600 } : seconds;

/** The users that a policy itself names, whether or not the files declare them. */
export function namedUsers(r: View<'users'>): Readonly<Record<string, Attribute>> {
  const node = r.get('users');
  if (!node) return {};
  const at = deref(node);
  const said = at.kind === 'unknown' ? { value: undefined, why: at.why } : { value: r.texts('users').map(show) };
  return { users: { ...said, span: node.span } };
}

/** The roles, users and groups that a policy or attachment names. */
export const holders = (r: View<'roles' | 'users' | 'groups'>, say: Say): readonly End[] => [
  ...endsOf(r.get('roles'), 'role', say),
  ...endsOf(r.get('users'), 'user', say),
  ...endsOf(r.get('groups'), 'group', say),
];
