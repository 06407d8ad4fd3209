/** Files that make a folder an overlay, and what they take in. */
import { type FilePath, folderOf, type Source } from '../../../model/span.js';
import { deref, entriesOf, get, itemsOf, type MapNode, type Node, stringOf } from '../../../model/tree.js';
import { yaml } from '../../../syntax/yaml/index.js';
import { pathWithin } from '../../paths.js';
import type { ManifestFile } from '../manifests.js';

/** The names under which `kustomize` looks for it. */
const fileName = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

/** Globs of such files. */
export const kustomizationFiles = ['**/kustomization.{yaml,yml}', '**/Kustomization'] as const;

export interface Kustomization {
  readonly folder: string;
  readonly file: FilePath;
  readonly body: MapNode;
}

/** The kustomization among the files of a folder. An object of Flux goes by the same kind. */
export function kustomizationIn(files: readonly ManifestFile[]): Kustomization | undefined {
  for (const { source, tree } of files) {
    const body = fileName.test(source.path) ? bodyIn(tree.documents[0]?.root) : undefined;
    if (body) return { folder: folderOf(source.path), file: source.path, body };
  }
  return undefined;
}

function bodyIn(root: Node | undefined): MapNode | undefined {
  const at = root && deref(root);
  if (at?.kind !== 'map') return undefined;
  const api = get(at, 'apiVersion');
  return !api || stringOf(api)?.startsWith('kustomize.config.k8s.io/') ? at : undefined;
}

/** The objects and overlays that are taken in, the older spelling included. */
export const resourcePaths = (body: MapNode): readonly Node[] => [...itemsOf(get(body, 'resources')), ...itemsOf(get(body, 'bases'))];

export const componentPaths = (body: MapNode): readonly Node[] => itemsOf(get(body, 'components'));

/** Everything local that a kustomization reads. */
function pathsOf(body: MapNode): readonly string[] {
  const patches = [...itemsOf(get(body, 'patches')), ...itemsOf(get(body, 'patchesJson6902')), ...itemsOf(get(body, 'replacements'))].map(
    (p) => get(p, 'path'),
  );
  const generators = ['secretGenerator', 'configMapGenerator'].flatMap((name) => itemsOf(get(body, name)));
  const generated = generators.flatMap((g) => ['files', 'envs', 'env'].flatMap((key) => itemsOf(get(g, key))));
  const all = [...resourcePaths(body), ...componentPaths(body), ...patches, ...itemsOf(get(body, 'patchesStrategicMerge')), ...generated];
  return all.flatMap((node) => stringOf(node) ?? []).map((path) => path.slice(path.indexOf('=') + 1));
}

/** Texts that were looked through, with the paths they name. */
const taken = new WeakMap<Source, readonly FilePath[]>();

function takenBy(source: Source): readonly FilePath[] {
  const known = taken.get(source);
  if (known) return known;
  const body = bodyIn(yaml.parse(source).documents[0]?.root);
  const found = body ? pathsOf(body).flatMap((path) => pathWithin(folderOf(source.path), path) ?? []) : [];
  taken.set(source, found);
  return found;
}

/**
 * The folders among those asked for that a kustomization takes in: overlays and bases wherever they are, and the folders below its own from
 * which it takes single files. Files elsewhere are against the rules of `kustomize`, and their folders are read for themselves.
 */
export function foldersTakenBy(source: Source, asked: ReadonlySet<string>): readonly string[] {
  if (!fileName.test(source.path)) return [];
  const folder = folderOf(source.path);
  const used = new Set<string>();
  for (const path of takenBy(source)) {
    const around = folderOf(path);
    if (asked.has(path)) used.add(path);
    else if (asked.has(around) && isBelow(folder, around)) used.add(around);
  }
  used.delete(folder);
  return [...used];
}

/** Strictly below; the root of the repository holds everything. */
export const isBelow = (folder: string, other: string): boolean => other !== folder && (folder === '' || other.startsWith(`${folder}/`));

/** Something that stands outside of the repository: a Git repository, a web address. */
export const isRemote = (path: string): boolean =>
  /^[a-z][a-z+.-]*:\/\/|^git@|\?(?:ref|version|timeout|submodules)=|^(?:[\w-]+\.)+[a-z]{2,}[/:]/i.test(path);

/** Parts of a kustomization that change objects in ways that are not followed. */
export function notFollowed(body: MapNode): readonly { readonly what: string; readonly at: Node }[] {
  const parts: readonly (readonly [field: string, what: string])[] = [
    ['helmCharts', 'charts that it renders'],
    ['helmChartInflationGenerator', 'charts that it renders'],
    ['generators', 'generators of its own'],
    ['transformers', 'transformers of its own'],
    ['vars', 'variables'],
  ];
  return parts.flatMap(([field, what]) => {
    const at = get(body, field);
    return at && (itemsOf(at).length > 0 || entriesOf(at).length > 0) ? [{ what, at }] : [];
  });
}

/** Values that a kustomization hands to the charts that it renders. */
export function chartValues(
  body: MapNode,
): readonly { readonly name: string; readonly namespace: Node | undefined; readonly values: MapNode }[] {
  return itemsOf(get(body, 'helmCharts')).flatMap((chart) => {
    const values = get(chart, 'valuesInline');
    const name = stringOf(get(chart, 'releaseName')) ?? stringOf(get(chart, 'name')) ?? 'chart';
    return values?.kind === 'map' ? [{ name, namespace: get(chart, 'namespace'), values }] : [];
  });
}
