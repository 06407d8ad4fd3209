/** Primitive values of one type, as the elements of a list and the attributes of a map have to be. */
import { deref, type Node } from '../../model/tree.js';

/** A number or a boolean as the string that Terraform makes of it; anything else as it is. */
export function asString(node: Node): Node {
  const at = deref(node);
  return at.kind === 'scalar' && (typeof at.value === 'number' || typeof at.value === 'boolean')
    ? { ...at, value: String(at.value) }
    : node;
}

/** Where one of the values is a string, all primitives are. */
export function unified(nodes: readonly Node[]): readonly Node[] {
  const values = nodes.map(deref);
  const types = new Set(
    values.flatMap((v) => (v.kind === 'scalar' && v.value !== null ? [typeof v.value] : v.kind === 'template' ? ['string'] : [])),
  );
  return types.size > 1 ? nodes.map(asString) : nodes;
}
