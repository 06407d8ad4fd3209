import type { CredentialKind } from '../../model/fact.js';
import { literal, textOf } from '../../model/text.js';
import { deref, type Entry, get, type Node } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { writtenSecretKind, writtenText } from '../written-secret.js';

/** Values handed to a chart matter when somebody wrote a secret into them. */
export const helmValues = defineEntity({
  id: 'kubernetes.helm-values',
  title: 'Secrets written into the values of Helm charts',
  spelled: { kubernetes: { type: 'helm.sh/Values', fields: {} } },
  means(r, say) {
    const found = writtenIn(r.body, [], deepest);
    if (found.length === 0) return;
    say.subject({ category: 'resource', name: undefined });
    for (const { kind, name, value } of found) {
      const hidden = say.hide(value, `${name} in values of a chart`);
      say.credential({ kind, name, origin: 'literal', lifetime: 'static', ...(hidden && { value: hidden }), span: value.span });
    }
  },
});

interface Written {
  readonly kind: CredentialKind;
  /** The path of the value, as `--set` takes it. */
  readonly name: string;
  readonly value: Node;
}

/** Values are nested by people. */
const deepest = 30;
/** Sections and fields that name a Secret instead of being one. */
const referring = /^existing|(?:Ref|From)$|^(?:imagePullSecrets|pullSecrets|secretName)$/;

function writtenIn(node: Node, path: readonly string[], depth: number): readonly Written[] {
  const at = deref(node);
  if (depth === 0) return [];
  if (at.kind === 'list')
    return at.items.flatMap((item, i) => [...variable(item, path), ...writtenIn(item, [...path, String(i)], depth - 1)]);
  if (at.kind !== 'map') return [];
  return at.entries.flatMap((entry) => inEntry(entry, path, depth));
}

function inEntry({ key, value }: Entry, path: readonly string[], depth: number): readonly Written[] {
  const name = String(key.value);
  if (referring.test(name)) return [];
  const kind = writtenSecretKind(name, writtenText(value));
  return kind ? [{ kind, name: [...path, name].join('.'), value }] : writtenIn(value, [...path, name], depth - 1);
}

/** `{name: API_TOKEN, value: …}`, as containers take their environment. */
function variable(item: Node, path: readonly string[]): readonly Written[] {
  const name = literal(textOf(get(item, 'name')));
  const value = get(item, 'value');
  const kind = name && value ? writtenSecretKind(name, writtenText(value)) : undefined;
  return kind && value && name ? [{ kind, name: [...path, name].join('.'), value }] : [];
}
