/** Resources that guard themselves with a policy document: one meaning, many names. */
import { defineEntity, type Entity } from '../entity.js';
import { nameOf } from './names.js';
import { sayResourcePolicy } from './policy.js';
import { tagsOf } from './tags.js';

type Field = 'name' | 'prefix' | 'document' | 'tags';
type Rows = Entity<Field>['spelled'];

/**
 * A resource with a policy of its own. The policy may be a field of the resource or a resource beside it; both are the same thing by
 * the name of what they guard. Without a policy there is nothing to say.
 */
export const resourcePolicy = (id: Entity['id'], title: string, spelled: Rows): Entity<Field> =>
  defineEntity<Field>({
    id,
    title,
    spelled,
    means: (r, say) => {
      if (!r.get('document')) return;
      say.subject({ category: 'resource', name: nameOf(r), tags: tagsOf(r.get('tags'), say) });
      sayResourcePolicy(r.document('document'), 'resource policy', say);
    },
  });
