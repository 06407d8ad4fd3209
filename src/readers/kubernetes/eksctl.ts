/** A cluster of eksctl declares identities in lists of its own: each item becomes an object beside the cluster. */

import { show, textOf } from '../../model/text.js';
import { deref, dig, entriesOf, get, itemsOf, type MapNode, type Node } from '../../model/tree.js';
import type { Manifest } from './manifests.js';

interface Part {
  readonly kind: string;
  readonly items: readonly Node[];
  /** What an item is called beside the others of its kind. */
  readonly name: (item: Node) => readonly (Node | undefined)[];
}

/** The identities inside a cluster's declaration; none of any other object. */
export function partsOf(manifest: Manifest): readonly Manifest[] {
  const { apiVersion, kind, body } = manifest;
  if (kind !== 'ClusterConfig' || !apiVersion.startsWith('eksctl.io/')) return [];
  return partsOfCluster(body).flatMap(({ kind: part, items, name }) =>
    items.flatMap((item): Manifest[] => {
      const at = deref(item);
      if (at.kind !== 'map') return [];
      const words = name(at)
        .flatMap((n) => textOf(n) ?? [])
        .map(show);
      return [{ ...manifest, kind: part, body: at, span: at.span, comments: commentsIn(manifest, at), label: [part, ...words].join('/') }];
    }),
  );
}

function partsOfCluster(body: MapNode): readonly Part[] {
  const addons = itemsOf(get(body, 'addons'));
  const nodes = ['nodeGroups', 'managedNodeGroups'].flatMap((key) => itemsOf(get(body, key)));
  const account = (item: Node) => [get(item, 'namespace'), get(item, 'serviceAccountName')];
  return [
    {
      kind: 'IAMServiceAccount',
      items: [...itemsOf(dig(body, 'iam', 'serviceAccounts')), ...addons.filter((addon) => hasRole(addon))],
      name: (item) => [dig(item, 'metadata', 'namespace'), dig(item, 'metadata', 'name') ?? get(item, 'name')],
    },
    {
      kind: 'PodIdentityAssociation',
      items: [
        ...itemsOf(dig(body, 'iam', 'podIdentityAssociations')),
        ...addons.flatMap((addon) => itemsOf(get(addon, 'podIdentityAssociations'))),
      ],
      name: account,
    },
    { kind: 'NodeGroup', items: nodes.filter((group) => get(group, 'iam')), name: (item) => [get(item, 'name')] },
    {
      kind: 'AccessEntry',
      items: itemsOf(dig(body, 'accessConfig', 'accessEntries')),
      name: (item) => [get(item, 'principalARN')],
    },
    { kind: 'IAMIdentityMapping', items: itemsOf(get(body, 'iamIdentityMappings')), name: (item) => [get(item, 'arn')] },
  ];
}

/** An addon that asks for permissions by itself gets a role for its own service account. */
const hasRole = (addon: Node): boolean =>
  entriesOf(addon).some(({ key }) =>
    ['attachPolicyARNs', 'attachPolicy', 'wellKnownPolicies', 'serviceAccountRoleARN'].includes(String(key.value)),
  );

const commentsIn = ({ comments }: Manifest, { span }: MapNode): Manifest['comments'] =>
  comments.filter((c) => c.span.start >= span.start && c.span.end <= span.end);
