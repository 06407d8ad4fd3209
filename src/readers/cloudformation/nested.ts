/** Stacks that a template makes from other templates: which file each is made from, and with which parameters. */
import { type Gap, gap } from '../../model/gap.js';
import type { FilePath } from '../../model/span.js';
import { entriesOf, get, type Node, stringOf } from '../../model/tree.js';
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
  ['AWS::Serverless::Application', 'Location'],
]);

/** Whether a resource of this type is a stack of its own. */
export const isStack = (type: string): boolean => locations.has(type);

/** A template on disk. */
export interface NestedTemplate {
  readonly path: FilePath;
  readonly root: Node;
}

/** The template of a nested stack, or why it is not known. */
export function nestedTemplate(id: string, placed: Placed, from: FilePath, library: Library, e: TemplateEvaluation): NestedTemplate | Gap {
  const type = stringOf(get(placed.value, 'Type')) ?? '';
  const property = locations.get(type) ?? '';
  const written = get(get(placed.value, 'Properties'), property);
  const location = assetOf(placed.value, property) ?? (written && knownText(e.placed({ ...placed, value: written }, 'one')));
  const path = location === undefined ? undefined : localPath(from, location);
  const root = path && library.file(path)?.tree.documents.find((document) => isTemplate(document.root))?.root;
  if (path && root) return { path, root };
  const why = path ? `${path} is not a template that could be read` : 'its template is not a file of this repository';
  return gap('unresolved', `the resources of stack ${id} are not known: ${why}`, (written ?? placed.key).span);
}

/** What a stack is given for the parameters of its template. */
export function argumentsOf(placed: Placed, e: TemplateEvaluation): ReadonlyMap<string, Argument> {
  const given = new Map<string, Argument>();
  for (const { key, value } of entriesOf(get(get(placed.value, 'Properties'), 'Parameters'))) {
    const [plain, certain] = [e.placed({ ...placed, value }, 'one'), e.placed({ ...placed, value }, 'certain')];
    if (plain && certain) given.set(String(key.value), { value: plain, certain });
  }
  return given;
}
