/** Key stores, keys and certificates as binary files, told by their first bytes and their own grammar. A password locks most of them. */
import type { KeyTools } from '../../ports.js';
import { fileFamilies } from '../families/files.js';
import type { Sighting } from '../sighting.js';
import { latin1, numberAt, printable, toHex } from './bytes.js';
import { oidOf, readDer, sequenceOf } from './der.js';
import { sightDer, sightPgpBytes } from './reading.js';

/** How files begin that git-crypt keeps. */
const gitCrypt = '\0GITCRYPT\0';

interface Store {
  readonly format: string;
  readonly user?: string;
  readonly issued?: string;
}

/** JKS keeps the names of its entries in the open: a number of the kind, a name, and since when. */
function readJks(bytes: Uint8Array, format: string): Store {
  const [count, kind, length] = [numberAt(bytes, 8, 4), numberAt(bytes, 12, 4), numberAt(bytes, 16, 2)];
  if (!count || kind !== 1 || !length) return { format };
  const user = printable(latin1(bytes.subarray(18, 18 + length)));
  const since = numberAt(bytes, 18 + length, 8);
  const issued = since !== undefined && since > 0 && since < 4e12 ? new Date(since).toISOString().replace(/\.\d{3}Z$/, 'Z') : undefined;
  return { format, user, ...(issued !== undefined && { issued }) };
}

/** PKCS #12: version three, then content whose type is data or signed data. */
function isPkcs12(bytes: Uint8Array): boolean {
  const [version, content] = sequenceOf(readDer(bytes)) ?? [];
  return version?.tag === 2 && version.content[0] === 3 && /^1\.2\.840\.113549\.1\.7\.[12]$/.test(oidOf(sequenceOf(content)?.[0]) ?? '');
}

function readStore(bytes: Uint8Array): Store | undefined {
  const magic = toHex(bytes.subarray(0, 4));
  if (magic === 'feedfeed') return readJks(bytes, 'JKS');
  if (magic === 'cececece') return readJks(bytes, 'JCEKS');
  if (magic === '03d9a29a') return { format: 'KeePass' };
  return isPkcs12(bytes) ? { format: 'PKCS #12' } : undefined;
}

/** The find of a binary file; its place is the whole file, whose characters nobody has. */
export function sightKeystore(bytes: Uint8Array, tools: KeyTools): Sighting | undefined {
  if (latin1(bytes.subarray(0, gitCrypt.length)) === gitCrypt)
    return sightLocked(fileFamilies.encrypted, bytes, tools, { format: 'git-crypt' });
  const store = readStore(bytes);
  if (!store) return sightDer(bytes, tools) ?? sightPgpBytes(bytes);
  return sightLocked(fileFamilies.keystore, bytes, tools, store);
}

function sightLocked(family: Sighting['family'], bytes: Uint8Array, tools: KeyTools, { format, user, issued }: Store): Sighting {
  return {
    family,
    start: 0,
    end: 0,
    value: toHex(tools.sha256(bytes)),
    confidence: 'proven',
    reasons: [`locked or encrypted (${format})`],
    decoded: { algorithm: format, ...(user && { user }), ...(issued && { issued }) },
    isEncrypted: true,
  };
}
