/** Every reader. A test compares this list with the folders of this room. */
import { ansible } from './ansible/index.js';
import { arm } from './arm/index.js';
import { bicep } from './bicep/index.js';
import { cloudformation } from './cloudformation/index.js';
import { deploymentManager } from './deployment-manager/index.js';
import { iamPolicy } from './iam-policy/index.js';
import { kubernetes } from './kubernetes/index.js';
import { pulumi } from './pulumi/index.js';
import type { Reader } from './reader.js';
import { terraform } from './terraform/index.js';
import { terraformPlan } from './terraform-plan/index.js';
import { workflow } from './workflow/index.js';

export const readers: readonly Reader[] = [
  ansible,
  arm,
  bicep,
  cloudformation,
  deploymentManager,
  iamPolicy,
  kubernetes,
  pulumi,
  terraform,
  terraformPlan,
  workflow,
];
