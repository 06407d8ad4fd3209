/** What an ASN.1 private key tells: PKCS #1, PKCS #8 (open or locked), SEC 1 and the traditional DSA form. */
import { algorithmOf, curveOf, sized } from './algorithm.js';
import { type Der, readAll, readDer, sequenceOf, tags } from './der.js';

/** How the bytes are laid out; what a platform has to know to read them. */
export type KeyForm = 'pkcs1' | 'pkcs8' | 'sec1';

export interface PrivateKey {
  /** `RSA 2048`, `EC P-256`, `Ed25519`; undefined for an algorithm that is not known, or locked away. */
  readonly algorithm?: string | undefined;
  readonly isEncrypted: boolean;
  readonly form?: KeyForm;
}

const areIntegers = (parts: readonly Der[], from: number, to: number): boolean =>
  parts.length >= to && parts.slice(from, to).every((p) => p.tag === tags.integer && p.content.length > 0);

/** Undefined when the bytes are not a private key in any of these forms. */
export function readPrivateKey(der: Uint8Array): PrivateKey | undefined {
  const parts = sequenceOf(readDer(der));
  const [first, second, third] = parts ?? [];
  if (!parts || !first || !second) return undefined;
  if (first.tag === tags.sequence && second.tag === tags.octetString) return { isEncrypted: true };
  if (first.tag !== tags.integer) return undefined;
  if (second.tag === tags.sequence && third?.tag === tags.octetString)
    return { algorithm: algorithmOf(readAll(second.content), third.content, 1), isEncrypted: false, form: 'pkcs8' };
  if (second.tag === tags.octetString) {
    const curve = parts.find((p) => p.tag === 0xa0);
    return { algorithm: curve ? curveOf(readDer(curve.content)) : 'EC', isEncrypted: false, form: 'sec1' };
  }
  if (areIntegers(parts, 0, 9)) return { algorithm: sized('RSA', second), isEncrypted: false, form: 'pkcs1' };
  return areIntegers(parts, 0, 6) ? { algorithm: sized('DSA', second), isEncrypted: false } : undefined;
}
