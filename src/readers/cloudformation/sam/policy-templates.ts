/**
 * SAM's policy templates: what each name allows. `${Name}` is a parameter of the template.
 * Facts from the AWS SAM documentation ("AWS SAM policy templates") and the table that the SAM translator publishes (Apache-2.0).
 */

/** One statement that a template stands for. Allows. */
export interface TemplateStatement {
  readonly actions: readonly string[];
  /** ARN patterns for `Fn::Sub`, or `*`. */
  readonly resources: readonly string[];
  /** Operator, key and pattern. */
  readonly condition?: readonly [operator: string, key: string, value: string];
}

/** Actions of one service, by their names. */
const allow = (service: string, actions: string, ...resources: readonly string[]): TemplateStatement => ({
  actions: actions.split(' ').map((action) => `${service}:${action}`),
  resources: resources.length > 0 ? resources : ['*'],
});

const global = (service: string, resource: string): string => `arn:\${AWS::Partition}:${service}:::${resource}`;
const regional = (service: string, resource: string): string =>
  `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`;

const bucket = global('s3', '${BucketName}');
const objects = global('s3', '${BucketName}/*');
const table = regional('dynamodb', 'table/${TableName}');
const indexes = regional('dynamodb', 'table/${TableName}/index/*');
const backups = regional('dynamodb', 'table/${TableName}/backup/*');
const collection = regional('rekognition', 'collection/${CollectionId}');
const mailIdentity = regional('ses', 'identity/${IdentityName}');
const kinesisStream = regional('kinesis', 'stream/${StreamName}');
const deliveryStream = regional('firehose', 'deliverystream/${DeliveryStreamName}');
const repository = regional('codecommit', '${RepositoryName}');

const repositoryReads =
  'GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests ' +
  'DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests GetBlob ' +
  'GetFile GetFolder GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences GetObjectIdentifier ' +
  'GetReferences GetTree GetRepository ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers GetUploadArchiveStatus';
const repositoryWrites =
  'GitPush CreateBranch DeleteBranch MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch ' +
  'CreateUnreferencedMergeCommit CreatePullRequest MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay ' +
  'PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle DeleteFile PutFile ' +
  'DeleteCommentContent PostCommentForComparedCommit PostCommentReply UpdateComment CreateCommit UpdateRepositoryDescription TagResource ' +
  'UntagResource PutRepositoryTriggers UploadArchive CancelUploadArchive';

