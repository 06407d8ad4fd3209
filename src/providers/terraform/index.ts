/** What Terraform leaves behind of its own. What it makes is the business of the other providers. */
import { defineProvider } from '../entity.js';
import { state } from './state.js';

export const terraform = defineProvider({
  id: 'terraform',
  title: 'Terraform itself',
  entities: [state],
  attributes: {},
  unsupported: [],
});
