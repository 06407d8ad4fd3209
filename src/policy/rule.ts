/** The nouns of this room: a rule as its author writes it, and a rule as one run uses it. Shape of `policies/*.yml`. */
import type { Level, Theme } from '../model/finding.js';
import type { SuggestionKind } from './suggestions.js';

export const targets = [
  'identity',
  'permission-set',
  'resource',
  'subject',
  'grant',
  'permission-set-ref',
  'trust',
  'credential',
  'link',
  'change',
  'escalation',
  'gate',
] as const;
/** What a rule looks at, one by one: a subject of one category or of any, or each grant, trust … that a subject holds. */
export type Target = (typeof targets)[number];

export type Plain = string | number | boolean;
/** Stands for the value of one of the rule's own parameters. */
export interface ParamRef {
  readonly param: string;
}
export type Operand = Plain | ParamRef;

/** Several operators in one map all have to hold. Their meaning is in `operators.ts`. */
export interface Operators {
  readonly is?: Operand;
  readonly in?: readonly Plain[] | ParamRef;
  readonly glob?: Operand | readonly Plain[];
  readonly not?: Test;
  readonly any?: Test;
  readonly all?: Test;
  readonly none?: Test;
  readonly lessThan?: Operand;
  readonly atMost?: Operand;
  readonly moreThan?: Operand;
  readonly atLeast?: Operand;
  readonly within?: Operand;
  readonly exists?: boolean;
  readonly known?: boolean;
}
/** A plain value (a string with `*` is a glob), a list of which any may hold, a parameter, or operators. */
export type Test = Plain | readonly Plain[] | ParamRef | Operators;
/** Field name → test; all of them have to hold. */
export type Match = Readonly<Record<string, Test>>;

export const paramTypes = ['string', 'number', 'boolean', 'list', 'duration'] as const;
export type ParamType = (typeof paramTypes)[number];
export type ParamValue = Plain | readonly string[];
export interface Param {
  readonly type: ParamType;
  readonly default: ParamValue;
  readonly doc: string;
}

/** Files that a test runs the rule over; the first failing and the first passing one are shown in the catalogue. */
export interface Example {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expect: 'finds' | 'passes';
  /** The line of the finding, in any of the files. */
  readonly line?: number;
}

/** A thing is a violation when `match` and `when` hold and `require`, if there is one, does not. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly theme: Theme;
  readonly why: string;
  readonly fix: string;
  readonly controls: readonly string[];
  readonly on: Target;
  readonly match?: Match;
  /** A CEL expression. */
  readonly when?: string;
  /** Tests, or a CEL expression. */
  readonly require?: Match | string;
  /** Template with `{field}` placeholders; the title when absent. */
  readonly message?: string;
  readonly params?: Readonly<Record<string, Param>>;
  /** The mechanical fix that mends what it finds. */
  readonly suggest?: SuggestionKind;
  readonly examples?: readonly Example[];
}

/** How strictly a rule is applied. */
export interface Setting {
  readonly level: Level | 'off';
  readonly params: Readonly<Record<string, ParamValue>>;
}
