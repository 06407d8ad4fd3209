/** Calls of other modules: where their files are, and what is said when they are not here. */
import { type Gap, gap } from '../../model/gap.js';
import { deref, type Node } from '../../model/tree.js';
import { attributeOf, type Block, type Expression } from '../../syntax/hcl/ast.js';
import type { Instance } from './instances.js';
import type { EvaluatedModule } from './module-contract.js';
import { resolvePath } from './paths.js';

/** Modules inside one another. */
const deepest = 30;

/** The module that a call leads to; undefined, with a gap, when it cannot be followed. */
export function calledModule(from: EvaluatedModule, instance: Instance): EvaluatedModule | undefined {
  const { shared } = from;
  const { block, label } = instance.declared;
  const source = written(from, instance);
  const folder = source === undefined ? undefined : localFolder(from.folder, source);
  if (folder === undefined) {
    shared.tell(elsewhere(block, label, source));
    return undefined;
  }
  const above = callersOf(from);
  if (above.some((m) => m.folder === folder) || above.length > deepest) {
    shared.tell(gap('unresolved', `${label} calls a module that it is itself a part of; it is not followed`, block.head));
    return undefined;
  }
  const declarations = shared.input.declarations(folder);
  if (!declarations) {
    shared.tell(gap('unresolved', `${label}: there is no Terraform in the folder that its source names`, block.head));
    return undefined;
  }
  for (const told of declarations.gaps) shared.tell(told);
  return shared.make({ folder, declarations, path: `${from.path}${instance.label}.`, caller: { module: from, instance } });
}

/** The module and all that lead to it. */
function callersOf(module: EvaluatedModule): readonly EvaluatedModule[] {
  const all: EvaluatedModule[] = [];
  for (let at: EvaluatedModule | undefined = module; at; at = at.caller?.module) all.push(at);
  return all;
}

function written(from: EvaluatedModule, instance: Instance): string | undefined {
  const source: Node | undefined = from.written(instance, 'source');
  const at = source && deref(source);
  return at?.kind === 'scalar' && typeof at.value === 'string' ? at.value : undefined;
}

/** The folder of a local source; undefined for any other and for one outside of the repository. */
function localFolder(folder: string, source: string): string | undefined {
  return /^\.\.?(?:\/|$)/.test(source) ? resolvePath(folder, source) : undefined;
}

function elsewhere(block: Block, label: string, source: string | undefined): Gap {
  const whence = source === undefined ? 'a source that is not known' : withoutCredentials(source);
  return gap(
    'unresolved',
    `${label} comes from ${whence}, which is not in the repository: what it makes is not known, its inputs were looked at`,
    block.head,
  );
}

/** A source may hold a login (`git::https://user:token@host/…`) and a query with keys in it. */
export const withoutCredentials = (source: string): string =>
  source
    .slice(0, 200)
    .replace(/\?.*$/s, '')
    .replace(/:\/\/[^/]*@/, '://');

// ── found in text ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** The folder that a module block calls, when its source is a local path written as it is. */
export function calledFolder(folder: string, block: Block): string | undefined {
  const source = attributeOf(block.body, 'source')?.value;
  const text = source && plainText(source);
  return text === undefined ? undefined : localFolder(folder, text);
}

function plainText(x: Expression): string | undefined {
  if (x.kind !== 'template' || x.parts.length !== 1) return undefined;
  const [part] = x.parts;
  return part?.kind === 'text' ? part.text : undefined;
}
