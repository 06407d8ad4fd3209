/** What must be true of every tree, for the tests of all syntaxes. */
import { expect } from '@jest/globals';
import type { Span } from '../../src/model/span.js';
import type { Node } from '../../src/model/tree.js';

export const slice = ({ span }: { readonly span: Span }): string => span.source.text.slice(span.start, span.end);

/** The JavaScript value of a tree. */
export function plain(node: Node | undefined): unknown {
  switch (node?.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map': {
      const out: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.entries) out[String(key.value)] = plain(value);
      return { ...out };
    }
    case 'unknown':
      return `unknown: ${node.why}`;
    case 'template':
      return node.parts.map((p) => (typeof p === 'string' ? p : `<${p.name}>`)).join('');
    default:
      return undefined;
  }
}

/** As the syntaxes give it: integers that a JavaScript number cannot hold stay digits. */
export function withDigits(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && !String(value).includes('e'))
    return String(value);
  if (Array.isArray(value)) return value.map(withDigits);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withDigits(v)]));
  return value;
}

/** Children stand inside their parents, in order; leaves stand inside the text. */
export function childrenInside(node: Node | undefined): void {
  if (!node) return;
  const { start, end, source } = node.span;
  if (!(start >= 0 && start <= end && end <= source.text.length)) throw new Error(`span ${start}–${end} of ${source.text.length}`);
  let last = start;
  const inside = (child: Node): void => {
    expect(child.span.start).toBeGreaterThanOrEqual(last);
    expect(child.span.end).toBeLessThanOrEqual(end);
    last = child.span.end;
    childrenInside(child);
  };
  if (node.kind === 'list') node.items.forEach(inside);
  if (node.kind === 'map')
    for (const { key, value } of node.entries) {
      inside(key);
      inside(value);
    }
}
