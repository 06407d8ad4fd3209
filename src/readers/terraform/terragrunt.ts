/** `terragrunt.hcl` as far as it is literal: which local module it runs, and with which inputs. What it includes or computes is not followed. */
import { type Gap, gap } from '../../model/gap.js';
import { span } from '../../model/span.js';
import { type Attribute, attributeOf, type HclFile } from '../../syntax/hcl/ast.js';
import { calledFolder, withoutCredentials } from './module-calls.js';

export interface Terragrunt {
  /** The folder of the module that it runs; undefined when that is the folder it stands in, or is not known. */
  readonly folder: string | undefined;
  /** Values for the variables of the module. */
  readonly inputs: ReadonlyMap<string, Attribute>;
  readonly gaps: readonly Gap[];
}

export const isTerragrunt = (path: string): boolean => /(?:^|\/)terragrunt\.hcl$/.test(path);

/** What a `terragrunt.hcl` in a folder says. */
export function terragruntIn(scope: string, { body }: HclFile): Terragrunt {
  const run = body.blocks.find((b) => b.type === 'terraform');
  const source = run && attributeOf(run.body, 'source');
  const folder = run && calledFolder(scope, run);
  return { folder, inputs: inputsOf(body), gaps: source && folder === undefined ? [elsewhere(source)] : source ? [] : included(body) };
}

function inputsOf(body: HclFile['body']): ReadonlyMap<string, Attribute> {
  const inputs = attributeOf(body, 'inputs')?.value;
  if (inputs?.kind !== 'object') return new Map();
  return new Map(
    inputs.items.flatMap(({ key, value }): readonly (readonly [string, Attribute])[] => {
      const [part] = key.kind === 'template' && key.parts.length === 1 ? key.parts : [];
      if (part?.kind !== 'text') return [];
      const at = span(key.span.source, key.span.start, value.span.end);
      return [[part.text, { name: part.text, nameSpan: key.span, value, span: at }]];
    }),
  );
}

function elsewhere({ value, span: at }: Attribute): Gap {
  const [part] = value.kind === 'template' && value.parts.length === 1 ? value.parts : [];
  const whence = part?.kind === 'text' ? withoutCredentials(part.text) : 'a source that is not written out';
  return gap('unresolved', `terragrunt.hcl runs a module from ${whence}, which is not followed: what it makes is not known`, at);
}

function included({ blocks }: HclFile['body']): readonly Gap[] {
  const include = blocks.find((b) => b.type === 'include');
  return include
    ? [gap('unresolved', 'terragrunt.hcl says which module it runs in a file that it includes, which is not followed', include.head)]
    : [];
}
