/** The one plain value that flows out of a review. It holds no source text and no secret. Field by field it is `"identity-review/1"` of CONTRACT.md. */
import type { ChangeKind } from './change.js';
import type { IdentityKind } from './fact.js';
import type { Level, Theme, Waived } from './finding.js';
import type { GapKind } from './gap.js';
import type { AccessLevel } from './inventory.js';
import type { FilePath, Location } from './span.js';

export interface Outcome {
  readonly format: 'identity-review/1';
  readonly tool: { readonly name: 'identity-review'; readonly version: string };
  /** What was asked: a change, or everything judged as new, or everything without a verdict. */
  readonly mode: 'review' | 'scan' | 'inventory';
  readonly now: string;
  readonly base: OutcomeRef;
  readonly head: OutcomeRef;
  readonly verdict: 'pass' | 'fail';
  readonly summary: {
    readonly identities: { readonly added: number; readonly removed: number; readonly changed: number };
    readonly findings: { readonly error: number; readonly warning: number; readonly note: number; readonly waived: number };
    readonly gaps: number;
  };
  readonly identities: readonly OutcomeIdentity[];
  readonly changes: readonly OutcomeChange[];
  readonly findings: readonly OutcomeFinding[];
  /** Ways from identity to identity that the change opens, shortest first; for a scan all there are. */
  readonly paths: readonly OutcomePath[];
  readonly gaps: readonly OutcomeGap[];
  /** Repositories of policies that the review went by; absent where there are none. */
  readonly policies?: readonly OutcomePolicies[];
  readonly coverage: {
    readonly files: { readonly considered: number; readonly read: number; readonly skipped: number };
    readonly bytes: number;
  };
  /** The rules that the findings name, so that a report can explain them. */
  readonly rules: readonly OutcomeRule[];
}

export interface OutcomeRef {
  readonly ref: string;
  readonly commit: string | null;
}

export interface OutcomeSourced {
  readonly value: string;
  readonly source: string;
  readonly location: Location;
}

export interface OutcomeIdentity {
  readonly key: string;
  readonly kind: IdentityKind;
  readonly provider: string;
  readonly type: string;
  readonly name: string;
  readonly location: Location;
  readonly owner: OutcomeSourced | null;
  /** purpose, reviewBy, rotation, expires, retireWhen where known. */
  readonly metadata: Readonly<Record<string, OutcomeSourced>>;
  readonly credentials: readonly {
    readonly kind: string;
    readonly name: string;
    readonly origin: string;
    readonly lifetime: string;
    readonly expires: string | null;
    readonly rotatedBy: string | null;
    readonly location: Location;
  }[];
  readonly grants: readonly {
    readonly effect: 'allow' | 'deny';
    readonly actions: readonly string[];
    readonly notActions: boolean;
    readonly resources: readonly string[];
    readonly notResources: boolean;
    readonly scope: string;
    readonly conditions: readonly OutcomeCondition[];
    readonly via: string;
    readonly level: string;
    readonly location: Location;
  }[];
  /** Permission sets held by name alone. */
  readonly permissionSets: readonly {
    readonly name: string;
    readonly role: 'give' | 'limit';
    readonly via: string;
    readonly location: Location;
  }[];
  readonly trust: readonly {
    readonly effect: 'allow' | 'deny';
    readonly principals: readonly { readonly kind: string; readonly value: string }[];
    readonly actions: readonly string[];
    readonly conditions: readonly OutcomeCondition[];
    readonly location: Location;
  }[];
  readonly links: readonly {
    readonly relation: string;
    readonly to: string;
    readonly external: boolean;
    readonly via: string;
    readonly location: Location;
  }[];
  readonly access: {
    readonly level: AccessLevel;
    readonly because: readonly string[];
    /** Known paths to more rights that are open to it; absent where there are none. */
    readonly escalations?: readonly OutcomeEscalation[];
    /** Known paths whose actions its statements name, and why they are closed; absent where there are none. */
    readonly harmless?: readonly { readonly because: string; readonly paths: readonly string[] }[];
  };
}

export interface OutcomeEscalation {
  /** Ids of the known paths, the shortest first. */
  readonly paths: readonly string[];
  readonly name: string;
  /** Key of the identity that it gets at, where the files declare it; else in words. */
  readonly target: string;
  readonly reach: AccessLevel;
  readonly steps: readonly { readonly action: string; readonly via: string; readonly location: Location }[];
  /** The least that stops it. */
  readonly cut: string;
  /** What is not known and may stop it. */
  readonly doubts: readonly string[];
}

export interface OutcomeCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface OutcomeChange {
  readonly change: ChangeKind;
  /** Key of the identity, permission set or resource. */
  readonly identity: string;
  readonly statement: string;
  /** For a change of access that is proved: the request that only one side allows. */
  readonly witness?: OutcomeWitness;
  readonly location: Location;
}

export interface OutcomeWitness {
  /** Which side allows it: `head` where access is gained, `base` where some is only lost. */
  readonly allowedAt: 'base' | 'head';
  /** Who asks; null for the identity itself. */
  readonly principal: string | null;
  readonly action: string;
  readonly resource: string;
  /** Where it is asked; null where that makes no difference. */
  readonly scope: string | null;
  /** What it carries; a key without values is one that it does not carry. */
  readonly conditions: readonly { readonly key: string; readonly values: readonly string[] }[];
}

export interface OutcomeFinding {
  readonly rule: string;
  readonly level: Level;
  readonly theme: Theme;
  readonly message: string;
  readonly fix: string;
  readonly identity: string | null;
  readonly location: Location;
  readonly related: readonly { readonly message: string; readonly location: Location }[];
  readonly controls: readonly string[];
  readonly fingerprint: string;
  readonly waived: Waived | null;
  /** Whole lines of the head, and what could stand in their place; only where the fix is mechanical. */
  readonly suggestion?: OutcomeSuggestion;
}

export interface OutcomePolicies {
  /** As it was asked for: `OWNER/REPO[/PATH]@REF`. */
  readonly source: string;
  readonly commit: string;
  /** Of the rule files' paths and contents. */
  readonly digest: string;
}

export interface OutcomeSuggestion {
  readonly location: Location;
  /** Without the end of the last line. */
  readonly replacement: string;
}

export interface OutcomeGap {
  readonly kind: GapKind;
  readonly reason: string;
  /** A bare path where there was no text to stand on; null for the report as a whole. */
  readonly location: Location | { readonly path: FilePath } | null;
  /** How often the same gap was met in this file. */
  readonly count: number;
}

export interface OutcomePath {
  /** At least one; each starts where the one before ends. */
  readonly steps: readonly {
    readonly from: string;
    readonly to: string;
    /** Completes "FROM … TO". */
    readonly how: string;
    readonly via: string;
    /** False where the files leave open whether the step can be taken. */
    readonly certain: boolean;
    readonly location: Location;
  }[];
  /** What the last identity amounts to, and the statement that makes it so. */
  readonly level: AccessLevel;
  readonly reach: string;
}

export interface OutcomeRule {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly theme: Theme;
  readonly why: string;
  readonly fix: string;
  readonly controls: readonly string[];
}
