/** Places as SARIF has them: percent-encoded addresses below the root of the repository, and regions that every consumer takes. */
import type { Location as SarifLocation } from 'sarif';
import type { OutcomeGap } from '../model/outcome.js';
import type { Location } from '../model/span.js';

/** Stands for the checkout in every address; the consumer knows where that is. */
export const root = '%SRCROOT%';

/** Encoding cannot be done on half a character; such a name is not UTF-8 and has no better spelling. */
const halves = /\p{Cs}/gu;

const uri = (path: string): string => path.replace(halves, '�').split('/').map(encodeURIComponent).join('/');

const artifact = (path: string) => ({ uri: uri(path), uriBaseId: root });

/** An end that is not after the start would be refused, so it is left out: the region is then the rest of the line. */
function region({ startLine, startColumn, endLine, endColumn }: Location) {
  if (endLine < startLine) return { startLine, startColumn };
  return endLine > startLine || endColumn > startColumn ? { startLine, startColumn, endLine, endColumn } : { startLine, startColumn };
}

/** What stands no longer at head says so, since its line numbers are those of the base. */
export const placeOf = (location: Location, message?: string): SarifLocation => ({
  physicalLocation: { artifactLocation: artifact(location.path), region: region(location) },
  ...(message === undefined ? {} : { message: { text: message } }),
  ...(location.side === 'base' ? { properties: { side: 'base' } } : {}),
});

/** The place of a gap: a region, a file, or none. */
export function gapPlaceOf({ location }: OutcomeGap): readonly SarifLocation[] {
  if (location === null) return [];
  return ['startLine' in location ? placeOf(location) : { physicalLocation: { artifactLocation: artifact(location.path) } }];
}
