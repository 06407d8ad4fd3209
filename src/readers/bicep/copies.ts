/** How often a declaration stands: once, for each item of a list, or not at all. */
import { type Gap, gap } from '../../model/gap.js';
import { deref, type ListNode, type Node, scalar } from '../../model/tree.js';
import type { Expression, For } from '../../syntax/bicep/ast.js';
import { reasonOf } from '../arm-access.js';
import { bind, evaluate, type Locals, type Names } from '../arm-evaluate.js';
import { truth } from '../arm-operators.js';
import { missing } from '../bounds.js';

/** What names mean in a template, and what they mean whoever deploys it. */
export interface DeployedNames extends Names {
  readonly gaps: Gap[];
  certainly(): Names;
}

export interface Copy {
  /** `[0]` in a loop; `[*]` stands for all of a loop over a list that is not known. */
  readonly suffix: string;
  readonly body: Expression;
  readonly locals: Locals;
}

/** As many copies as Azure deploys of one declaration. */
const most = 800;

/**
 * The copies of a body. What a default hides may be there in another deployment: only what holds for all of them takes a declaration away.
 */
export function copiesOf(body: Expression, names: DeployedNames, locals: Locals, suffix = ''): readonly Copy[] {
  if (body.kind === 'if') {
    const verdict = truth(evaluate(body.condition, names.certainly(), locals));
    return verdict === false ? [] : copiesOf(body.body, names, locals, suffix);
  }
  return body.kind === 'for' ? looped(body, names, locals) : [{ suffix, body, locals }];
}

function looped(loop: For, names: DeployedNames, locals: Locals): readonly Copy[] {
  const list = deref(evaluate(loop.list, names, locals));
  if (list.kind === 'list' && list.items.length > 0) return each(list, loop, names, locals);
  if (list.kind === 'list' && isEmptyFor(loop, names, locals)) return [];
  const why = list.kind === 'list' ? 'the list is empty by default' : reasonOf(list);
  return copiesOf(
    loop.body,
    names,
    bound(loop, missing(loop.item, `it is an item of a list that is not known: ${why}`, loop.list.span), 0, locals),
    '[*]',
  );
}

function isEmptyFor(loop: For, names: DeployedNames, locals: Locals): boolean {
  const certain = deref(evaluate(loop.list, names.certainly(), locals));
  return certain.kind === 'list' && certain.items.length === 0;
}

function each(list: ListNode, loop: For, names: DeployedNames, locals: Locals): readonly Copy[] {
  if (list.items.length > most) names.gaps.push(gap('too-large', `a loop makes more than ${most} copies; the rest is not read`, loop.span));
  return list.items.slice(0, most).flatMap((item, i) => copiesOf(loop.body, names, bound(loop, item, i, locals), `[${i}]`));
}

function bound(loop: For, item: Node, index: number, locals: Locals): Locals {
  const inner = bind(locals, loop.item, item);
  return loop.index === undefined ? inner : bind(inner, loop.index, scalar(index, loop.span));
}
