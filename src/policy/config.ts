/** What `.github/identity-review.yml` says, with defaults filled in. Shape only; `load/` reads it, `activate.ts` applies it. */
import type { Level } from '../model/finding.js';
import type { OwnershipField } from '../model/inventory.js';
import type { Span } from '../model/span.js';
import type { ParamValue } from './rule.js';

export const failOns = ['error', 'warning', 'note', 'never'] as const;
export type FailOn = (typeof failOns)[number];

/** A rule's entry in a preset, a config or an override: a level, or a level and parameters. What is left out stays as it was. */
export interface RuleChoice {
  readonly level?: Level | 'off';
  readonly params?: Readonly<Record<string, ParamValue>>;
}
export type RuleChoices = Readonly<Record<string, RuleChoice>>;

/** Other choices for some paths or environments; a subject is meant when both lists, where given, have it. */
export interface Override {
  readonly paths?: readonly string[];
  readonly environments?: readonly string[];
  readonly rules: RuleChoices;
}

export interface Config {
  readonly preset: string;
  /** Folders, files or `owner/repo[/path]@ref` with further rules. */
  readonly policies: readonly string[];
  readonly failOn: FailOn;
  /** Whether a gap fails the review. */
  readonly gaps: 'report' | 'fail';
  /** Report only what the change introduces, or all that is wrong with the identities it touches. */
  readonly report: 'introduced' | 'touched';
  readonly rules: RuleChoices;
  /** Applied in order; the last one that means a subject wins. */
  readonly overrides: readonly Override[];
  /** Tag, label and annotation keys under which a metadata field is looked for, besides the built-in ones. */
  readonly ownership: { readonly [F in OwnershipField]?: readonly string[] };
  /** Paths that are not reviewed. */
  readonly ignore: readonly string[];
}

export const defaultConfig: Config = {
  preset: 'recommended',
  policies: [],
  failOn: 'error',
  gaps: 'report',
  report: 'introduced',
  rules: {},
  overrides: [],
  ownership: {},
  ignore: [],
};

/** An exception that somebody answers for, until a day. */
export interface Waiver {
  readonly rule: string;
  /** Identity key, may hold `*`. One of `identity` and `fingerprint` is given. */
  readonly identity?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver?: string;
  /** `YYYY-MM-DD`, inclusive; undefined for what the baseline accepts until it is taken out of it. */
  readonly until: string | undefined;
  /** Where it is written; undefined for one that the caller made. */
  readonly at?: Span;
  /** Digests of the literal values that it is for; only within a run. */
  readonly values?: readonly string[];
}
