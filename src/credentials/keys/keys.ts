/** Private keys and certificates in a text: what they are, whose, since and until when, and which public half they belong to. */
import { standInOf } from '../../model/written-value.js';
import type { KeyTools } from '../../ports.js';
import { fileFamilies } from '../families/files.js';
import type { Confidence, Decoded, Sighting } from '../sighting.js';
import { isPublished } from '../values/published.js';
import { distinctShare, isRepeated } from '../values/shape.js';
import { bareMarkers, findBareKeys, findWrappedPem } from './bare.js';
import { decodeBase64, latin1, toBase64, toHex } from './bytes.js';
import { findJwk, type Jwk } from './jwk.js';
import { readOpenSsh } from './openssh.js';
import { base64Of, findPem, type PemBlock } from './pem.js';
import { type PgpKey, readPgp } from './pgp.js';
import { type PrivateKey, readPrivateKey } from './private-key.js';
import { findPutty, type PuttyKey } from './putty.js';
import { type Certificate, readCertificate } from './x509.js';

/** Words, in lower case, without which a text holds none of these; for whoever looks for many words at once. */
export const keyMarkers: readonly string[] = ['-----begin ', 'putty-user-key-file-', '"kty"', ...bareMarkers];

/** All private keys and certificates of a text, by place. */
export function sightKeys(text: string, tools: KeyTools): readonly Sighting[] {
  const armoured = sightArmoured(text, tools);
  const wrapped = findWrappedPem(text).flatMap(({ start, end, text: inner }) => {
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

/** The find in a file that is DER itself. */
export function sightDer(bytes: Uint8Array, tools: KeyTools): Sighting | undefined {
  const place = { start: 0, end: 0, value: toHex(tools.sha256(bytes)) };
  const certificate = readCertificate(bytes);
  if (certificate) return sightCertificate(certificate, place, tools);
  const key = readPrivateKey(bytes);
  return key && sightRead(fileFamilies.privateKey, place, told(key, bytes, tools));
}

/** The find in a file of OpenPGP packets. */
export function sightPgpBytes(bytes: Uint8Array): Sighting | undefined {
  const key = readPgp(bytes);
  return key && sightRead(fileFamilies.pgpKey, { start: 0, end: 0, value: latin1(bytes) }, pgpReading(key));
}

function sightRead(family: Sighting['family'], place: Place, { isEncrypted, decoded }: Reading): Sighting {
  const reasons = [`its structure decodes${isEncrypted ? ', locked by a passphrase' : ''}`];
  return { ...place, family, confidence: 'proven', reasons, decoded, ...(isEncrypted && { isEncrypted }) };
}

const pgpReading = (key: PgpKey): Reading => ({
  isEncrypted: key.isEncrypted,
  decoded: { algorithm: key.algorithm, issued: key.created, ...(key.user && { user: key.user }) },
});

/** What reading a body tells. */
interface Reading {
  readonly isEncrypted: boolean;
  readonly decoded: Decoded;
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
  const reading = bytes && readKey(block.label, bytes, tools);
  const isEncrypted = reading?.isEncrypted ?? block.encrypted;
  return {
    ...at,
    family: familyOf(block.label),
    ...confidenceOf(block, body, reading),
    decoded: reading?.decoded ?? {},
    ...(isEncrypted && { isEncrypted }),
  };
}

const familyOf = (label: string): Sighting['family'] =>
  label.startsWith('OPENSSH') || label.startsWith('SSH2')
    ? fileFamilies.sshKey
    : label.startsWith('PGP')
      ? fileFamilies.pgpKey
      : fileFamilies.privateKey;

function confidenceOf(block: PemBlock, body: string, reading: Reading | undefined): { confidence: Confidence; reasons: readonly string[] } {
  if (reading) return { confidence: 'proven', reasons: [`its structure decodes${reading.isEncrypted ? ', locked by a passphrase' : ''}`] };
  if (body.length < shortestKey) return { confidence: 'doubtful', reasons: ['its body is shorter than any key'] };
  if (isRepeated(body) || distinctShare(body.slice(0, 200)) < 0.1)
    return { confidence: 'doubtful', reasons: ['its body is made of a few characters'] };
  const marked = 'it is marked as a private key';
  if (block.encrypted) return { confidence: 'likely', reasons: [marked, 'its header says that a passphrase locks it'] };
  return block.isWhole
    ? { confidence: 'likely', reasons: [marked, 'its structure does not decode'] }
    : { confidence: 'possible', reasons: [marked, 'its end is missing'] };
}

function readKey(label: string, bytes: Uint8Array, tools: KeyTools): Reading | undefined {
  if (label.startsWith('PGP')) {
    const key = readPgp(bytes);
    return key && pgpReading(key);
  }
  const ssh = readOpenSsh(bytes);
  if (ssh) {
    const { algorithm, isEncrypted, blob, comment } = ssh;
    return { isEncrypted, decoded: { algorithm, keyId: sshFingerprint(blob, tools), ...(comment && { user: comment }) } };
  }
  const key = readPrivateKey(bytes);
  return key && told(key, bytes, tools);
}

function told(key: PrivateKey, bytes: Uint8Array, tools: KeyTools): Reading {
  const publicHalf = key.form && tools.publicHalf(bytes, key.form);
  return {
    isEncrypted: key.isEncrypted,
    decoded: { ...(key.algorithm && { algorithm: key.algorithm }), ...(publicHalf && { keyId: fingerprint(publicHalf, tools) }) },
  };
}

/** As `ssh-keygen -l` shows it. */
const sshFingerprint = (blob: Uint8Array, tools: KeyTools): string => `SHA256:${toBase64(tools.sha256(blob))}`;
/** Of a SubjectPublicKeyInfo: a private key and its certificates have the same. */
const fingerprint = (publicKey: Uint8Array, tools: KeyTools): string => `sha256:${toHex(tools.sha256(publicKey))}`;

type Place = Pick<Sighting, 'start' | 'end' | 'value'>;

function sightCertificate(certificate: Certificate, at: Place, tools: KeyTools): Sighting {
  const { subject, issuer, notBefore, notAfter, algorithm, weakSignature, usages, names, publicKey } = certificate;
  const usage = [
    ...(subject === issuer ? ['self-signed'] : []),
    ...(weakSignature ? [`signed with ${weakSignature}`] : []),
    ...usages,
  ].join(', ');
  return {
    ...at,
    family: fileFamilies.certificate,
    confidence: 'proven',
    reasons: ['its structure decodes'],
    decoded: {
      subject,
      issuer,
      issued: notBefore,
      expires: notAfter,
      keyId: fingerprint(publicKey, tools),
      ...(algorithm && { algorithm }),
      ...(names[0] && { host: names[0] }),
      ...(usage && { usage }),
    },
  };
}

function sightPutty({ start, end, body, algorithm, isEncrypted, comment, blob }: PuttyKey, tools: KeyTools): Sighting {
  return {
    start,
    end,
    value: body,
    family: fileFamilies.sshKey,
    confidence: 'proven',
    reasons: [`its structure decodes${isEncrypted ? ', locked by a passphrase' : ''}`],
    decoded: { algorithm, ...(blob && { keyId: sshFingerprint(blob, tools) }), ...(comment && { user: comment }) },
    ...(isEncrypted && { isEncrypted }),
  };
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
  };
}
