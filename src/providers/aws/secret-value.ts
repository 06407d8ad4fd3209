/** What a value in a field for secrets is: written here, or kept elsewhere. */
import type { Credential } from '../../model/fact.js';
import type { Span } from '../../model/span.js';
import { deref, type Node } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { isDynamicReference } from './secret-words.js';

/** `generated` when nothing is given; the value itself is hidden before anything else is said of it. */
export function secretOf(node: Node | undefined, what: string, say: Say): Pick<Credential, 'origin' | 'value'> {
  const at = node && deref(node);
  if (!node || !at || (at.kind === 'scalar' && at.value === null)) return { origin: 'generated' };
  if (at.kind === 'redacted') return { origin: 'literal', value: at };
  if (at.kind !== 'scalar' || isDynamicReference(String(at.value))) return { origin: 'reference' };
  const value = say.hide(node, what);
  return value ? { origin: 'literal', value } : { origin: 'reference' };
}

/** Where a value is written: at the default of the parameter that brings it, else where it is used. */
export function writtenAt(node: Node): Span {
  const at = deref(node);
  return (at.kind === 'scalar' && at.written) || node.span;
}
