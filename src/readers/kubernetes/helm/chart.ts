/**
 * Charts of Helm, as far as text allows: what a template places from the chart's own values is filled in with their defaults, everything else
 * stays a hole. Conditions are not decided: what a chart makes only when asked to is read as well.
 */
import { type Gap, gap } from '../../../model/gap.js';
import { type FilePath, folderOf, type Source } from '../../../model/span.js';
import { deref, get, itemsOf, type MapNode, stringOf } from '../../../model/tree.js';
import type { Unit } from '../../reader.js';
import { type Manifest, type ManifestFile, manifestsOf } from '../manifests.js';
import { Filling } from './fill.js';
import { valueManifests } from './values.js';

const chartFile = /(?:^|\/)Chart\.ya?ml$/;
const valuesFile = /(?:^|\/)values\.ya?ml$/;

/** Globs of the files that make a folder a chart. */
export const chartFiles = ['**/Chart.{yaml,yml}'] as const;

export interface Chart {
  readonly folder: string;
  readonly file: FilePath;
  readonly body: MapNode;
}

/** The chart among the files of a folder. */
export function chartIn(files: readonly ManifestFile[]): Chart | undefined {
  for (const { source, tree } of files) {
    const root = chartFile.test(source.path) ? tree.documents[0]?.root : undefined;
    const body = root && deref(root);
    if (body?.kind === 'map') return { folder: folderOf(source.path), file: source.path, body };
  }
  return undefined;
}

const partsOfChart = ['templates', 'crds'] as const;
const inside = (folder: string, part: string): string => (folder === '' ? part : `${folder}/${part}`);

/** The folders among those asked for that hold a chart's templates. */
export function foldersOfChart(source: Source, asked: ReadonlySet<string>): readonly string[] {
  if (!chartFile.test(source.path)) return [];
  const own = partsOfChart.map((part) => inside(folderOf(source.path), part));
  return [...asked].filter((folder) => own.some((part) => folder === part || folder.startsWith(`${part}/`)));
}

/** The objects of a chart, with those that its values stand for. `files` are those of its folder. */
export function manifestsOfChart(
  unit: Unit<'yaml' | 'json'>,
  chart: Chart,
  files: readonly ManifestFile[],
  gaps: Gap[],
): readonly Manifest[] {
  const values = files.find(({ source }) => valuesFile.test(source.path));
  const root = values && valuesIn(values);
  const folders = new Set(partsOfChart.flatMap((part) => unit.below?.(inside(chart.folder, part)) ?? []).map(folderOf));
  const templates = [...folders].sort().flatMap((folder) => unit.folder?.(folder) ?? []);
  const filling = { values: root, chart: chart.body };
  const made = templates.flatMap((file) => filled(file, new Filling(file.source, filling), gaps));
  const others = files.filter((file) => file !== values).flatMap((file) => manifestsOf(file, gaps));
  const told =
    root && values
      ? valueManifests({
          values: root,
          path: values.source.path,
          name: stringOf(get(chart.body, 'name')) ?? chart.folder,
          for: takers(chart, templates.length > 0),
        })
      : [];
  return [...made, ...others, ...told];
}

/** A chart with templates makes its service accounts itself; the sections of the charts that it depends on are theirs. */
function takers({ body }: Chart, hasTemplates: boolean): 'all' | ReadonlySet<string> {
  if (!hasTemplates) return 'all';
  return new Set(itemsOf(get(body, 'dependencies')).flatMap((d) => stringOf(get(d, 'alias')) ?? stringOf(get(d, 'name')) ?? []));
}

function valuesIn({ tree }: ManifestFile): MapNode | undefined {
  const root = tree.documents[0]?.root;
  return root?.kind === 'map' ? root : undefined;
}

function filled(file: ManifestFile, filling: Filling, gaps: Gap[]): readonly Manifest[] {
  const made = manifestsOf(file, gaps).map((manifest) => ({ ...manifest, body: filling.map(manifest.body) }));
  const left = filling.left();
  const told = left.slice(0, namesTold).join(', ');
  const more = left.length > namesTold ? ` and ${left.length - namesTold} more` : '';
  if (left.length > 0) gaps.push(gap('unresolved', `Helm: the values of the chart do not tell ${told}${more}`, file.source.path));
  return made;
}

const namesTold = 5;

/** Values files that stand alone: for a chart from elsewhere, named as people name them. */
export function looseValues(file: ManifestFile): readonly Manifest[] {
  const name = file.source.path.slice(file.source.path.lastIndexOf('/') + 1);
  const root = /^(?:.*[-_.])?values(?:[-_.].*)?\.ya?ml$/.test(name) ? valuesIn(file) : undefined;
  if (!root || get(root, 'apiVersion')) return [];
  return valueManifests({ values: root, path: file.source.path, name, for: 'all' });
}
