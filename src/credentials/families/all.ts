/** All families that are recognised by a mark of their own. */
import { cloudFamilies } from './cloud.js';
import { codeFamilies } from './code.js';
import { dataFamilies } from './data.js';
import type { FamilyRow } from './family.js';
import { messageFamilies } from './messages.js';
import { modelFamilies } from './models.js';
import { paymentFamilies } from './payments.js';
import { serviceFamilies } from './services.js';
import { tokenFamilies } from './tokens.js';

export const markedFamilies: readonly FamilyRow[] = [
  ...codeFamilies,
  ...cloudFamilies,
  ...modelFamilies,
  ...paymentFamilies,
  ...messageFamilies,
  ...dataFamilies,
  ...serviceFamilies,
  ...tokenFamilies,
];
