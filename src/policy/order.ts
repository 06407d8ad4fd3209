/** The order in which findings are told: by file, line, column, then rule. Code unit order, so that it does not depend on a locale. */
import type { Finding } from '../model/finding.js';

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

export const byPlace = (a: Finding, b: Finding): number =>
  compare(a.at.source.path, b.at.source.path) ||
  compare(a.at.start, b.at.start) ||
  compare(a.rule, b.rule) ||
  compare(a.subject ?? '', b.subject ?? '') ||
  compare(a.fingerprint, b.fingerprint);
