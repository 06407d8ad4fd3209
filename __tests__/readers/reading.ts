/** Reading one repository of YAML files with one reader. */
import { filePath, type Source } from '../../src/model/span.js';
import { deref, get, type Node } from '../../src/model/tree.js';
import type { Reader, ReadResult } from '../../src/readers/reader.js';
import { yaml } from '../../src/syntax/yaml/index.js';
import { printed } from './printed.js';

/** `files` are all files of the repository; the reader is handed those that `read` names, and may open the others. */
export function readYaml(
  reader: Reader<'yaml'>,
  files: Readonly<Record<string, string>>,
  read: readonly string[] = Object.keys(files),
): ReadResult {
  const sources = new Map(
    Object.entries(files).map(([path, text]): [string, Source] => [path, { path: filePath(path), side: 'head', text }]),
  );
  const handed = read.flatMap((path) => sources.get(path) ?? []);
  return reader.read({
    scope: read[0] ?? '',
    files: handed.map((source) => ({ source, tree: yaml.parse(source) })),
    open: (path) => sources.get(path),
  });
}

/** The body of a resource on one line. */
export const bodyOf = ({ resources }: ReadResult, label: string): string => printed(resources.find((r) => r.label === label)?.body);

/** A property of a resource on one line: what it is, and what it is known to be. */
export function propertyOf({ resources }: ReadResult, label: string, ...keys: readonly string[]): string {
  const node = keys.reduce<Node | undefined>((at, key) => get(at, key), resources.find((r) => r.label === label)?.body);
  const value = node && deref(node);
  return value === node ? printed(node) : `${printed(node)} = ${printed(value)}`;
}

export const reasonsOf = ({ gaps }: ReadResult): readonly string[] => gaps.map((g) => g.reason);
