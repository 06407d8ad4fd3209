/** What has a structure of its own, brought among the finds: private keys, certificates, files that hold credentials by their grammar. */
import type { KeyTools } from '../ports.js';
import { sightFile } from './files/index.js';
import type { Find } from './find.js';
import { sightKeys } from './keys/keys.js';
import type { Sighting } from './sighting.js';

/** Structure says more than a name, and less than a checksum. */
const rank = 2;
/** What a file's grammar finds by a name alone: the look at names judges the same place with more around it, and is asked first. */
const byName = -1;
const noTools: KeyTools = { sha256: () => new Uint8Array(), publicHalf: () => undefined };

export const keysIn = (text: string, tools: KeyTools | undefined): readonly Find[] => asFinds(sightKeys(text, tools ?? noTools), tools);

export const wholeFile = (text: string, path: string, tools: KeyTools | undefined): readonly Find[] =>
  asFinds(sightFile(text, path, tools ?? noTools) ?? [], tools);

const asFinds = (sightings: readonly Sighting[], tools: KeyTools | undefined): readonly Find[] =>
  sightings.map((sighting) => ({
    ...sighting,
    ...(!tools && { decoded: withoutFingerprint(sighting.decoded) }),
    rank: sighting.family.id.startsWith('generic-') ? byName : rank,
  }));

function withoutFingerprint({ keyId: _, ...decoded }: Sighting['decoded']): Sighting['decoded'] {
  return decoded;
}
