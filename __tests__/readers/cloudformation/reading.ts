import { filePath, type Source } from '../../../src/model/span.js';
import { get, type Node } from '../../../src/model/tree.js';
import { cloudformation } from '../../../src/readers/cloudformation/index.js';
import type { ReadResult } from '../../../src/readers/reader.js';
import { json } from '../../../src/syntax/json.js';
import { yaml } from '../../../src/syntax/yaml/index.js';

/** Reads one template; the name of the file decides the syntax. */
export const read = (text: string, path = 'stack/template.yaml'): ReadResult => readAll({ [path]: text });

/** Reads the files of one folder; `others` are there when they are asked for. */
export function readAll(files: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}): ReadResult {
  const sourceOf = (path: string, text: string): Source => ({ path: filePath(path), side: 'head', text });
  const read = Object.entries(files).map(([path, text]) => {
    const source = sourceOf(path, text);
    return { source, tree: (path.endsWith('.json') ? json : yaml).parse(source) };
  });
  const open = (path: string): Source | undefined => {
    const text = others[path];
    return text === undefined ? undefined : sourceOf(path, text);
  };
  return cloudformation.read({ scope: '', files: read, open });
}

/** What a template makes: its resources without the parameters that have a default. */
export const madeBy = ({ resources }: Pick<ReadResult, 'resources'>): ReadResult['resources'] =>
  resources.filter((r) => r.type !== 'Parameter');

/** The property `Value` of the resource `Subject`. */
export const valueIn = ({ resources }: ReadResult): Node | undefined => get(resources.find((r) => r.label === 'Subject')?.body, 'Value');
