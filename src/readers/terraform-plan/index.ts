/** Terraform plans (`terraform show -json`): what each resource will be. A committed state file is told, and never looked into. */
import type { Move, Resource } from '../../model/resource.js';
import { span } from '../../model/span.js';
import { address, dig, entriesOf, get, itemsOf, type MapNode, map, type Node, stringOf } from '../../model/tree.js';
import { defineReader, type ReadFile, type ReadResult, type Unit } from '../reader.js';
import { configurationOf, type PlanConfiguration } from './configuration.js';
import { relocated } from './relocate.js';
import { type Marks, plannedValue } from './values.js';
import { type Written, writtenFor } from './written.js';

export const terraformPlan = defineReader<'json' | 'hcl'>({
  id: 'terraform-plan',
  dialect: 'terraform',
  title: 'Terraform plans (JSON), and state files',
  files: { json: ['**/*.json', '**/*.tfstate', '**/*.tfstate.backup'] },
  beside: { hcl: ['**/*.tf', '**/*.tofu'] },
  scope: 'file',
  read({ files, folder = () => [] }) {
    const read = files.map((file) => (isJson(file) ? readFile(file, folder) : nothing));
    return {
      resources: read.flatMap((r) => r.resources),
      moves: read.flatMap((r) => r.moves),
      gaps: read.flatMap((r) => r.gaps),
    };
  },
});

const nothing: ReadResult = { resources: [], moves: [], gaps: [] };

type Look = NonNullable<Unit<'json' | 'hcl'>['folder']>;
const isJson = (file: ReadFile<'json' | 'hcl'>): file is ReadFile<'json'> => 'documents' in file.tree;

function readFile(file: ReadFile<'json'>, folder: Look): ReadResult {
  const root = file.tree.documents[0]?.root;
  if (root?.kind !== 'map') return nothing;
  if (/\.tfstate(?:\.backup)?$/.test(file.source.path)) return state(file, root);
  const isPlan = stringOf(get(root, 'format_version')) !== undefined && get(root, 'resource_changes') !== undefined;
  return isPlan ? plan(file, root, folder) : nothing;
}

/** Of a state nothing is taken: it holds the values of everything, secrets among them. One that manages nothing yet holds nothing either. */
function state({ source }: ReadFile<'json'>, root: MapNode): ReadResult {
  if (!['resources', 'outputs', 'modules'].some((part) => holdsSomething(get(root, part)))) return nothing;
  const head = span(source, 0, 1);
  const label = source.path.slice(source.path.lastIndexOf('/') + 1);
  return { ...nothing, resources: [resource(source.path, 'terraform.state', label, map([], head), head, head)] };
}

const holdsSomething = (node: Node | undefined): boolean =>
  (node?.kind === 'list' && node.items.length > 0) || (node?.kind === 'map' && node.entries.length > 0);

/** Where the configuration is in the repository, its folder is the scope: what is read of both is the same resource then. */
function plan({ source }: ReadFile<'json'>, root: MapNode, folder: Look): ReadResult {
  const changes = itemsOf(get(root, 'resource_changes'));
  const labels = changes.flatMap((change) => stringOf(get(change, 'address')) ?? []);
  const written = writtenFor(source.path, labels, dig(root, 'configuration', 'root_module'), folder);
  const scope = written?.folder ?? source.path;
  const configuration = configurationOf(scope, get(root, 'configuration'), changes);
  const resources = providers(scope, configuration);
  const moves: Move[] = [];
  for (const change of changes) {
    const planned = changed(scope, change, configuration);
    if (!planned) continue;
    resources.push(planned);
    const before = stringOf(get(change, 'previous_address'));
    if (before !== undefined) moves.push({ from: address(scope, before), to: planned.address });
  }
  return { resources: written ? resources.map((r) => asWritten(r, written)) : resources, moves, gaps: [] };
}

/** A resource at the block that it is written in, with the comments that are about it. */
function asWritten(resource: Resource, { blockOf }: Written): Resource {
  const found = blockOf(resource.label);
  if (!found) return resource;
  const { block, commentsOf } = found;
  return {
    ...resource,
    body: relocated(resource.body, block),
    span: block.span,
    head: block.head,
    comments: commentsOf(block.head, block.span),
  };
}

/** What a resource will be; undefined for one that will be gone. */
function changed(scope: string, node: Node, configuration: PlanConfiguration): Resource | undefined {
  const label = stringOf(get(node, 'address'));
  const type = stringOf(get(node, 'type'));
  const change = get(node, 'change');
  if (label === undefined || type === undefined || !change) return undefined;
  const actions = itemsOf(get(change, 'actions')).map(stringOf);
  if (actions.length === 1 && (actions[0] === 'delete' || actions[0] === 'forget')) return undefined;
  const marks: Marks = { unknown: get(change, 'after_unknown'), sensitive: get(change, 'after_sensitive') };
  const body = plannedValue(get(change, 'after'), marks, configuration.expressionsOf(label), change.span);
  const named = get(node, 'address') ?? node;
  const kind = stringOf(get(node, 'mode')) === 'data' ? `data.${type}` : type;
  return resource(scope, kind, label, body.kind === 'map' ? body : map([], change.span), node.span, named.span);
}

/** Provider blocks: keys that are written in them stand in the plan. */
function providers(scope: string, configuration: PlanConfiguration): Resource[] {
  return entriesOf(configuration.providers).flatMap(({ value }) => {
    const name = stringOf(get(value, 'name'));
    const expressions = get(value, 'expressions');
    // Those of called modules are the same again, or are handed to them.
    if (name === undefined || get(value, 'module_address') || !expressions) return [];
    const alias = stringOf(get(value, 'alias'));
    const label = ['provider', name, ...(alias === undefined ? [] : [alias])].join('.');
    const body = configuration.written(expressions);
    return body.kind === 'map' ? [resource(scope, `provider.${name}`, label, body, value.span, value.span)] : [];
  });
}

const resource = (scope: string, type: string, label: string, body: MapNode, at: Resource['span'], head: Resource['head']): Resource => ({
  dialect: 'terraform',
  type,
  label,
  address: address(scope, label),
  scope,
  body,
  span: at,
  head,
  comments: [],
});
