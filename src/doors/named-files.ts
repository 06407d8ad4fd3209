/** Files that the user's words name. Who may change such a file decides where it is looked for. */
import { isAbsolute, relative, resolve } from 'node:path';
import { EdgeError, printable } from '../edges/edge-error.js';
import { readUserFile } from '../edges/files.js';
import { linkBelow } from '../edges/links.js';
import { isPolicyFile, policyFiles } from '../edges/policy-files.js';
import { type FilePath, filePath, type Source } from '../model/span.js';
import type { ChangeSource, Content } from '../ports.js';
import type { Tree } from './tree.js';

export interface NamedFiles {
  config(file: string): Promise<Source>;
  policies(entry: string): Promise<readonly Source[]>;
}

/** The sides of a change, and the folder in which the words of its config are meant. */
export interface Ground {
  /** Whose config, policies, waivers and code owners count: the change cannot edit it. */
  readonly trusted: Tree;
  readonly head: Tree;
  readonly root: string;
  /** The change itself, where there is one: what it does to config, policies and workflows is told. */
  readonly change?: ChangeSource;
}

/** What a person names at a terminal is on disk. */
export const onDisk = (root: string): NamedFiles => ({
  config: async (file) => ({ path: filePath(file), side: 'head', text: readUserFile(resolve(root, file), 'config file') }),
  policies: async (entry) => policyFiles(entry, root),
});

/**
 * What a config or a workflow names is in the trusted tree. On disk it is looked for only when no side of the change has it: then somebody
 * else put it there, such as an earlier step that checked out a repository of policies.
 */
export function inTrees({ trusted, head, root }: Ground): NamedFiles {
  const inTrusted = async (named: string): Promise<readonly Source[]> => {
    const place = placeIn(root, named);
    if (place === undefined) return [];
    const below = (await trusted.list()).paths.filter((path) => isAt(place, path));
    if (below.length === 0 && (await holds(head, place))) throw onlyInHead(named);
    const paths = below.filter((path) => path === place || isPolicyFile(path.slice(place.length)));
    const contents = await trusted.read(paths);
    return paths.map((path, i) => sourceOf(path, contents[i], trusted));
  };
  const onDiskBelow = (named: string): NamedFiles => {
    if (linkBelow(root, named) !== undefined)
      throw new EdgeError('cannot-read', `"${printable(named)}" leads through a symbolic link. Name the place itself.`);
    return onDisk(root);
  };
  return {
    config: async (file) => (await inTrusted(file)).find((source) => source.path === placeIn(root, file)) ?? onDiskBelow(file).config(file),
    policies: async (entry) => {
      const found = await inTrusted(entry);
      return found.length > 0 ? found : onDiskBelow(entry).policies(entry);
    },
  };
}

/** Below the root as trees spell it; undefined for what is elsewhere. */
function placeIn(root: string, named: string): FilePath | undefined {
  const place = filePath(relative(resolve(root), resolve(root, named)));
  return place === '..' || place.startsWith('../') || isAbsolute(place) ? undefined : place;
}

const isAt = (place: string, path: string): boolean => place === '' || path === place || path.startsWith(`${place}/`);

/** Also spelled otherwise, since some disks do not tell such names apart; also as a link or a submodule that the change brings in. */
async function holds(tree: Tree, place: string): Promise<boolean> {
  const { paths, gaps } = await tree.list();
  const loose = (path: string): string => path.normalize('NFC').toLowerCase();
  const leftOut = gaps.flatMap(({ at }) => (typeof at === 'string' ? [at] : []));
  return paths.some((path) => isAt(loose(place), loose(path))) || leftOut.some((path) => isAt(loose(path), loose(place)));
}

const onlyInHead = (named: string): EdgeError =>
  new EdgeError(
    'cannot-read',
    `"${printable(named)}" is only in the head of this change. Config and policies are taken from the base: merge them first, then name them.`,
  );

/** One that is there and cannot be read ends the run: silence would be a pass. */
export function sourceOf(path: FilePath, content: Content | undefined, { side }: Tree): Source {
  if (content?.kind === 'text') return { path, side, text: content.text };
  throw new EdgeError('cannot-read', `${path} cannot be read: ${content?.kind === 'gap' ? content.gap.reason : 'it is not a text file'}.`);
}
