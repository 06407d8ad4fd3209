/** A committed Terraform state: a credential of everything that it manages at once. Its reader hands over that it is there, and nothing of it. */
import { defineEntity } from '../entity.js';

export const state = defineEntity({
  id: 'terraform.state',
  title: 'Committed Terraform state files',
  spelled: { terraform: { type: 'terraform.state', fields: {} } },
  means: (_, say) => say.subject({ category: 'resource', name: undefined }),
});
