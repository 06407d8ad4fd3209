/**
 * The positioned tree: what every syntax yields and every reader hands on. Each node knows where it stands.
 * `map list scalar` come from syntax; `reference template unknown` are made by readers when they evaluate; `redacted` replaces a secret.
 */
import { type Span, span } from './span.js';

export type Node = MapNode | ListNode | ScalarNode | ReferenceNode | TemplateNode | UnknownNode | RedactedNode;
export type NodeKind = Node['kind'];

interface Positioned {
  readonly span: Span;
  /** YAML tag as written (`!Sub`, `!GetAtt`), where there is one. */
  readonly tag?: string;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** Entries in source order; duplicate keys are kept, the last one wins in `get`. */
export interface MapNode extends Positioned {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  /** Keys of which it is not told whether they are written at all: values that the platform fills in, blocks that are made of something unknown. */
  readonly untold?: readonly Entry[];
}

export interface ListNode extends Positioned {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface ScalarNode extends Positioned {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /**
   * For a string: where its characters stand, as offset of `value` → offset of `span.source.text`, so that a document embedded in it
   * (JSON in a heredoc, in a quoted string, in a block scalar) gets exact spans. Absent: embedded spans fall back to the whole node.
   */
  readonly offsets?: OffsetMap;
  /** Where the value itself is written, when a reference to it stands at `span` (the default of a parameter). */
  readonly written?: Span;
}

/** Piecewise shift: an offset `o` of the decoded value with `from[i] <= o < from[i+1]` stands at `to[i] + (o - from[i])`. Both ascend. */
export interface OffsetMap {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The place of `[start, end)` of a decoded text in its source; the whole node where the map is missing. */
export function placeWithin(whole: Span, offsets: OffsetMap | undefined, start: number, end: number): Span {
  if (!offsets) return whole;
  const from = shift(offsets, start);
  // The last character is mapped, not the end: the character behind it may belong to another piece.
  return span(whole.source, from, end > start ? Math.max(from, shift(offsets, end - 1) + 1) : from);
}

function shift({ from, to }: OffsetMap, offset: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((from[mid] ?? 0) <= offset) low = mid;
    else high = mid - 1;
  }
  return (to[low] ?? 0) + offset - (from[low] ?? 0);
}

/** Address of a resource, unique on one side: `<scope>#<label>`, e.g. `infra/prod#aws_iam_role.ci`. */
export type Address = string;
export const address = (scope: string, label: string): Address => `${scope}#${label}`;

/** Points at (an attribute of) another resource. `value` is what it evaluates to, where the files tell. */
export interface ReferenceNode extends Positioned {
  readonly kind: 'reference';
  readonly to: Address;
  /** Attribute path below the resource, e.g. `['arn']`; empty for the resource itself. */
  readonly path: readonly string[];
  readonly value?: Node;
}

/** A string with holes, e.g. `arn:aws:iam::<AWS::AccountId>:role/ci`. */
export interface TemplateNode extends Positioned {
  readonly kind: 'template';
  readonly parts: readonly (string | Hole)[];
  /** As in `ScalarNode`, over the flat text in which each hole counts as one character. */
  readonly offsets?: OffsetMap;
}

/** A named place in a template that is not known from the files: a pseudo parameter, a variable without default, a computed attribute. */
export interface Hole {
  /** Short name, e.g. `AWS::AccountId`, `var.region`, `aws_kms_key.main.arn`. */
  readonly name: string;
  /** The resource it refers to, where it is a reference. */
  readonly to?: Address;
  /** What would have to be known, for a person; where more can be said than the name. */
  readonly why?: string;
}

/** A value that the files do not tell. `why` names what would have to be known, for a person. */
export interface UnknownNode extends Positioned {
  readonly kind: 'unknown';
  readonly why: string;
  /** Short name of the missing value (`var.region`), where it has one: what a hole that stands for it is called. */
  readonly name?: string;
  /** True when all of it is written and cannot be taken for what it has to be: nothing that could be set or given would tell more. */
  readonly invalid?: true;
}

/** A secret that was here. The value itself is gone; `digest` compares sides within one run and means nothing outside it. */
export interface RedactedNode extends Positioned {
  readonly kind: 'redacted';
  readonly what: string;
  readonly length: number;
  readonly digest: string;
}

export interface Comment {
  /** Text without its comment marker, trimmed. */
  readonly text: string;
  readonly span: Span;
}

// ── constructors ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const scalar = (value: ScalarNode['value'], span: Span): ScalarNode => ({ kind: 'scalar', value, span });
export const list = (items: readonly Node[], span: Span): ListNode => ({ kind: 'list', items, span });
export const map = (entries: readonly Entry[], span: Span): MapNode => ({ kind: 'map', entries, span });
export const unknown = (why: string, span: Span): UnknownNode => ({ kind: 'unknown', why, span });

// ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** What a node is once references with a known value are followed. Never loops: readers build `value` bottom-up. */
export function deref(node: Node): Node {
  let at = node;
  while (at.kind === 'reference' && at.value) at = at.value;
  return at;
}

/** The value under a key (last one wins); follows known references first. */
export function get(node: Node | undefined, key: string): Node | undefined {
  const at = node && deref(node);
  if (at?.kind !== 'map') return undefined;
  for (let i = at.entries.length - 1; i >= 0; i--) if (at.entries[i]?.key.value === key) return at.entries[i]?.value;
  return undefined;
}

/** The value under a path of keys. */
export const dig = (node: Node | undefined, ...keys: readonly string[]): Node | undefined => keys.reduce<Node | undefined>(get, node);

export const entriesOf = (node: Node | undefined): readonly Entry[] => {
  const at = node && deref(node);
  return at?.kind === 'map' ? at.entries : [];
};

/** A list's items; any other node counts as a list of itself, a missing one or null as empty (the "string or list" habit of most formats). */
export function itemsOf(node: Node | undefined): readonly Node[] {
  const at = node && deref(node);
  if (!at || (at.kind === 'scalar' && at.value === null)) return [];
  return at.kind === 'list' ? at.items : [node];
}

export const stringOf = (node: Node | undefined): string | undefined => {
  const at = node && deref(node);
  return at?.kind === 'scalar' && typeof at.value === 'string' ? at.value : undefined;
};

/** A boolean, also when it is spelled as the string `true`/`false` (CloudFormation, annotations). */
export const booleanOf = (node: Node | undefined): boolean | undefined => {
  const at = node && deref(node);
  if (at?.kind !== 'scalar') return undefined;
  if (typeof at.value === 'boolean') return at.value;
  const text = typeof at.value === 'string' ? at.value.toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
};

export const numberOf = (node: Node | undefined): number | undefined => {
  const at = node && deref(node);
  if (at?.kind !== 'scalar') return undefined;
  if (typeof at.value === 'number') return at.value;
  return typeof at.value === 'string' && /^-?\d+(\.\d+)?$/.test(at.value) ? Number(at.value) : undefined;
};
