/** A repository as the Kubernetes reader sees it: through the core, which finds the folders that take in others. */
import { collect } from '../../../src/collect/collect.js';
import { Reading } from '../../../src/collect/read.js';
import { type Files, fromMemory } from '../../../src/edges/memory.js';
import type { Resource } from '../../../src/model/resource.js';
import { locate } from '../../../src/model/span.js';
import { dig, type Node } from '../../../src/model/tree.js';
import { kubernetes } from '../../../src/readers/kubernetes/index.js';
import { syntaxes } from '../../../src/syntax/index.js';
import { printed } from '../printed.js';

/** What the head of a change holds, as far as the change makes it be read. */
export async function readRepository(head: Files, base: Files = {}) {
  const reading = new Reading(await collect(fromMemory(base, head), [kubernetes], []), syntaxes);
  const { resources, gaps } = await reading.side('head');
  const find = (label: string): Resource | undefined => resources.find((r) => r.label === label);
  return {
    resources,
    gaps,
    /** `<scope> <label>` of each resource. */
    names: resources.map((r) => `${r.scope} ${r.label}`),
    reasons: gaps.map((g) => g.reason),
    value: (label: string, ...keys: readonly string[]): string => printed(dig(find(label)?.body, ...keys)),
    /** Where a value stands: `path:line`. */
    place: (label: string, ...keys: readonly string[]): string => placeOf(dig(find(label)?.body, ...keys)),
  };
}

export function placeOf(node: Node | undefined): string {
  if (!node) return 'nowhere';
  const { path, startLine } = locate(node.span);
  return `${path}:${startLine}`;
}
