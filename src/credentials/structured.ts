/** What has a structure of its own, brought among the finds: private keys, certificates, files that hold credentials by their grammar. */
import type { KeyTools } from '../ports.js';
import { sightFile } from './files/index.js';
import type { Find } from './find.js';
import { sightKeys } from './keys/keys.js';
import type { Blind, Sighting } from './sighting.js';

/** Structure says more than a name, and less than a checksum. */
const rank = 2;
/** What a file's grammar finds by a name alone: the look at names judges the same place with more around it, and is asked first. */
const byName = -1;
const noTools: KeyTools = { sha256: () => new Uint8Array(), publicHalf: () => undefined };

export const keysIn = (text: string, tools: KeyTools | undefined): readonly Find[] => asFinds(sightKeys(text, tools ?? noTools), tools);

/** The finds of a file of a known kind, and what of it was not read. */
export function wholeFile(
  text: string,
  path: string,
  tools: KeyTools | undefined,
): { readonly finds: readonly Find[]; readonly blind: readonly Blind[] } {
  const { found, blind } = sightFile(text, path, tools ?? noTools) ?? { found: [], blind: [] };
  return { finds: asFinds(found, tools), blind };
}

const asFinds = (sightings: readonly Sighting[], tools: KeyTools | undefined): readonly Find[] =>
  sightings.map((sighting) => ({
    ...sighting,
    ...(!tools && { decoded: withoutFingerprint(sighting.decoded) }),
    rank: sighting.family.id.startsWith('generic-') ? byName : rank,
  }));

function withoutFingerprint({ keyId: _, ...decoded }: Sighting['decoded']): Sighting['decoded'] {
  return decoded;
}
