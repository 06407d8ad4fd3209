/** The ways that a change opens. */
import { type Gap, gap } from '../../model/gap.js';
import type { AccessPath } from '../../model/graph.js';
import type { IdentityKey, Inventory } from '../../model/inventory.js';
import type { Catalogue } from '../catalogue.js';
import { edgesOf } from './edges.js';
import { newPaths, pathsOf } from './paths.js';

/** `atHead`: what an identity of base is called at head. */
export function openedPaths(
  base: Inventory,
  head: Inventory,
  atHead: (key: IdentityKey) => IdentityKey,
  catalogue: Catalogue,
): { readonly paths: readonly AccessPath[]; readonly gaps: readonly Gap[] } {
  const [before, after] = [edgesOf(base, catalogue), edgesOf(head, catalogue)];
  const [then, now] = [pathsOf(base, before.edges), pathsOf(head, after.edges)];
  const isCut = before.isCut || after.isCut || then.isCut || now.isCut;
  return {
    paths: newPaths(then.paths, now.paths, atHead),
    gaps: isCut ? [gap('too-large', 'there are too many ways from identity to identity for all of them to be followed')] : [],
  };
}
