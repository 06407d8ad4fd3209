/** Stacks that a template makes from other templates: which file each is made from, and with which parameters. */
import { type Gap, gap } from '../../model/gap.js';
import type { FilePath, Source } from '../../model/span.js';
import { entriesOf, get, type Node, type ScalarNode, stringOf } from '../../model/tree.js';
import { yaml } from '../../syntax/yaml/index.js';
import { callOf } from './call.js';
import { assetOf } from './cdk.js';
import type { TemplateEvaluation } from './evaluate.js';
import type { Argument } from './evaluation.js';
import { type Library, localPath } from './library.js';
import type { Placed } from './sections.js';
import { isTemplate } from './template.js';
import { knownText } from './text.js';

/** The property that says which template a stack is made from. */
const locations: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::CloudFormation::StackSet', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** Whether a resource of this type is a stack of its own. */
export const isStack = (type: string): boolean => locations.has(type);

/** A template on disk, or one that is written into another. */
export interface NestedTemplate {
  /** Where it is written. */
  readonly path: FilePath;
  readonly root: Node;
  readonly embedded: boolean;
}

/** The template of a nested stack, or why it is not known. */
export function nestedTemplate(id: string, placed: Placed, from: FilePath, library: Library, e: TemplateEvaluation): NestedTemplate | Gap {
  const body = get(get(placed.value, 'Properties'), 'TemplateBody');
  if (body) return embeddedTemplate(id, body, from, e);
  const type = stringOf(get(placed.value, 'Type')) ?? '';
  const property = locations.get(type) ?? '';
  const written = get(get(placed.value, 'Properties'), property);
  const location = assetOf(placed.value, property) ?? (written && knownText(e.placed({ ...placed, value: written }, 'one')));
  const path = location === undefined ? undefined : localPath(from, location);
  const root = path && library.file(path)?.tree.documents.find((document) => isTemplate(document.root))?.root;
  if (path && root) return { path, root, embedded: false };
  const why = path ? `${path} is not a template that could be read` : 'its template is not a file of this repository';
  return gap('unresolved', `the resources of stack ${id} are not known: ${why}`, (written ?? placed.key).span);
}

/** A template that is written as text into the resource that deploys it. */
function embeddedTemplate(id: string, body: Node, path: FilePath, e: TemplateEvaluation): NestedTemplate | Gap {
  const text = body.kind === 'scalar' && !callOf(body) ? textInPlace(body) : undefined;
  const root = text && e.afford(text.text.length) ? yaml.parse(text).documents[0]?.root : undefined;
  if (root && isTemplate(root)) return { path, root, embedded: true };
  return gap('unresolved', `the resources of stack ${id} are not known: its template could not be read`, body.span);
}

/** The file with everything but one text in it blanked: what is parsed there stands where it is written. */
function textInPlace({ value, offsets, span }: ScalarNode): Source | undefined {
  if (typeof value !== 'string' || !offsets) return undefined;
  const blank = span.source.text.replace(/[^\r\n]/g, ' ');
  const pieces: string[] = [];
  let from = 0;
  for (const [i, start] of offsets.from.entries()) {
    const place = offsets.to[i] ?? 0;
    const part = value.slice(start, offsets.from[i + 1] ?? value.length);
    pieces.push(blank.slice(from, place), part);
    from = place + part.length;
  }
  return { ...span.source, text: [...pieces, blank.slice(from)].join('') };
}

/** What a stack is given for the parameters of its template. */
export function argumentsOf(placed: Placed, e: TemplateEvaluation): ReadonlyMap<string, Argument> {
  const given = new Map<string, Argument>();
  for (const { name, value } of parametersOf(get(get(placed.value, 'Properties'), 'Parameters'))) {
    const [plain, certain] = [e.placed({ ...placed, value }, 'one'), e.placed({ ...placed, value }, 'certain')];
    if (plain && certain) given.set(name, { value: plain, certain });
  }
  return given;
}

/** A map, or a stack set's list of keys and values. */
const parametersOf = (node: Node | undefined): readonly { readonly name: string; readonly value: Node }[] =>
  node?.kind === 'list'
    ? node.items.flatMap((item) => {
        const [name, value] = [stringOf(get(item, 'ParameterKey')), get(item, 'ParameterValue')];
        return name !== undefined && value ? [{ name, value }] : [];
      })
    : entriesOf(node).map(({ key, value }) => ({ name: String(key.value), value }));
