/** The keyed digest by which secrets are compared without being kept. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Digest } from '../ports.js';

/** HMAC-SHA-256 under a key that is made here and never leaves: a digest means nothing outside this run. 128 bits in hex. */
export const randomKeyDigest = (): Digest => digestUnder(randomBytes(32));

/** Under the repository's own key (hexadecimal), where it has one, a value has the same digest in every run. */
export const digestFor = (salt: string | undefined): Digest =>
  salt === undefined ? randomKeyDigest() : digestUnder(Buffer.from(salt, 'hex'));

/** A new key for a repository, in hexadecimal. */
export const randomSalt = (): string => randomBytes(16).toString('hex');

const digestUnder =
  (key: Buffer): Digest =>
  (value) =>
    createHmac('sha256', key).update(value, 'utf8').digest('hex').slice(0, 32);
