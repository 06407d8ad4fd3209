/** The keyed digest by which secrets are compared without being kept. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Digest } from '../ports.js';

/** HMAC-SHA-256 under a key that is made here and never leaves: a digest means nothing outside this run. 128 bits in hex. */
export function randomKeyDigest(): Digest {
  const key = randomBytes(32);
  return (value) => createHmac('sha256', key).update(value, 'utf8').digest('hex').slice(0, 32);
}
