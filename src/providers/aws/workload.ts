/** What runs on AWS with a role's permissions: one meaning, many names. */
import { defineEntity, type Entity } from '../entity.js';
import { secretsInScript, secretsInVariables } from './literals.js';
import { endsOf, type Noun, namedHandles } from './names.js';
import { tagsOf } from './tags.js';

type Field = 'name' | 'role' | 'profile' | 'variables' | 'script' | 'tags';

/**
 * A workload is a resource that runs as a role (by itself or through an instance profile). Secrets written into its variables or its
 * start script are its credentials. One without either has nothing to do with identities.
 */
export const workload = (id: Entity['id'], title: string, spelled: Entity<Field>['spelled'], noun?: Noun): Entity<Field> =>
  defineEntity<Field>({
    id,
    title,
    spelled,
    means: (r, say) => {
      const roles = [...endsOf(r.get('role'), 'role', say), ...endsOf(r.get('profile'), 'instance-profile', say)];
      const secrets = [...secretsInVariables(r.get('variables'), say), ...secretsInScript(r.get('script'), say)];
      if (roles.length === 0 && secrets.length === 0) return;
      const name = r.text('name');
      say.subject({
        category: 'resource',
        name,
        tags: tagsOf(r.get('tags'), say),
        ...(noun && { handles: namedHandles(noun, name) }),
      });
      for (const role of roles) say.link('runs-as', role, title, role.name.span);
      for (const secret of secrets) say.credential(secret);
    },
  });
