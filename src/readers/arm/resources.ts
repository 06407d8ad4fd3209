/** The resources of a template: rounds of loops, children, nested deployments. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { FilePath, Source, Span } from '../../model/span.js';
import { folderOf } from '../../model/span.js';
import { show, textOf } from '../../model/text.js';
import {
  address,
  booleanOf,
  deref,
  type Entry,
  entriesOf,
  get,
  itemsOf,
  type MapNode,
  type Node,
  numberOf,
  type ReferenceNode,
  scalar,
} from '../../model/tree.js';
import { json } from '../../syntax/json.js';
import { withIdentity } from '../arm-identity.js';
import { type Bounds, missing } from '../bounds.js';
import type { CommentFinder } from '../declaration.js';
import { joinText, knownText } from '../join-text.js';
import { pathWithin } from '../paths.js';
import { type Declared, keyOf, TemplateNames, textual } from './template.js';
import { jsonValue, mostRounds } from './values.js';

/** What all templates of one file share. */
export interface File {
  readonly path: FilePath;
  readonly bounds: Bounds;
  readonly open: (path: FilePath) => Source | undefined;
  readonly commentsOf: CommentFinder;
  readonly resources: Resource[];
  readonly gaps: Gap[];
  /** Labels in use. */
  readonly labels: Map<string, number>;
}

/** Where resources are declared. */
interface Outer {
  readonly prefix: string;
  readonly names: TemplateNames;
  /** Where the template is deployed to. */
  readonly target: Node;
  readonly parent?: { readonly type: string; readonly name: Node | undefined; readonly label: string };
  /** Deployments around; as deep as anyone goes. */
  readonly depth: number;
}

/** One resource of a loop or outside of one. */
interface Round {
  readonly written: MapNode;
  readonly symbol: string | undefined;
  readonly names: TemplateNames;
  readonly suffix: string;
  readonly head: Span;
}

const deepest = 20;
const most = 20_000;

/** Adds the resources of a template. Those of one list are named before their bodies are read, since they refer to one another. */
export function declareAll(section: Node | undefined, outer: Outer, file: File): void {
  const rounds = roundsOf(section, outer, file).map((round) => ({ round, declared: declare(round, outer, file) }));
  for (const { round, declared } of rounds) {
    if (file.resources.length > most) {
      file.gaps.push(gap('too-large', 'too many resources; the rest is not read', round.head));
      return;
    }
    addResource(round, declared, outer, file);
  }
}

interface Labelled extends Declared {
  readonly label: string;
  readonly existing: boolean;
}

function declare({ written, symbol, names, suffix }: Round, { prefix, parent }: Outer, file: File): Labelled {
  const own = knownText(get(written, 'type')) ?? '';
  const type = parent ? `${parent.type}/${own}` : own;
  const given = get(written, 'name');
  const part = given && jsonValue(given, names);
  const name = part && parent?.name ? joinText([parent.name, scalar('/', part.span), part], part.span, names.bounds) : part;
  const label = uniqueIn(file.labels, `${prefix}${symbol === undefined ? nameFor(type, name) : symbol}${suffix}`);
  const declared = { address: address(file.path, label), type, name, label, existing: booleanOf(get(written, 'existing')) === true };
  names.input.declared.set(keyOf(type, segmentsOf(name)), declared);
  const whole = textual(name)?.toLowerCase();
  if (whole !== undefined && !names.input.declared.has(`=${whole}`)) names.input.declared.set(`=${whole}`, declared);
  if (symbol !== undefined) names.input.declared.set(`#${symbol.toLowerCase()}`, declared);
  return declared;
}

/** `roleAssignments.ci` */
function nameFor(type: string, name: Node | undefined): string {
  const text = textOf(name && deref(name));
  return `${type.slice(type.lastIndexOf('/') + 1)}.${text ? show(text) : 'unnamed'}`;
}

function uniqueIn(labels: Map<string, number>, label: string): string {
  const use = (labels.get(label) ?? 0) + 1;
  labels.set(label, use);
  return use === 1 ? label : `${label}:${use}`;
}

/** A name of several parts is written with slashes. */
function segmentsOf(name: Node | undefined): readonly Node[] {
  const text = textOf(name && deref(name));
  return name && text
    ? show(text)
        .split('/')
        .map((part) => scalar(part, name.span))
    : [];
}

function roundsOf(section: Node | undefined, outer: Outer, file: File): readonly Round[] {
  const written =
    section && deref(section).kind === 'map'
      ? entriesOf(section).map(({ key, value }) => ({ symbol: String(key.value), value, head: key.span }))
      : itemsOf(section).map((value) => ({ symbol: undefined, value, head: (get(value, 'name') ?? get(value, 'type') ?? value).span }));
  return written.flatMap(({ symbol, value, head }): readonly Round[] => {
    if (value.kind !== 'map' || knownText(get(value, 'type')) === undefined) {
      file.gaps.push(gap('unparsed', 'a resource of this template has no type', value.span));
      return [];
    }
    return copies(value, outer.names, file).flatMap(({ names, suffix }) => {
      const condition = get(value, 'condition');
      const never = condition && booleanOf(jsonValue(condition, names.certainly())) === false;
      return never ? [] : [{ written: value, symbol, names, suffix, head }];
    });
  });
}

