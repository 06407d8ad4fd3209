/** Kubernetes manifests: every object of every document, lists taken apart. Rendered Helm and Kustomize output are the same thing. */
import type { Gap } from '../../model/gap.js';
import { defineReader } from '../reader.js';
import { manifestsOf } from './manifests.js';
import { resourcesOf } from './resources.js';

/** Manifests refer to each other by name, and names are looked up in the whole folder. */
export const kubernetes = defineReader<'yaml' | 'json'>({
  id: 'kubernetes',
  dialect: 'kubernetes',
  title: 'Kubernetes manifests',
  files: { yaml: ['**/*.{yaml,yml}'], json: ['**/*.json'] },
  scope: 'directory',
  read(unit) {
    const gaps: Gap[] = [];
    const manifests = unit.files.flatMap((file) => manifestsOf(file, gaps));
    return { resources: resourcesOf(manifests, unit.scope), gaps, moves: [] };
  },
});
