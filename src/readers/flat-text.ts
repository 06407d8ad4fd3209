/**
 * Strings with holes, taken apart and put together while each character keeps its place in the source: what readers need for `${…}`,
 * `Fn::Join` and their like. In flat text a hole counts as one character, as in `TemplateNode.offsets`.
 */
import type { Span } from '../model/span.js';
import type { Hole, OffsetMap, ScalarNode, TemplateNode } from '../model/tree.js';

export interface FlatText {
  /** Each hole stands as one NUL. A NUL that is no hole is ordinary text. */
  readonly chars: string;
  /** In ascending order of `at`, the offset in `chars`. */
  readonly holes: readonly PlacedHole[];
  /** Undefined when the places of the characters are not known. */
  readonly offsets: OffsetMap | undefined;
}
interface PlacedHole {
  readonly at: number;
  readonly hole: Hole;
}

/** The mark of a hole in `FlatText.chars`. */
const holeMark = '\0';

/** A string as flat text; `offsets` as the syntax gave them. */
export const flatString = (chars: string, offsets: OffsetMap | undefined): FlatText => ({ chars, holes: [], offsets });

/** One hole that stands at a place in the source. */
export const flatHole = (hole: Hole, place: number | undefined): FlatText => ({
  chars: holeMark,
  holes: [{ at: 0, hole }],
  offsets: beginningAt(place),
});

/** Text that stands for something at a place in the source: the value of a parameter where the parameter is used. */
export const flatSubstitute = (chars: string, place: number | undefined): FlatText => ({ chars, holes: [], offsets: beginningAt(place) });

const beginningAt = (place: number | undefined): OffsetMap | undefined => (place === undefined ? undefined : { from: [0], to: [place] });

/** Where a character of the text stands in the source. */
export function placeOf({ offsets }: FlatText, offset: number): number | undefined {
  if (!offsets) return undefined;
  const segment = segmentOf(offsets, offset);
  return (offsets.to[segment] ?? 0) + offset - (offsets.from[segment] ?? 0);
}

/** The part `[start, end)` of a text. */
export const sliceOf = (text: FlatText, start: number, end: number): FlatText => new FlatTextBuilder().append(text, start, end).build();

/** The holes within `[start, end)`. */
export function holesIn({ holes }: FlatText, start: number, end: number): readonly PlacedHole[] {
  const first = firstNotBelow(holes.length, (n) => (holes[n]?.at ?? 0) < start);
  return holes.slice(
    first,
    firstNotBelow(holes.length, (n) => (holes[n]?.at ?? 0) < end),
  );
}

/** A template node as flat text. */
export function flatTemplate(node: TemplateNode): FlatText {
  const holes: PlacedHole[] = [];
  const chars: string[] = [];
  let length = 0;
  for (const part of node.parts) {
    if (typeof part !== 'string') holes.push({ at: length, hole: part });
    const text = typeof part === 'string' ? part : holeMark;
    chars.push(text);
    length += text.length;
  }
  return { chars: chars.join(''), holes, offsets: node.offsets };
}

/** Flat text as a node: a scalar when nothing is missing, else a template. */
export function nodeOf(flat: FlatText, span: Span): ScalarNode | TemplateNode {
  const { chars, holes } = flat;
  const offsets = flat.offsets ? { offsets: flat.offsets } : {};
  if (holes.length === 0) return { kind: 'scalar', value: chars, span, ...offsets };
  const parts: (string | Hole)[] = [];
  let from = 0;
  for (const { at, hole } of holes) {
    if (at > from) parts.push(chars.slice(from, at));
    parts.push(hole);
    from = at + 1;
  }
  if (from < chars.length) parts.push(chars.slice(from));
  return { kind: 'template', parts, span, ...offsets };
}

/** Joins pieces of flat text. The places are lost, never wrong, when a piece has none or stands before its predecessor in the source. */
export class FlatTextBuilder {
  private readonly chars: string[] = [];
  private readonly holes: PlacedHole[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private length = 0;
  private placed = true;

  /** Appends `[start, end)` of the text. */
  append(text: FlatText, start = 0, end = text.chars.length): this {
    if (start >= end) return this;
    this.chars.push(text.chars.slice(start, end));
    for (const { at, hole } of holesIn(text, start, end)) this.holes.push({ at: at - start + this.length, hole });
    if (text.offsets) this.place(text.offsets, start, end);
    else this.placed = false;
    this.length += end - start;
    return this;
  }

  build(): FlatText {
    return {
      chars: this.chars.join(''),
      holes: this.holes,
      offsets: this.placed && this.length > 0 ? { from: this.from, to: this.to } : undefined,
    };
  }

  private place(offsets: OffsetMap, start: number, end: number): void {
    const { from, to } = offsets;
    for (let i = segmentOf(offsets, start); i < from.length; i++) {
      const begins = Math.max(from[i] ?? 0, start);
      if (begins >= end) break;
      this.segment(begins - start + this.length, (to[i] ?? 0) + begins - (from[i] ?? 0));
    }
  }

  private segment(from: number, to: number): void {
    const last = this.to.length - 1;
    if (last >= 0 && to < (this.to[last] ?? 0)) this.placed = false;
    // A segment that only goes on where the one before it led says nothing new.
    if (last >= 0 && to - (this.to[last] ?? 0) === from - (this.from[last] ?? 0)) return;
    this.from.push(from);
    this.to.push(to);
  }
}

/** The segment in which an offset lies. */
const segmentOf = ({ from }: OffsetMap, offset: number): number =>
  Math.max(0, firstNotBelow(from.length, (n) => (from[n] ?? 0) <= offset) - 1);

/** The smallest index below `length` for which `below` does not hold, or `length`; `below` holds for a beginning of the indexes. */
function firstNotBelow(length: number, below: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (below(mid)) low = mid + 1;
    else high = mid;
  }
  return low;
}
