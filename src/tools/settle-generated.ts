/** One run of `generate` is enough: what is generated is compiled and read again until nothing that is compiled changes any more. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './generate.js';
import { policySchemaFiles, writeFiles } from './generate-policy-schema.js';

/** Validators, then the rules that they check, then the pages that show the rules: each needs the one before it compiled. */
const mostRounds = 4;

/** Writes every generated file; starts itself again with what was written. `door` is the script that did it, `round` how often it has. */
export async function settleGenerated(root: string, door: string, round: number): Promise<void> {
  // The rules are only read by validators that are as new as the schemas.
  const changed = write(root, policySchemaFiles());
  const stale = changed.length > 0 ? changed : write(root, await generatedFiles(root));
  if (stale.length === 0) return;
  if (round >= mostRounds) throw new Error(`generated files change with each run: ${stale.join(', ')}`);
  const run = (...args: readonly string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  try {
    run(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
  } catch (cause) {
    throw new Error(`${stale.join(', ')} changed, but the program does not compile: mend what tsc says and generate again`, { cause });
  }
  run(door, 'generate', String(round + 1));
}

/** Writes what differs from the disk, and gives the paths of those that are part of the program. */
function write(root: string, files: Readonly<Record<string, string>>): readonly string[] {
  const isOld = ([path, text]: readonly [string, string]): boolean =>
    !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text;
  const changed = Object.entries(files).filter(isOld);
  writeFiles(root, Object.fromEntries(changed));
  return changed.map(([path]) => path).filter((path) => path.startsWith('src/'));
}
