/** What the generated validators check and report. Written by hand; `validators.js` is made by `tools/generate-policy-schema.ts`. */
import type { ChecksumName } from '../credentials/checksums.js';
import type { CustomField } from '../credentials/custom.js';
import type { CredentialKind, IdentityKind } from '../model/fact.js';
import type { Level, Theme } from '../model/finding.js';

/** One failure, as ajv tells it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: unknown;
  readonly data?: unknown;
}

interface Validator<T> {
  (data: unknown): data is T;
  readonly errors?: readonly SchemaError[] | null;
}

type Plain = string | number | boolean;
type ParamValue = Plain | readonly string[];
/** Recursive in fact; `compileMatch` takes it apart. */
type Test = Plain | readonly Plain[] | { readonly param: string };
type Match = Readonly<Record<string, Test>>;
type Choice = Level | 'off' | { readonly level?: Level | 'off'; readonly params?: Readonly<Record<string, ParamValue>> };
export type ConfigFileChoices = Readonly<Record<string, Choice>>;

export interface ConfigFile {
  readonly preset?: string;
  readonly policies?: readonly string[];
  readonly 'fail-on'?: Level | 'never';
  readonly gaps?: 'report' | 'fail';
  readonly report?: 'introduced' | 'touched';
  readonly rules?: ConfigFileChoices;
  readonly overrides?: readonly { readonly paths?: readonly string[]; readonly environments?: readonly string[]; readonly rules: ConfigFileChoices }[];
  readonly ownership?: Readonly<Record<string, readonly string[]>>;
  readonly ignore?: readonly string[];
}

export interface FamilyInFile {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: CredentialKind;
  readonly markers: readonly string[];
  readonly pattern: string;
  readonly identity?: IdentityKind;
  readonly lifetime?: 'static' | 'expiring' | 'short-lived' | 'unknown';
  readonly checksum?: ChecksumName;
  readonly decode?: readonly CustomField[];
  readonly replacement?: string;
  readonly public?: boolean;
  readonly examples?: readonly { readonly title: string; readonly text: string; readonly expect: 'finds' | 'passes'; readonly path?: string }[];
}

export interface RulesFile {
  readonly families?: readonly FamilyInFile[];
  readonly rules?: readonly {
    readonly id: string;
    readonly title: string;
    readonly level: Level;
    readonly theme: Theme;
    readonly why: string;
    readonly fix: string;
    readonly controls?: readonly string[];
    readonly on:
      | 'identity'
      | 'permission-set'
      | 'resource'
      | 'subject'
      | 'grant'
      | 'permission-set-ref'
      | 'trust'
      | 'credential'
      | 'link'
      | 'change';
    readonly match?: Match;
    readonly when?: string;
    readonly require?: Match | string;
    readonly message?: string;
    readonly params?: Readonly<
      Record<string, { readonly type: 'string' | 'number' | 'boolean' | 'list' | 'duration'; readonly default: ParamValue; readonly doc: string }>
    >;
    readonly examples?: readonly {
      readonly title: string;
      readonly files: Readonly<Record<string, string>>;
      readonly expect: 'finds' | 'passes';
      readonly line?: number;
    }[];
  }[];
}

export type WaiversFile = readonly {
  readonly rule: string;
  readonly identity?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver?: string;
  readonly until: string;
}[];

export interface BaselineFile {
  readonly salt: string;
  readonly accepted: readonly { readonly rule: string; readonly fingerprint: string }[];
}

export declare const validateConfig: Validator<ConfigFile>;
export declare const validateRules: Validator<RulesFile>;
export declare const validateWaivers: Validator<WaiversFile>;
export declare const validatePreset: Validator<ConfigFileChoices>;
export declare const validateBaseline: Validator<BaselineFile>;
