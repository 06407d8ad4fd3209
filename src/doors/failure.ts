/** Errors in the house's three words, as a person sees them: the user's words or files (2), or a bug (3). */
import { EdgeError } from '../edges/edge-error.js';
import { ConfigError, describeConfigError } from '../model/config-error.js';
import { TermsError } from './terms-error.js';
import { UsageError } from './usage-error.js';

export interface Failure {
  readonly lines: readonly string[];
  readonly exitCode: 2 | 3;
}

export function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError || error instanceof EdgeError) return { lines: [error.message], exitCode: 2 };
  if (error instanceof ConfigError) return { lines: [describeConfigError(error)], exitCode: 2 };
  if (error instanceof TermsError) return { lines: error.errors.map(describeConfigError), exitCode: 2 };
  return bug(error);
}

/** Only where it happened: the message of an unexpected error may quote what was reviewed. */
function bug(error: unknown): Failure {
  const stack = error instanceof Error ? [error.name, ...(error.stack ?? '').split('\n').filter((l) => /^\s+at /.test(l))] : [];
  return {
    lines: ['identity-review met something that it does not expect. This is a bug; please report it with these lines:', ...stack],
    exitCode: 3,
  };
}
