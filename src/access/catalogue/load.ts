/** Brings the catalogues in: two chunks of their own, read only by a review that has something of AWS in it. */
import { brotliDecompressSync } from 'node:zlib';
import type { Catalogue } from '../catalogue.js';
import { actionCatalogue } from './actions.js';
import { policyCatalogue } from './policies.js';

const unpack = (packed: string): string => brotliDecompressSync(Buffer.from(packed, 'base64')).toString('latin1');

/** All that is known of AWS. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [actions, policies] = await Promise.all([import('../../data/aws-actions.js'), import('../../data/aws-managed-policies.js')]);
  return { ...actionCatalogue(unpack(actions.packedActions)), ...policyCatalogue(unpack(policies.packedPolicies)) };
}
