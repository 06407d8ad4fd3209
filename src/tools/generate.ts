/** `npm run generate`: everything in the repository that is made from something else. A test compares what this gives with what is committed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPolicyFiles } from './generate-policy.js';
import { outcomeSchemaFiles } from './outcome-schema.js';
import { reportPicture } from './report-picture.js';
import { supportMatrix } from './support-matrix.js';

/** Text of each generated file by its path from the repository root. */
export async function generatedFiles(root: string): Promise<Readonly<Record<string, string>>> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return {
    ...(await generatedPolicyFiles(root)),
    ...outcomeSchemaFiles(),
    'src/data/version.ts': `// Made by \`npm run generate\` from package.json.\nexport const version = '${version}';\n`,
    'docs/support.md': supportMatrix(),
    'docs/report.svg': await reportPicture(root),
  };
}
