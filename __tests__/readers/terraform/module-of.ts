/** Reads Terraform text as one module directory. */
import { minimatch } from 'minimatch';
import { filePath, folderOf, type Source } from '../../../src/model/span.js';
import { get, type Node } from '../../../src/model/tree.js';
import type { ReadFile, ReadResult } from '../../../src/readers/reader.js';
import { terraform } from '../../../src/readers/terraform/index.js';
import { hcl } from '../../../src/syntax/hcl/index.js';
import { json } from '../../../src/syntax/json.js';

const source = (path: string, text: string): Source => ({ path: filePath(path), side: 'head', text });

const globs = Object.entries(terraform.files).map(([syntax, files]) => ({ syntax, files }));

/** As the core does it: by the first glob that matches. */
const parsed = (s: Source): readonly ReadFile<'hcl' | 'json'>[] => {
  const found = globs.find((g) => g.files.some((glob) => minimatch(s.path, glob, { dot: true })));
  if (!found) return [];
  return [{ source: s, tree: found.syntax === 'hcl' ? hcl.parse(s) : json.parse(s) }];
};

/** Files by path. Those that are not Terraform can only be opened. */
export function readModule(files: Readonly<Record<string, string>>, scope = 'infra'): ReadResult {
  const sources = Object.entries(files).map(([path, text]) => source(path, text));
  const folder = (name: string) => sources.filter((s) => folderOf(s.path) === name).flatMap(parsed);
  return terraform.read({
    scope,
    files: folder(scope),
    open: (path) => sources.find((s) => s.path === path),
    folder,
    below: (name) => sources.map((s) => s.path).filter((p) => name === '' || p.startsWith(`${name}/`)),
  });
}

export const readText = (text: string): ReadResult => readModule({ 'infra/main.tf': text });

/** The value of an attribute `v = …` beside other declarations. */
export function evaluated(expression: string, prelude = ''): Node {
  const result = readText(`${prelude}\nresource "probe" "p" {\n  v = ${expression}\n}\n`);
  const probe = result.resources.find((r) => r.label === 'probe.p');
  const value = get(probe?.body, 'v');
  if (!value) throw new Error(`nothing was read from ${expression}`);
  return value;
}
