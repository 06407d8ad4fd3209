/** Terraform and OpenTofu: a module directory → its resources, data sources, providers and module calls, evaluated as far as the files tell. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { address, type Comment } from '../../model/tree.js';
import { attributeOf, type Block } from '../../syntax/hcl/ast.js';
import { commentFinder } from '../declaration.js';
import { defineReader, type ReadResult } from '../reader.js';
import { makeBudget } from './budget.js';
import { declarationsOf } from './declarations.js';
import { Module } from './module.js';
import { movedLabel } from './roots.js';

export const terraform = defineReader<'hcl'>({
  id: 'terraform',
  dialect: 'terraform',
  title: 'Terraform and OpenTofu',
  files: { hcl: ['**/*.tf', '**/*.tofu'] },
  scope: 'directory',
  read({ scope, files, open }) {
    const declarations = declarationsOf(files);
    const budget = makeBudget();
    const module = new Module({ folder: scope, declarations, budget, open, inputs: new Map(), defaults: true });
    const commentsOf = finders();
    const resources = declarations.blocks
      .filter((declared) => module.repetitionOf(declared) !== 'never')
      .map((declared): Resource => {
        const { type, label, block, comments } = declared;
        return {
          dialect: 'terraform',
          type,
          label,
          address: address(scope, label),
          scope,
          body: module.body(declared),
          span: block.span,
          head: block.head,
          comments: commentsOf(comments)(block.head, block.span),
        };
      });
    const moves = declarations.moved.map((block) => moveOf(scope, block));
    return {
      resources,
      moves: moves.flatMap((m) => ('move' in m ? [m.move] : [])),
      gaps: [...declarations.gaps, ...moves.flatMap((m) => ('gap' in m ? [m.gap] : [])), ...budget.gaps()],
    };
  },
});

type Move = ReadResult['moves'][number];

/** Instances of one block move within one resource, which is no move of the resource. */
function moveOf(scope: string, block: Block): { readonly move: Move } | { readonly gap: Gap } | Record<string, never> {
  const [from, to] = ['from', 'to'].map((name) => {
    const written = attributeOf(block.body, name);
    return written && movedLabel(written.value);
  });
  if (from === undefined || to === undefined) return { gap: gap('unparsed', 'a moved block whose from or to is no address', block.head) };
  return from === to ? {} : { move: { from: address(scope, from), to: address(scope, to) } };
}

/** Comments are ordered once for each file. */
function finders(): (comments: readonly Comment[]) => ReturnType<typeof commentFinder> {
  const known = new Map<readonly Comment[], ReturnType<typeof commentFinder>>();
  return (comments) => {
    const finder = known.get(comments) ?? commentFinder(comments);
    known.set(comments, finder);
    return finder;
  };
}
