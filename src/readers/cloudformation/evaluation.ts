/** What an intrinsic function may ask of the evaluation that calls it. */
import type { Address, Node } from '../../model/tree.js';
import type { Template } from './template.js';

/**
 * How much a value may leave open. `every`: where a condition may hold or not, what stands in either branch is there, as far as lists and
 * maps can hold both · `one`: the one value that it will be, with each parameter's default; what depends on an open condition is unknown ·
 * `certain`: the one value that it will be whatever is given for the parameters.
 */
export type Mode = 'every' | 'one' | 'certain';

/** What the stack around this one gives for a parameter. */
export interface Argument {
  readonly value: Node;
  /** The same in mode `certain`. */
  readonly certain: Node;
}

/** Values of the variables of the loops around what is evaluated. */
export type Bindings = ReadonlyMap<string, Node>;

export interface Evaluation {
  readonly template: Template;
  readonly mode: Mode;
  readonly bindings: Bindings;
  /** The value of a node, in this mode or a narrower one; undefined when it is `AWS::NoValue` and what holds it has to go. */
  evaluate(node: Node, mode?: Mode): Node | undefined;
  /** Whether a condition holds whatever is given for the parameters; undefined when it may and may not. */
  holds(condition: string): boolean | undefined;
  /** What the stack around this one gives for a parameter. */
  argument(parameter: string): Argument | undefined;
  /** Where a resource of this template is found; undefined when the template does not make it. */
  addressOf(id: string): Address | undefined;
  /** An output of a nested stack, where the files tell it. */
  output(id: string, name: string): Node | undefined;
  /** The value that another stack exports under a name, where the files tell it. */
  exported(name: string): Node | undefined;
  /** A mapping by both its keys. */
  mapping(name: string): Mapping | undefined;
  /** The content of a file that is included here; undefined when the files do not tell it. */
  include(transform: Node): Node | undefined;
  /** Takes the size of a value that is about to be made from the budget of the template; false when too little is left. */
  afford(size: number): boolean;
  /** Runs a step deeper; gives `tooDeep` instead where the nesting has no end. */
  within<T>(step: () => T, tooDeep: T): T;
  /** Runs a step inside a loop, for one value of its variable. */
  bound<T>(variable: string, value: Node, step: () => T): T;
}

export type Mapping = ReadonlyMap<string, ReadonlyMap<string, Node>>;

/** One row of the table of intrinsic functions: argument as written, the node where the call stands. Total: a wrong argument is an unknown. */
export type Intrinsic = (argument: Node, call: Node, e: Evaluation) => Node | undefined;
