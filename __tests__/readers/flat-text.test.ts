import { describe, expect, it } from '@jest/globals';
import { filePath, span } from '../../src/model/span.js';
import type { OffsetMap } from '../../src/model/tree.js';
import {
  type FlatText,
  FlatTextBuilder,
  flatHole,
  flatString,
  flatTemplate,
  nodeOf,
  placeOf,
  sliceOf,
} from '../../src/readers/flat-text.js';
import fc from '../house/seeded.js';

/** Letters whose place tells which they are: the character at place `p` is that of `p`. */
const letterAt = (place: number): string => String.fromCharCode(97 + (place % 26));

/** A text whose characters stand in pieces, with gaps between them, or are holes named after their place. */
const placedText = fc
  .array(fc.record({ skip: fc.integer({ min: 0, max: 5 }), length: fc.integer({ min: 1, max: 6 }), hole: fc.boolean() }), { maxLength: 8 })
  .map((pieces): FlatText => {
    const whole = new FlatTextBuilder();
    let place = 0;
    for (const { skip, length, hole } of pieces) {
      place += skip;
      const chars = Array.from({ length }, (_, i) => letterAt(place + i)).join('');
      const offsets: OffsetMap = { from: [0], to: [place] };
      whole.append(hole ? flatHole({ name: String(place) }, place) : flatString(chars, offsets));
      place += length;
    }
    return whole.build();
  });

function expectTrue(text: FlatText): void {
  const holes = new Map(text.holes.map(({ at, hole }) => [at, hole.name]));
  for (let i = 0; i < text.chars.length; i++) {
    const place = placeOf(text, i) ?? Number.NaN;
    if (holes.has(i)) expect(holes.get(i)).toBe(String(place));
    else expect(text.chars[i]).toBe(letterAt(place));
  }
}

describe('flat text', () => {
  it('keeps each character and each hole at its place, however it is cut', () => {
    fc.assert(
      fc.property(placedText, fc.array(fc.nat({ max: 50 }), { maxLength: 5 }), (text, cuts) => {
        const ends = [...cuts.filter((cut) => cut <= text.chars.length).sort((a, b) => a - b), text.chars.length];
        const slices = ends.map((end, i) => sliceOf(text, ends[i - 1] ?? 0, end));
        for (const slice of slices) expectTrue(slice);
        const joined = slices.reduce((whole, slice) => whole.append(slice), new FlatTextBuilder()).build();
        expectTrue(joined);
        expect(joined).toEqual(text);
      }),
    );
  });

  it('survives the way through a node', () => {
    const source = { path: filePath('a'), side: 'head' as const, text: '' };
    fc.assert(
      fc.property(placedText, (text) => {
        const node = nodeOf(text, span(source, 0, 0));
        const back = node.kind === 'template' ? flatTemplate(node) : flatString(String(node.value), node.offsets);
        expect(back).toEqual(text);
      }),
    );
  });

  it('has no places rather than wrong ones', () => {
    const [a, b] = [flatString('a', { from: [0], to: [10] }), flatString('b', { from: [0], to: [5] })];
    expect(new FlatTextBuilder().append(a).append(b).build().offsets).toBeUndefined();
    expect(new FlatTextBuilder().append(a).append(flatString('c', undefined)).build().offsets).toBeUndefined();
  });
});
