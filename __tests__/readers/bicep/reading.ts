import { filePath, type Source } from '../../../src/model/span.js';
import { bicep as reader } from '../../../src/readers/bicep/index.js';
import type { ReadResult } from '../../../src/readers/reader.js';
import { bicep } from '../../../src/syntax/bicep/index.js';

/** Reads a repository of Bicep files; one text is `main.bicep`. Files of other kinds can be opened. */
export function read(files: string | Readonly<Record<string, string>>): ReadResult {
  const all = Object.entries(typeof files === 'string' ? { 'main.bicep': files } : files);
  const sources = new Map(all.map(([path, text]): [string, Source] => [path, { path: filePath(path), side: 'head', text }]));
  const handed = [...sources.values()].filter(({ path }) => /\.bicep(param)?$/.test(path));
  return reader.read({
    scope: '',
    files: handed.map((source) => ({ source, tree: bicep.parse(source) })),
    open: (path) => sources.get(path),
  });
}
