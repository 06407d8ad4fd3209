/** The sections of a Pulumi YAML program, by name, as they are written. */
import { type FilePath, folderOf } from '../../model/span.js';
import { type Entry, entriesOf, get, type Node, stringOf } from '../../model/tree.js';
import type { ReadFile } from '../reader.js';

export interface Program {
  readonly path: FilePath;
  readonly folder: string;
  /** Of the project, where the program tells it. */
  readonly name: string | undefined;
  readonly root: Node;
  readonly resources: ReadonlyMap<string, Entry>;
  readonly variables: ReadonlyMap<string, Node>;
  readonly config: ReadonlyMap<string, Node>;
  /** What the stacks of the folder give for a setting: one value for each stack that gives any. */
  readonly given: ReadonlyMap<string, readonly Node[]>;
}

/** A resource's declaration has a `type`; nothing else that is called Pulumi.yaml has such `resources`. */
export const isProgram = (root: Node): boolean => entriesOf(get(root, 'resources')).some(({ value }) => stringOf(get(value, 'type')));

/** Settings of one stack: `Pulumi.<stack>.yaml`. */
export const isStack = ({ source }: ReadFile<'yaml'>): boolean => /(^|\/)Pulumi\.[^/]+\.ya?ml$/.test(source.path);

export function programOf(root: Node, path: FilePath, stacks: readonly Node[]): Program {
  const name = stringOf(get(root, 'name'));
  return {
    path,
    folder: folderOf(path),
    name,
    root,
    resources: new Map(entriesOf(get(root, 'resources')).map((entry) => [String(entry.key.value), entry])),
    variables: byName(get(root, 'variables')),
    config: byName(get(root, 'config') ?? get(root, 'configuration'), name),
    given: givenBy(stacks, name),
  };
}

function byName(section: Node | undefined, project?: string): ReadonlyMap<string, Node> {
  return new Map(entriesOf(section).map(({ key, value }) => [withoutProject(String(key.value), project), value]));
}

function givenBy(stacks: readonly Node[], project: string | undefined): ReadonlyMap<string, readonly Node[]> {
  const given = new Map<string, Node[]>();
  for (const { key, value } of stacks.flatMap((stack) => entriesOf(get(stack, 'config')))) {
    const name = withoutProject(String(key.value), project);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

/** A setting's full name begins with its project's. */
const withoutProject = (name: string, project: string | undefined): string =>
  project !== undefined && name.startsWith(`${project}:`) ? name.slice(project.length + 1) : name;
