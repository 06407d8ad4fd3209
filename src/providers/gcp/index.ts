/** What Google Cloud resources mean: only whose tokens they take, yet. All others that matter are known by name, so that none is passed over in silence. */
import { defineProvider } from '../entity.js';
import { unsupported } from './unsupported.js';
import { workloadIdentityProvider } from './workload-identity-provider.js';

export const gcp = defineProvider({
  id: 'gcp',
  title: 'Google Cloud',
  entities: [workloadIdentityProvider],
  attributes: {},
  unsupported,
});
