/** `init [PATH]`: a workflow, a starter config, and a registry with a prefilled entry for each identity that has no owner. Nothing that exists is overwritten. */
import { join } from 'node:path';
import { writeNew } from '../edges/files.js';
import { registryPath } from '../ownership/registry.js';
import { starterConfig, starterRegistry, starterWorkflow } from '../reporters/starter.js';
import type { Io } from './io.js';
import type { Options } from './options.js';
import { outcomeOf } from './run-review.js';
import { configPath } from './terms.js';
import { UsageError } from './usage-error.js';

export async function init(options: Options, io: Io): Promise<number> {
  if (options.words.length > 1) throw new UsageError('init takes one folder.');
  const root = options.words[0] ?? '.';
  const { identities } = await outcomeOf('inventory', options, io);
  const files = {
    '.github/workflows/identity-review.yml': starterWorkflow,
    [configPath]: starterConfig,
    [registryPath]: starterRegistry(identities),
  };
  for (const [path, text] of Object.entries(files)) {
    if (writeNew(join(root, path), text)) io.out(`wrote ${path}\n`);
    else io.note(`${path} is there already and stays as it is.`);
  }
  return 0;
}
