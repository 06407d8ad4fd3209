/** Brings the catalogues in: two chunks of their own, read only by a review that has something of AWS in it. */
import { brotliDecompressSync } from 'node:zlib';
import type { Inventory, Subject } from '../../model/inventory.js';
import { type Catalogue, noCatalogue } from '../catalogue.js';
import { actionCatalogue } from './actions.js';
import { policyCatalogue } from './policies.js';

const unpack = (packed: string): string => brotliDecompressSync(Buffer.from(packed, 'base64')).toString('latin1');

/** All that is known of AWS. Its own policies are unpacked when somebody has one of them. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [actions, policies] = await Promise.all([import('../../data/aws-actions.js'), import('../../data/aws-managed-policies.js')]);
  let own: ReturnType<typeof policyCatalogue> | undefined;
  return {
    ...actionCatalogue(unpack(actions.packedActions)),
    managedPolicy(name) {
      own ??= policyCatalogue(unpack(policies.packedPolicies));
      return own.managedPolicy(name);
    },
  };
}

/** What these inventories can ask for. */
export const catalogueFor = async (inventories: readonly Inventory[]): Promise<Catalogue> =>
  inventories.some(({ subjects }) => [...subjects.values()].some(speaksAws)) ? loadCatalogue() : noCatalogue;

const speaksAws = ({ provider, grants, namedSets }: Subject): boolean =>
  (provider === 'aws' && grants.length > 0) || namedSets.some((set) => provider === 'aws' || set.handles.some((h) => h.startsWith('aws:')));
