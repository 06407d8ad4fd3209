/** SAM functions and state machines: a workload, its role where it names none, and what its events may do. */
import type { Resource } from '../../../model/resource.js';
import { entriesOf, get, itemsOf, type Node, stringOf } from '../../../model/tree.js';
import type { Maker } from './maker.js';
import { permissionFor, publicUrl, type SentEvent } from './permissions.js';
import { executionRole, starterRole } from './role.js';

export function expandFunction(m: Maker): readonly Resource[] {
  const { body } = m.resource;
  const events = eventsOf(body);
  const given = get(body, 'Role');
  const role = given
    ? []
    : [executionRole(m, { service: 'lambda.amazonaws.com', managed: functionPolicies(body, events), statements: deadLetters(m) })];
  const made = m.same('AWS::Lambda::Function', { Role: given ?? m.reference(`${m.id}Role`, 'Arn') });
  const permissions = events.flatMap((event) => permissionFor(event, m) ?? []);
  const starters = events
    .filter(({ type }) => type === 'ScheduleV2')
    .flatMap((event) => starterFor(event, 'lambda:InvokeFunction', 'Arn', m));
  return [made, ...role, ...permissions, ...starters, ...[publicUrl(m) ?? []].flat()];
}

export function expandStateMachine(m: Maker): readonly Resource[] {
  const { body } = m.resource;
  const given = get(body, 'Role');
  const managed = isOn(get(body, 'Tracing'), 'Enabled') ? ['AWSXRayDaemonWriteAccess'] : [];
  const role = given ? [] : [executionRole(m, { service: 'states.amazonaws.com', managed, statements: [] })];
  const made = m.same('AWS::StepFunctions::StateMachine', {
    RoleArn: given ?? m.reference(`${m.id}Role`, 'Arn'),
    StateMachineName: get(body, 'Name'),
  });
  const starters = eventsOf(body).flatMap((event) => starterFor(event, 'states:StartExecution', undefined, m));
  return [made, ...role, ...starters];
}

const eventsOf = (body: Node): readonly SentEvent[] =>
  entriesOf(get(body, 'Events')).map(({ key, value }) => ({
    name: String(key.value),
    type: stringOf(get(value, 'Type')) ?? '',
    properties: get(value, 'Properties'),
    at: key.span,
  }));

/** What SAM attaches so that the function can write logs, join a network, trace, and fetch its events. */
function functionPolicies(body: Node, events: readonly SentEvent[]): readonly string[] {
  const names = ['service-role/AWSLambdaBasicExecutionRole'];
  if (get(body, 'VpcConfig')) names.push('service-role/AWSLambdaVPCAccessExecutionRole');
  const tracing = stringOf(get(body, 'Tracing'));
  if (tracing === 'Active' || tracing === 'PassThrough') names.push('AWSXRayDaemonWriteAccess');
  for (const { type } of events) {
    const name = fetching.get(type);
    if (name !== undefined && !names.includes(name)) names.push(name);
  }
  return names;
}

const fetching: ReadonlyMap<string, string> = new Map([
  ['DynamoDB', 'service-role/AWSLambdaDynamoDBExecutionRole'],
  ['Kinesis', 'service-role/AWSLambdaKinesisExecutionRole'],
  ['MSK', 'service-role/AWSLambdaMSKExecutionRole'],
  ['SQS', 'service-role/AWSLambdaSQSQueueExecutionRole'],
]);

const isOn = (node: Node | undefined, key: string): boolean => stringOf(get(node, key)) === 'true' || isTrue(get(node, key));
const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.value === true;

/** Where failed events go, the function must be allowed to send them. */
function deadLetters(m: Maker): readonly Node[] {
  const queue = get(m.resource.body, 'DeadLetterQueue');
  const [type, target] = [stringOf(get(queue, 'Type')), get(queue, 'TargetArn')];
  const action = type === 'SQS' ? 'sqs:SendMessage' : type === 'SNS' ? 'sns:Publish' : undefined;
  return action && target ? [m.allow([action], [target], target.span)] : [];
}

/** Services that start a state machine, or a function by a schedule, and take on a role to do it. */
const starters: ReadonlyMap<string, string> = new Map([
  ['Api', 'apigateway.amazonaws.com'],
  ['CloudWatchEvent', 'events.amazonaws.com'],
  ['EventBridgeRule', 'events.amazonaws.com'],
  ['Schedule', 'events.amazonaws.com'],
  ['ScheduleV2', 'scheduler.amazonaws.com'],
]);

/** The role of an event, and the schedule that runs as it. An event that names a role gets none. */
function starterFor(
  { name, type, properties, at }: SentEvent,
  action: string,
  attribute: string | undefined,
  m: Maker,
): readonly Resource[] {
  const service = starters.get(type);
  const given = get(properties, 'RoleArn') ?? get(properties, 'Role');
  if (!service || (given && type !== 'ScheduleV2')) return [];
  const boundary = itemsOf(get(properties, 'PermissionsBoundary'))[0];
  const target = m.reference(m.id, attribute, at);
  const role = given ? [] : [starterRole(m, `${name}Role`, service, m.allow([action], [target], at), { PermissionsBoundary: boundary })];
  if (type !== 'ScheduleV2') return role;
  const runsAs = given ?? m.reference(`${m.id}${name}Role`, 'Arn', at);
  return [
    ...role,
    m.make(name, 'AWS::Scheduler::Schedule', { Name: get(properties, 'Name'), Target: m.record({ RoleArn: runsAs }, at) }, at),
  ];
}
