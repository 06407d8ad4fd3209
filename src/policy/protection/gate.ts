/** The gate is what decides whether a change may pass: config, policies, exceptions, and the workflows that run the review. */
import type { IdentityKey, Subject } from '../../model/inventory.js';
import { type Source, type Span, span } from '../../model/span.js';

export const gateChangeKinds = [
  'config-unreadable',
  'fail-on-lowered',
  'gaps-no-longer-fail',
  'preset-weakened',
  'rule-weakened',
  'rule-removed',
  'rule-changed',
  'params-changed',
  'path-ignored',
  'policies-removed',
  'policies-repinned',
  'owner-key-added',
  'waiver-added',
  'waiver-expired',
  'waiver-unused',
  'workflow-removed',
  'job-removed',
  'trigger-removed',
  'trigger-narrowed',
  'condition-added',
  'permission-removed',
  'failure-ignored',
  'input-changed',
  'action-replaced',
  'command-changed',
  'workflow-changed',
] as const;
export type GateChangeKind = (typeof gateChangeKinds)[number];

/** One way in which a change makes the gate let more through, or may do so. */
export interface GateChange {
  readonly change: GateChangeKind;
  /** The file of the gate, in the shape in which rules look at things. */
  readonly subject: Subject;
  /** The rule, path, trigger, permission, input or exception that it is about. */
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The line a reviewer must change: at head where it still stands, else at base. */
  readonly at: Span;
}

/** The gate's own files of one side, as far as the change touches them. */
export interface GateFiles {
  readonly config: Source | undefined;
  readonly waivers: Source | undefined;
  /** Accepts findings, like the exceptions. */
  readonly baseline: Source | undefined;
  /** Rule files that the config takes in. */
  readonly policies: readonly Source[];
  readonly workflows: readonly Source[];
}

/** Says changes of one file. A change whose line is gone stands where it was. */
export const gateChange = (
  change: GateChangeKind,
  at: Span,
  name: string,
  said: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): GateChange => ({ change, subject: subjectOf(at.source), name, from: said.from, to: said.to, at });

/** The start of a file. */
export const topOf = (source: Source): Span => span(source, 0, 0);

/** A file of the gate is no identity, holds nothing and belongs to nobody; rules are set for it by its path. */
function subjectOf(source: Source): Subject {
  const whole = span(source, 0, source.text.length);
  return {
    key: `gate:file:${source.path}` as IdentityKey,
    category: 'resource',
    provider: 'github',
    type: 'gate.file',
    name: source.path,
    fullName: undefined,
    label: source.path,
    scope: source.path,
    handles: [],
    tags: [],
    comments: [],
    attributes: {},
    span: whole,
    head: topOf(source),
    grants: [],
    namedSets: [],
    trust: [],
    credentials: [],
    links: [],
    usedBy: [],
    access: { level: 'none', reasons: [] },
    ownership: {},
  };
}
