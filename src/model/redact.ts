/** The only way a secret passes through the house: it goes in as text and comes out as a `RedactedNode`. */
import type { Span } from './span.js';
import type { RedactedNode } from './tree.js';

/**
 * One per run. Remembers what it hid, so that `scrub` can take the same value out of any other string on its way into a report
 * (a password that is also in a description), and compares values by a digest under a key that is fresh for each run.
 */
export interface Vault {
  hide(value: string, what: string, at: Span): RedactedNode;
  /** Replaces every hidden value that occurs in the string. */
  scrub(value: string): string;
}

const shortest = 6;

/** `digest` is a keyed one-way function; `edges` supplies it. */
export function makeVault(digest: (value: string) => string): Vault {
  const hidden = new Map<string, string>();
  return {
    hide(value, what, at) {
      // Shorter values would tear holes into ordinary words; they are hidden at their own place only.
      if (value.length >= shortest) hidden.set(value, what);
      return { kind: 'redacted', what, length: value.length, digest: digest(value), span: at };
    },
    scrub(value) {
      let out = value;
      for (const [secret, what] of hidden) if (out.includes(secret)) out = out.replaceAll(secret, `[redacted ${what}]`);
      return out;
    },
  };
}
