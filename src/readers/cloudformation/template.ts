/** The sections of a template, by logical name, as they are written. */
import { type Entry, entriesOf, get, itemsOf, type Node, type ScalarNode, stringOf } from '../../model/tree.js';
import { isLoopKey } from './call.js';

export interface Template {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: ReadonlyMap<string, Node>;
  readonly conditions: ReadonlyMap<string, Node>;
  readonly outputs: ReadonlyMap<string, Node>;
  /** In source order; loops and includes stand among them. */
  readonly resources: readonly Entry[];
  /** What SAM gives to all resources of a kind, by that kind. */
  readonly globals: ReadonlyMap<string, Node>;
}

export interface Parameter {
  readonly type: string;
  /** The value that it has when the stack is made without one. */
  readonly given: ScalarNode | undefined;
  /** All values that it can have, where the template restricts them. */
  readonly allowed: readonly string[] | undefined;
}

/** Whether a document is a CloudFormation or SAM template. The format version is optional, so its look decides. */
export function isTemplate(root: Node): boolean {
  if (get(root, 'AWSTemplateFormatVersion')) return true;
  if (transformsOf(root).some((name) => name.startsWith('AWS::'))) return true;
  return entriesOf(get(root, 'Resources')).some(
    ({ key, value }) => stringOf(get(value, 'Type'))?.includes('::') || isLoopKey(String(key.value)),
  );
}

/** The names of the macros that are run over the whole template. */
export const transformsOf = (root: Node): readonly string[] =>
  itemsOf(get(root, 'Transform')).flatMap((item) => stringOf(item) ?? stringOf(get(item, 'Name')) ?? []);

export function templateOf(root: Node): Template {
  return {
    parameters: new Map(entriesOf(get(root, 'Parameters')).map(({ key, value }) => [String(key.value), parameterOf(value)])),
    mappings: valuesByName(get(root, 'Mappings')),
    conditions: valuesByName(get(root, 'Conditions')),
    outputs: valuesByName(get(root, 'Outputs')),
    resources: entriesOf(get(root, 'Resources')),
    globals: valuesByName(get(root, 'Globals')),
  };
}

function parameterOf(node: Node): Parameter {
  const given = get(node, 'Default');
  const allowed = itemsOf(get(node, 'AllowedValues')).flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
  return {
    type: stringOf(get(node, 'Type')) ?? 'String',
    given: given?.kind === 'scalar' && given.value !== null ? given : undefined,
    allowed: allowed.length > 0 ? allowed : undefined,
  };
}

/** As `get` does, the last of equal keys wins. */
export const valuesByName = (section: Node | undefined): ReadonlyMap<string, Node> =>
  new Map(entriesOf(section).map(({ key, value }) => [String(key.value), value]));