/** One for each round of a loop; one that stands for all where their number is not known. What a default hides may be there elsewhere. */
function copies(written: MapNode, names: TemplateNames, file: File): readonly Pick<Round, 'names' | 'suffix'>[] {
  const copy = get(written, 'copy');
  if (!copy) return [{ names, suffix: '' }];
  const loop = knownText(get(copy, 'name')) ?? '';
  const number = get(copy, 'count');
  const count = number && numberOf(jsonValue(number, names));
  if (count === undefined || (count <= 0 && number && numberOf(jsonValue(number, names.certainly())) !== count))
    return [{ names: names.round(loop, undefined), suffix: '[*]' }];
  if (count > mostRounds) file.gaps.push(gap('too-large', `a loop makes more than ${mostRounds} copies; the rest is not read`, copy.span));
  return Array.from({ length: Math.max(0, Math.min(count, mostRounds)) }, (_, i) => ({ names: names.round(loop, i), suffix: `[${i}]` }));
}

function addResource({ written, names, head }: Round, declared: Labelled, outer: Outer, file: File): void {
  const { type, name, label } = declared;
  const { span } = written;
  if (type.toLowerCase() === 'microsoft.resources/deployments') {
    addDeployment(written, label, outer, names, file);
    return;
  }
  if (!declared.existing)
    file.resources.push(
      ...withIdentity({
        dialect: 'arm',
        type,
        address: declared.address,
        label,
        scope: file.path,
        body: bodyOf(written, declared, outer, names),
        span,
        head,
        comments: file.commentsOf(span, span),
      }),
    );
  const children = get(written, 'resources');
  if (children) declareAll(children, { ...outer, names, parent: { type, name, label } }, file);
}

/** What concerns the declaration itself, not what is declared. */
const ofDeclaration: ReadonlySet<string> = new Set([
  'type',
  'apiVersion',
  'resources',
  'copy',
  'condition',
  'dependsOn',
  'comments',
  'existing',
  'import',
]);

function bodyOf(written: MapNode, { name }: Labelled, outer: Outer, names: TemplateNames): MapNode {
  const own = written.entries.filter(({ key }) => !ofDeclaration.has(String(key.value)));
  const body = jsonValue({ ...written, entries: own }, names);
  const entries: Entry[] =
    body.kind === 'map' ? body.entries.map((entry) => (entry.key.value === 'name' && name ? { ...entry, value: name } : entry)) : [];
  const at = written.span;
  if (outer.parent) {
    const parent: ReferenceNode = { kind: 'reference', to: address(written.span.source.path, outer.parent.label), path: [], span: at };
    entries.push({ key: scalar('parent', at), value: parent });
  }
  return { ...written, entries: [...entries, { key: scalar('targetScope', at), value: outer.target }] };
}

// ── nested deployments ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
function addDeployment(written: MapNode, label: string, outer: Outer, names: TemplateNames, file: File): void {
  const properties = get(written, 'properties');
  const inner = get(properties, 'template') ?? linked(properties, names, file);
  if (inner?.kind !== 'map' || outer.depth >= deepest) {
    const why = inner ? 'deployments are nested too deep' : 'it links a template that is not in the repository';
    file.gaps.push(gap('unresolved', `deployment ${label}: ${why}; what it declares is not reviewed`, written.span));
    return;
  }
  const evaluation = knownText(get(get(properties, 'expressionEvaluationOptions'), 'scope'))?.toLowerCase();
  const own = evaluation === 'inner' || !get(properties, 'template');
  const scope = get(written, 'scope') ?? get(written, 'subscriptionId') ?? get(written, 'resourceGroup');
  const target = scope ? jsonValue(scope, names) : outer.target;
  const given = (from: TemplateNames): ReadonlyMap<string, Node> => parameterValues(get(properties, 'parameters'), from);
  const innerNames = own
    ? new TemplateNames({ root: inner, bounds: names.bounds, given: given(names), certain: given(names.certainly()), declared: new Map() })
    : names;
  declareAll(get(inner, 'resources'), { prefix: `${label}/`, names: innerNames, target, depth: outer.depth + 1 }, file);
}

/** `{ x: { value } }` by name in lower case; a value that is kept in a vault is not told. */
export const parameterValues = (section: Node | undefined, names: TemplateNames): ReadonlyMap<string, Node> =>
  new Map(
    entriesOf(section).map(({ key, value }) => {
      const name = String(key.value);
      const given = get(value, 'value');
      return [name.toLowerCase(), given ? jsonValue(given, names) : missing(name, `parameter ${name} is kept in a vault`, value.span)];
    }),
  );

/** A template beside this one. */
function linked(properties: Node | undefined, names: TemplateNames, file: File): Node | undefined {
  const relative = get(get(properties, 'templateLink'), 'relativePath');
  const written = relative && knownText(jsonValue(relative, names));
  const path = written === undefined ? undefined : pathWithin(folderOf(file.path), written);
  const source = path === undefined || path === file.path ? undefined : file.open(path);
  return source && names.bounds.afford(source.text.length) ? json.parse(source).documents[0]?.root : undefined;
}
