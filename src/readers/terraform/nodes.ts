/**
 * What evaluation must tell of nodes beyond the model. The marks ride on ordinary nodes, so that whoever reads a finished value needs to
 * know nothing of them.
 */
import type { Span } from '../../model/span.js';
import {
  deref,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ReferenceNode,
  type ScalarNode,
  type UnknownNode,
} from '../../model/tree.js';

/** An unknown because evaluation fails whatever the missing values are: `try` and `can` look behind it. */
interface FailedNode extends UnknownNode {
  readonly failed: true;
}

/** `set`: iteration gives each item as its own key. `open`: how many items there are is not known; one of them may stand for several. */
export interface EvaluatedList extends ListNode {
  readonly set?: boolean;
  readonly open?: boolean;
}

/** An object key that has holes. The tree has scalar keys only, so the key shows them as `<name>`, and `stands` is the value itself. */
interface OpenKey extends ScalarNode {
  readonly stands: Node;
}

/** A value that the files do not tell. `name` is what a hole that stands for it is called. */
export const missing = (name: string, why: string, span: Span): UnknownNode => ({ kind: 'unknown', why, name, span });

/** A value that Terraform would refuse to compute. */
export const failed = (name: string, why: string, span: Span): UnknownNode => {
  const node: FailedNode = { kind: 'unknown', why, name, span, failed: true };
  return node;
};

const isFailed = (node: Node): boolean => node.kind === 'unknown' && 'failed' in node;

/** A failure anywhere in a list or an object makes the whole expression fail. */
export function hasFailed(node: Node): boolean {
  if (node.kind === 'list') return node.items.some(hasFailed);
  if (node.kind === 'map') return node.entries.some((e) => hasFailed(e.value));
  return isFailed(node);
}

/** True when the outermost value is there; parts of a list or map may still be unknown. */
export const isKnown = (node: Node): boolean => {
  const { kind } = deref(node);
  return kind === 'scalar' || kind === 'list' || kind === 'map';
};

export const isNull = (node: Node): boolean => {
  const at = deref(node);
  return at.kind === 'scalar' && at.value === null;
};

export const isOpen = (node: Node): boolean => node.kind === 'list' && 'open' in node && node.open === true;
export const isSet = (node: Node): boolean => node.kind === 'list' && 'set' in node && node.set === true;

/** A list with its marks. */
export const listOf = (items: readonly Node[], span: Span, marks: { readonly set?: boolean; readonly open?: boolean } = {}): Node => {
  const node: EvaluatedList = { kind: 'list', items, span, ...(marks.set ? { set: true } : {}), ...(marks.open ? { open: true } : {}) };
  return node;
};

/** `aws_iam_role.ci.arn` */
export const referenceName = (node: ReferenceNode): string => [node.to.slice(node.to.indexOf('#') + 1), ...node.path].join('.');

const longestName = 120;
const shorten = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);

/** What a value is called inside the name of a value made from it. Literal values are never shown: they may be secret. */
export function nameOf(node: Node): string {
  switch (node.kind) {
    case 'reference':
      return referenceName(node);
    case 'unknown':
      return shorten(node.name ?? '…');
    case 'template':
      return shorten(node.parts.map((p) => (typeof p === 'string' ? '…' : p.name)).join(''));
    case 'list':
      return '[…]';
    case 'map':
      return '{…}';
    case 'scalar':
    case 'redacted':
      return '…';
  }
}

export const callName = (name: string, args: readonly Node[]): string => shorten(`${name}(${args.map(nameOf).join(', ')})`);

/** Why a value is not known, for a person. */
export function reasonOf(node: Node): string {
  const at = deref(node);
  switch (at.kind) {
    case 'unknown':
      return at.why;
    case 'reference':
      return `${referenceName(at)} is not in the files`;
    case 'template':
      return `${at.parts.flatMap((p) => (typeof p === 'string' ? [] : [p.name]))[0] ?? 'a part of it'} is not known`;
    default:
      return `${nameOf(at)} is not a value that can be used here`;
  }
}

/** The unknown that follows from unknown values: it fails when one of them does, and gives the reason of the first. */
export function unknownFrom(name: string, causes: readonly Node[], span: Span): UnknownNode {
  const broken = causes.find((c) => isFailed(deref(c)));
  if (broken) return failed(name, reasonOf(broken), span);
  const cause = causes.find((c) => !isKnown(c));
  return missing(shorten(name), cause ? reasonOf(cause) : `${name} is not known`, span);
}

// ── objects ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** A value as the key of an object; undefined when it cannot be one. */
export function keyFrom(node: Node): ScalarNode | undefined {
  const at = deref(node);
  if (at.kind === 'scalar') {
    if (at.value === null) return undefined;
    return typeof at.value === 'string' ? at : { ...at, value: String(at.value) };
  }
  if (at.kind === 'list' || at.kind === 'map') return undefined;
  const parts = at.kind === 'template' ? at.parts : [{ name: nameOf(at) }];
  const key: OpenKey = {
    kind: 'scalar',
    value: parts.map((p) => (typeof p === 'string' ? p : `<${p.name}>`)).join(''),
    span: node.span,
    stands: node,
  };
  return key;
}

/** The value that a key stands for. */
export const keyValue = (key: ScalarNode): Node => (isOpenKey(key) ? key.stands : key);
export const isOpenKey = (key: ScalarNode): key is OpenKey => 'stands' in key;

/** True when iterating over it may give more rounds than it has parts. */
export const mayHaveMore = (node: Node): boolean =>
  isOpen(node) || (node.kind === 'map' && node.entries.some((e) => !isKnown(keyValue(e.key)) && keyValue(e.key).kind !== 'template'));

/** True when some keys are not known: a key that is not found may still be there. */
export const hasOpenKeys = (map: MapNode): boolean => map.entries.some((e) => isOpenKey(e.key));

/** An entry for all that an unknown object may add. */
export const openEntry = (node: Node): Entry => ({ key: keyFrom(node) ?? { kind: 'scalar', value: '<…>', span: node.span }, value: node });

/** Entries in the order in which Terraform iterates: by key. Of equal keys the last one counts. */
export function sortedEntries(map: MapNode): readonly Entry[] {
  const last = new Map(map.entries.map((e) => [String(e.key.value), e]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, e]) => e);
}
