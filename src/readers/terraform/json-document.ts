/** JSON text inside a value, with the places of its characters. */
import { type Span, span } from '../../model/span.js';
import { deref, type Node, type OffsetMap } from '../../model/tree.js';
import { parseJsonText } from '../../syntax/json.js';

/** What `jsondecode` gives; undefined when the text is not wholly known or is not JSON. An encoded document is already what it decodes to. */
export function decodeJson(node: Node): Node | undefined {
  const at = deref(node);
  if (at.kind === 'map' || at.kind === 'list') return at;
  if (at.kind !== 'scalar' || typeof at.value !== 'string') return undefined;
  const { root, error } = parseJsonText(at.value, placeIn(at.span, at.offsets));
  return error ? undefined : root;
}

function placeIn(whole: Span, offsets: OffsetMap | undefined): (start: number, end: number) => Span {
  if (!offsets) return () => whole;
  return (start, end) => {
    const from = shifted(offsets, start);
    // The last character is mapped, not the end: the character behind it may belong to another piece.
    return span(whole.source, from, end > start ? Math.max(from, shifted(offsets, end - 1) + 1) : from);
  };
}

function shifted({ from, to }: OffsetMap, offset: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((from[mid] ?? 0) <= offset) low = mid;
    else high = mid - 1;
  }
  return (to[low] ?? 0) + offset - (from[low] ?? 0);
}
