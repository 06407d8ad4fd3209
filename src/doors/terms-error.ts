import type { ConfigError } from '../model/config-error.js';

/** The user's own files are wrong: all of what is wrong, at once. */
export class TermsError extends Error {
  override readonly name = 'TermsError';
  constructor(readonly errors: readonly ConfigError[]) {
    super('The configuration cannot be used.');
  }
}
