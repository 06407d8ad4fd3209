/** What a module directory declares, found in all its files before anything is evaluated. */
import { type Gap, gap } from '../../model/gap.js';
import type { Comment } from '../../model/tree.js';
import { type Attribute, attributeOf, type Block, type Body } from '../../syntax/hcl/ast.js';
import type { ConfigurationFile } from './directory.js';

export type BlockKind = 'resource' | 'data' | 'ephemeral' | 'provider' | 'module';

/** A block that becomes a resource. */
export interface Declared {
  readonly kind: BlockKind;
  /** `aws_iam_role`, `data.aws_iam_policy_document`, `provider.aws`, `module`. */
  readonly type: string;
  /** `aws_iam_role.ci`, `data.aws_iam_policy_document.x`, `provider.aws.west`, `module.x`. */
  readonly label: string;
  readonly block: Block;
  /** All comments of the file it is written in. */
  readonly comments: readonly Comment[];
}

export interface Declarations {
  /** In the order of files and blocks. A label that is declared twice is there twice. */
  readonly blocks: readonly Declared[];
  readonly byLabel: ReadonlyMap<string, Declared>;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly moved: readonly Block[];
  readonly imports: readonly Block[];
  readonly removed: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** How many labels a kind of block has. */
const labelCounts: Readonly<Record<BlockKind, number>> = { resource: 2, data: 2, ephemeral: 2, provider: 1, module: 1 };
const isBlockKind = (type: string): type is BlockKind => Object.hasOwn(labelCounts, type);

export function declarationsOf(files: readonly ConfigurationFile[]): Declarations {
  const blocks: Declared[] = [];
  const variables = new Map<string, Block>();
  const locals = new Map<string, Attribute>();
  const outputs = new Map<string, Block>();
  /** Blocks without labels of their own. */
  const others = { moved: [] as Block[], import: [] as Block[], removed: [] as Block[] };
  const gaps: Gap[] = [];
  for (const { source, tree, gaps: own } of overridesLast(files)) {
    gaps.push(...own);
    const overriding = isOverride(source.path);
    for (const block of tree.body.blocks) {
      const [first] = block.labels;
      if (block.type === 'variable' && first) variables.set(first.text, over(overriding ? variables.get(first.text) : undefined, block));
      else if (block.type === 'output' && first) outputs.set(first.text, over(overriding ? outputs.get(first.text) : undefined, block));
      else if (block.type === 'locals') for (const attribute of block.body.attributes) locals.set(attribute.name, attribute);
      else if (block.type === 'moved' || block.type === 'import' || block.type === 'removed') others[block.type].push(block);
      else if (isBlockKind(block.type)) {
        const declared = declare(block.type, block, tree.comments);
        if (!declared)
          gaps.push(
            gap('unparsed', `a ${block.type} block without its ${labelCounts[block.type] === 2 ? 'type and name' : 'name'}`, block.head),
          );
        else if (!overriding || !override(blocks, declared)) blocks.push(declared);
      }
    }
  }
  return {
    blocks,
    byLabel: new Map(blocks.map((b) => [b.label, b])),
    variables,
    locals,
    outputs,
    moved: others.moved,
    imports: others.import,
    removed: others.removed,
    gaps,
  };
}

function declare(kind: BlockKind, block: Block, comments: readonly Comment[]): Declared | undefined {
  const labels = block.labels.map((l) => l.text);
  const [first, second] = labels;
  if (first === undefined || labels.length !== labelCounts[kind]) return undefined;
  switch (kind) {
    case 'resource':
      return { kind, type: first, label: `${first}.${second}`, block, comments };
    case 'data':
    case 'ephemeral':
      return { kind, type: `${kind}.${first}`, label: `${kind}.${first}.${second}`, block, comments };
    case 'provider': {
      const alias = attributeOf(block.body, 'alias')?.value;
      const [part] = alias?.kind === 'template' ? alias.parts : [];
      return {
        kind,
        type: `provider.${first}`,
        label: ['provider', first, ...(part?.kind === 'text' ? [part.text] : [])].join('.'),
        block,
        comments,
      };
    }
    case 'module':
      return { kind, type: 'module', label: `module.${first}`, block, comments };
  }
}

// ── override files ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const isOverride = (path: string): boolean => /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);

const overridesLast = (files: readonly ConfigurationFile[]): readonly ConfigurationFile[] => [
  ...files.filter((f) => !isOverride(f.source.path)),
  ...files.filter((f) => isOverride(f.source.path)),
];

/** Lays a block of an override file over the one it repeats; false when there is none. */
function override(blocks: Declared[], declared: Declared): boolean {
  const at = blocks.findIndex((b) => b.label === declared.label);
  const original = blocks[at];
  if (original) blocks[at] = { ...original, block: over(original.block, declared.block) };
  return original !== undefined;
}

/** Attributes replace one by one, nested blocks all of a type at once. */
function over(original: Block | undefined, block: Block): Block {
  if (!original) return block;
  const replaced = new Set(block.body.blocks.map((b) => (b.type === 'dynamic' ? b.labels[0]?.text : b.type)));
  const body: Body = {
    attributes: [...original.body.attributes, ...block.body.attributes],
    blocks: [...original.body.blocks.filter((b) => !replaced.has(b.type === 'dynamic' ? b.labels[0]?.text : b.type)), ...block.body.blocks],
    span: original.body.span,
  };
  return { ...original, body };
}
