/**
 * SAM's connectors: what a connection from one kind of resource to another allows.
 * Facts from the AWS SAM documentation ("AWS SAM connector reference") and the table that the SAM translator publishes (Apache-2.0).
 */

/** Actions on patterns of ARNs; `${Arn}` and `${Name}` are those of the end that is reached. */
export interface Access {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/**
 * `source`, `destination`: a policy for the role of that end · `permission`: the destination, a function, lets the source's service in ·
 * `queue`, `topic`: the destination's own policy lets the source's service in.
 */
export interface Profile {
  readonly holder: 'source' | 'destination' | 'permission' | 'queue' | 'topic';
  /** The service that is let in. */
  readonly principal?: string;
  readonly Read: readonly Access[];
  readonly Write: readonly Access[];
}

const access = (service: string, actions: string, ...resources: readonly string[]): readonly Access[] => [
  { actions: actions.split(' ').map((action) => `${service}:${action}`), resources: resources.length > 0 ? resources : ['${Arn}'] },
];
const by = (holder: Profile['holder'], Read: readonly Access[], Write: readonly Access[]): Profile => ({ holder, Read, Write });
const lets = (principal: string, holder: Profile['holder'], actions: readonly Access[]): Profile => ({
  holder,
  principal,
  Read: [],
  Write: actions,
});

const executions = 'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Name}:*';
const executionRule =
  'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';

const bucketRead = access(
  's3',
  'GetObject GetObjectAcl GetObjectLegalHold GetObjectRetention GetObjectTorrent GetObjectVersion GetObjectVersionAcl ' +
    'GetObjectVersionForReplication GetObjectVersionTorrent ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts',
  '${Arn}',
  '${Arn}/*',
);
const bucketWrite = access(
  's3',
  'AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject PutObjectLegalHold PutObjectRetention RestoreObject',
  '${Arn}',
  '${Arn}/*',
);
const tableRead = access('dynamodb', 'GetItem Query Scan BatchGetItem ConditionCheckItem PartiQLSelect', '${Arn}', '${Arn}/index/*');
const tableWrite = access(
  'dynamodb',
  'PutItem UpdateItem DeleteItem BatchWriteItem PartiQLDelete PartiQLInsert PartiQLUpdate',
  '${Arn}',
  '${Arn}/index/*',
);
const invoke = access('lambda', 'InvokeAsync InvokeFunction');
const invoked = access('lambda', 'InvokeFunction');
const publish = access('sns', 'Publish');
const send = access('sqs', 'SendMessage');
const putEvents = access('events', 'PutEvents');
const queueRead = access('sqs', 'ReceiveMessage GetQueueAttributes');

/** Profiles by source and destination, without `AWS::`. */
export const connectorProfiles: ReadonlyMap<string, Profile> = new Map([
  ['ApiGateway::RestApi > Lambda::Function', lets('apigateway.amazonaws.com', 'permission', invoked)],
  ['ApiGatewayV2::Api > Lambda::Function', lets('apigateway.amazonaws.com', 'permission', invoked)],
  ['AppSync::DataSource > DynamoDB::Table', by('source', tableRead, tableWrite)],
  ['AppSync::DataSource > Lambda::Function', by('source', [], access('lambda', 'InvokeAsync InvokeFunction', '${Arn}', '${Arn}:*'))],
  ['AppSync::GraphQLApi > Lambda::Function', lets('appsync.amazonaws.com', 'permission', invoked)],
  [
    'DynamoDB::Table > Lambda::Function',
    by('destination', access('dynamodb', 'DescribeStream GetRecords GetShardIterator ListStreams', '${Arn}/stream/*'), []),
  ],
  ['Events::Rule > Events::EventBus', by('source', [], putEvents)],
  ['Events::Rule > Lambda::Function', lets('events.amazonaws.com', 'permission', invoked)],
  ['Events::Rule > SNS::Topic', lets('events.amazonaws.com', 'topic', publish)],
  ['Events::Rule > SQS::Queue', lets('events.amazonaws.com', 'queue', send)],
  ['Events::Rule > StepFunctions::StateMachine', by('source', [], access('states', 'StartExecution'))],
  ['Lambda::Function > DynamoDB::Table', by('source', tableRead, tableWrite)],
  ['Lambda::Function > Events::EventBus', by('source', [], putEvents)],
  ['Lambda::Function > Lambda::Function', by('source', [], invoke)],
  [
    'Lambda::Function > Location::PlaceIndex',
    by(
      'source',
      access('geo', 'DescribePlaceIndex GetPlace SearchPlaceIndexForPosition SearchPlaceIndexForSuggestions SearchPlaceIndexForText'),
      [],
    ),
  ],
  ['Lambda::Function > S3::Bucket', by('source', bucketRead, bucketWrite)],
  ['Lambda::Function > SNS::Topic', by('source', [], publish)],
  ['Lambda::Function > SQS::Queue', by('source', queueRead, access('sqs', 'DeleteMessage SendMessage ChangeMessageVisibility PurgeQueue'))],
  [
    'Lambda::Function > StepFunctions::StateMachine',
    by(
      'source',
      [
        ...access('states', 'DescribeStateMachine ListExecutions'),
        ...access('states', 'DescribeExecution DescribeStateMachineForExecution GetExecutionHistory', executions),
      ],
      [...access('states', 'StartExecution StartSyncExecution'), ...access('states', 'StopExecution', executions)],
    ),
  ],
  ['S3::Bucket > Lambda::Function', lets('s3.amazonaws.com', 'permission', invoked)],
  ['SNS::Topic > Lambda::Function', lets('sns.amazonaws.com', 'permission', invoked)],
  ['SNS::Topic > SQS::Queue', lets('sns.amazonaws.com', 'queue', send)],
  ['SQS::Queue > Lambda::Function', by('destination', queueRead, access('sqs', 'DeleteMessage'))],
  ['StepFunctions::StateMachine > DynamoDB::Table', by('source', tableRead, tableWrite)],
  ['StepFunctions::StateMachine > Events::EventBus', by('source', [], putEvents)],
  ['StepFunctions::StateMachine > Lambda::Function', by('source', [], invoke)],
  ['StepFunctions::StateMachine > S3::Bucket', by('source', bucketRead, bucketWrite)],
  ['StepFunctions::StateMachine > SNS::Topic', by('source', [], publish)],
  ['StepFunctions::StateMachine > SQS::Queue', by('source', [], send)],
  [
    'StepFunctions::StateMachine > StepFunctions::StateMachine',
    by(
      'source',
      [...access('states', 'DescribeExecution', executions), ...access('events', 'DescribeRule', executionRule)],
      [
        ...access('states', 'StartExecution'),
        ...access('states', 'StopExecution', executions),
        ...access('events', 'PutTargets PutRule', executionRule),
      ],
    ),
  ],
]);
