/** What a function may ask of the evaluation that calls it. */
import type { FilePath, Source } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import type { Bounds } from '../bounds.js';
import type { Program } from './program.js';

export interface Evaluation {
  readonly program: Program;
  readonly bounds: Bounds;
  /** Total: a value that cannot be computed is an unknown with its reason. */
  evaluate(node: Node): Node;
  open(path: FilePath): Source | undefined;
}
