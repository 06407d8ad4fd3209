/** Places as people read them. */
import type { OutcomeGap } from '../model/outcome.js';
import type { Location } from '../model/span.js';

/** `infra/deploy.tf:12`; `(base)` where it stands no longer. */
export const at = (location: Location): string => `${location.path}:${location.startLine}${location.side === 'base' ? ' (base)' : ''}`;

export const gapAt = (gap: OutcomeGap): string =>
  gap.location === null ? '' : 'startLine' in gap.location ? at(gap.location) : gap.location.path;
