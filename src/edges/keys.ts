/** What the platform's cryptography tells about keys that stand in files. */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyTools } from '../ports.js';

/** More bytes are no key that anybody uses, and would take their time. */
const largestKey = 20_000;

/** Key tools on Node's own cryptography. */
export const keyTools: KeyTools = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  publicHalf(der, form) {
    if (der.length > largestKey) return undefined;
    try {
      const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: form });
      return createPublicKey(key).export({ type: 'spki', format: 'der' });
    } catch {
      return undefined; // A key that the platform does not read has no public half that we know; the find stands without one.
    }
  },
};
