/** Secrets written into a workflow: in environments, in inputs of actions, in the credentials of containers. */
import { deref, dig, entriesOf, get, type Node } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { isWrittenSecret, writtenSecretKind, writtenText } from '../written-secret.js';
import type { Told } from './log-in.js';

/** A container of the job: its own, or one of its services. */
export const containersOf = (container: Node | undefined, services: Node | undefined): readonly Node[] => [
  ...(container ? [container] : []),
  ...entriesOf(services).map(({ value }) => value),
];

/**
 * Passwords of databases that a job starts for its own tests and throws away with itself. They open nothing else, and everybody knows them.
 */
const throwaway = new Set(
  'postgres postgresql root admin administrator test tests testing tester password passwd pass secret user guest mysql mariadb mongo redis rabbitmq minio minioadmin dev development local ci github'.split(
    ' ',
  ),
);

/** Tells the secrets written under the names of environments and inputs. */
export function tellWritten(maps: readonly (Node | undefined)[], say: Say, told: Told): void {
  for (const { key, value } of maps.flatMap(entriesOf)) {
    const text = writtenText(value);
    const name = String(key.value);
    const kind = writtenSecretKind(name, text);
    if (!kind || text === undefined || throwaway.has(text.toLowerCase()) || told.nodes.has(value)) continue;
    told.nodes.add(value);
    const hidden = say.hide(value, name);
    say.credential({ kind, name, origin: 'literal', lifetime: 'static', ...(hidden && { value: hidden }), span: value.span });
  }
}

/** Tells registry passwords written beside an image; here any value is one. */
export function tellContainerPasswords(containers: readonly Node[], say: Say): void {
  for (const container of containers) {
    const node = dig(container, 'credentials', 'password');
    const text = writtenText(node);
    if (!node || text === undefined || !isWrittenSecret(text)) continue;
    const hidden = say.hide(node, 'registry password');
    say.credential({
      kind: 'password',
      name: 'registry password',
      origin: 'literal',
      lifetime: 'static',
      ...(hidden && { value: hidden }),
      span: node.span,
    });
  }
}

/** The environment of each container; an image alone has none. */
export const environmentsOf = (containers: readonly Node[]): readonly (Node | undefined)[] =>
  containers.map((c) => (deref(c).kind === 'map' ? get(c, 'env') : undefined));
