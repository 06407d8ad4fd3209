/** Private keys and certificates in a text: what they are, whose, since and until when, and which public half they belong to. */
import { standInOf } from '../../model/written-value.js';
import type { KeyTools } from '../../ports.js';
import { fileFamilies } from '../families/files.js';
import type { Confidence, Sighting } from '../sighting.js';
import { isPublished } from '../values/published.js';
import { distinctShare, isRepeated } from '../values/shape.js';
import { withOwner } from './around.js';
import { bareMarkers, findBareKeys, findWrapped } from './bare.js';
import { decodeBase64 } from './bytes.js';
import { findJwk, type Jwk } from './jwk.js';
import { base64Of, findPem, type PemBlock } from './pem.js';
import { findPutty, type PuttyKey } from './putty.js';
import { readKey, sightCertificate, sightRead, sshFingerprint, told } from './reading.js';
import { readCertificate } from './x509.js';

/** Words, in lower case, without which a text holds none of these; for whoever looks for many words at once. */
export const keyMarkers: readonly string[] = ['-----begin ', 'putty-user-key-file-', '"kty"', ...bareMarkers];

/** All private keys and certificates of a text, by place. */
export function sightKeys(text: string, tools: KeyTools): readonly Sighting[] {
  const armoured = sightArmoured(text, tools);
  const wrapped = findWrapped(text).flatMap(({ start, end, text: inner }) => {
    // One place holds one credential: the key where there is one, else the first certificate.
    const inside = sightArmoured(inner, tools);
    const most = inside.find((s) => !s.family.isPublic) ?? inside[0];
    return most ? [{ ...most, start, end }] : [];
  });
  const bare = findBareKeys(text)
    .filter(({ start }) => !armoured.some((s) => s.start <= start && start < s.end))
    .map(({ start, end, body, bytes, key }) => sightRead(fileFamilies.privateKey, { start, end, value: body }, told(key, bytes, tools)));
  return [...armoured, ...wrapped, ...bare].sort((a, b) => a.start - b.start);
}

/** What says of itself what it is. */
function sightArmoured(text: string, tools: KeyTools): readonly Sighting[] {
  const pem = findPem(text).flatMap((block) => sightBlock(text, block, tools) ?? []);
  const putty = findPutty(text).map((key) => sightPutty(key, tools));
  return [...pem, ...putty, ...findJwk(text).map(sightJwk)];
}

/** Fewer characters are not even the beginning of a key. */
const shortestBody = 16;
/** As long as the shortest key there is. */
const shortestKey = 60;

function sightBlock(text: string, block: PemBlock, tools: KeyTools): Sighting | undefined {
  const isCertificate = /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(block.label);
  if (!isCertificate && !/PRIVATE KEY(?: BLOCK)?$/.test(block.label)) return undefined;
  const written = text.slice(block.body.start, block.body.end);
  const body = base64Of(written);
  if (body.length < shortestBody || standInOf(written)?.is === 'reference') return undefined;
  const bytes = decodeBase64(body);
  const at = { start: block.start, end: block.end, value: body };
  if (isCertificate) {
    const certificate = bytes && readCertificate(bytes);
    // A certificate that says nothing is nobody's: there is no secret to lose.
    return certificate && sightCertificate(certificate, at, tools);
  }
  const family = familyOf(block.label);
  const reading = bytes && readKey(block.label, bytes, tools);
  if (reading) return withOwner(text, sightRead(family, at, reading));
  return withOwner(text, { ...at, family, ...confidenceOf(block, body), decoded: {}, ...(block.encrypted && { isEncrypted: true }) });
}

const familyOf = (label: string): Sighting['family'] =>
  label.startsWith('OPENSSH') || label.startsWith('SSH2')
    ? fileFamilies.sshKey
    : label.startsWith('PGP')
      ? fileFamilies.pgpKey
      : fileFamilies.privateKey;

/** How sure a block is that does not decode. */
function confidenceOf(block: PemBlock, body: string): { confidence: Confidence; reasons: readonly string[] } {
  if (body.length < shortestKey) return { confidence: 'doubtful', reasons: ['its body is shorter than any key'] };
  if (isRepeated(body) || distinctShare(body.slice(0, 200)) < 0.1)
    return { confidence: 'doubtful', reasons: ['its body is made of a few characters'] };
  const marked = 'it is marked as a private key';
  if (block.encrypted) return { confidence: 'likely', reasons: [marked, 'its header says that a passphrase locks it'] };
  return block.isWhole
    ? { confidence: 'likely', reasons: [marked, 'its structure does not decode'] }
    : { confidence: 'possible', reasons: [marked, 'its end is missing'] };
}

function sightPutty({ start, end, body, algorithm, isEncrypted, comment, blob }: PuttyKey, tools: KeyTools): Sighting {
  const decoded = { algorithm, ...(blob && { keyId: sshFingerprint(blob, tools) }), ...(comment && { user: comment }) };
  return sightRead(fileFamilies.sshKey, { start, end, value: body }, { isEncrypted, decoded });
}

function sightJwk({ start, end, value, algorithm, keyId }: Jwk): Sighting {
  return {
    start,
    end,
    value,
    family: fileFamilies.jwk,
    ...(isPublished(value)
      ? { confidence: 'doubtful', reasons: ['its issuer published it as an example'] }
      : { confidence: 'proven', reasons: ['a JSON web key with its private member'] }),
    decoded: { algorithm, ...(keyId && { keyId }) },
    ...(keyId && { name: keyId }),
  };
}
