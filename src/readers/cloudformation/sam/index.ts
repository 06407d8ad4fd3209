/** The Serverless Application Model: a macro that makes several plain resources of one. What it makes is judged, not what it is written as. */
import type { Resource } from '../../../model/resource.js';
import { type Entry, get, type MapNode, type Node } from '../../../model/tree.js';
import { sizeOf } from '../budget.js';
import { callOf } from '../call.js';
import type { TemplateEvaluation } from '../evaluate.js';
import { embeddedConnectors, expandConnector } from './connectors.js';
import { expandFunction, expandStateMachine } from './function.js';
import type { Maker } from './maker.js';

const prefix = 'AWS::Serverless::';

type Expansion = (m: Maker) => readonly Resource[];

const expansions: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  ['AWS::Serverless::Function', expandFunction],
  ['AWS::Serverless::StateMachine', expandStateMachine],
  ['AWS::Serverless::SimpleTable', (m) => [m.same('AWS::DynamoDB::Table', {})]],
  ['AWS::Serverless::Api', (m) => [m.same('AWS::ApiGateway::RestApi', { Policy: apiPolicy(m) })]],
]);

/** The plain resources that a resource stands for, or itself, and those that its connectors make. `written` is its declaration. */
export function expanded(m: Maker, written: Node, e: TemplateEvaluation): readonly Resource[] {
  if (m.resource.type === 'AWS::Serverless::Connector') return expandConnector(m, e);
  return [...(expansions.get(m.resource.type)?.(m) ?? [m.resource]), ...embeddedConnectors(written, m, e)];
}

/** The ids of roles that SAM may make for a resource: other resources may refer to them. */
export const generatedIds = (id: string, type: string): readonly string[] =>
  type === 'AWS::Serverless::Function' || type === 'AWS::Serverless::StateMachine' ? [`${id}Role`] : [];

/** The properties of a resource with those that `Globals` gives to all of its kind. */
export function withGlobals(type: string, properties: Node | undefined, e: TemplateEvaluation): Node | undefined {
  const shared = type.startsWith(prefix) ? e.template.globals.get(type.slice(prefix.length)) : undefined;
  if (!shared || !e.afford(sizeOf(shared))) return properties;
  return properties ? merged(shared, properties) : shared;
}

/** Maps are merged, lists follow one another, anything else is what the resource says. */
function merged(shared: Node, own: Node): Node {
  if (callOf(shared) || callOf(own)) return own;
  if (shared.kind === 'list' && own.kind === 'list') return { ...own, items: [...shared.items, ...own.items] };
  return shared.kind === 'map' && own.kind === 'map' ? mergedMaps(shared, own) : own;
}

function mergedMaps(shared: MapNode, own: MapNode): MapNode {
  const entries = own.entries.map(({ key, value }): Entry => {
    const other = get(shared, String(key.value));
    return { key, value: other ? merged(other, value) : value };
  });
  const missing = shared.entries.filter(({ key }) => !get(own, String(key.value)));
  return { ...own, entries: [...missing, ...entries] };
}

/** `Auth.ResourcePolicy.CustomStatements`: who may call the API. */
function apiPolicy(m: Maker): Node | undefined {
  const statements = get(get(get(m.resource.body, 'Auth'), 'ResourcePolicy'), 'CustomStatements');
  return statements && m.record({ Statement: statements }, statements.span);
}
