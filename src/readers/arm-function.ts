/** One row of the tables of functions. */
import type { Span } from '../model/span.js';
import type { Node } from '../model/tree.js';
import type { Bounds } from './bounds.js';

/** Total. `undefined` says that the arguments do not tell the result. */
export type ArmFunction = (args: readonly Node[], at: Span, bounds: Bounds) => Node | undefined;
