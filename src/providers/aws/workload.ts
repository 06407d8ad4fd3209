/** What runs on AWS with a role's permissions: one meaning, many names. */
import type { Credential } from '../../model/fact.js';
import { show } from '../../model/text.js';
import type { Node } from '../../model/tree.js';
import { defineEntity, type Entity, type View } from '../entity.js';
import { handedKey, secretsInScript, secretsInVariables } from './literals.js';
import { endsOf, type Noun, namedHandles } from './names.js';
import { type LoginSecret, loginSecrets } from './service-login.js';
import { tagsOf } from './tags.js';

type Field = 'name' | 'role' | 'profile' | 'variables' | 'script' | 'encoded' | 'provisioner' | 'tags' | LoginSecret;

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
      const secrets = [
        ...secretsInVariables(r.get('variables'), say),
        ...scripts(r).flatMap((script) => secretsInScript(script, say)),
        ...keyFiles(r),
        ...loginSecrets(r, say),
      ];
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

/** Everything that is run when it starts or is made. */
const scripts = (r: View<Field>): readonly (Node | undefined)[] => [
  r.get('script'),
  r.get('encoded'),
  ...r.nested('provisioner').flatMap((p) => [p.get('commands'), p.get('content')]),
];

/** Files of long-lived AWS keys that are brought to it. */
const keyFiles = (r: View<Field>): readonly Credential[] =>
  r.nested('provisioner').flatMap((p): Credential[] => {
    const file = p.text('file');
    const path = file && show(file);
    return file && path?.endsWith('.aws/credentials') ? [handedKey('AWS credentials file', file.span)] : [];
  });
