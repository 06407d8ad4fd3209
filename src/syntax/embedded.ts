/** Opens a document that stands inside a value: a map as it is, a JSON string with its spans shifted to where its characters really stand. */
import type { Span } from '../model/span.js';
import { deref, type Hole, type Node, type OffsetMap, placeWithin } from '../model/tree.js';
import { parseJsonText } from './json.js';

export type Opened = { readonly document: Node } | { readonly problem: string; readonly at: Span; readonly broken: boolean };

/** Stands for a hole inside the text that the JSON parser sees; the same character in reviewed text is replaced before. */
const holeMark = '\uFFFC';

export function openDocument(node: Node): Opened {
  const at = deref(node);
  switch (at.kind) {
    case 'map':
    case 'list':
      return { document: at };
    case 'scalar':
      return typeof at.value === 'string'
        ? openJson(at.span, [at.value], at.offsets)
        : { problem: 'a policy document is expected here', at: at.span, broken: true };
    case 'template':
      return at.parts.length === 1 && typeof at.parts[0] !== 'string'
        ? { problem: `the document comes from ${at.parts[0]?.name ?? 'elsewhere'}`, at: node.span, broken: false }
        : openJson(at.span, at.parts, at.offsets);
    case 'reference':
      return {
        problem: `the document comes from ${[at.to.slice(at.to.indexOf('#') + 1), ...at.path].join('.')}, which the files do not tell`,
        at: node.span,
        broken: false,
      };
    case 'unknown':
      return { problem: `the document is not known: ${at.why}`, at: node.span, broken: false };
    case 'redacted':
      return { problem: 'the document is a secret', at: node.span, broken: false };
  }
}

function openJson(whole: Span, parts: readonly (string | Hole)[], offsets: OffsetMap | undefined): Opened {
  const holes = parts.filter((p): p is Hole => typeof p !== 'string');
  const flat = parts.map((p) => (typeof p === 'string' ? p.replaceAll(holeMark, '?') : holeMark)).join('');
  const quoted = quoteBareHoles(flat);
  const place = (start: number, end: number): Span => placeWithin(whole, offsets, quoted.toFlat(start), quoted.toFlat(end));
  const { root, error } = parseJsonText(quoted.text, place);
  if (error) return { problem: `the document is not valid JSON: ${error.message}`, at: place(error.start, error.start + 1), broken: true };
  if (!root) return { problem: 'the document is empty', at: whole, broken: true };
  return { document: holes.length ? refill(root, holes[Symbol.iterator]()) : root };
}

/** A hole outside a string (`"Resource": ${jsonencode(x)}`) becomes a string of its own, so that the rest can be read. */
function quoteBareHoles(flat: string): { text: string; toFlat: (offset: number) => number } {
  const inserted: number[] = [];
  let out = '';
  let from = 0;
  let inString = false;
  for (let i = 0; i < flat.length; i++) {
    const c = flat[i];
    if (inString && c === '\\') i++;
    else if (c === '"') inString = !inString;
    else if (c === holeMark && !inString) {
      out += `${flat.slice(from, i)}"${holeMark}"`;
      inserted.push(out.length - 3, out.length - 1);
      from = i + 1;
    }
  }
  if (inserted.length === 0) return { text: flat, toFlat: (o) => o };
  return { text: out + flat.slice(from), toFlat: (offset) => offset - countBelow(inserted, offset) };
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ascending[mid] ?? 0) < limit) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Puts the holes back, in the order in which their marks stand in the text. */
function refill(node: Node, holes: Iterator<Hole>): Node {
  const partsOf = (value: string): (string | Hole)[] =>
    value.split(holeMark).flatMap((piece, i): (string | Hole)[] => {
      const hole = i > 0 ? holes.next().value : undefined;
      return [...(hole ? [hole as Hole] : []), ...(piece ? [piece] : [])];
    });
  const visit = (n: Node): Node => {
    if (n.kind === 'list') return { ...n, items: n.items.map(visit) };
    if (n.kind === 'map')
      return {
        ...n,
        entries: n.entries.map(({ key, value }) => ({
          key:
            typeof key.value === 'string' && key.value.includes(holeMark)
              ? {
                  ...key,
                  value: partsOf(key.value)
                    .map((p) => (typeof p === 'string' ? p : `<${p.name}>`))
                    .join(''),
                }
              : key,
          value: visit(value),
        })),
      };
    if (n.kind === 'scalar' && typeof n.value === 'string' && n.value.includes(holeMark))
      return { kind: 'template', parts: partsOf(n.value), span: n.span };
    return n;
  };
  return visit(node);
}
