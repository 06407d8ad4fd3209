/**
 * CEL expressions over the vocabulary. Made only when a rule uses one. An expression is checked against the declared fields when its rule is
 * loaded. When it is evaluated, reading what is not known from the files makes the answer unknown, unless nothing hangs on it: `||`, `&&` and
 * the quantifiers absorb what cannot change their result.
 */
import { type ASTNode, EvaluationError } from '@marcbachmann/cel-js';
import { celEnvironment, NotKnown } from './cel-environment.js';
import type { CelCompiler, Compiling } from './compile-test.js';
import { suggest } from './spelling.js';
import { type Truth, unknown } from './truth.js';

/** CEL has no step budget, so what can multiply work is bounded beforehand: lists have at most 500 items (cel-environment.ts). */
const maxLoops = 8;
const maxNesting = 2;
const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind']);

interface Refused {
  readonly node: ASTNode;
  readonly message: string;
  readonly mend: string;
}

/** `matches` runs a backtracking regular expression over reviewed text, and too many loops take too long. */
function refusal(root: ASTNode): Refused | undefined {
  let count = 0;
  const visit = (node: ASTNode, depth: number): Refused | undefined => {
    const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : '';
    if (name === 'matches')
      return { node, message: '`matches` is not available.', mend: 'Use `glob(text, pattern)`, where `*` is any run of characters.' };
    const loop = node.op === 'rcall' && loops.has(name);
    if (loop && (++count > maxLoops || depth >= maxNesting)) {
      return { node, message: `At most ${maxLoops} loops, ${maxNesting} deep.`, mend: 'Split the rule in two.' };
    }
    for (const child of childrenOf(node)) {
      const found = visit(child, loop ? depth + 1 : depth);
      if (found) return found;
    }
    return undefined;
  };
  return visit(root, 0);
}

const isNode = (x: unknown): x is ASTNode => typeof x === 'object' && x !== null && 'op' in x && 'args' in x;
const childrenOf = (node: ASTNode): readonly ASTNode[] => {
  const args: unknown = node.args;
  return (Array.isArray(args) ? args.flat(2) : [args]).filter(isNode);
};

/** See `CelCompiler`. */
export const compileCel: CelCompiler = (expression, at, to) => {
  const { environment, context } = celEnvironment(to);
  const reportAt = (range: { start: number; end: number } | undefined, message: string, mend: string): undefined => {
    to.report({ at, message, mend, ...(range ? { range } : {}) });
  };
  const checked = environment.check(expression);
  if (!checked.valid) {
    const { range, summary } = checked.error ?? {};
    const word = range ? expression.slice(range.start, range.end) : '';
    return reportAt(range, `${summary ?? 'The expression is not valid'}.`, suggestName(word, to));
  }
  if (checked.type !== 'bool') return reportAt(undefined, `The expression gives ${checked.type}, not true or false.`, '');
  const program = environment.parse(expression);
  const refused = refusal(program.ast);
  if (refused) return reportAt(refused.node.range, refused.message, refused.mend);
  return (scene) => {
    try {
      return program(context(scene)) === true;
    } catch (error) {
      return whyUnknown(error, expression);
    }
  };
};

const suggestName = (word: string, to: Compiling): string => {
  const names = to.vocabulary.fields(to.target).flatMap((f) => f.name.split('.'));
  return /^\w+$/.test(word) ? suggest(word, [...new Set(names)]) : '';
};

function whyUnknown(error: unknown, expression: string): Truth {
  if (error instanceof NotKnown) return unknown(...error.why);
  if (!(error instanceof EvaluationError)) throw error;
  const { start, end } = error.range ?? { start: 0, end: expression.length };
  const path = /[\w.]*$/.exec(expression.slice(0, start))?.[0] ?? '';
  const part = path + expression.slice(start, end);
  if (error.code === 'no_such_key') return unknown(`\`${part}\` is not stated, and the expression reads it without has()`);
  return unknown(`the expression fails at \`${part}\``);
}
