/** `import` and `removed` blocks: what comes under Terraform without being made by it, and what leaves it without being destroyed. */
import { type Gap, gap } from '../../model/gap.js';
import { attributeOf, type Block, type Expression } from '../../syntax/hcl/ast.js';
import type { Declarations } from './declarations.js';
import { labelOf } from './moves.js';

/** What the files do not tell of things that exist all the same. */
export function adoptionGaps({ imports, removed, byLabel }: Pick<Declarations, 'imports' | 'removed' | 'byLabel'>): readonly Gap[] {
  return [...imports.flatMap((block) => undeclared(block, byLabel)), ...removed.flatMap(forgotten)];
}

/** Terraform can write the declaration of what it imports by itself; until that is committed, nothing says what comes in. */
function undeclared(block: Block, byLabel: Declarations['byLabel']): readonly Gap[] {
  const to = attributeOf(block.body, 'to');
  const label = to && blockLabel(to.value);
  if (label === undefined) return [gap('unparsed', 'an import block whose to is no address', block.head)];
  // What is imported into a module is declared there.
  if (byLabel.has(label.split('.').slice(0, 2).join('.'))) return [];
  return [
    gap('unresolved', `${label} is imported and not declared: commit its resource block, so that what it may do is reviewed`, block.head),
  ];
}

function forgotten(block: Block): readonly Gap[] {
  const from = attributeOf(block.body, 'from');
  const label = from && blockLabel(from.value);
  if (label === undefined) return [gap('unparsed', 'a removed block whose from is no address', block.head)];
  const lifecycle = block.body.blocks.find((b) => b.type === 'lifecycle');
  const destroy = lifecycle && attributeOf(lifecycle.body, 'destroy')?.value;
  if (destroy?.kind !== 'literal' || destroy.value !== false) return [];
  return [
    gap(
      'unresolved',
      `${label} is forgotten and not destroyed: it goes on with all that it may do, and is declared nowhere here`,
      block.head,
    ),
  ];
}

/** The address without the keys of instances, which may be expressions (`aws_iam_role.ci[each.key]`). */
function blockLabel(x: Expression): string | undefined {
  if (x.kind === 'index') return blockLabel(x.source);
  if (x.kind !== 'traversal') return labelOf(x);
  const source = blockLabel(x.source);
  return source && `${source}.${x.name}`;
}
