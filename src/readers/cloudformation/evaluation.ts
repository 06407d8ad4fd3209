/** What an intrinsic function may ask of the evaluation that calls it. */
import type { Node } from '../../model/tree.js';
import type { Template } from './template.js';

export interface Evaluation {
  readonly template: Template;
  /** The value of a node; undefined when it is `AWS::NoValue` and what holds it has to go. */
  evaluate(node: Node): Node | undefined;
  /** Whether a condition holds when each parameter has its default; undefined when that is not known from the template. */
  holds(condition: string): boolean | undefined;
  /** The value that a mapping has under two keys. */
  mapped(mapping: string, first: string, second: string): Node | undefined;
  /** Takes the size of a value that is about to be made from the budget of the template; false when too little is left. */
  afford(size: number): boolean;
  /** Runs a step deeper; gives `tooDeep` instead where the nesting has no end. */
  within<T>(step: () => T, tooDeep: T): T;
}

/** One row of the table of intrinsic functions: argument as written, the node where the call stands. Total: a wrong argument is an unknown. */
export type Intrinsic = (argument: Node, call: Node, e: Evaluation) => Node | undefined;
