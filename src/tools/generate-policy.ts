/** Everything that is made from the policy room: schemas, validators, the compiled built-in rules, and their pages. */

import { builtinPolicyFiles, policyPages } from './generate-policies.js';
import { policySchemaFiles } from './generate-policy-schema.js';

/** All files by path from the repository root. After a change of the schemas it has to run twice: the second run reads with the new validators. */
export const generatedPolicyFiles = async (root: string): Promise<Readonly<Record<string, string>>> => ({
  ...policySchemaFiles(),
  ...(await builtinPolicyFiles(root)),
  ...(await policyPages(root)),
});
