/** Places as people read them. A file's name is chosen by whoever wrote the change, so it is made inert like any other. */
import type { OutcomeGap } from '../model/outcome.js';
import type { Location } from '../model/span.js';
import { plain } from './escape.js';

/** `infra/deploy.tf:12`; `(base)` where it stands no longer. */
export const at = (location: Location): string =>
  `${plain(location.path)}:${location.startLine}${location.side === 'base' ? ' (base)' : ''}`;

export const gapAt = (gap: OutcomeGap): string =>
  gap.location === null ? '' : 'startLine' in gap.location ? at(gap.location) : plain(gap.location.path);
