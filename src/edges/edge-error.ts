/** The world is not as the user said: no such folder, no such revision, no git. Doors print the message and end with exit code 2. */

/** What went wrong, for callers that can do something about it (the Action fetches a missing base) and for tests. */
export type EdgeErrorCode =
  | 'api-failed'
  | 'bad-revision'
  | 'bad-time'
  | 'cannot-read'
  | 'cannot-write'
  | 'empty-repository'
  | 'git-failed'
  | 'git-missing'
  | 'git-timeout'
  | 'no-common-ancestor'
  | 'no-default-branch'
  | 'missing-folder'
  | 'no-folder'
  | 'no-repository'
  | 'shallow'
  | 'unborn-branch'
  | 'unknown-revision'
  | 'unsafe-repository';

/** The message says what is wrong and what to do about it; it is safe to print. */
export class EdgeError extends Error {
  override readonly name = 'EdgeError';
  readonly code: EdgeErrorCode;

  constructor(code: EdgeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Names that come from users or reviewed files, made safe for a terminal: no control characters, no endless lines. */
export const printable = (text: string): string => {
  const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return clean.length > 200 ? `${clean.slice(0, 200)}…` : clean;
};

/** The operating system's short word for a failure (`ENOENT`, `EACCES`). */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
