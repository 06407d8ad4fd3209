/** The rule files that a `policies` entry names: one file, or all YAML files below a folder but presets, schemas and tests. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filePath, type Source } from '../model/span.js';
import { EdgeError, printable } from './edge-error.js';
import { readUserFile } from './files.js';

const besides = new Set(['presets', 'schema', '__tests__', 'node_modules', '.git']);

export function policyFiles(entry: string): readonly Source[] {
  if (/^[\w.-]+\/[\w.-]+(\/[^@]*)?@[^@]+$/.test(entry))
    throw new EdgeError(
      'cannot-read',
      `Policies from a repository ("${printable(entry)}") are not supported yet. Check it out and name the folder.`,
    );
  return namesBelow(entry, entry).map((name) => ({ path: filePath(name), side: 'head', text: readUserFile(name, 'policy file') }));
}

function namesBelow(path: string, entry: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new EdgeError('cannot-read', `There are no policies at "${printable(entry)}".`);
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((e) => (e.isDirectory() ? !besides.has(e.name) : e.isFile() && /\.ya?ml$/.test(e.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => namesBelow(join(path, e.name), entry));
}
