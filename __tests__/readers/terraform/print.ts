/** Shows a node on one line. */
import { deref, type Node } from '../../../src/model/tree.js';

/** `"text"`, `"a-<hole>"`, `[a, b]` (`[a, …]` when there may be more), `{k: v}`, `→aws_x.y.arn` (`=value` when written), `?why`. */
export function print(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value);
    case 'template':
      return JSON.stringify(node.parts.map((p) => (typeof p === 'string' ? p : `<${p.name}${p.to ? '→' : ''}>`)).join(''));
    case 'list':
      return `[${[...node.items.map(print), ...('open' in node ? ['…'] : [])].join(', ')}]`;
    case 'map':
      return `{${node.entries.map((e) => `${e.key.value}: ${print(e.value)}`).join(', ')}}`;
    case 'reference':
      return `→${[node.to.slice(node.to.indexOf('#') + 1), ...node.path].join('.')}${node.value ? `=${print(node.value)}` : ''}`;
    case 'unknown':
      return `?${node.why}`;
    case 'redacted':
      return `#${node.what}`;
  }
}

/** The value as JSON with its keys in order; holes stand as `<name>`, what is not known at all as `?why`. */
export function plain(node: Node): unknown {
  const at = deref(node);
  switch (at.kind) {
    case 'scalar':
      return at.value;
    case 'template':
      return at.parts.map((p) => (typeof p === 'string' ? p : `<${p.name}>`)).join('');
    case 'list':
      return at.items.map(plain);
    case 'map':
      return Object.fromEntries(
        at.entries.map((e): [string, unknown] => [String(e.key.value), plain(e.value)]).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    default:
      return print(at);
  }
}
