/** Who may start a function because an event of SAM is sent to it. */
import type { Resource } from '../../../model/resource.js';
import { get, type Node, stringOf } from '../../../model/tree.js';
import type { Fields } from '../build.js';
import type { Maker } from './maker.js';

/** What an event makes its service allowed to do: the principal, and where it must come from. */
interface Sender {
  readonly principal: string;
  readonly from: (event: SentEvent, m: Maker) => Fields;
}

export interface SentEvent {
  readonly name: string;
  readonly type: string;
  readonly properties: Node | undefined;
  readonly at: Node['span'];
}

const ruleArn = ({ name, at }: SentEvent, m: Maker): Fields => ({
  SourceArn: { kind: 'template', parts: [{ name: `${m.resource.label}${name}.Arn` }], span: at },
});

/** The ARN of a way into an API; SAM makes one where the event names none. */
const routeArn =
  (property: string, implicit: string) =>
  ({ properties, at }: SentEvent, m: Maker): Fields => {
    const method = stringOf(get(properties, 'Method'))?.toUpperCase() ?? '*';
    const path = (stringOf(get(properties, 'Path')) ?? '*').replace(/^\//, '').replace(/\{[^{}]*\}/g, '*');
    const api = get(properties, property) ?? m.reference(implicit, undefined, at);
    const variables = new Map([
      ['Api', api],
      ['Method', m.text(method === 'ANY' ? '*' : method, at)],
      ['Path', m.text(path, at)],
    ]);
    const arn = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/${Method}/${Path}';
    return { SourceArn: m.pattern(arn, variables, at) };
  };

const property =
  (field: string, name: string) =>
  ({ properties }: SentEvent): Fields => ({ [field]: get(properties, name) });

const rule: Sender = { principal: 'events.amazonaws.com', from: ruleArn };

const senders: ReadonlyMap<string, Sender> = new Map([
  ['AlexaSkill', { principal: 'alexa-appkit.amazon.com', from: property('EventSourceToken', 'SkillId') }],
  ['Api', { principal: 'apigateway.amazonaws.com', from: routeArn('RestApiId', 'ServerlessRestApi') }],
  ['CloudWatchEvent', rule],
  [
    'CloudWatchLogs',
    {
      principal: 'logs.amazonaws.com',
      from: ({ properties, at }, m) => {
        const variables = new Map([['Group', get(properties, 'LogGroupName') ?? m.text('*', at)]]);
        return { SourceArn: m.pattern('arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:*', variables, at) };
      },
    },
  ],
  [
    'Cognito',
    {
      principal: 'cognito-idp.amazonaws.com',
      from: ({ properties }) => {
        const pool = get(properties, 'UserPool');
        return { SourceArn: pool?.kind === 'reference' && pool.path.length === 0 ? { ...pool, path: ['Arn'] } : pool };
      },
    },
  ],
  ['EventBridgeRule', rule],
  ['HttpApi', { principal: 'apigateway.amazonaws.com', from: routeArn('ApiId', 'ServerlessHttpApi') }],
  [
    'IoTRule',
    {
      principal: 'iot.amazonaws.com',
      from: ({ name, at }, m) => ({
        SourceArn: m.pattern(`arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:rule/${m.id}${name}`, new Map(), at),
      }),
    },
  ],
  ['S3', { principal: 's3.amazonaws.com', from: ({ at }, m) => ({ SourceAccount: m.reference('AWS::AccountId', undefined, at) }) }],
  ['SNS', { principal: 'sns.amazonaws.com', from: property('SourceArn', 'Topic') }],
  ['Schedule', rule],
]);

/** The permission that an event makes; undefined for events that the function fetches itself. */
export function permissionFor(event: SentEvent, m: Maker): Resource | undefined {
  const sender = senders.get(event.type);
  const fields: Fields | undefined = sender && {
    Action: m.text('lambda:InvokeFunction', event.at),
    FunctionName: m.reference(m.id, undefined, event.at),
    Principal: m.text(sender.principal, event.at),
    ...sender.from(event, m),
  };
  return fields && m.make(`${event.name}Permission`, 'AWS::Lambda::Permission', fields, event.at);
}

/** What a function URL without authentication makes. */
export function publicUrl(m: Maker): Resource | undefined {
  const auth = get(get(m.resource.body, 'FunctionUrlConfig'), 'AuthType');
  if (!auth || stringOf(auth) === 'AWS_IAM') return undefined;
  return m.make(
    'UrlPublicPermissions',
    'AWS::Lambda::Permission',
    {
      Action: m.text('lambda:InvokeFunctionUrl', auth.span),
      FunctionName: m.reference(m.id, undefined, auth.span),
      Principal: m.text('*', auth.span),
      FunctionUrlAuthType: auth,
    },
    auth.span,
  );
}
