/** Everything that is made from the policy room: schemas, validators, the compiled built-in rules, and their pages. */

import { builtinPolicyFiles, policyPages } from './generate-policies.js';
import { policySchemaFiles } from './generate-policy-schema.js';

/** All files by path from the repository root. Rules are read with the validators that are compiled, so these have to be new. */
export const generatedPolicyFiles = async (root: string): Promise<Readonly<Record<string, string>>> => ({
  ...policySchemaFiles(),
  ...(await builtinPolicyFiles(root)),
  ...(await policyPages(root)),
});
