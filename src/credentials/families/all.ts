/** All families that are recognised by a mark of their own. */
import { cloudFamilies } from './cloud.js';
import { codeFamilies } from './code.js';
import type { FamilyRow } from './family.js';
import { modelFamilies } from './models.js';
import { serviceFamilies } from './services.js';
import { tokenFamilies } from './tokens.js';

export const markedFamilies: readonly FamilyRow[] = [
  ...codeFamilies,
  ...cloudFamilies,
  ...modelFamilies,
  ...serviceFamilies,
  ...tokenFamilies,
];
