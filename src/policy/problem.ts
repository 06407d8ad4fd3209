/** What is wrong with a file of the user, before it is known where in the text it stands. `load/` turns it into a `ConfigError`. */

/** From the top of a document: keys and indexes. */
export type Path = readonly (string | number)[];

export interface Problem {
  readonly at: Path;
  /** True to point at the last key of the path instead of its value. */
  readonly atKey?: boolean;
  /** A part of the string that stands there. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly message: string;
  /** What to do, in one sentence. */
  readonly mend: string;
}
export type Report = (problem: Problem) => void;
