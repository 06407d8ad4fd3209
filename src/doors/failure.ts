/** Errors in the house's three words, as a person sees them: the user's words or files (2), or a bug (3). */
import { EdgeError } from '../edges/edge-error.js';
import { ConfigError, describeConfigError } from '../model/config-error.js';
import { withoutTokens } from '../model/redact.js';
import { plain } from '../reporters/escape.js';
import { TermsError } from './terms-error.js';
import { UsageError } from './usage-error.js';

export interface Failure {
  readonly lines: readonly string[];
  readonly exitCode: 2 | 3;
}

export function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError || error instanceof EdgeError) return wrong([error.message]);
  if (error instanceof ConfigError) return wrong([describeConfigError(error)]);
  if (error instanceof TermsError) return wrong(error.errors.map(describeConfigError));
  return bug(error);
}

/** The registry is the change's own: what is quoted from it must not command a terminal or a runner, nor tell a secret. */
const wrong = (lines: readonly string[]): Failure => ({ lines: lines.map((line) => withoutTokens(plain(line))), exitCode: 2 });

/** Only where it happened: the message of an unexpected error may quote what was reviewed. */
function bug(error: unknown): Failure {
  const where = error instanceof Error ? [error.name, ...framesOf(error)] : [];
  return {
    lines: ['identity-review met something that it does not expect. This is a bug; please report it with these lines:', ...where],
    exitCode: 3,
  };
}

/** A message may have lines that look like frames, so it is cut off first. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message);
  return at < 0
    ? []
    : stack
        .slice(at + message.length)
        .split('\n')
        .filter((line) => /^\s+at /.test(line));
}
