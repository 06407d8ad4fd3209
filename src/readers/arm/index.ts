/** ARM templates in JSON, with their nested deployments. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { type FilePath, filePath } from '../../model/span.js';
import { get, type Node, scalar, stringOf } from '../../model/tree.js';
import { json } from '../../syntax/json.js';
import { Bounds } from '../bounds.js';
import { commentFinder } from '../declaration.js';
import { defineReader, type ReadFile, type Unit } from '../reader.js';
import { declareAll, parameterValues } from './resources.js';
import { type TemplateInput, TemplateNames } from './template.js';

/** Steps and characters that one template may cost. */
const budget = 5_000_000;

/** Every resource keeps its type name; its body is what is declared, without the words that say how often and when. */
export const arm = defineReader<'json'>({
  id: 'arm',
  dialect: 'arm',
  title: 'Azure Resource Manager templates (JSON)',
  files: { json: ['**/*.json'] },
  scope: 'file',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    for (const file of unit.files) readFile(file, unit, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

function readFile({ source, tree }: ReadFile<'json'>, { open }: Unit<'json'>, resources: Resource[], gaps: Gap[]): void {
  const root = tree.documents[0]?.root;
  const target = root && targetOf(root);
  if (!root || target === undefined || isCompiled(root, source.path, open)) return;
  const bounds = new Bounds(root.span, budget);
  const input: TemplateInput = { root, bounds, given: new Map(), certain: new Map(), declared: new Map() };
  const given = givenBeside(source.path, open, new TemplateNames(input));
  const names = new TemplateNames({ ...input, given });
  const section = get(root, 'resources');
  if (section?.kind === 'list' || section?.kind === 'map')
    declareAll(
      section,
      { prefix: '', names, target: scalar(target, root.span), depth: 0 },
      { path: source.path, bounds, open, commentsOf: commentFinder(tree.comments), resources, gaps, labels: new Map() },
    );
  else if (section) gaps.push(gap('unparsed', 'resources is neither a list nor a map', section.span));
  gaps.push(...bounds.gaps);
}

const schemas: ReadonlyMap<string, string> = new Map([
  ['deploymenttemplate', 'resourceGroup'],
  ['subscriptiondeploymenttemplate', 'subscription'],
  ['managementgroupdeploymenttemplate', 'managementGroup'],
  ['tenantdeploymenttemplate', 'tenant'],
]);

/** Where the template is deployed to, as its schema says; undefined when it is no template. */
function targetOf(root: Node): string | undefined {
  const name = /\/(\w+)\.json#?$/.exec(stringOf(get(root, '$schema')) ?? '')?.[1];
  return name === undefined ? undefined : schemas.get(name.toLowerCase());
}

/** What was compiled from Bicep that is in the repository is said by the Bicep. */
function isCompiled(root: Node, path: FilePath, open: Unit<'json'>['open']): boolean {
  const generator = stringOf(get(get(get(root, 'metadata'), '_generator'), 'name'));
  return generator === 'bicep' && open(filePath(path.replace(/\.json$/, '.bicep'))) !== undefined;
}

/** The values in the parameter file of the template. */
function givenBeside(path: FilePath, open: Unit<'json'>['open'], names: TemplateNames): ReadonlyMap<string, Node> {
  const source = open(filePath(path.replace(/\.json$/, '.parameters.json')));
  const root = source && json.parse(source).documents[0]?.root;
  return parameterValues(get(root, 'parameters'), names);
}
