/** Contract of this room: an Outcome → text. A reporter is pure: it reads the Outcome and nothing else, and escapes every name for its medium. */
import type { Outcome } from '../model/outcome.js';

export interface RenderOptions {
  /** ANSI colours; only the terminal reporter looks at it. */
  readonly color: boolean;
}

export interface Reporter {
  /** The word after `--format`. */
  readonly id: string;
  /** For the help text and the docs. */
  readonly title: string;
  render(outcome: Outcome, options: RenderOptions): string;
}

export const defineReporter = (reporter: Reporter): Reporter => reporter;
