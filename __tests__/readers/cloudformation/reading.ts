import { filePath, type Source } from '../../../src/model/span.js';
import { get, type Node } from '../../../src/model/tree.js';
import { cloudformation } from '../../../src/readers/cloudformation/index.js';
import type { ReadResult } from '../../../src/readers/reader.js';
import { json } from '../../../src/syntax/json.js';
import { yaml } from '../../../src/syntax/yaml/index.js';

/** Reads one template; the name of the file decides the syntax. */
export function read(text: string, path = 'stack/template.yaml'): ReadResult {
  const source: Source = { path: filePath(path), side: 'head', text };
  const tree = (path.endsWith('.json') ? json : yaml).parse(source);
  return cloudformation.read({ scope: path, files: [{ source, tree }], open: () => undefined });
}

/** The property `Value` of the resource `Subject`. */
export const valueIn = ({ resources }: ReadResult): Node | undefined => get(resources.find((r) => r.label === 'Subject')?.body, 'Value');
