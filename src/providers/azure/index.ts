/** What Azure resources mean: only whose tokens they take, yet. All others that matter are known by name, so that none is passed over in silence. */
import { defineProvider } from '../entity.js';
import { federatedCredential } from './federated-credential.js';
import { unsupported } from './unsupported.js';

export const azure = defineProvider({
  id: 'azure',
  title: 'Microsoft Azure and Entra ID',
  entities: [federatedCredential],
  attributes: {},
  unsupported,
});
