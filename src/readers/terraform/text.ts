/** Values as text with holes, and as JSON text. */
import type { Span } from '../../model/span.js';
import { deref, type Hole, type Node, type OffsetMap } from '../../model/tree.js';
import { type FlatText, FlatTextBuilder, flatHole, flatString, flatSubstitute, flatTemplate } from '../flat-text.js';
import { evaluationLimits } from './budget.js';
import { isOpen, keyValue, nameOf, referenceName, sortedEntries } from './nodes.js';

/**
 * A value as part of a string that stands at `place`. Characters keep their own places when they are written inside `place`; anything
 * else stands where it is put in.
 */
export function flatOf(node: Node, place: Span): FlatText {
  const at = deref(node);
  switch (at.kind) {
    case 'scalar':
      if (at.value === null) return flatHole({ name: 'null' }, place.start);
      return at.offsets && isInside(at.span, place)
        ? flatString(String(at.value), at.offsets)
        : flatSubstitute(String(at.value), place.start);
    case 'template':
      return isInside(at.span, place) ? flatTemplate(at) : flatTemplate({ ...at, offsets: beginningAt(place) });
    case 'list':
    case 'map': {
      // Only an encoded document may stand in a string.
      const json = jsonFlat(at, place);
      return json ?? flatHole({ name: `jsonencode(${nameOf(at)})` }, place.start);
    }
    case 'reference':
    case 'unknown':
    case 'redacted':
      return flatHole(holeOf(node, at), place.start);
  }
}

/** The hole names the reference that led here, so that whoever reads it can follow. */
function holeOf(node: Node, at: Node): Hole {
  if (node.kind === 'reference') return { name: referenceName(node), to: node.to };
  return { name: at.kind === 'unknown' ? (at.name ?? at.why) : nameOf(at) };
}

const beginningAt = (place: Span): OffsetMap => ({ from: [0], to: [place.start] });
const isInside = (inner: Span, outer: Span): boolean =>
  inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;

/** The text of `jsonencode`; unknown parts are holes. Undefined when the number of elements is not known or the text is too long. */
export function jsonFlat(node: Node, place: Span): FlatText | undefined {
  const out = new FlatTextBuilder();
  let length = 0;
  const put = (text: string): void => {
    length += text.length;
    out.append(flatSubstitute(text, place.start));
  };
  const write = (n: Node): boolean => {
    const at = deref(n);
    if (length > evaluationLimits.characters) return false;
    if (at.kind === 'list') {
      if (isOpen(at)) return false;
      put('[');
      const whole = at.items.every((item, i) => {
        if (i > 0) put(',');
        return write(item);
      });
      put(']');
      return whole;
    }
    if (at.kind === 'map') {
      put('{');
      const whole = sortedEntries(at).every(({ key, value }, i) => {
        if (i > 0) put(',');
        const written = write(keyValue(key));
        put(':');
        return written && write(value);
      });
      put('}');
      return whole;
    }
    if (at.kind === 'template') {
      put('"');
      for (const part of at.parts)
        typeof part === 'string' ? put(JSON.stringify(part).slice(1, -1)) : out.append(flatHole(part, place.start));
      put('"');
    } else if (at.kind === 'scalar') put(JSON.stringify(at.value));
    else out.append(flatOf(n, place));
    return true;
  };
  return write(node) ? out.build() : undefined;
}

/** The string that Terraform would make of a value, when nothing of it is missing. */
export function stringFrom(node: Node): string | undefined {
  const at = deref(node);
  if (at.kind === 'scalar') return at.value === null ? undefined : String(at.value);
  if (at.kind !== 'list' && at.kind !== 'map') return undefined;
  const json = jsonFlat(at, at.span);
  return json && json.holes.length === 0 ? json.chars : undefined;
}
