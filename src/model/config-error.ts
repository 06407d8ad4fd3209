/** The second of the three words for failure: the user's own file is wrong. It says where and how to mend it, and ends the run with exit code 2. */

/** Where in a user's file; 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A config, policy, waiver or registry file that cannot be used as it stands. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What to do about it, in one sentence. */
  readonly mend: string;

  constructor(message: string, at: Place, mend: string) {
    super(message);
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.mend = mend;
  }
}

/** `file:line:column: message. mend`, the form that editors and terminals turn into a link. */
export const describeConfigError = ({ file, line, column, message, mend }: ConfigError): string =>
  `${file}:${line}:${column}: ${sentence(message)}${mend ? ` ${mend}` : ''}`;

const sentence = (message: string): string => (/[.!?:]$/.test(message) ? message : `${message}.`);
