/** Strategic-merge patches: maps are merged, lists of Kubernetes' own objects by the key that Kubernetes gives them, all else is replaced. */

import { show, textOf } from '../../../model/text.js';
import { deref, type Entry, get, type ListNode, type MapNode, type Node, stringOf } from '../../../model/tree.js';

/** The fields whose lists are merged, with what tells their items apart. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  ports: 'containerPort',
  imagePullSecrets: 'name',
  secrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
  resourceClaims: 'name',
  conditions: 'type',
  ownerReferences: 'uid',
};

/** Lists of objects that Kubernetes does not know itself are replaced: nobody tells how they merge. */
const knowsLists = (apiVersion: string): boolean => {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return !group.includes('.') || group.endsWith('.k8s.io');
};

/** The object as the patch makes it; undefined when the patch deletes it. */
export function mergedObject(body: MapNode, patch: MapNode, apiVersion: string): MapNode | undefined {
  if (directive(patch) === 'delete') return undefined;
  const result = merged(body, patch, knowsLists(apiVersion));
  return result.kind === 'map' ? result : undefined;
}

const directive = (node: Node | undefined): string | undefined => stringOf(get(node, '$patch'));
const isDirective = ({ key }: Entry): boolean => String(key.value).startsWith('$');
const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null;
const withoutDirectives = (node: MapNode): MapNode =>
  node.entries.some(isDirective) ? { ...node, entries: node.entries.filter((e) => !isDirective(e)) } : node;

function merged(target: Node, patch: Node, lists: boolean): Node {
  const at = deref(target);
  if (patch.kind !== 'map') return patch;
  if (at.kind !== 'map' || directive(patch) === 'replace') return withoutDirectives(patch);
  const patches = new Map(patch.entries.filter((e) => !isDirective(e)).map((e): [string, Entry] => [String(e.key.value), e]));
  const entries: Entry[] = [];
  for (const { key, value } of at.entries) {
    const name = String(key.value);
    const over = patches.get(name);
    patches.delete(name);
    if (!over) entries.push({ key, value });
    else if (!removes(over.value)) entries.push({ key, value: mergedField(name, value, over.value, lists) });
  }
  for (const entry of patches.values()) if (!removes(entry.value)) entries.push(entry);
  return { ...at, entries };
}

const removes = (value: Node): boolean => isNull(value) || directive(value) === 'delete';

function mergedField(name: string, target: Node, patch: Node, lists: boolean): Node {
  const mergeKey = lists && Object.hasOwn(mergeKeys, name) ? mergeKeys[name] : undefined;
  const at = deref(target);
  if (mergeKey !== undefined && at.kind === 'list' && patch.kind === 'list') return mergedList(at, patch, mergeKey);
  return merged(target, patch, lists);
}

/** Items of the patch over items with the same key; new ones stand in front, as `kustomize` puts them. */
function mergedList(target: ListNode, patch: ListNode, mergeKey: string): ListNode {
  if (patch.items.some((item) => directive(item) === 'replace' && !get(item, mergeKey)))
    return { ...patch, items: patch.items.filter((item) => directive(item) !== 'replace') };
  const keyOf = (item: Node): string | undefined => {
    const written = textOf(get(item, mergeKey));
    return written && show(written);
  };
  const patches = new Map<string | undefined, Node>(patch.items.map((item) => [keyOf(item), item]));
  const kept = target.items.flatMap((item): Node[] => {
    const key = keyOf(item);
    const over = key === undefined ? undefined : patches.get(key);
    if (!over) return [item];
    patches.delete(key);
    return removes(over) ? [] : [merged(item, over, true)];
  });
  const added = [...patches.values()].filter((item) => !removes(item));
  return { ...target, items: [...added, ...kept] };
}
