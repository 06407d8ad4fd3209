/** Values as text with holes, and as JSON text. */
import type { Span } from '../../model/span.js';
import { holeFor } from '../../model/text.js';
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
  return at.kind === 'unknown' ? holeFor(at) : { name: nameOf(at) };
}

const beginningAt = (place: Span): OffsetMap => ({ from: [0], to: [place.start] });
const isInside = (inner: Span, outer: Span): boolean =>
  inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;

/** The text of `jsonencode`; unknown parts are holes. Undefined when the number of elements is not known or the text is too long. */
export function jsonFlat(node: Node, place: Span): FlatText | undefined {
  const out = new JsonWriter(place);
  return out.write(node) ? out.build() : undefined;
}

/** As Go writes it: what HTML would take for its own is escaped. */
const jsonText = (value: string | number | boolean | null): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

class JsonWriter {
  readonly #place: Span;
  readonly #out = new FlatTextBuilder();
  /** Text that waits for the next hole or the end. */
  #waiting: string[] = [];
  #length = 0;

  constructor(place: Span) {
    this.#place = place;
  }

  /** False when the value cannot be written whole. */
  write(node: Node): boolean {
    const at = deref(node);
    if (this.#length > evaluationLimits.characters || isOpen(at)) return false;
    switch (at.kind) {
      case 'list':
        return this.#between('[', ']', at.items, (item) => this.write(item));
      case 'map':
        return this.#between(
          '{',
          '}',
          sortedEntries(at),
          ({ key, value }) => this.write(keyValue(key)) && this.#text(':') && this.write(value),
        );
      case 'template':
        return this.#between('"', '"', [at], () => {
          for (const part of at.parts)
            typeof part === 'string' ? this.#text(jsonText(part).slice(1, -1)) : this.#hole(flatHole(part, this.#place.start));
          return true;
        });
      case 'scalar':
        return this.#text(jsonText(at.value));
      default:
        return this.#hole(flatOf(node, this.#place));
    }
  }

  build(): FlatText {
    this.#flush();
    return this.#out.build();
  }

  #between<T>(open: string, close: string, parts: readonly T[], write: (part: T) => boolean): boolean {
    this.#text(open);
    const whole = parts.every((part, i) => (i === 0 || this.#text(',')) && write(part));
    return this.#text(close) && whole;
  }

  #text(text: string): true {
    this.#length += text.length;
    this.#waiting.push(text);
    return true;
  }

  #hole(hole: FlatText): true {
    this.#flush();
    this.#out.append(hole);
    return true;
  }

  #flush(): void {
    if (this.#waiting.length > 0) this.#out.append(flatSubstitute(this.#waiting.join(''), this.#place.start));
    this.#waiting = [];
  }
}

/** The string that Terraform would make of a value, when nothing of it is missing. */
export function stringFrom(node: Node): string | undefined {
  const at = deref(node);
  if (at.kind === 'scalar') return at.value === null ? undefined : String(at.value);
  if (at.kind !== 'list' && at.kind !== 'map') return undefined;
  const json = jsonFlat(at, at.span);
  return json && json.holes.length === 0 ? json.chars : undefined;
}
