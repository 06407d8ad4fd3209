/** What a policy says of a subject. */
import type { IdentityKey } from './inventory.js';
import type { Span } from './span.js';

export const levels = ['error', 'warning', 'note'] as const;
export type Level = (typeof levels)[number];

export const themes = [
  'credential',
  'rotation',
  'expiry',
  'least-privilege',
  'trust',
  'ownership',
  'exposure',
  'retirement',
  'self-protection',
] as const;
export type Theme = (typeof themes)[number];

export interface Waived {
  /** `YYYY-MM-DD`, inclusive. */
  readonly until: string;
  readonly by: string;
  readonly reason: string;
}

/** Whole lines of a file, and what could stand in their place. */
export interface Edit {
  readonly at: Span;
  /** Without the end of the last line. */
  readonly text: string;
}

export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly theme: Theme;
  /** What is wrong, in one sentence, with the names of this case. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly fix: string;
  /** The identity, permission set or resource it is about. */
  readonly subject: IdentityKey | undefined;
  /** The line a reviewer must change. */
  readonly at: Span;
  readonly related: readonly { readonly message: string; readonly at: Span }[];
  readonly controls: readonly string[];
  /** Stable across runs, sides, renamed files and moved lines: rule, subject and what in it is wrong. */
  readonly fingerprint: string;
  /** Digest of the literal value it is about: another value is another finding, an exception for one is none for the other. */
  readonly value?: string;
  /** A fix that needs no thought, or a beginning of one. */
  readonly suggestion?: Edit;
  readonly waived: Waived | undefined;
}
