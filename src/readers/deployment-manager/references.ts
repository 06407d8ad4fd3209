/** `$(ref.resource.property)` in the values of a configuration. */
import type { FilePath } from '../../model/span.js';
import { address, dig, type Entry, type MapNode, type Node, type ReferenceNode, type ScalarNode } from '../../model/tree.js';
import { type Bounds, tooDeep } from '../bounds.js';
import { flatString, sliceOf } from '../flat-text.js';
import { joinText, type Piece } from '../join-text.js';

const reference = /\$\(ref\.([^.()[\]]+)((?:\.[\w-]+|\[\d+\])*)\)/g;

export class ConfigurationEvaluation {
  constructor(
    private readonly path: FilePath,
    private readonly resources: ReadonlyMap<string, MapNode>,
    readonly bounds: Bounds,
  ) {}

  evaluate(node: Node): Node {
    return this.bounds.within(
      () => this.#valueOf(node),
      () => tooDeep(node.span),
    );
  }

  #valueOf(node: Node): Node {
    switch (node.kind) {
      case 'scalar':
        return typeof node.value === 'string' && node.value.includes('$(ref.') ? this.#expanded(node, node.value) : node;
      case 'list':
        return { ...node, items: node.items.map((item) => this.evaluate(item)) };
      case 'map':
        return { ...node, entries: node.entries.map((entry): Entry => ({ key: entry.key, value: this.evaluate(entry.value) })) };
      default:
        return node;
    }
  }

  #expanded(node: ScalarNode, chars: string): Node {
    const text = flatString(chars, node.offsets);
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of chars.matchAll(reference)) {
      const [whole, name = '', steps = ''] = match;
      pieces.push(sliceOf(text, from, match.index), this.#referenceTo(name, steps.split(/[.[\]]+/).filter(Boolean), node));
      from = match.index + whole.length;
    }
    pieces.push(sliceOf(text, from, chars.length));
    return joinText(pieces, node.span, this.bounds);
  }

  /** A property that is written is known, unless it refers further itself: what is asked of it then is not followed. */
  #referenceTo(name: string, path: readonly string[], node: ScalarNode): ReferenceNode {
    const declared = this.resources.get(name);
    const written = path[0] === 'name' && path.length === 1 ? dig(declared, 'name') : dig(declared, 'properties', ...path);
    const value = written?.kind === 'scalar' && !String(written.value).includes('$(ref.') ? written : undefined;
    return { kind: 'reference', to: address(this.path, name), path, span: node.span, ...(value && { value }) };
  }
}
