/** The contract of the function tables, and how functions read their arguments. */
import type { Span } from '../../../model/span.js';
import { booleanOf, deref, type ListNode, type MapNode, type Node, numberOf } from '../../../model/tree.js';
import { isKnown, isOpen } from '../nodes.js';
import { stringFrom } from '../text.js';

/**
 * A pure function of Terraform. `undefined` means that the arguments do not tell enough: the call is then an unknown with the reason of
 * the first argument that is not known.
 */
export type TerraformFunction = (args: readonly Node[], at: Span) => Node | undefined;

export type FunctionTable = Readonly<Record<string, TerraformFunction>>;

export const textArg = (node: Node | undefined): string | undefined => node && stringFrom(node);

export const numberArg = (node: Node | undefined): number | undefined => node && numberOf(node);

export const booleanArg = (node: Node | undefined): boolean | undefined => booleanOf(node);

/** A list, also one that may have more items than are known. */
export function listArg(node: Node | undefined): ListNode | undefined {
  const at = node && deref(node);
  return at?.kind === 'list' ? at : undefined;
}

/** The items of a list whose number is known. */
export function itemsArg(node: Node | undefined): readonly Node[] | undefined {
  const at = listArg(node);
  return at && !isOpen(at) ? at.items : undefined;
}

/** The items of a list in which every item is known. */
export function knownItemsArg(node: Node | undefined): readonly Node[] | undefined {
  const items = itemsArg(node);
  return items?.every(isKnown) ? items : undefined;
}

export function mapArg(node: Node | undefined): MapNode | undefined {
  const at = node && deref(node);
  return at?.kind === 'map' ? at : undefined;
}
