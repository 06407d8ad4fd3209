/** The `Principal` element of a policy, in both spellings, and what kind of principal each value is. */
import type { Principal, PrincipalKind } from '../../model/fact.js';
import { literal, show, type Text, textOf } from '../../model/text.js';
import { deref, get, type Node } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { flatItems } from './names.js';

type Unresolved = Pick<Say, 'unresolved'>;

/** `"*"`, `{"AWS": …, "Service": […]}`, or Terraform's `principals` blocks. */
export function principalsOf(node: Node, say: Unresolved): readonly Principal[] {
  const at = deref(node);
  if (at.kind === 'map' && get(at, 'identifiers') === undefined)
    return at.entries.flatMap(({ key, value }) => ofType(String(key.value), value, say));
  if (at.kind === 'map' || at.kind === 'list') return flatItems(node).flatMap((block) => ofBlock(block, say));
  const value = textOf(node);
  if (value && literal(value) === '*') return [{ kind: 'anyone', value }];
  say.unresolved('who is named as Principal is not known from the files', node.span);
  return [];
}

function ofBlock(block: Node, say: Unresolved): readonly Principal[] {
  const type = textOf(get(block, 'type'));
  return ofType(type ? show(type) : '<type>', get(block, 'identifiers') ?? block, say);
}

/** A type that is not known arrives as `<name>`; then the value alone tells what it can. */
function ofType(type: string, values: Node, say: Unresolved): readonly Principal[] {
  if (type.startsWith('<')) say.unresolved('the type of a principal is not known from the files', values.span);
  return flatItems(values).flatMap((item) => {
    const value = textOf(item);
    if (value && type.startsWith('<')) return [lonePrincipal(value)];
    const kind = value && kindOf(type, value);
    if (value && kind) return [{ kind, value }];
    say.unresolved('a principal is not of a kind that AWS knows', item.span);
    return [];
  });
}

function kindOf(type: string, value: Text): PrincipalKind | undefined {
  switch (type) {
    case 'AWS':
      return awsKind(value);
    case 'Service':
      return 'service';
    case 'Federated':
      return 'federated';
    case 'CanonicalUser':
      return 'account';
    case '*':
      return 'anyone';
    default:
      return undefined;
  }
}

/** A principal that is named without its type, as single permissions do: `*`, a service, an account, an ARN. */
export const lonePrincipal = (value: Text): Principal => ({
  kind: /\.amazonaws\.com(\.cn)?$/.test(literal(value) ?? '') ? 'service' : awsKind(value),
  value,
});

function awsKind(value: Text): PrincipalKind {
  const last = value.parts.at(-1);
  if (literal(value) === '*') return 'anyone';
  if (typeof last === 'string') return last.endsWith(':root') || /^\d{12}$/.test(literal(value) ?? '') ? 'account' : 'identity';
  // A lone hole is named after what it would be: an account id is the account, anything else one identity that is not known.
  return value.parts.length === 1 && last && /account_?id$/i.test(last.name) ? 'account' : 'identity';
}
