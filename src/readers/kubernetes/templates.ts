/** Templates of manifests (Helm, Argo) fill in `{{ … }}` also where it stands in quotes and is well-formed YAML. */
import type { MapNode, Node } from '../../model/tree.js';
import { openExpressions } from '../../syntax/yaml/template.js';

/** The map with a hole for each expression in its strings. */
export const withHoles = (body: MapNode): MapNode => ({
  ...body,
  entries: body.entries.map(({ key, value }) => ({ key, value: opened(value) })),
});

function opened(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
      return openExpressions(node);
    case 'list':
      return { ...node, items: node.items.map(opened) };
    case 'map':
      return withHoles(node);
    default:
      return node;
  }
}
