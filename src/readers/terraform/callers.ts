/** Which folders a file calls as local modules, found without evaluating anything. */
import type { Source } from '../../model/span.js';
import { folderOf } from '../../model/span.js';
import { hcl } from '../../syntax/hcl/index.js';
import { json } from '../../syntax/json.js';
import { fromJson } from './json-syntax.js';
import { calledFolder } from './module-calls.js';
import { resolvePath } from './paths.js';
import { isTerragrunt } from './terragrunt.js';

/** The local paths that a text names as a source, in HCL or in JSON. What is found is looked at again in the tree: it may be a comment. */
const mention = /\bsource"?\s*[=:]\s*"(\.\.?(?:\/[^"\n]*)?)"/g;

/** The same text is asked for one set of folders after the other. */
const mentions = new WeakMap<Source, ReadonlySet<string>>();

function mentionedIn(source: Source): ReadonlySet<string> {
  const known = mentions.get(source);
  if (known) return known;
  const folder = folderOf(source.path);
  const found = new Set<string>();
  for (const [, path = ''] of source.text.matchAll(mention)) {
    const resolved = resolvePath(folder, path);
    if (resolved !== undefined) found.add(resolved);
  }
  mentions.set(source, found);
  return found;
}

/** The folders among those asked for that the file calls. */
export function usedFolders(source: Source, asked: ReadonlySet<string>): readonly string[] {
  const mentioned = mentionedIn(source);
  if (![...mentioned].some((folder) => asked.has(folder))) return [];
  const folder = folderOf(source.path);
  const { body } = source.path.endsWith('.json') ? fromJson(json.parse(source), source) : hcl.parse(source);
  return body.blocks
    .filter((block) => block.type === (isTerragrunt(source.path) ? 'terraform' : 'module'))
    .flatMap((block) => calledFolder(folder, block) ?? [])
    .filter((called) => asked.has(called));
}
