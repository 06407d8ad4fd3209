/** YAML in a string of YAML (a patch, the values of a release): read with the places of its characters in the file around it. */
import type { Gap } from '../../model/gap.js';
import { type Span, span } from '../../model/span.js';
import { type Node, placeWithin, type ScalarNode } from '../../model/tree.js';
import type { Parsed } from '../../syntax/syntax.js';
import { yaml } from '../../syntax/yaml/index.js';

/** The documents of a string. Strings inside of them keep no offsets of their own: a document nested once more stands at its whole node. */
export function embeddedYaml({ value, span: whole, offsets }: ScalarNode): Parsed {
  const { path, side } = whole.source;
  const parsed = yaml.parse({ path, side, text: String(value) });
  const place = (at: Span): Span => placeWithin(whole, offsets, at.start, at.end);
  return {
    documents: parsed.documents.map(({ root }) => ({ root: moved(root, place) })),
    comments: parsed.comments.map((c) => ({ ...c, span: place(c.span) })),
    gaps: parsed.gaps.map(
      (g): Gap => (typeof g.at === 'object' ? { ...g, at: place(g.at) } : { ...g, at: span(whole.source, whole.start, whole.start) }),
    ),
  };
}

function moved(node: Node, place: (at: Span) => Span): Node {
  const at = { span: place(node.span) };
  switch (node.kind) {
    case 'map':
      return {
        ...node,
        ...at,
        entries: node.entries.map(({ key, value }) => ({
          key: { ...withoutOffsets(key), span: place(key.span) },
          value: moved(value, place),
        })),
      };
    case 'list':
      return { ...node, ...at, items: node.items.map((item) => moved(item, place)) };
    case 'scalar':
      return { ...withoutOffsets(node), ...at };
    case 'template': {
      const { offsets: _inner, ...rest } = node;
      return { ...rest, ...at };
    }
    default:
      return { ...node, ...at };
  }
}

function withoutOffsets({ offsets: _inner, ...rest }: ScalarNode): ScalarNode {
  return rest;
}
