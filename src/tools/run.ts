/** Door for developers: `node build/tools/run.js generate`. */
import { generatedFiles } from './generate.js';
import { writeFiles } from './generate-policy-schema.js';

const verbs: Readonly<Record<string, () => Promise<void>>> = {
  generate: async () => writeFiles('.', await generatedFiles('.')),
};

const verb = verbs[process.argv[2] ?? ''];
if (!verb) throw new Error(`known: ${Object.keys(verbs).join(', ')}`);
await verb();
