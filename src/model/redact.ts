/** The only way a secret passes through the house: it goes in as text and comes out as a `RedactedNode`. */
import type { Span } from './span.js';
import type { RedactedNode } from './tree.js';

/**
 * One per run. Remembers what it hid, so that `scrub` can take the same value out of any other string on its way into a report
 * (a password that is also in a description), and compares values by a digest under a key that is fresh for each run.
 */
export interface Vault {
  hide(value: string, what: string, at: Span): RedactedNode;
  /** Replaces every hidden value that occurs in the string, and every token of a family that is known by its shape. */
  scrub(value: string): string;
}

/** Shorter values and plain words would tear holes into sentences (`password`, `production`); they are hidden at their own place only. */
const isTelling = (value: string): boolean => value.length >= 6 && !/^(?:[a-z]{1,12}|[A-Z][a-z]{1,11}|[A-Z]{1,12})$/.test(value);

/** Tokens that their issuers made to be recognised anywhere; whoever wrote one into a description did not mean to tell it. */
const families = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/,
  /gh[opusr]_[A-Za-z0-9]{20,}/,
  /github_pat_[A-Za-z0-9_]{20,}/,
  /glpat-[\w-]{16,}/,
  /xox[abeprs]-[\w-]{10,}/,
  /npm_[A-Za-z0-9]{30,}/,
  /[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
  /AIza[\w-]{35}/,
  /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/,
  /(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/,
];
const recognised = new RegExp(families.map((f) => `(?<![A-Za-z0-9])${f.source}`).join('|'), 'g');

/** Takes out what is a secret wherever it stands, known to a vault or not. */
export const withoutTokens = (text: string): string => text.replace(recognised, '[redacted]');

/** `digest` is a keyed one-way function; `edges` supplies it. */
export function makeVault(digest: (value: string) => string): Vault {
  const hidden = new Map<string, string>();
  return {
    hide(value, what, at) {
      if (isTelling(value)) hidden.set(value, what);
      return { kind: 'redacted', what, length: value.length, digest: digest(value), span: at };
    },
    scrub(value) {
      let out = value;
      for (const [secret, what] of hidden) if (out.includes(secret)) out = out.replaceAll(secret, `[redacted ${what}]`);
      return withoutTokens(out);
    },
  };
}
