/** One expression of any kind → a node. */
import { list, type Node, scalar } from '../../model/tree.js';
import type { Expression } from '../../syntax/hcl/ast.js';
import { evaluateForObject, evaluateForTuple, evaluateObject } from './collections.js';
import type { Evaluation, Scope } from './evaluation.js';
import { evaluateCall } from './functions/call.js';
import { evaluateBinary, evaluateConditional, evaluateUnary } from './operators.js';
import { evaluateTemplate } from './templates.js';
import { evaluateSplat, evaluateTraversal } from './traversal.js';

export function evaluate(e: Evaluation, x: Expression, scope: Scope): Node {
  switch (x.kind) {
    case 'literal':
      return scalar(x.value, x.span);
    case 'template':
      return evaluateTemplate(e, x, scope);
    case 'tuple':
      return list(
        x.items.map((item) => e.evaluate(item, scope)),
        x.span,
      );
    case 'object':
      return evaluateObject(e, x, scope);
    case 'variable':
    case 'traversal':
    case 'index':
      return evaluateTraversal(e, x, scope);
    case 'splat':
      return evaluateSplat(e, x, scope);
    case 'call':
      return evaluateCall(e, x, scope);
    case 'unary':
      return evaluateUnary(e, x, scope);
    case 'binary':
      return evaluateBinary(e, x, scope);
    case 'conditional':
      return evaluateConditional(e, x, scope);
    case 'for-tuple':
      return evaluateForTuple(e, x, scope);
    case 'for-object':
      return evaluateForObject(e, x, scope);
    case 'parenthesised':
      return e.evaluate(x.inner, scope);
  }
}
