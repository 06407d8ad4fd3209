/** The values of a module's input variables: what the caller gives, what variable files say, else the default. */
import type { Span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { type Attribute, attributeOf, type Block } from '../../syntax/hcl/ast.js';
import type { Evaluation } from './evaluation.js';
import { isNull, missing } from './nodes.js';
import { conform } from './type-constraints.js';

/** What the variable files of a root directory say. */
export interface RootVariables {
  /** From files that Terraform loads by itself. */
  readonly given: ReadonlyMap<string, Attribute>;
  /** Names of files beside them that hold a value for a variable, but count only when they are named on the command line. */
  readonly offered: (name: string) => readonly string[];
}

/** Where the value of a variable may come from. */
export interface VariableSources {
  /** Written by whoever uses the module; undefined when nothing is. */
  readonly given: Node | undefined;
  /** False when a default tells nothing. */
  readonly defaults: boolean;
  /** Says what is missing when there is neither a value nor a default. */
  readonly without: string;
}

/** The value of a declared variable, as its type makes it. */
export function variableValue(e: Evaluation, block: Block, label: string, at: Span, sources: VariableSources): Node {
  const type = attributeOf(block.body, 'type');
  const typed = (value: Node): Node => (type ? conform(e, type.value, value) : value);
  const { given, defaults, without } = sources;
  if (given && !(isNull(given) && refusesNull(block))) return typed(given);
  const written = attributeOf(block.body, 'default');
  if (!written) return missing(label, without, at);
  if (!defaults && !given) return missing(label, `${label} may differ from its default`, at);
  return typed(e.evaluate(written.value, undefined));
}

/** With `nullable = false`, null means the default. */
function refusesNull(block: Block): boolean {
  const nullable = attributeOf(block.body, 'nullable')?.value;
  return nullable?.kind === 'literal' && nullable.value === false;
}
