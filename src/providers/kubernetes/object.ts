/** What every Kubernetes object has: a name, a namespace, labels and annotations. */
import { type Attribute, type Handle, handle, type Tag } from '../../model/fact.js';
import { literal, show, type Text, text, textOf } from '../../model/text.js';
import { entriesOf, type Hole, type Node } from '../../model/tree.js';
import type { View } from '../entity.js';

/** Spelling of the metadata, to be spread into an entity's fields; Terraform's blocks nest in the same way. */
export const metadata = {
  name: 'metadata.name',
  namespace: 'metadata.namespace',
  labels: 'metadata.labels',
  annotations: 'metadata.annotations',
} as const;

/** An object that spells its metadata. */
export type ObjectView = View<keyof typeof metadata>;

/** `kubernetes:ServiceAccount:prod/ci`. */
export const inNamespace = (kind: string, namespace: string, name: string): Handle => handle('kubernetes', kind, `${namespace}/${name}`);
/** `kubernetes:ClusterRole:view`. */
export const inCluster = (kind: string, name: string): Handle => handle('kubernetes', kind, name);

/** Terraform's names of a kind: with and without the version. */
export const inTerraform = (kind: string): readonly string[] => [`kubernetes_${kind}`, `kubernetes_${kind}_v1`];

/** The kind of an object, without its group: `apps/Deployment` → `Deployment`. */
export const kindOf = (r: View): string => r.type.slice(r.type.lastIndexOf('/') + 1);

/** The namespace; without one an object lands in `default`. */
export const namespaceOf = (r: ObjectView): Text => {
  const written = r.text('namespace');
  return written && literal(written) !== '' ? written : text('default', r.head);
};

/** A text as part of a handle: what is not known stands as `*`, which no handle survives. */
export const starred = (t: Text): string => t.parts.map((p) => (typeof p === 'string' ? p : '*')).join('');

/** What a namespaced object answers to. */
export function namespacedHandles(r: ObjectView, kind: string): readonly Handle[] {
  const name = r.text('name');
  return name ? [inNamespace(kind, starred(namespaceOf(r)), starred(name))] : [];
}

/** `prod/ci`; the bare name where the file leaves the namespace to whoever applies it. */
export function namespacedName(r: ObjectView): Text | undefined {
  const name = r.text('name');
  const namespace = r.text('namespace');
  if (!name || !namespace || literal(namespace) === '') return name;
  return { parts: [...namespace.parts, '/', ...name.parts], span: name.span };
}

/** What a cluster-wide object answers to. */
export function clusterHandles(r: ObjectView, kind: string): readonly Handle[] {
  const name = r.text('name');
  return name ? [inCluster(kind, starred(name))] : [];
}

/** The namespace for policies. */
export function namespaceAttribute(r: ObjectView): Attribute {
  const namespace = namespaceOf(r);
  const value = literal(namespace);
  return value === undefined
    ? { value: undefined, why: `the namespace is ${show(namespace)}`, span: namespace.span }
    : { value, span: namespace.span };
}

/** A copy of the whole object that kubectl leaves behind: it owns nothing and may repeat a secret. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Labels and annotations. */
export const tagsOf = (r: ObjectView): readonly Tag[] => [
  ...tagsIn(r.get('labels'), 'label'),
  ...tagsIn(r.get('annotations'), 'annotation'),
];

const tagsIn = (node: Node | undefined, source: Tag['source']): readonly Tag[] =>
  entriesOf(node).flatMap(({ key, value }) => {
    const written = textOf(value);
    return written && key.value !== lastApplied ? [{ source, key: String(key.value), value: written, span: key.span }] : [];
  });

/** Texts one after the other; two strings in a row become one. */
export function joined(span: Text['span'], ...pieces: readonly (string | Text)[]): Text {
  const parts: (string | Hole)[] = [];
  for (const part of pieces.flatMap((p) => (typeof p === 'string' ? [p] : p.parts))) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return { parts: parts.filter((p) => p !== ''), span };
}

/** Where the grants of a namespaced thing hold. */
export const scopeOf = (namespace: Text): Text => joined(namespace.span, 'namespace/', namespace);
