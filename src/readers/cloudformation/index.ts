/** CloudFormation and SAM templates. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { address, type Entry, get, type MapNode, map, type Node, stringOf } from '../../model/tree.js';
import { type CommentFinder, commentFinder, declarationSpan } from '../declaration.js';
import { defineReader, type ReadFile, type Unit } from '../reader.js';
import { isFunctionKey } from './call.js';
import { TemplateEvaluation } from './evaluate.js';
import { isTemplate, templateOf, transformsOf } from './template.js';

/** Reads the `Resources` of each template; every resource keeps CloudFormation's type name and has its evaluated properties as body. */
export const cloudformation = defineReader<'yaml' | 'json'>({
  id: 'cloudformation',
  dialect: 'cloudformation',
  title: 'AWS CloudFormation and SAM templates (YAML and JSON)',
  files: { yaml: ['**/*.{yaml,yml,template}'], json: ['**/*.json'] },
  scope: 'file',
  read(unit: Unit<'yaml' | 'json'>) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    for (const file of unit.files) readFile(file, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

function readFile({ source, tree }: ReadFile<'yaml' | 'json'>, resources: Resource[], gaps: Gap[]): void {
  for (const { root } of tree.documents) {
    if (!isTemplate(root)) continue;
    const template = templateOf(root, source.path);
    const evaluation = new TemplateEvaluation(template, root.span);
    const commentsOf = commentFinder(tree.comments);
    gaps.push(...sectionGaps(root));
    for (const [label, entry] of template.resources) {
      const read = readResource(label, entry, evaluation, commentsOf);
      if ('type' in read) resources.push(read);
      else gaps.push(read);
    }
    gaps.push(...evaluation.gaps);
  }
}

function readResource(label: string, entry: Entry, evaluation: TemplateEvaluation, commentsOf: CommentFinder): Resource | Gap {
  const head = entry.key.span;
  if (isFunctionKey(label)) return gap('unresolved', `${label} makes resources that are not known from the template`, head);
  const type = stringOf(get(entry.value, 'Type'));
  if (type === undefined) return gap('unparsed', `resource ${label} has no type`, head);
  const { scope } = evaluation.template;
  const span = declarationSpan(entry);
  const body = bodyOf(label, entry, evaluation);
  return {
    dialect: 'cloudformation',
    type,
    address: address(scope, label),
    label,
    scope,
    body,
    span,
    head,
    comments: commentsOf(head, span),
  };
}

function bodyOf(label: string, entry: Entry, evaluation: TemplateEvaluation): MapNode {
  const properties: Node | undefined = get(entry.value, 'Properties');
  const value = properties && evaluation.evaluate(properties);
  if (value?.kind === 'map') return value;
  if (value) evaluation.gaps.push(gap('unresolved', `the properties of ${label} are not known: ${whyNot(value)}`, value.span));
  return map([], entry.key.span);
}

const whyNot = (node: Node): string => (node.kind === 'unknown' ? node.why : `a ${node.kind} stands in their place`);

/** What keeps the template from being all that will be deployed. */
function sectionGaps(root: Node): readonly Gap[] {
  const gaps: Gap[] = [];
  const section = get(root, 'Resources');
  if (section && section.kind !== 'map') gaps.push(gap('unparsed', 'Resources is not a map', section.span));
  for (const macro of transformsOf(root)) {
    if (macro.startsWith('AWS::') && macro !== 'AWS::Include') continue;
    gaps.push(gap('unresolved', `the macro ${macro} may change this template in ways that are not known`, get(root, 'Transform')?.span));
  }
  return gaps;
}
