/**
 * Kubernetes manifests: every object of every document, lists taken apart. A folder is read as what it is: an overlay of Kustomize, a chart of
 * Helm, or plain manifests, which is also what both of them render.
 */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { Source } from '../../model/span.js';
import { defineReader, type Unit } from '../reader.js';
import { manifestsOfFolder } from './folder.js';
import { chartFiles, foldersOfChart } from './helm/chart.js';
import { foldersTakenBy, type Kustomization, kustomizationFiles, kustomizationIn } from './kustomize/kustomization.js';
import { Overlay } from './kustomize/overlay.js';
import { resourcesOf } from './resources.js';

/** Manifests refer to each other by name, and names are looked up in the whole folder. */
export const kubernetes = defineReader<'yaml' | 'json'>({
  id: 'kubernetes',
  dialect: 'kubernetes',
  title: 'Kubernetes manifests, with overlays of Kustomize and charts of Helm',
  files: { yaml: ['**/*.{yaml,yml}', '**/Kustomization'], json: ['**/*.json'] },
  scope: 'directory',
  users: [...kustomizationFiles, ...chartFiles],
  uses: (source: Source, asked) => [...foldersTakenBy(source, asked), ...foldersOfChart(source, asked)],
  read(unit) {
    const gaps: Gap[] = [];
    return { resources: readFolder(unit, gaps), gaps, moves: [] };
  },
});

function readFolder(unit: Unit<'yaml' | 'json'>, gaps: Gap[]): readonly Resource[] {
  const kustomization = kustomizationIn(unit.files);
  if (kustomization) return readOverlay(unit, kustomization, gaps);
  return resourcesOf(manifestsOfFolder(unit, unit.files, gaps), unit.scope, gaps);
}

function readOverlay(unit: Unit<'yaml' | 'json'>, kustomization: Kustomization, gaps: Gap[]): readonly Resource[] {
  const overlay = new Overlay(unit, kustomization);
  const made = resourcesOf(overlay.build(kustomization), unit.scope, gaps);
  const rest = overlay.leftovers().flatMap(({ folder, manifests }) => resourcesOf(manifests, folder, gaps));
  gaps.push(...overlay.gaps);
  return [...made, ...rest];
}
