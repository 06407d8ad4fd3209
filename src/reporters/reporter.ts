/** Contract of this room: an Outcome → text. A reporter is pure: it reads the Outcome and nothing else, and escapes every name for its medium. */
import type { Outcome } from '../model/outcome.js';
import type { Location } from '../model/span.js';

export interface RenderOptions {
  /** ANSI colours; only the terminal reporter looks at it. */
  readonly color: boolean;
  /** For a channel that takes no more than so much; only the Markdown reporter can be cut. */
  readonly budget?: Budget;
  /** Where a place can be looked at, as an http(s) address; only the Markdown reporter makes links. */
  readonly urlOf?: (location: Location) => string | undefined;
  /**
   * What SARIF does with waived findings: `mark` them as suppressed (the default), or `leave-out`, for GitHub code scanning, which takes no
   * notice of suppressions and would show an accepted exception as an open alert.
   */
  readonly waived?: 'mark' | 'leave-out';
}

export interface Budget {
  /** The most the text may have, in UTF-8: a bound for limits that count characters, too. */
  readonly bytes: number;
  /** Where a reader finds the rest, to complete "and 3 more: see …". */
  readonly rest: string;
  /** The address of it, where it has one. */
  readonly url?: string | undefined;
}

export interface Reporter {
  /** The word after `--format`. */
  readonly id: string;
  /** For the help text and the docs. */
  readonly title: string;
  render(outcome: Outcome, options: RenderOptions): string;
}

export const defineReporter = (reporter: Reporter): Reporter => reporter;
