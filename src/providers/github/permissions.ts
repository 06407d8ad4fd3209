/** What the job's own token may do. A job's `permissions` replace those of its workflow; permissions that are not named are none. */
import { type Attribute, type Grant, handle } from '../../model/fact.js';
import { type Span, span } from '../../model/span.js';
import { text } from '../../model/text.js';
import { deref, entriesOf, type Node, stringOf } from '../../model/tree.js';
import type { Say, View } from '../entity.js';
import type { Triggers } from './triggers.js';

type PermissionView = View<'permissions' | 'workflowPermissions'>;

export interface TokenPermissions {
  readonly attributes: Readonly<Record<'tokenPermissions' | 'permissionsLevel' | 'idToken', Attribute>>;
  readonly grants: readonly Grant[];
}

/** The effective permissions. A workflow that is called gets from its caller what it does not say itself. */
export function permissionsOf(r: PermissionView, called: Triggers['called'], say: Say): TokenPermissions {
  const own = r.get('permissions');
  const node = own ?? r.get('workflowPermissions');
  const level = own ? 'job' : node ? 'workflow' : 'default';
  const levelAt: Attribute = { value: level, span: node?.span ?? r.head };
  if (!node) {
    // What nobody wrote is still something: a reach that the files do not tell.
    const by = called === 'only' ? 'the calling workflow' : 'the settings of the repository';
    const set = { handles: [handle('github', 'permissions', 'default')], name: text(`whatever ${by} allows`, r.head) };
    say.assign(set, [{ handles: [say.self], name: text(r.label, r.head) }], { via: `permissions left to ${by}`, span: r.head });
    return byDefault(r.head, levelAt, called);
  }
  const grants = grantsOf(node, `${level} permissions`, say);
  const how = howGiven(node);
  const idToken = grants.find((g) => ['id-token', '*'].some((p) => g.resources.patterns[0]?.parts[0] === p) && writes(g));
  return {
    grants,
    attributes: {
      tokenPermissions: how
        ? { value: how, span: node.span }
        : { value: undefined, why: 'permissions hold no known value', span: node.span },
      permissionsLevel: levelAt,
      idToken: { value: idToken !== undefined, span: idToken?.span ?? node.span },
    },
  };
}

/** Without a block the settings of the repository decide; they never give `id-token`. */
const byDefault = (head: Span, permissionsLevel: Attribute, called: Triggers['called']): TokenPermissions => ({
  grants: [],
  attributes: {
    tokenPermissions: { value: called === 'only' ? 'caller' : 'default', span: head },
    permissionsLevel,
    idToken: called === 'never' ? { value: false, span: head } : { value: undefined, why: 'the calling workflow decides', span: head },
  },
});

function howGiven(node: Node): 'read-all' | 'write-all' | 'explicit' | undefined {
  const all = stringOf(node);
  if (all === 'read-all' || all === 'write-all') return all;
  return deref(node).kind === 'map' ? 'explicit' : undefined;
}

const writes = (g: Grant): boolean => g.actions.patterns.some((a) => a.parts[0] === 'write');

function grantsOf(node: Node, via: string, say: Say): readonly Grant[] {
  const how = howGiven(node);
  if (how === 'read-all') return [grantOf('*', 'read', node.span, via)];
  if (how === 'write-all') return [grantOf('*', 'write', node.span, via)];
  if (!how) say.unresolved('permissions are neither read-all, write-all nor a map of permissions', node.span);
  return entriesOf(node).flatMap(({ key, value }) => {
    const access = stringOf(value);
    const line = span(key.span.source, key.span.start, value.span.end);
    if (access === 'read' || access === 'write') return [grantOf(String(key.value), access, line, via)];
    if (access !== 'none') say.unresolved(`permission ${key.value} is neither read, write nor none`, line);
    return [];
  });
}

/** `write` includes `read`, but for `id-token`, which can only be written. */
const grantOf = (permission: string, access: 'read' | 'write', at: Span, via: string): Grant => ({
  system: 'github',
  effect: 'allow',
  actions: {
    patterns: (access === 'write' && permission !== 'id-token' ? ['read', 'write'] : [access]).map((a) => text(a, at)),
    negated: false,
  },
  resources: { patterns: [text(permission, at)], negated: false },
  scope: text('*', at),
  conditions: [],
  via,
  span: at,
});
