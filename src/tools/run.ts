/** Door for developers: `node build/tools/run.js generate`. */
import { catalogueFiles } from './catalogues/index.js';
import { writeFiles } from './generate-policy-schema.js';
import { settleGenerated } from './settle-generated.js';

const verbs: Readonly<Record<string, () => Promise<void>>> = {
  // Facts are gathered beside the repository and are read here alone.
  catalogues: async () => writeFiles('.', await catalogueFiles('../shared/facts/privilege-escalation.json')),
  generate: async () => settleGenerated('.', process.argv[1] ?? '', Number(process.argv[3] ?? 1)),
};

const verb = verbs[process.argv[2] ?? ''];
if (!verb) throw new Error(`known: ${Object.keys(verbs).join(', ')}`);
await verb();
