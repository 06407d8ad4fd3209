/** The rule files that a `policies` entry names: one file, or all YAML files below a folder but presets, schemas and tests. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filePath, type Source } from '../model/span.js';
import { EdgeError, printable } from './edge-error.js';
import { readUserFile } from './files.js';

const besides = new Set(['presets', 'schema', '__tests__', 'node_modules', '.git']);

/** Whether a file in a folder of policies, named from there, holds rules. */
export const isPolicyFile = (path: string): boolean => /\.ya?ml$/.test(path) && !path.split('/').some((name) => besides.has(name));

/** `root` is what a relative entry is below. */
export function policyFiles(entry: string, root = '.'): readonly Source[] {
  if (/^[\w.-]+\/[\w.-]+(\/[^@]*)?@[^@]+$/.test(entry))
    throw new EdgeError(
      'cannot-read',
      `"${printable(entry)}" is a repository of policies. Here a folder is wanted: check it out and name the folder.`,
    );
  const stat = statSync(resolve(root, entry), { throwIfNoEntry: false });
  const names = stat?.isDirectory() ? namesBelow(root, entry) : stat ? [entry] : [];
  if (names.length === 0) throw new EdgeError('cannot-read', `There are no policies at "${printable(entry)}".`);
  return names.map((name) => ({ path: filePath(name), side: 'head', text: readUserFile(resolve(root, name), 'policy file') }));
}

function namesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(resolve(root, folder), { withFileTypes: true })
    .filter((e) => (e.isDirectory() ? !besides.has(e.name) : e.isFile() && isPolicyFile(e.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? namesBelow(root, join(folder, e.name)) : [join(folder, e.name)]));
}
