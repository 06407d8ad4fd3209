/** The order in which findings and doubts are told: by file, line, column, then rule. Code unit order, so that it does not depend on a locale. */
import type { Span } from '../model/span.js';

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

interface Placed {
  readonly at: Span;
  readonly rule: string;
  readonly subject: string | undefined;
  readonly fingerprint: string;
}

export const byPlace = (a: Placed, b: Placed): number =>
  compare(a.at.source.path, b.at.source.path) ||
  compare(a.at.start, b.at.start) ||
  compare(a.rule, b.rule) ||
  compare(a.subject ?? '', b.subject ?? '') ||
  compare(a.fingerprint, b.fingerprint);
