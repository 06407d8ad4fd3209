/** The contract between the parts of the evaluator: how one expression is evaluated where names mean something. */
import type { FilePath, Source, Span } from '../../model/span.js';
import type { Address, Node } from '../../model/tree.js';
import type { Expression } from '../../syntax/hcl/ast.js';
import type { Budget } from './budget.js';

/** Names bound by `for`, `dynamic`, `each` and the like; the innermost comes first. */
export type Scope = Bound | 'closed' | undefined;

interface Bound {
  readonly name: string;
  readonly value: Node;
  readonly outer: Scope;
}

export const bind = (outer: Scope, name: string, value: Node): Scope => ({ name, value, outer });

export function bound(scope: Scope, name: string): Node | undefined {
  for (let at = scope; at && at !== 'closed'; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}

/** The scope of a template of its own: what it does not bind is not there, whatever the module declares. */
export function isClosed(scope: Scope): boolean {
  let at = scope;
  while (at && at !== 'closed') at = at.outer;
  return at === 'closed';
}

/** One step of a traversal: `.name` or `[key]`. The span reaches from the root to the end of the step. */
export type Step = { readonly name: string; readonly span: Span } | { readonly key: Expression; readonly span: Span };

/** What a root name and its first steps stand for, and how many of the steps that took. */
export interface Rooted {
  readonly node: Node;
  readonly taken: number;
}

/**
 * How often what an address names stands: `once`, `never`, as often as `keyed` instances, `many` times of which nothing more is known;
 * `elsewhere` when it is not in what was read.
 */
export type Repetition = 'once' | 'keyed' | 'many' | 'never' | 'elsewhere';

export interface Evaluation {
  /** The folder of the module. */
  readonly folder: string;
  /** The folder that Terraform runs in. */
  readonly rootFolder: string;
  readonly budget: Budget;
  /** Total: a value that cannot be computed is an unknown with its reason. */
  evaluate(expression: Expression, scope: Scope): Node;
  /** What a name that no scope binds stands for: `var.x`, `local.y`, a resource. */
  root(name: string, steps: readonly Step[], at: Span): Rooted;
  /** The address of a label of this module. */
  addressOf(label: string): Address;
  /** The written value of a block's attribute; undefined when it is computed or written elsewhere. */
  attribute(of: Address, name: string): Node | undefined;
  repetition(of: Address): Repetition;
  /** A file of the repository. */
  open(path: FilePath): Source | undefined;
  /** The paths of all files in and below a folder of the repository. */
  below(folder: string): readonly FilePath[];
}
