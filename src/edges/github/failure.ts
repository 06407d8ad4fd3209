/** What can go wrong between us and GitHub, as a closed set: callers decide by `kind`, people read `message`. */
import { EdgeError, printable } from '../edge-error.js';
import type { Permission } from './operation.js';

/**
 * `unauthorised`: no or a bad token · `forbidden`: the token lacks a permission · `rate-limited`: too many requests, primary or secondary
 * limit · `not-found`: not there or not to be seen · `conflict`: something else got in between · `unprocessable`: GitHub does not take what
 * we say · `unavailable`: no answer, or an error of the server · `malformed`: an answer that was cut or is not what the API describes.
 */
export type ApiFailureKind =
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limited'
  | 'not-found'
  | 'conflict'
  | 'unprocessable'
  | 'unavailable'
  | 'malformed';

export interface ApiFailure {
  readonly kind: ApiFailureKind;
  /** Sentences that are safe to print and name what would help. */
  readonly message: string;
  /** What the token needs, where the lack of it may be the reason. */
  readonly permission?: Permission;
  /** How long GitHub wants to be left alone. */
  readonly waitMs?: number;
}

/** Whether GitHub may have done what it was asked for although the answer does not say so. */
export const isUncertain = ({ kind }: ApiFailure): boolean => kind === 'unavailable' || kind === 'malformed';

/** A request that came to nothing. */
export class ApiError extends EdgeError {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super('api-failed', failure.message);
    this.failure = failure;
  }
}

/** Whatever came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** Translates an answer with a status that is none we asked for; `needs` is what the operation takes. */
export function refused({ status, headers, data }: Answer, needs: Permission): ApiFailure {
  const said = saidBy(data);
  if (isLimit(status, headers, said)) return limited(waitIn(headers));
  const takes = `It takes "permissions: ${needs}".`;
  switch (true) {
    case status >= 300 && status < 400:
      return { kind: 'not-found', message: `GitHub says that it has moved (${status}). Use its new name.` };
    case status === 401:
      return {
        kind: 'unauthorised',
        message: 'GitHub does not accept the token (401). Use one that is valid, such as ${{ github.token }}.',
      };
    case status === 403:
      return {
        kind: 'forbidden',
        permission: needs,
        message: `The token may not do this (403). ${takes} A pull request from a fork never gets a permission to write.`,
      };
    case status === 404 || status === 410:
      return {
        kind: 'not-found',
        permission: needs,
        message: `GitHub finds nothing there, or the token may not see it (${status}). ${takes}`,
      };
    case status === 409:
      return { kind: 'conflict', message: `GitHub says that something got in between (409)${quoted(said)}.` };
    case status >= 400 && status < 500:
      return { kind: 'unprocessable', message: `GitHub does not take this (${status})${quoted(said)}.` };
    default:
      return { kind: 'unavailable', message: `GitHub has trouble of its own (${status}).` };
  }
}

/** No answer at all. */
export const unreachable = (seconds: number, timedOut: boolean): ApiFailure => ({
  kind: 'unavailable',
  message: timedOut ? `GitHub gave no answer within ${seconds} seconds.` : 'GitHub could not be reached, or the connection was cut.',
});

/** An answer that does not hold what its route promises. */
export const malformed: ApiFailure = {
  kind: 'malformed',
  message: 'The answer of GitHub was cut, or is not what its API describes.',
};

/** Too many requests; `waitMs` is what GitHub asks for. */
export const limited = (waitMs: number): ApiFailure => ({
  kind: 'rate-limited',
  waitMs,
  message: `GitHub's limit of requests is reached; it asks to wait ${Math.ceil(waitMs / 1000)} seconds.`,
});

/** A 403 is a limit when it says so: by a header, or in words. */
function isLimit(status: number, headers: Answer['headers'], said: string): boolean {
  if (status === 429) return true;
  return (
    status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(said))
  );
}

/** What GitHub asks for where it names no time. */
const unnamedWaitMs = 60_000;

/** The reset is a time of GitHub's clock, so it is held against GitHub's own date: ours may be wrong by hours. */
function waitIn(headers: Answer['headers']): number {
  const after = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(after)) return Math.max(0, after * 1000);
  const reset = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000 : Number.NaN;
  const now = Date.parse(String(headers.date ?? ''));
  return Number.isFinite(reset) ? Math.max(1000, reset - (Number.isFinite(now) ? now : Date.now())) : unnamedWaitMs;
}

const saidBy = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string' ? data.message : '';

const quoted = (said: string): string => (said === '' ? '' : `: ${printable(said).replace(/\.+$/, '')}`);
