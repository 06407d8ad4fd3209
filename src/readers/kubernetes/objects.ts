/** What in a document is a Kubernetes object. */
import { type Gap, gap } from '../../model/gap.js';
import { get, type MapNode, type Node, stringOf } from '../../model/tree.js';

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly body: MapNode;
}

/** Lists in lists are not made by any tool; this is as deep as they are followed. */
const listDepth = 8;

/** The objects of a document: none when it is something else, several when it is a list. */
export function objectsOf(root: Node, gaps: Gap[]): readonly KubernetesObject[] {
  const found: KubernetesObject[] = [];
  collect(root, undefined, listDepth, found, gaps);
  return found;
}

type TypeOf = Pick<KubernetesObject, 'apiVersion' | 'kind'>;

/** `inherited` is what the items of a typed list are when they do not say it: a `RoleList` holds `Role`s. */
function collect(node: Node, inherited: TypeOf | undefined, depth: number, found: KubernetesObject[], gaps: Gap[]): void {
  if (node.kind !== 'map') return;
  const apiVersion = stringOf(get(node, 'apiVersion')) ?? inherited?.apiVersion;
  const kind = stringOf(get(node, 'kind')) ?? inherited?.kind;
  if (!apiVersion || !kind || apiVersion.startsWith('kustomize.config.k8s.io/')) return;
  const items = get(node, 'items');
  if (items && kind.endsWith('List')) {
    if (depth === 0) gaps.push(gap('too-large', 'Kubernetes: lists are nested too deep to be read', items.span));
    else if (items.kind === 'list') {
      const item = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) };
      for (const each of items.items) collect(each, item, depth - 1, found, gaps);
    } else if (items.kind !== 'scalar' || items.value !== null) {
      gaps.push(gap('unresolved', `Kubernetes: the items of a ${kind} are not known from the file`, items.span));
    }
  } else if (get(node, 'metadata')) found.push({ apiVersion, kind, body: node });
}
