/** Secrets that are written into a resource: in its variables, or in the script it starts with. */
import type { Credential } from '../../model/fact.js';
import { deref, get, type Node, placeWithin, scalar, stringOf } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { flatItems } from './names.js';
import { secretIn } from './secret-words.js';

/** Environment variables: a map, or a list of `Name`/`Value` pairs. */
export const secretsInVariables = (node: Node | undefined, say: Say): readonly Credential[] =>
  variables(node).flatMap(({ name, value }) => {
    const literal = stringOf(value);
    const kind = literal === undefined ? undefined : secretIn(name, literal);
    const hidden = kind && say.hide(value, name);
    return kind && hidden ? [{ kind, name, origin: 'literal', lifetime: 'static', value: hidden, span: value.span }] : [];
  });

function variables(node: Node | undefined): readonly { readonly name: string; readonly value: Node }[] {
  const at = node && deref(node);
  if (at?.kind === 'map') return at.entries.map(({ key, value }) => ({ name: String(key.value), value }));
  return flatItems(at).flatMap((pair) => {
    const name = stringOf(get(pair, 'Name') ?? get(pair, 'name'));
    const value = get(pair, 'Value') ?? get(pair, 'value');
    return name !== undefined && value ? [{ name, value }] : [];
  });
}

const holeMark = '\uFFFC';
const assignment = /\b([A-Za-z_][A-Za-z0-9_.-]{0,63})[ \t]{0,8}[=:][ \t]{0,8}["']?([^\s"'`;,]{4,512})/g;

/** A start script (user data): its assignments, and access key ids wherever they stand. */
export function secretsInScript(node: Node | undefined, say: Say): readonly Credential[] {
  const at = node && deref(node);
  if (at?.kind !== 'template' && at?.kind !== 'scalar') return [];
  const flat = at.kind === 'template' ? at.parts.map((p) => (typeof p === 'string' ? p : holeMark)).join('') : String(at.value);
  return [...flat.matchAll(assignment)].flatMap(({ index, 0: whole, 1: name = '', 2: value = '' }) => {
    const kind = value.includes(holeMark) ? undefined : secretIn(name, value);
    if (!kind) return [];
    const start = index + whole.length - value.length;
    const place = placeWithin(at.span, at.offsets, start, start + value.length);
    const hidden = say.hide(scalar(value, place), name);
    return hidden ? [{ kind, name, origin: 'literal', lifetime: 'static', value: hidden, span: place }] : [];
  });
}
