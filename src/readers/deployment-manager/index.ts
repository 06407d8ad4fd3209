/** Configurations of Google Cloud Deployment Manager in YAML. Templates in Jinja and Python are code, and code is not run here. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { address, get, itemsOf, type MapNode, map, type Node, stringOf } from '../../model/tree.js';
import { Bounds } from '../bounds.js';
import { type CommentFinder, commentFinder } from '../declaration.js';
import { defineReader, type ReadFile } from '../reader.js';
import { ConfigurationEvaluation } from './references.js';

/** Reads the `resources` of each configuration. The body is the whole declaration: access control stands beside the properties. */
export const deploymentManager = defineReader<'yaml'>({
  id: 'deployment-manager',
  dialect: 'deployment-manager',
  title: 'Google Cloud Deployment Manager (YAML)',
  files: { yaml: ['**/*.{yaml,yml}'] },
  scope: 'file',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    for (const file of unit.files) readFile(file, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

function readFile({ source, tree }: ReadFile<'yaml'>, resources: Resource[], gaps: Gap[]): void {
  const commentsOf = commentFinder(tree.comments);
  for (const { root } of tree.documents) {
    if (!isConfiguration(root)) continue;
    const declared = itemsOf(get(root, 'resources')).filter((item) => item.kind === 'map');
    const named = new Map(declared.map((item) => [stringOf(get(item, 'name')) ?? '', item]));
    const evaluation = new ConfigurationEvaluation(source.path, named, new Bounds(root.span));
    for (const item of declared) resources.push(...resourcesOf(item, source.path, evaluation, commentsOf, gaps));
    gaps.push(...evaluation.bounds.gaps);
  }
}

/** Other YAML has `resources` too; here each one has a name and a type, and nothing says which version of which API it is. */
function isConfiguration(root: Node): boolean {
  const resources = get(root, 'resources');
  if (resources?.kind !== 'list' || get(root, 'apiVersion') || get(root, 'kind')) return false;
  const told = resources.items.some((item) => stringOf(get(item, 'name')) !== undefined && isType(stringOf(get(item, 'type'))));
  return told;
}

/** `storage.v1.bucket`, `gcp-types/iam-v1:projects.serviceAccounts`, a template in the repository. */
const isType = (type: string | undefined): boolean =>
  type !== undefined && /^[\w-]+\.(v\d|alpha|beta)\w*\.|^[\w.-]+\/[\w.-]+:|\.(jinja|py)$/.test(type);

function resourcesOf(
  item: MapNode,
  scope: string,
  evaluation: ConfigurationEvaluation,
  commentsOf: CommentFinder,
  gaps: Gap[],
): readonly Resource[] {
  const [name, type] = [get(item, 'name'), stringOf(get(item, 'type'))];
  const label = stringOf(name);
  const head = (name ?? item).span;
  if (label === undefined || type === undefined) {
    gaps.push(gap('unparsed', 'a resource of this configuration has no name or no type', head));
    return [];
  }
  if (/\.(jinja|py)$/.test(type)) {
    gaps.push(gap('unresolved', `${label} is made by the template ${type}, which is not run: what it declares is not reviewed`, head));
    return [];
  }
  const { span } = item;
  const body = evaluation.evaluate(item);
  const whole = { dialect: 'deployment-manager', scope, span, head, comments: commentsOf(span, span) } as const;
  const access = get(body, 'accessControl');
  return [
    { ...whole, type, address: address(scope, label), label, body: body.kind === 'map' ? body : map([], span) },
    // Any resource may carry grants beside its properties; they are a thing of their own, whatever the resource is.
    ...(access?.kind === 'map'
      ? [
          {
            ...whole,
            type: 'accessControl',
            address: address(scope, `${label}.accessControl`),
            label: `${label}.accessControl`,
            body: access,
          },
        ]
      : []),
  ];
}
