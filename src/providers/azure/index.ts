/** What Azure resources mean: nothing yet, but those that matter are known by name, so that none is passed over in silence. */
import { defineProvider } from '../entity.js';
import { unsupported } from './unsupported.js';

export const azure = defineProvider({
  id: 'azure',
  title: 'Microsoft Azure and Entra ID',
  entities: [],
  attributes: {},
  unsupported,
});
