/** Values made from the shapes of families; none of them was ever issued. */

import { type Charset, charactersOf } from '../../src/credentials/charset.js';
import { holds, withCheck } from '../../src/credentials/checksums.js';
import type { FamilyRow } from '../../src/credentials/families/family.js';
import { sampleOf, shapeOf } from '../../src/credentials/shape.js';

/** A small generator of numbers, the same in each run. */
export function numbers(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}

/** Characters of the set, one of each kind it has at least, none of those that end a value early. */
function drawn(random: () => number, set: Charset, length: number): string {
  const all = charactersOf(set).replace(/[=.%"'`\\|,;&<>(){}[\]#@!$*?^~]/g, '') || charactersOf(set);
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/].map((kind) => [...all].filter((c) => kind.test(c))).filter((k) => k.length > 0);
  return Array.from({ length }, (_, i) => {
    const from = kinds.length > 0 && i % 3 === 0 ? (kinds[(i / 3) % kinds.length] ?? [...all]) : [...all];
    return from[Math.floor(random() * from.length)];
  }).join('');
}

/** A value of a family's first shape, its checksum right where it has one. */
export function sample(row: FamilyRow, seed: number, shape = row.shapes[0] ?? ''): string {
  const value = sampleOf(shapeOf(shape), (set, length) => drawn(numbers(seed + length), set, length));
  return row.check ? withCheck(row.check, value) : value;
}

/** The same value with its check made wrong. */
export function spoilt(row: FamilyRow, seed: number): string {
  const value = sample(row, seed);
  const last = value.at(-1) ?? '';
  const other = /[0-9]/.test(last)
    ? String((Number(last) + 1) % 10)
    : /[A-Z]/.test(last)
      ? last === 'A'
        ? 'B'
        : 'A'
      : last === 'a'
        ? 'b'
        : 'a';
  const wrong = value.slice(0, -1) + other;
  return row.check && holds(row.check, wrong) ? spoilt(row, seed + 1) : wrong;
}
