/** Names and sizes of public-key algorithms, from the identifiers that keys and certificates carry. */
import { bitLength } from './bytes.js';
import { type Der, oidOf, readAll, readDer, sequenceOf, tags } from './der.js';

const rsa = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10']);
const ec = '1.2.840.10045.2.1';
const dsa = '1.2.840.10040.4.1';
const curves: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.1': 'P-192',
  '1.3.132.0.33': 'P-224',
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.132.0.10': 'secp256k1',
};
const named: Readonly<Record<string, string>> = {
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
};

/** `EC P-256` from a curve's identifier. */
export const curveOf = (oid: Der | undefined): string => `EC ${curves[oidOf(oid) ?? ''] ?? 'on another curve'}`;

/** `RSA 2048` from the bytes of a modulus. */
export const sized = (name: string, integer: Der | undefined): string =>
  integer?.tag === tags.integer ? `${name} ${bitLength(integer.content)}` : name;

/** From an AlgorithmIdentifier; `key` is what it says about: an RSAPublicKey or an RSAPrivateKey, whose modulus is `modulusAt`. */
export function algorithmOf(identifier: readonly Der[] | undefined, key: Uint8Array | undefined, modulusAt: number): string | undefined {
  const [oid, parameters] = identifier ?? [];
  const id = oidOf(oid);
  if (id === undefined) return undefined;
  if (rsa.has(id)) return sized('RSA', key && sequenceOf(readDer(key))?.[modulusAt]);
  if (id === ec) return curveOf(parameters);
  if (id === dsa) return sized('DSA', sequenceOf(parameters)?.[0]);
  return named[id];
}

/** From a SubjectPublicKeyInfo. */
export function algorithmOfPublicKey(info: Der | undefined): string | undefined {
  const [identifier, bits] = sequenceOf(info) ?? [];
  return bits?.tag === tags.bitString ? algorithmOf(identifier && readAll(identifier.content), bits.content.subarray(1), 0) : undefined;
}
