/** Kubernetes manifests: every object of every document, lists taken apart. Rendered Helm and Kustomize output are the same thing. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { defineReader, type Unit } from '../reader.js';
import { foldersTakenBy, kustomizationFiles, kustomizationIn } from './kustomize/kustomization.js';
import { Overlay } from './kustomize/overlay.js';
import { manifestsOf } from './manifests.js';
import { resourcesOf } from './resources.js';

/** Manifests refer to each other by name, and names are looked up in the whole folder. */
export const kubernetes = defineReader<'yaml' | 'json'>({
  id: 'kubernetes',
  dialect: 'kubernetes',
  title: 'Kubernetes manifests, with overlays of Kustomize',
  files: { yaml: ['**/*.{yaml,yml}', '**/Kustomization'], json: ['**/*.json'] },
  scope: 'directory',
  users: kustomizationFiles,
  uses: foldersTakenBy,
  read(unit) {
    const gaps: Gap[] = [];
    const kustomization = kustomizationIn(unit.files);
    if (kustomization) return { resources: overlayOf(unit, kustomization, gaps), gaps, moves: [] };
    const manifests = unit.files.flatMap((file) => manifestsOf(file, gaps));
    return { resources: resourcesOf(manifests, unit.scope), gaps, moves: [] };
  },
});

function overlayOf(
  unit: Unit<'yaml' | 'json'>,
  kustomization: NonNullable<ReturnType<typeof kustomizationIn>>,
  gaps: Gap[],
): readonly Resource[] {
  const overlay = new Overlay(unit, kustomization);
  const made = resourcesOf(overlay.build(kustomization), unit.scope);
  const rest = overlay.leftovers().flatMap(({ folder, manifests }) => resourcesOf(manifests, folder));
  gaps.push(...overlay.gaps);
  return [...made, ...rest];
}
