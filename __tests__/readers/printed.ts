/** A node on one line, without its places: `&Role.Arn` is a reference, `<Env>` a hole, `?(why)` an unknown. */
import type { Hole, Node } from '../../src/model/tree.js';

export function printed(node: Node | undefined): string {
  switch (node?.kind) {
    case undefined:
      return 'nothing';
    case 'scalar':
      return JSON.stringify(node.value);
    case 'template':
      return JSON.stringify(node.parts.map((part) => (typeof part === 'string' ? part : hole(part))).join(''));
    case 'reference':
      return `&${[labelOf(node.to), ...node.path].join('.')}`;
    case 'unknown':
      return `?(${node.why})`;
    case 'redacted':
      return `redacted ${node.what}`;
    case 'list':
      return `[${node.items.map(printed).join(', ')}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${key.value}: ${printed(value)}`).join(', ')}}`;
  }
}

const hole = ({ name, to }: Hole): string => (to === undefined ? `<${name}>` : `<${name} -> ${labelOf(to)}>`);
const labelOf = (address: string): string => address.slice(address.indexOf('#') + 1);
