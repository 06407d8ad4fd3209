/** What the Cloud Development Kit leaves in a template that it makes: where each resource stands in the author's own tree. */
import { dig, stringOf } from '../../model/tree.js';
import type { Placed } from './sections.js';

/** How the author would name each resource: by its path in the construct tree, where there is one, else by its logical id. */
export function labelsOf(resources: ReadonlyMap<string, Placed>): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>(resources.keys());
  for (const [id, { value }] of resources) {
    const path = stringOf(dig(value, 'Metadata', 'aws:cdk:path'))?.replace(/\/(Resource|Default)$/, '');
    if (!path || taken.has(path)) continue;
    taken.add(path);
    labels.set(id, path);
  }
  return labels;
}

/** The file beside the template that a property of a resource was made from, as in `TemplateURL` of a nested stack. */
export const assetOf = (resource: Placed['value'], property: string): string | undefined =>
  stringOf(dig(resource, 'Metadata', 'aws:asset:property')) === property
    ? stringOf(dig(resource, 'Metadata', 'aws:asset:path'))
    : undefined;
