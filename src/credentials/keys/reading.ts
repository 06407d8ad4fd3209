/** What the bytes of a key or certificate tell, and the find that they make. */
import type { KeyTools } from '../../ports.js';
import { fileFamilies } from '../families/files.js';
import type { Decoded, Sighting } from '../sighting.js';
import { latin1, toBase64, toHex } from './bytes.js';
import { readOpenSsh } from './openssh.js';
import { type PgpKey, readPgp } from './pgp.js';
import { type PrivateKey, readPrivateKey } from './private-key.js';
import { type Certificate, readCertificate } from './x509.js';

/** What reading a body tells. */
export interface Reading {
  readonly isEncrypted: boolean;
  readonly decoded: Decoded;
}

/** Reads what stands below a PEM label. */
export function readKey(label: string, bytes: Uint8Array, tools: KeyTools): Reading | undefined {
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

/** What an ASN.1 key tells. */
export function told(key: PrivateKey, bytes: Uint8Array, tools: KeyTools): Reading {
  const publicHalf = key.form && tools.publicHalf(bytes, key.form);
  return {
    isEncrypted: key.isEncrypted,
    decoded: { ...(key.algorithm && { algorithm: key.algorithm }), ...(publicHalf && { keyId: fingerprint(publicHalf, tools) }) },
  };
}

/** As `ssh-keygen -l` shows it. */
export const sshFingerprint = (blob: Uint8Array, tools: KeyTools): string => `SHA256:${toBase64(tools.sha256(blob))}`;
/** Of a SubjectPublicKeyInfo: a private key and its certificates have the same. */
const fingerprint = (publicKey: Uint8Array, tools: KeyTools): string => `sha256:${toHex(tools.sha256(publicKey))}`;

/** Where a find stands, and its secret. */
export type Place = Pick<Sighting, 'start' | 'end' | 'value'>;

/** The find of a certificate. */
export function sightCertificate(certificate: Certificate, at: Place, tools: KeyTools): Sighting {
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
    ...called(/(?:^|, )CN=((?:[^,\\]|\\.){1,200})/.exec(subject)?.[1] ?? subject),
  };
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

/** The find of a key that was read. */
export function sightRead(family: Sighting['family'], place: Place, { isEncrypted, decoded }: Reading): Sighting {
  const reasons = [`its structure decodes${isEncrypted ? ', locked by a passphrase' : ''}`];
  return { ...place, family, confidence: 'proven', reasons, decoded, ...called(decoded.user), ...(isEncrypted && { isEncrypted }) };
}

/** What a key or certificate calls itself tells several of one file apart. */
const called = (name: string | undefined): { readonly name?: string } => (name ? { name } : {});

const pgpReading = (key: PgpKey): Reading => ({
  isEncrypted: key.isEncrypted,
  decoded: { algorithm: key.algorithm, issued: key.created, ...(key.user && { user: key.user }) },
});
