/** The patches of a kustomization: inline or in files, merged or as operations, for one object or for all that a target selects. */
import { type Gap, gap } from '../../../model/gap.js';
import type { FilePath } from '../../../model/span.js';
import { type Comment, deref, type Entry, get, itemsOf, type MapNode, type Node, stringOf } from '../../../model/tree.js';
import { pathWithin } from '../../paths.js';
import { sizeOf, withEntry } from '../edit.js';
import { embeddedYaml } from '../embedded.js';
import type { Manifest, ManifestFile } from '../manifests.js';
import { operated } from './json-patch.js';
import type { Kustomization } from './kustomization.js';
import { mergedObject } from './merge.js';
import { namesOf, type Selects, selectorOf, typeParts } from './selector.js';

/** What applying patches needs of the overlay around it. */
export interface Bench {
  readonly gaps: Gap[];
  /** A file of the repository, parsed. */
  file(path: FilePath): ManifestFile | undefined;
  /** Pays for going over so many nodes; false when the overlay asks for too much. */
  readonly afford: (count: number) => boolean;
}

interface Patch {
  readonly root: Node;
  readonly target: Node | undefined;
  /** Where the kustomization names it. */
  readonly at: Node;
  readonly comments: readonly Comment[];
}

type Field = 'patchesStrategicMerge' | 'patches' | 'patchesJson6902';

/** What it costs to ask whether a patch is for an object. */
const perLook = 10;

/** The objects as the patches of one field make them. */
export function patched(manifests: readonly Manifest[], { body, folder }: Kustomization, field: Field, bench: Bench): readonly Manifest[] {
  let all = manifests;
  for (const item of itemsOf(get(body, field))) {
    for (const patch of patchesIn(item, field, folder, bench)) {
      if (!bench.afford((all.length + 1) * perLook)) return all;
      all = applied(all, patch, bench);
    }
  }
  return all;
}

function patchesIn(item: Node, field: Field, folder: string, bench: Bench): readonly Patch[] {
  const target = field === 'patchesStrategicMerge' ? undefined : get(item, 'target');
  const written = field === 'patchesStrategicMerge' ? item : (get(item, 'patch') ?? get(item, 'path'));
  const text = stringOf(written);
  if (!written || text === undefined) {
    bench.gaps.push(gap('unresolved', 'Kustomize: a patch is not known from the files', item.span));
    return [];
  }
  const inline = field === 'patchesStrategicMerge' ? text.includes('\n') : get(item, 'patch') !== undefined;
  const tree = inline ? embedded(written, bench) : opened(text, written, folder, bench);
  return (tree?.documents ?? []).flatMap(({ root }) =>
    root.kind === 'scalar' ? [] : [{ root, target, at: written, comments: tree?.comments ?? [] }],
  );
}

function embedded(written: Node, { gaps }: Bench): ManifestFile['tree'] | undefined {
  const at = deref(written);
  if (at.kind !== 'scalar') return undefined;
  const tree = embeddedYaml(at);
  gaps.push(...tree.gaps);
  return tree;
}

function opened(path: string, at: Node, folder: string, bench: Bench): ManifestFile['tree'] | undefined {
  const local = pathWithin(folder, path);
  const file = local && bench.file(local);
  if (!file) bench.gaps.push(gap('unreadable', 'Kustomize: a patch is not among the files of the repository', at.span));
  return file?.tree;
}

function applied(manifests: readonly Manifest[], patch: Patch, bench: Bench): readonly Manifest[] {
  const selects = patch.target ? selectorOf(patch.target) : ownTarget(patch.root);
  if (typeof selects === 'string') {
    bench.gaps.push(gap('unresolved', `Kustomize: ${selects}; it was not applied`, patch.at.span));
    return manifests;
  }
  let hits = 0;
  const all = manifests.flatMap((manifest): readonly Manifest[] => {
    if (!selects(manifest)) return [manifest];
    hits++;
    if (!bench.afford(sizeOf(manifest.body) + sizeOf(patch.root))) return [manifest];
    const next = patchedOne(manifest, patch, bench);
    return next ? [next] : [];
  });
  // A target may select nothing; a patch that names its object must find it.
  if (hits === 0 && !patch.target)
    bench.gaps.push(gap('unresolved', 'Kustomize: a patch is for an object that is not in this overlay', patch.root.span));
  return all;
}

function patchedOne(manifest: Manifest, { root, comments }: Patch, { gaps, afford }: Bench): Manifest | undefined {
  if (root.kind === 'list') {
    const done = operated(manifest.body, root.items, afford);
    if ('body' in done) return { ...manifest, body: done.body };
    gaps.push(gap('unresolved', `Kustomize: ${done.problem}; the patch was not applied`, done.at.span));
    return manifest;
  }
  if (root.kind !== 'map') return manifest;
  const body = mergedObject(manifest.body, withoutIdentity(root), manifest.apiVersion);
  return body && { ...manifest, body, comments: [...manifest.comments, ...comments] };
}

/** An object keeps its name: that of the patch may be a former one, or one that only the patch has. */
function withoutIdentity(patch: MapNode): MapNode {
  const entries = patch.entries.flatMap(({ key, value }): Entry[] => {
    if (key.value === 'apiVersion' || key.value === 'kind') return [];
    if (key.value !== 'metadata' || value.kind !== 'map') return [{ key, value }];
    return [{ key, value: withEntry(withEntry(value, undefined, 'name'), undefined, 'namespace') }];
  });
  return { ...patch, entries };
}

/** The object that a patch names itself. */
function ownTarget(root: Node): Selects | string {
  const [apiVersion, kind] = [stringOf(get(root, 'apiVersion')), stringOf(get(root, 'kind'))];
  const metadata = get(root, 'metadata');
  const name = stringOf(get(metadata, 'name'));
  if (apiVersion === undefined || kind === undefined || name === undefined) return 'a patch does not tell which object it is for';
  const { group } = typeParts({ apiVersion, kind });
  const namespace = stringOf(get(metadata, 'namespace'));
  return (manifest) =>
    manifest.kind === kind &&
    typeParts(manifest).group === group &&
    namesOf(manifest).some((n) => n.name === name && (namespace === undefined || n.namespace === undefined || n.namespace === namespace));
}
