/** The sections of a template, by logical name, as they are written. */
import { type Entry, entriesOf, get, itemsOf, type Node, type ScalarNode, stringOf } from '../../model/tree.js';

export interface Template {
  /** The scope of the addresses of its resources. */
  readonly scope: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: ReadonlyMap<string, Node>;
  readonly conditions: ReadonlyMap<string, Node>;
  readonly resources: ReadonlyMap<string, Entry>;
}

export interface Parameter {
  readonly type: string;
  /** The value that it has when the stack is made without one. */
  readonly given: ScalarNode | undefined;
}

/** Whether a document is a CloudFormation or SAM template. The format version is optional, so its look decides. */
export function isTemplate(root: Node): boolean {
  if (get(root, 'AWSTemplateFormatVersion')) return true;
  if (transformsOf(root).some((name) => name.startsWith('AWS::'))) return true;
  return entriesOf(get(root, 'Resources')).some(({ value }) => stringOf(get(value, 'Type'))?.includes('::'));
}

/** The names of the macros that are run over the whole template. */
export const transformsOf = (root: Node): readonly string[] =>
  itemsOf(get(root, 'Transform')).flatMap((item) => stringOf(item) ?? stringOf(get(item, 'Name')) ?? []);

export function templateOf(root: Node, scope: string): Template {
  return {
    scope,
    parameters: new Map(entriesOf(get(root, 'Parameters')).map(({ key, value }) => [String(key.value), parameterOf(value)])),
    mappings: valuesByName(get(root, 'Mappings')),
    conditions: valuesByName(get(root, 'Conditions')),
    resources: entriesByName(get(root, 'Resources')),
  };
}

function parameterOf(node: Node): Parameter {
  const given = get(node, 'Default');
  return {
    type: stringOf(get(node, 'Type')) ?? 'String',
    given: given?.kind === 'scalar' && given.value !== null ? given : undefined,
  };
}

/** As `get` does, the last of equal keys wins. */
const entriesByName = (section: Node | undefined): ReadonlyMap<string, Entry> =>
  new Map(entriesOf(section).map((entry) => [String(entry.key.value), entry]));

export const valuesByName = (section: Node | undefined): ReadonlyMap<string, Node> =>
  new Map(entriesOf(section).map(({ key, value }) => [String(key.value), value]));
