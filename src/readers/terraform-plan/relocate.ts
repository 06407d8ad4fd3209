/** Planned values at the places where they are written: an attribute's at the attribute, a block's at the block, what is written nowhere at the head. */
import type { Span } from '../../model/span.js';
import { type Entry, type ListNode, list, type MapNode, type Node, type ScalarNode } from '../../model/tree.js';
import { attributeOf, type Block } from '../../syntax/hcl/ast.js';

export function relocated(body: MapNode, block: Block): MapNode {
  const entries = body.entries.map(({ key, value }): Entry => {
    const name = String(key.value);
    const attribute = attributeOf(block.body, name);
    const place = attribute?.span ?? block.head;
    const nested = block.body.blocks.filter((b) => b.type === name);
    return { key: { ...key, span: attribute?.nameSpan ?? place }, value: nested.length > 0 ? ofBlocks(value, nested) : at(value, place) };
  });
  const { untold: open = [], ...told } = body;
  const untold = open.flatMap(({ key, value }) => {
    const maker = block.body.blocks.find((b) => b.type === 'dynamic' && b.labels[0]?.text === key.value);
    if (!maker || value.kind !== 'unknown') return [];
    const why = `a dynamic block generates ${key.value} over something that is known only after apply`;
    return [{ key: { ...key, span: maker.head }, value: { ...value, why, span: maker.head } }];
  });
  return { ...told, entries, span: block.span, ...(untold.length > 0 && { untold }) };
}

/** Blocks that are generated (`dynamic`) may stand among those that are written: a place is certain only where their numbers agree. */
function ofBlocks(value: Node, blocks: readonly Block[]): Node {
  const [first] = blocks;
  if (!first) return value;
  if (value.kind === 'map') return relocated(value, first);
  if (value.kind !== 'list' || value.items.length !== blocks.length) return at(value, first.head);
  const items = value.items.map((item, i) => {
    const block = blocks[i] ?? first;
    return item.kind === 'map' ? relocated(item, block) : at(item, block.head);
  });
  return list(items, first.span);
}

/** All of a value at one place. Its characters do not stand there: a document inside of it has no finer places. */
function at(node: Node, span: Span): Node {
  switch (node.kind) {
    case 'map':
      return { ...node, span, entries: node.entries.map(({ key, value }): Entry => ({ key: { ...key, span }, value: at(value, span) })) };
    case 'list':
      return { ...node, span, items: node.items.map((item) => at(item, span)) } satisfies ListNode;
    case 'scalar': {
      const { offsets: _, ...plain }: ScalarNode = node;
      return { ...plain, span };
    }
    default:
      return { ...node, span };
  }
}
