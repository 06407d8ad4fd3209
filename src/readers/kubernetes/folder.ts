/** The objects of a folder that no overlay changes: a chart's, or plain ones. */
import type { Gap } from '../../model/gap.js';
import type { Unit } from '../reader.js';
import { chartIn, looseValues, manifestsOfChart } from './helm/chart.js';
import { type Manifest, type ManifestFile, manifestsOf } from './manifests.js';

/** `files` are those of the folder that are to be read. */
export function manifestsOfFolder(unit: Unit<'yaml' | 'json'>, files: readonly ManifestFile[], gaps: Gap[]): readonly Manifest[] {
  const chart = chartIn(files);
  if (chart) return manifestsOfChart(unit, chart, files, gaps);
  return files.flatMap((file) => [...manifestsOf(file, gaps), ...looseValues(file)]);
}
