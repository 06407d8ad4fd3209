/** The configuration that a plan was made of, where it is in the repository: which block each of its resources is written in. */
import { folderOf } from '../../model/span.js';
import { dig, get, type Node, stringOf } from '../../model/tree.js';
import { attributeOf, type Block } from '../../syntax/hcl/ast.js';
import { type CommentFinder, commentFinder } from '../declaration.js';
import { pathWithin } from '../paths.js';
import type { ReadFile, Unit } from '../reader.js';
import { placeOf } from './labels.js';

/** A block of the configuration. */
export interface WrittenBlock {
  readonly block: Block;
  readonly commentsOf: CommentFinder;
}

export interface Written {
  /** The folder of the root module. */
  readonly folder: string;
  /** The block that a resource is written in, by its address in the plan; undefined for one of a module that is not here. */
  blockOf(label: string): WrittenBlock | undefined;
}

type Blocks = ReadonlyMap<string, WrittenBlock>;
type Look = NonNullable<Unit<'json' | 'hcl'>['folder']>;

/** Modules inside one another. */
const deepest = 30;

/**
 * The nearest folder, from the plan's own one upwards, that declares most of what the plan is about: single names (`this`) are the same
 * everywhere, and a plan may be a little older. `configuration` is the `root_module` that the plan carries: it tells where the modules are.
 */
export function writtenFor(scope: string, labels: readonly string[], configuration: Node | undefined, look: Look): Written | undefined {
  const blocks = remembered(look);
  const roots = [...new Set(labels.map(rootOf))].filter((label) => !label.startsWith('data.'));
  for (let folder = folderOf(scope); ; folder = folderOf(folder)) {
    const declared = blocks(folder);
    if (roots.filter((label) => declared.has(label)).length * 2 > roots.length)
      return { folder, blockOf: (label) => find(label, folder, configuration, blocks) };
    if (folder === '') return undefined;
  }
}

/** What of a root module a resource belongs to: itself, or the call that leads to it. */
function rootOf(label: string): string {
  const { path, name } = placeOf(label);
  return path.length === 0 ? name : `module.${path[0]}`;
}

function find(label: string, root: string, configuration: Node | undefined, blocks: (folder: string) => Blocks): WrittenBlock | undefined {
  const { path, name } = placeOf(label);
  if (path.length > deepest) return undefined;
  let folder: string | undefined = root;
  let module = configuration;
  for (const step of path) {
    const call = dig(module, 'module_calls', step);
    const source = stringOf(get(call, 'source'));
    folder = source !== undefined && /^\.\.?(?:\/|$)/.test(source) ? pathWithin(folder, source) : undefined;
    if (folder === undefined) return undefined;
    module = get(call, 'module');
  }
  return blocks(folder).get(name);
}

/** A plan has many resources in few folders. */
function remembered(look: Look): (folder: string) => Blocks {
  const known = new Map<string, Blocks>();
  return (folder) => {
    const found = known.get(folder) ?? new Map(look(folder).flatMap(blocksIn));
    known.set(folder, found);
    return found;
  };
}

const isHcl = (file: ReadFile<'json' | 'hcl'>): file is ReadFile<'hcl'> => 'body' in file.tree;

function blocksIn(file: ReadFile<'json' | 'hcl'>): readonly (readonly [string, WrittenBlock])[] {
  if (!isHcl(file)) return [];
  const { body, comments } = file.tree;
  const commentsOf = commentFinder(comments);
  return body.blocks.flatMap((block) => {
    const label = labelOf(block);
    return label === undefined ? [] : [[label, { block, commentsOf }] as const];
  });
}

function labelOf(block: Block): string | undefined {
  const [first, second] = block.labels.map((l) => l.text);
  switch (block.type) {
    case 'resource':
      return second && `${first}.${second}`;
    case 'data':
      return second && `data.${first}.${second}`;
    case 'module':
      return first && `module.${first}`;
    case 'provider': {
      const alias = attributeOf(block.body, 'alias')?.value;
      const [part] = alias?.kind === 'template' ? alias.parts : [];
      return first && ['provider', first, ...(part?.kind === 'text' ? [part.text] : [])].join('.');
    }
    default:
      return undefined;
  }
}
