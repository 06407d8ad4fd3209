/** SAM's connectors, by themselves or embedded in their source: each end is looked up, and what the connection allows becomes plain resources. */
import type { Resource } from '../../../model/resource.js';
import { entriesOf, get, itemsOf, type Node, stringOf } from '../../../model/tree.js';
import type { TemplateEvaluation } from '../evaluate.js';
import { missing } from '../text.js';
import { type Access, connectorProfiles, type Profile } from './connector-profiles.js';
import type { Maker } from './maker.js';

/** One end of a connection. */
interface Endpoint {
  /** Plain type without `AWS::`. */
  readonly type: string;
  readonly arn: Node;
  readonly name: Node;
  /** The role it acts as, where it has one. */
  readonly role: Node | undefined;
}

/** What an `AWS::Serverless::Connector` makes. */
export const expandConnector = (m: Maker, e: TemplateEvaluation): readonly Resource[] =>
  connect(get(m.resource.body, 'Source'), m.resource.body, m, e);

/** What the `Connectors` of a resource make; `written` is the resource's declaration. */
export const embeddedConnectors = (written: Node, m: Maker, e: TemplateEvaluation): readonly Resource[] =>
  entriesOf(get(written, 'Connectors')).flatMap(({ key, value }) => {
    const properties = e.evaluate(get(value, 'Properties') ?? value);
    const source = m.record({ Id: m.text(m.id, key.span) }, key.span);
    return properties ? connect(source, properties, m.beside(String(key.value), key.span), e) : [];
  });

function connect(from: Node | undefined, properties: Node, m: Maker, e: TemplateEvaluation): readonly Resource[] {
  const source = endpointOf(from, m, e);
  const wanted = itemsOf(get(properties, 'Permissions')).map((item) => stringOf(item));
  return itemsOf(get(properties, 'Destination')).flatMap((to, i) => {
    const destination = endpointOf(to, m, e);
    const profile = source && destination && connectorProfiles.get(`${source.type} > ${destination.type}`);
    if (!profile || wanted.length === 0 || wanted.some((word) => word !== 'Read' && word !== 'Write')) {
      m.unresolved('what a connector allows is not known', m.at);
      return [];
    }
    const granted = [...(wanted.includes('Read') ? profile.Read : []), ...(wanted.includes('Write') ? profile.Write : [])];
    return made(profile, granted, { source, destination }, i === 0 ? '' : String(i), m);
  });
}

interface Ends {
  readonly source: Endpoint;
  readonly destination: Endpoint;
}

function made(profile: Profile, granted: readonly Access[], { source, destination }: Ends, suffix: string, m: Maker): readonly Resource[] {
  const { holder, principal = '' } = profile;
  if (holder === 'permission') {
    const action = m.text('lambda:InvokeFunction');
    const from = sourceOf(source, m);
    return [
      m.make(`${suffix}Permission`, 'AWS::Lambda::Permission', {
        Action: action,
        FunctionName: destination.arn,
        Principal: m.text(principal),
        ...from,
      }),
    ];
  }
  if (holder === 'queue' || holder === 'topic') {
    const condition = m.record({ ArnEquals: m.record({ 'aws:SourceArn': source.arn }) });
    const statements = granted.map((access) =>
      m.record({ ...fieldsOf(allowed(access, destination, m)), Principal: m.record({ Service: m.text(principal) }), Condition: condition }),
    );
    const PolicyDocument = m.document(statements);
    return holder === 'queue'
      ? [m.make(`${suffix}QueuePolicy`, 'AWS::SQS::QueuePolicy', { Queues: m.list([destination.name]), PolicyDocument })]
      : [m.make(`${suffix}TopicPolicy`, 'AWS::SNS::TopicPolicy', { Topics: m.list([destination.name]), PolicyDocument })];
  }
  const [held, reached] = holder === 'source' ? [source, destination] : [destination, source];
  if (!held.role) m.unresolved('the role that a connector gives access to is not known', m.at);
  const statements = granted.map((access) => allowed(access, reached, m));
  return [
    m.make(`${suffix}Policy`, 'AWS::IAM::ManagedPolicy', {
      PolicyDocument: m.document(statements),
      Roles: m.list(held.role ? [held.role] : []),
    }),
  ];
}

const fieldsOf = (node: Node): Record<string, Node> =>
  Object.fromEntries(entriesOf(node).map(({ key, value }) => [String(key.value), value]));

/** An API is known by its own id and part; anything else by its ARN. */
const sourceOf = ({ type, arn, name }: Endpoint, m: Maker): Record<string, Node> => {
  if (!type.startsWith('ApiGateway')) return { SourceArn: arn };
  return { SourceArn: m.pattern('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Id}/*', new Map([['Id', name]])) };
};

function allowed({ actions, resources }: Access, { arn, name }: Endpoint, m: Maker): Node {
  const variables = new Map([
    ['Arn', arn],
    ['Name', name],
  ]);
  return m.allow(
    actions,
    resources.map((pattern) => m.pattern(pattern, variables)),
  );
}

const plainTypes: ReadonlyMap<string, string> = new Map([
  ['Serverless::Function', 'Lambda::Function'],
  ['Serverless::StateMachine', 'StepFunctions::StateMachine'],
  ['Serverless::SimpleTable', 'DynamoDB::Table'],
  ['Serverless::Api', 'ApiGateway::RestApi'],
  ['Serverless::HttpApi', 'ApiGatewayV2::Api'],
]);

const plain = (type: string): string => {
  const short = type.replace(/^AWS::/, '');
  return plainTypes.get(short) ?? short;
};

/** Where a resource says which role it acts as. */
const roleProperties: ReadonlyMap<string, readonly string[]> = new Map([
  ['Lambda::Function', ['Role']],
  ['StepFunctions::StateMachine', ['RoleArn', 'Role']],
  ['AppSync::DataSource', ['ServiceRoleArn']],
]);

/** An end by its logical id, or spelled out where it is declared elsewhere. */
function endpointOf(node: Node | undefined, m: Maker, e: TemplateEvaluation): Endpoint | undefined {
  const id = stringOf(get(node, 'Id'));
  const placed = id === undefined ? undefined : e.resources().get(id);
  if (id === undefined || !placed) return spelledOut(node, m);
  const type = plain(stringOf(get(placed.value, 'Type')) ?? '');
  const attribute = type === 'SNS::Topic' || type === 'StepFunctions::StateMachine' ? undefined : 'Arn';
  return { type, arn: m.reference(id, attribute), name: m.reference(id), role: roleOf(id, type, placed, m, e) };
}

function roleOf(id: string, type: string, placed: { readonly value: Node }, m: Maker, e: TemplateEvaluation): Node | undefined {
  for (const property of roleProperties.get(type) ?? []) {
    const written = get(get(placed.value, 'Properties'), property);
    const value = written && e.evaluate(written, 'one');
    if (value) return value;
  }
  const generated = `${id}Role`;
  return e.addressOf(generated) === undefined ? undefined : m.reference(generated, 'Arn');
}

function spelledOut(node: Node | undefined, m: Maker): Endpoint | undefined {
  const type = stringOf(get(node, 'Type'));
  if (type === undefined) return undefined;
  const unknown = missing('Arn', 'the ARN of an end of a connector is not given', m.at);
  const arn = get(node, 'Arn') ?? unknown;
  return { type: plain(type), arn, name: get(node, 'Name') ?? get(node, 'ResourceId') ?? arn, role: get(node, 'RoleName') };
}
