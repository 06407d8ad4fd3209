/**
 * Families that users write down in their policy. Their pattern runs on whatever engine the door brings, as long as its time is linear; here it
 * only ever sees a window around one of its markers.
 */
import { type ChecksumName, holds } from './checksums.js';
import type { Find } from './find.js';
import { plausibilityOf } from './plausible.js';
import type { Work } from './shape.js';
import type { Decoded, Family, PathClass } from './sighting.js';

/** Runs in time linear in the text: `[start, end]` of the first match, undefined where there is none. */
export interface LinearMatcher {
  exec(window: string): readonly [start: number, end: number] | undefined;
}

export interface CustomFamily extends Family {
  /** ASCII words of which one stands in or right beside every value; in any case. At least three characters each. */
  readonly markers: readonly string[];
  readonly pattern: LinearMatcher;
  readonly checksum?: ChecksumName;
  /** What a value tells: a field of `Decoded` and where the value has it, as the text between two of its separators. */
  readonly decode?: readonly CustomField[];
}

/** `split` cuts the value, `part` counts from 0: `{ field: 'account', split: '-', part: 1 }` of `acme-4711-…` is `4711`. */
export interface CustomField {
  readonly field: keyof Decoded;
  readonly split: string;
  readonly part: number;
}

/** How far to each side of a marker a value may reach. */
const reach = 512;

/** The find at a marker that ends here. */
export function customFind(text: string, family: CustomFamily, markerEnd: number, pathClass: PathClass, work: Work): Find | undefined {
  const from = Math.max(0, markerEnd - reach);
  const window = text.slice(from, markerEnd + reach);
  work.left -= window.length;
  const match = family.pattern.exec(window);
  if (!match || match[1] <= match[0]) return undefined;
  const [start, end] = [from + match[0], from + match[1]];
  const value = text.slice(start, end);
  const { standsIn, because } = plausibilityOf(value, pathClass);
  const checked = family.checksum === undefined ? undefined : holds(family.checksum, value);
  return {
    family,
    start,
    end,
    value,
    confidence: checked ? 'proven' : standsIn ? 'doubtful' : checked === false ? 'possible' : 'likely',
    reasons: [
      'it has the shape of a family that the policy declares',
      ...(standsIn ? [because] : []),
      ...(checked === false ? ['its checksum does not hold'] : []),
    ],
    decoded: Object.fromEntries((family.decode ?? []).flatMap(({ field, split, part }) => told(field, value.split(split)[part]))),
    rank: 4,
  };
}

const told = (field: keyof Decoded, part: string | undefined): readonly (readonly [string, string])[] =>
  part !== undefined && /^[\w.@:/-]{1,100}$/.test(part) ? [[field, part]] : [];
