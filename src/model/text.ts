/** A string that may have holes: the shape of every name, action, resource and owner that a fact carries. */
import type { Span } from './span.js';
import { deref, type Hole, type Node, type ReferenceNode, type UnknownNode } from './tree.js';

export interface Text {
  /** Alternating as it happens; no empty strings, no two strings in a row. `['']` is the empty text. */
  readonly parts: readonly (string | Hole)[];
  readonly span: Span;
}

export const text = (value: string, span: Span): Text => ({ parts: [value], span });

/** The whole string when nothing is missing. */
export const literal = (t: Text | undefined): string | undefined =>
  t?.parts.every((p) => typeof p === 'string') ? t.parts.join('') : undefined;

/** For a person and for comparison: holes stand as `<name>`. */
export const show = (t: Text): string => t.parts.map((p) => (typeof p === 'string' ? p : `<${p.name}>`)).join('');

/** True when nothing but a hole is known. */
export const isHole = (t: Text): boolean => t.parts.length === 1 && typeof t.parts[0] !== 'string';

/** A value that is not known as a hole. */
export const holeFor = ({ name, why }: UnknownNode): Hole => (name === undefined ? { name: why } : { name, why });

/** A reference as a hole: `aws_iam_role.ci.arn`. */
const holeOf = (r: ReferenceNode): Hole => ({ name: [r.to.slice(r.to.indexOf('#') + 1), ...r.path].join('.'), to: r.to });

/**
 * Reads a node as text. Numbers and booleans are spelled out; an unknown or an unresolved reference becomes one hole.
 * `undefined` for maps, lists, null and a missing node; a redacted value is a hole named after its kind.
 */
export function textOf(node: Node | undefined): Text | undefined {
  const at = node && deref(node);
  if (!node || !at) return undefined;
  switch (at.kind) {
    case 'scalar':
      if (at.value !== null) return text(String(at.value), node.span);
      // What refers to an argument that is written as null gets a value that the platform makes.
      return node.kind === 'reference' ? { parts: [holeOf(node)], span: node.span } : undefined;
    case 'template':
      return { parts: at.parts, span: node.span };
    case 'reference':
      return { parts: [holeOf(at)], span: node.span };
    case 'unknown':
      return { parts: [holeFor(at)], span: node.span };
    case 'redacted':
      return { parts: [{ name: `redacted ${at.what}` }], span: node.span };
    case 'map':
    case 'list':
      return undefined;
  }
}