/** Statements by the name of the template. */
export const policyTemplates: Readonly<Record<string, readonly TemplateStatement[]>> = {
  AcmGetCertificatePolicy: [allow('acm', 'GetCertificate', '${CertificateArn}')],
  AMIDescribePolicy: [allow('ec2', 'DescribeImages', regional('ec2', 'image/*'))],
  AthenaQueryPolicy: [
    allow('athena', 'ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces GetTables GetTable'),
    allow(
      'athena',
      'StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions StopQueryExecution GetQueryResultsStream ' +
        'ListNamedQueries CreateNamedQuery GetQueryExecution BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup',
      regional('athena', 'workgroup/${WorkGroupName}'),
    ),
  ],
  AWSSecretsManagerGetSecretValuePolicy: [allow('secretsmanager', 'GetSecretValue', '${SecretArn}')],
  AWSSecretsManagerRotationPolicy: [
    {
      ...allow(
        'secretsmanager',
        'DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage',
        regional('secretsmanager', 'secret:*'),
      ),
      condition: ['StringEquals', 'secretsmanager:resource/AllowRotationLambdaArn', regional('lambda', 'function:${FunctionName}')],
    },
    allow('secretsmanager', 'GetRandomPassword'),
  ],
  CloudFormationDescribeStacksPolicy: [allow('cloudformation', 'DescribeStacks', regional('cloudformation', 'stack/*'))],
  CloudWatchDashboardPolicy: [allow('cloudwatch', 'GetDashboard ListDashboards PutDashboard ListMetrics')],
  CloudWatchDescribeAlarmHistoryPolicy: [allow('cloudwatch', 'DescribeAlarmHistory')],
  CloudWatchPutMetricPolicy: [allow('cloudwatch', 'PutMetricData')],
  CodeCommitCrudPolicy: [allow('codecommit', `${repositoryReads} ${repositoryWrites}`, repository)],
  CodeCommitReadPolicy: [allow('codecommit', repositoryReads, repository)],
  CodePipelineLambdaExecutionPolicy: [allow('codepipeline', 'PutJobSuccessResult PutJobFailureResult')],
  CodePipelineReadOnlyPolicy: [allow('codepipeline', 'ListPipelineExecutions', regional('codepipeline', '${PipelineName}'))],
  ComprehendBasicAccessPolicy: [
    allow(
      'comprehend',
      'BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment ' +
        'BatchDetectDominantLanguage BatchDetectSentiment',
    ),
  ],
  CostExplorerReadOnlyPolicy: [
    allow(
      'ce',
      'GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetTags',
    ),
  ],
  DynamoDBBackupFullAccessPolicy: [
    allow('dynamodb', 'CreateBackup DescribeContinuousBackups', table),
    allow('dynamodb', 'DeleteBackup DescribeBackup ListBackups', backups),
  ],
  DynamoDBCrudPolicy: [
    allow(
      'dynamodb',
      'GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem',
      table,
      indexes,
    ),
  ],
  DynamoDBReadPolicy: [allow('dynamodb', 'GetItem Scan Query BatchGetItem DescribeTable', table, indexes)],
  DynamoDBReconfigurePolicy: [allow('dynamodb', 'UpdateTable', table)],
  DynamoDBRestoreFromBackupPolicy: [
    allow('dynamodb', 'RestoreTableFromBackup', backups),
    allow('dynamodb', 'PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem', table),
  ],
  DynamoDBStreamReadPolicy: [
    allow('dynamodb', 'DescribeStream GetRecords GetShardIterator', regional('dynamodb', 'table/${TableName}/stream/${StreamName}')),
    allow('dynamodb', 'ListStreams', regional('dynamodb', 'table/${TableName}/stream/*')),
  ],
  DynamoDBWritePolicy: [allow('dynamodb', 'PutItem UpdateItem BatchWriteItem', table, indexes)],
  EC2CopyImagePolicy: [allow('ec2', 'CopyImage', regional('ec2', 'image/${ImageId}'))],
  EC2DescribePolicy: [allow('ec2', 'DescribeRegions DescribeInstances')],
  EFSWriteAccessPolicy: [
    {
      ...allow('elasticfilesystem', 'ClientMount ClientWrite', regional('elasticfilesystem', 'file-system/${FileSystem}')),
      condition: ['StringEquals', 'elasticfilesystem:AccessPointArn', regional('elasticfilesystem', 'access-point/${AccessPoint}')],
    },
  ],
  EKSDescribePolicy: [allow('eks', 'DescribeCluster ListClusters')],
  ElasticsearchHttpPostPolicy: [allow('es', 'ESHttpPost ESHttpPut', regional('es', 'domain/${DomainName}/*'))],
  EventBridgePutEventsPolicy: [allow('events', 'PutEvents', regional('events', 'event-bus/${EventBusName}'))],
  FilterLogEventsPolicy: [allow('logs', 'FilterLogEvents', regional('logs', 'log-group:${LogGroupName}:log-stream:*'))],
  FirehoseCrudPolicy: [
    allow(
      'firehose',
      'CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination',
      deliveryStream,
    ),
  ],
  FirehoseWritePolicy: [allow('firehose', 'PutRecord PutRecordBatch', deliveryStream)],
  KinesisCrudPolicy: [
    allow(
      'kinesis',
      'AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator ' +
        'IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream',
      kinesisStream,
    ),
  ],
  KinesisStreamReadPolicy: [
    allow('kinesis', 'ListStreams DescribeLimits', regional('kinesis', 'stream/*')),
    allow('kinesis', 'DescribeStream DescribeStreamSummary GetRecords GetShardIterator', kinesisStream),
  ],
  KMSDecryptPolicy: [allow('kms', 'Decrypt', regional('kms', 'key/${KeyId}'))],
  KMSEncryptPolicy: [allow('kms', 'Encrypt', regional('kms', 'key/${KeyId}'))],
  LambdaInvokePolicy: [allow('lambda', 'InvokeFunction', regional('lambda', 'function:${FunctionName}*'))],
  MobileAnalyticsWriteOnlyAccessPolicy: [allow('mobileanalytics', 'PutEvents')],
  OrganizationsListAccountsPolicy: [allow('organizations', 'ListAccounts')],
  PinpointEndpointAccessPolicy: [
    allow(
      'mobiletargeting',
      'GetEndpoint UpdateEndpoint UpdateEndpointsBatch',
      regional('mobiletargeting', 'apps/${PinpointApplicationId}/endpoints/*'),
    ),
  ],
  PollyFullAccessPolicy: [
    allow('polly', 'GetLexicon DeleteLexicon', regional('polly', 'lexicon/${LexiconName}')),
    allow('polly', 'DescribeVoices ListLexicons PutLexicon SynthesizeSpeech', regional('polly', 'lexicon/*')),
  ],
  RekognitionDetectOnlyPolicy: [allow('rekognition', 'DetectFaces DetectLabels DetectModerationLabels DetectText')],
  RekognitionFacesManagementPolicy: [allow('rekognition', 'IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces', collection)],
  RekognitionFacesPolicy: [allow('rekognition', 'CompareFaces DetectFaces')],
  RekognitionLabelsPolicy: [allow('rekognition', 'DetectLabels DetectModerationLabels')],
  RekognitionNoDataAccessPolicy: [allow('rekognition', 'CompareFaces DetectFaces DetectLabels DetectModerationLabels', collection)],
  RekognitionReadPolicy: [allow('rekognition', 'ListCollections ListFaces SearchFaces SearchFacesByImage', collection)],
  RekognitionWriteOnlyAccessPolicy: [allow('rekognition', 'CreateCollection IndexFaces', collection)],
  Route53ChangeResourceRecordSetsPolicy: [allow('route53', 'ChangeResourceRecordSets', global('route53', 'hostedzone/${HostedZoneId}'))],
  S3CrudPolicy: [
    allow(
      's3',
      'GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration ' +
        'DeleteObject',
      bucket,
      objects,
    ),
  ],
  S3FullAccessPolicy: [
    allow(
      's3',
      'GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging ' +
        'GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging',
      objects,
    ),
    allow('s3', 'ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration', bucket),
  ],
  S3ReadPolicy: [allow('s3', 'GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration', bucket, objects)],
  S3WritePolicy: [allow('s3', 'PutObject PutObjectAcl PutLifecycleConfiguration', bucket, objects)],
  ServerlessRepoReadWriteAccessPolicy: [
    allow(
      'serverlessrepo',
      'CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications ListApplicationVersions ' +
        'ListApplicationDependencies',
      regional('serverlessrepo', 'applications/*'),
    ),
  ],
  SESBulkTemplatedCrudPolicy: [
    allow(
      'ses',
      'GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity',
      mailIdentity,
    ),
  ],
  SESCrudPolicy: [allow('ses', 'GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity', mailIdentity)],
  SESEmailTemplateCrudPolicy: [allow('ses', 'CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate')],
  SESSendBouncePolicy: [allow('ses', 'SendBounce', mailIdentity)],
  SNSCrudPolicy: [
    allow('sns', 'ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish', regional('sns', '${TopicName}*')),
  ],
  SNSPublishMessagePolicy: [allow('sns', 'Publish', regional('sns', '${TopicName}'))],
  SQSPollerPolicy: [
    allow(
      'sqs',
      'ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage',
      regional('sqs', '${QueueName}'),
    ),
  ],
  SQSSendMessagePolicy: [allow('sqs', 'SendMessage*', regional('sqs', '${QueueName}'))],
  SSMParameterReadPolicy: [
    allow('ssm', 'DescribeParameters'),
    allow('ssm', 'GetParameters GetParameter GetParametersByPath', regional('ssm', 'parameter/${ParameterName}')),
  ],
  SSMParameterWithSlashPrefixReadPolicy: [
    allow('ssm', 'DescribeParameters'),
    allow('ssm', 'GetParameters GetParameter GetParametersByPath', regional('ssm', 'parameter${ParameterName}')),
  ],
  StepFunctionsExecutionPolicy: [allow('states', 'StartExecution', regional('states', 'stateMachine:${StateMachineName}'))],
  TextractDetectAnalyzePolicy: [allow('textract', 'DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument')],
  TextractGetResultPolicy: [allow('textract', 'GetDocumentTextDetection GetDocumentAnalysis')],
  TextractPolicy: [allow('textract', '*')],
  VPCAccessPolicy: [allow('ec2', 'CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface')],
};
