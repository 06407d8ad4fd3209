/** What Google Cloud resources mean: nothing yet, but those that matter are known by name, so that none is passed over in silence. */
import { defineProvider } from '../entity.js';
import { unsupported } from './unsupported.js';

export const gcp = defineProvider({
  id: 'gcp',
  title: 'Google Cloud',
  entities: [],
  attributes: {},
  unsupported,
});
