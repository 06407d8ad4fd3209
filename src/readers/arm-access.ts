/** Steps into values: properties and items, of resources and of what is not known, too. */
import type { Span } from '../model/span.js';
import { deref, get, type Node, numberOf, type ReferenceNode, scalar } from '../model/tree.js';
import { isNull } from './arm-operators.js';
import { missing } from './bounds.js';
import { knownText } from './join-text.js';

/** `source.name` */
export function stepInto(source: Node, name: string, safe: boolean, at: Span): Node {
  if (source.kind === 'reference') {
    const value = source.value && get(source.value, name);
    const { value: _, ...rest } = source;
    const reference: ReferenceNode = { ...rest, path: [...source.path, name], span: at, ...(value && { value }) };
    return reference;
  }
  if (source.kind === 'map') {
    const value = get(source, name);
    if (value) return { ...value, span: at };
    return safe ? scalar(null, at) : missing(name, `there is no property ${name}`, at);
  }
  if (safe && isNull(source)) return scalar(null, at);
  return behind(source, `.${name}`, at);
}

/** `source[key]` */
export function indexed(source: Node, key: Node, safe: boolean, at: Span): Node {
  const list = deref(source);
  const index = numberOf(key);
  if (list.kind === 'list' && index !== undefined) {
    const item = list.items[index];
    if (item) return { ...item, span: at };
    return safe ? scalar(null, at) : missing('…', `there is no item ${index}`, at);
  }
  const name = knownText(key);
  return name === undefined ? behind(source, '[…]', at) : stepInto(source, name, safe, at);
}

/** What stands behind a value that is not known has a name, too: `subscription().id`. */
export function behind(source: Node, step: string, at: Span): Node {
  if (source.kind === 'unknown') return missing(`${source.name ?? '…'}${step}`, source.why, at);
  const only = source.kind === 'template' && source.parts.length === 1 ? source.parts[0] : undefined;
  const name = only && typeof only !== 'string' ? only.name : '…';
  return missing(`${name}${step}`, `${name}${step} is not known from the files`, at);
}

/** Why a value is not known, for a person. */
export function reasonOf(node: Node): string {
  const at = deref(node);
  switch (at.kind) {
    case 'unknown':
      return at.why;
    case 'reference':
      return `${[at.to.slice(at.to.indexOf('#') + 1), ...at.path].join('.')} is known at deploy time`;
    case 'template':
      return `${at.parts.flatMap((p) => (typeof p === 'string' ? [] : [p.name]))[0] ?? 'a part of it'} is not known`;
    default:
      return `a ${at.kind} stands in its place`;
  }
}
