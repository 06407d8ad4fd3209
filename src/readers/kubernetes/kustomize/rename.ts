/** What an overlay does to the names of its objects, and to the fields in which these objects name each other. */
import { deref, dig, type Entry, entriesOf, get, itemsOf, type MapNode, map, type Node, scalar, stringOf } from '../../../model/tree.js';
import { withEntries, withEntry, withValue, wrapped } from '../edit.js';
import type { Manifest } from '../manifests.js';
import { namesOf } from './selector.js';

/** The names and labels that a kustomization gives. */
export interface Naming {
  readonly namespace: Node | undefined;
  readonly prefix: string;
  readonly suffix: string;
  readonly labels: readonly Entry[];
  readonly annotations: readonly Entry[];
}

export function namingOf(body: MapNode): Naming {
  const pairs = itemsOf(get(body, 'labels')).flatMap((item) => entriesOf(get(item, 'pairs')));
  return {
    namespace: get(body, 'namespace'),
    prefix: stringOf(get(body, 'namePrefix')) ?? '',
    suffix: stringOf(get(body, 'nameSuffix')) ?? '',
    labels: [...entriesOf(get(body, 'commonLabels')), ...pairs],
    annotations: entriesOf(get(body, 'commonAnnotations')),
  };
}

/** Kinds that live outside of namespaces; `Cluster…` does in every group. */
const clusterWide =
  /^(?:Cluster.*|Namespace|Node|PersistentVolume|CustomResourceDefinition|APIService|StorageClass|PriorityClass|IngressClass|RuntimeClass|CSI(?:Driver|Node)|CertificateSigningRequest|(?:Validating|Mutating)(?:WebhookConfiguration|AdmissionPolicy(?:Binding)?))$/;
/** Kinds whose names say what they are. */
const keepsName = /^(?:Namespace|CustomResourceDefinition|APIService)$/;

/** The objects under their new names, with the names by which they refer to each other. */
export function named(manifests: readonly Manifest[], naming: Naming): readonly Manifest[] {
  const { namespace, prefix, suffix } = naming;
  const renamed = manifests.map((manifest) => marked(renamedOne(manifest, naming), naming));
  if (!namespace && prefix === '' && suffix === '') return renamed;
  const now = new Map<string, Manifest>();
  for (const [i, manifest] of manifests.entries()) {
    const name = stringOf(dig(manifest.body, 'metadata', 'name'));
    const target = renamed[i];
    if (name !== undefined && target) now.set(`${manifest.kind}/${name}`, target);
  }
  return renamed.map((manifest) => ({ ...manifest, body: followed(manifest.body, now) }));
}

function renamedOne(manifest: Manifest, { namespace, prefix, suffix }: Naming): Manifest {
  const name = dig(manifest.body, 'metadata', 'name');
  const named = name && (prefix !== '' || suffix !== '') && !keepsName.test(manifest.kind) ? wrapped(name, prefix, suffix) : undefined;
  const moved = namespace && !clusterWide.test(manifest.kind) ? namespace : undefined;
  if (!named && !moved) return manifest;
  const withName = named ? withValue(manifest.body, ['metadata', 'name'], named) : manifest.body;
  const body = moved ? withValue(withName, ['metadata', 'namespace'], moved) : withName;
  return { ...manifest, body, formerly: namesOf(manifest) };
}

function marked(manifest: Manifest, { labels, annotations }: Naming): Manifest {
  const body = withMetadata(withMetadata(manifest.body, 'labels', labels), 'annotations', annotations);
  return body === manifest.body ? manifest : { ...manifest, body };
}

function withMetadata(body: MapNode, field: string, entries: readonly Entry[]): MapNode {
  const [first] = entries;
  if (!first) return body;
  const written = dig(body, 'metadata', field);
  const at = written && deref(written);
  return withValue(body, ['metadata', field], withEntries(at?.kind === 'map' ? at : map([], first.key.span), entries));
}

type Renamed = ReadonlyMap<string, Manifest>;

const accountFields = new Set(['serviceAccountName', 'serviceAccount', 'kubernetes.io/service-account.name']);

/** The tree with the fields changed that name a renamed object. */
function followed(node: MapNode, now: Renamed): MapNode {
  let changed = false;
  const entries = node.entries.map((entry): Entry => {
    const value = followedField(String(entry.key.value), entry.value, now);
    if (value === entry.value) return entry;
    changed = true;
    return { key: entry.key, value };
  });
  return changed ? { ...node, entries } : node;
}

function followedField(field: string, value: Node, now: Renamed): Node {
  if (accountFields.has(field) && value.kind === 'scalar') return newName('ServiceAccount', value, now);
  if (field === 'secretName' && value.kind === 'scalar') return newName('Secret', value, now);
  if (value.kind === 'list') return followedList(field, value.items, value, now);
  if (value.kind !== 'map') return value;
  if (field === 'secretKeyRef' || field === 'secretRef') return withNewName(value, 'Secret', now);
  if (field === 'roleRef') return withNewName(value, stringOf(get(value, 'kind')) ?? '', now);
  return followed(value, now);
}

function followedList(field: string, items: readonly Node[], at: Node & { readonly kind: 'list' }, now: Renamed): Node {
  const next = items.map((item) => {
    if (item.kind !== 'map') return item;
    if (field === 'subjects') return withNewSubject(item, now);
    if (field === 'secrets' || field === 'imagePullSecrets') return withNewName(item, 'Secret', now);
    return followed(item, now);
  });
  return next.every((item, i) => item === items[i]) ? at : { ...at, items: next };
}

function newName(kind: string, name: Node, now: Renamed): Node {
  const target = now.get(`${kind}/${stringOf(name) ?? ''}`);
  const is = target && dig(target.body, 'metadata', 'name');
  if (!is || stringOf(is) === stringOf(name)) return name;
  // The place of a reference is where it is written.
  return { ...is, span: name.span };
}

function withNewName(reference: MapNode, kind: string, now: Renamed): MapNode {
  const name = get(reference, 'name');
  const next = name && newName(kind, name, now);
  return next && next !== name ? withEntry(reference, { key: scalar('name', name?.span ?? next.span), value: next }, 'name') : reference;
}

/** A service account of the overlay is meant in its namespace, too. */
function withNewSubject(subject: MapNode, now: Renamed): MapNode {
  const kind = stringOf(get(subject, 'kind'));
  const name = get(subject, 'name');
  if (kind !== 'ServiceAccount' || !name) return subject;
  const namespace = dig(now.get(`ServiceAccount/${stringOf(name) ?? ''}`)?.body, 'metadata', 'namespace');
  const next = withNewName(subject, kind, now);
  return namespace ? withValue(next, ['namespace'], namespace) : next;
}
