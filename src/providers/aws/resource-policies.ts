/** Which resources carry a policy of their own, and under which name and field. */
import type { Entity } from '../entity.js';
import { resourcePolicy } from './resource-policy.js';

const bucketPolicy = resourcePolicy('aws.bucket', 'S3 bucket policy', {
  terraform: {
    type: ['aws_s3_bucket', 'aws_s3_bucket_policy', 'aws_s3_directory_bucket_policy'],
    fields: { name: 'bucket', prefix: 'bucket_prefix', document: 'policy', tags: 'tags' },
  },
  cloudformation: { type: 'AWS::S3::BucketPolicy', fields: { name: 'Bucket', document: 'PolicyDocument' } },
});

const accessPointPolicy = resourcePolicy('aws.access-point', 'S3 access point policy', {
  terraform: {
    type: ['aws_s3_access_point', 'aws_s3control_access_point_policy'],
    fields: { name: ['name', 'access_point_arn'], document: 'policy' },
  },
  cloudformation: { type: 'AWS::S3::AccessPoint', fields: { name: 'Name', document: 'Policy' } },
});

const topicPolicy = resourcePolicy('aws.topic', 'SNS topic policy', {
  terraform: {
    type: ['aws_sns_topic', 'aws_sns_topic_policy'],
    fields: { name: ['name', 'arn'], prefix: 'name_prefix', document: 'policy', tags: 'tags' },
  },
  cloudformation: {
    type: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
    fields: { name: 'TopicArn', document: 'PolicyDocument' },
  },
});

const queuePolicy = resourcePolicy('aws.queue', 'SQS queue policy', {
  terraform: {
    type: ['aws_sqs_queue', 'aws_sqs_queue_policy'],
    fields: { name: ['name', 'queue_url'], prefix: 'name_prefix', document: 'policy', tags: 'tags' },
  },
  cloudformation: {
    type: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
    fields: { name: 'Queue', document: 'PolicyDocument' },
  },
});

const imageRepositoryPolicy = resourcePolicy('aws.image-repository', 'ECR repository policy', {
  terraform: {
    type: ['aws_ecr_repository_policy', 'aws_ecrpublic_repository_policy', 'aws_ecr_registry_policy'],
    fields: { name: ['repository', 'repository_name'], document: 'policy' },
  },
  cloudformation: {
    type: ['AWS::ECR::Repository', 'AWS::ECR::PublicRepository', 'AWS::ECR::RegistryPolicy'],
    fields: { name: 'RepositoryName', document: ['RepositoryPolicyText', 'PolicyText'], tags: 'Tags' },
  },
});

const searchDomainPolicy = resourcePolicy('aws.search-domain', 'OpenSearch and Elasticsearch domain policy', {
  terraform: {
    type: ['aws_opensearch_domain', 'aws_opensearch_domain_policy', 'aws_elasticsearch_domain', 'aws_elasticsearch_domain_policy'],
    fields: { name: 'domain_name', document: 'access_policies', tags: 'tags' },
  },
  cloudformation: {
    type: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
    fields: { name: 'DomainName', document: 'AccessPolicies', tags: 'Tags' },
  },
});

const fileSystemPolicy = resourcePolicy('aws.file-system', 'EFS file system policy', {
  terraform: { type: 'aws_efs_file_system_policy', fields: { name: 'file_system_id', document: 'policy' } },
  cloudformation: { type: 'AWS::EFS::FileSystem', fields: { document: 'FileSystemPolicy', tags: 'FileSystemTags' } },
});

const backupVaultPolicy = resourcePolicy('aws.backup-vault', 'Backup vault policy', {
  terraform: { type: 'aws_backup_vault_policy', fields: { name: 'backup_vault_name', document: 'policy' } },
  cloudformation: {
    type: 'AWS::Backup::BackupVault',
    fields: { name: 'BackupVaultName', document: 'AccessPolicy', tags: 'BackupVaultTags' },
  },
});

const archiveVaultPolicy = resourcePolicy('aws.archive-vault', 'Glacier vault policy', {
  terraform: { type: 'aws_glacier_vault', fields: { name: 'name', document: 'access_policy', tags: 'tags' } },
});

const restApiPolicy = resourcePolicy('aws.rest-api', 'API Gateway REST API policy', {
  terraform: {
    type: ['aws_api_gateway_rest_api', 'aws_api_gateway_rest_api_policy'],
    fields: { name: ['name', 'rest_api_id'], document: 'policy', tags: 'tags' },
  },
  cloudformation: { type: 'AWS::ApiGateway::RestApi', fields: { name: 'Name', document: 'Policy', tags: 'Tags' } },
});

const eventBusPolicy = resourcePolicy('aws.event-bus', 'EventBridge event bus policy', {
  terraform: { type: 'aws_cloudwatch_event_bus_policy', fields: { name: 'event_bus_name', document: 'policy' } },
  cloudformation: { type: 'AWS::Events::EventBus', fields: { name: 'Name', document: 'Policy', tags: 'Tags' } },
});

const dataCatalogPolicy = resourcePolicy('aws.data-catalog', 'Glue resource policy', {
  terraform: { type: 'aws_glue_resource_policy', fields: { document: 'policy' } },
});

const logsPolicy = resourcePolicy('aws.logs', 'CloudWatch Logs policy', {
  terraform: {
    type: ['aws_cloudwatch_log_destination_policy', 'aws_cloudwatch_log_resource_policy'],
    fields: { name: ['destination_name', 'policy_name'], document: ['access_policy', 'policy_document'] },
  },
  cloudformation: {
    type: ['AWS::Logs::Destination', 'AWS::Logs::ResourcePolicy'],
    fields: { name: ['DestinationName', 'PolicyName'], document: ['DestinationPolicy', 'PolicyDocument'] },
  },
});

const mailIdentityPolicy = resourcePolicy('aws.mail-identity', 'SES identity policy', {
  terraform: {
    type: ['aws_ses_identity_policy', 'aws_sesv2_email_identity_policy'],
    fields: { name: ['identity', 'email_identity'], document: 'policy' },
  },
});

const tablePolicy = resourcePolicy('aws.table', 'DynamoDB table policy', {
  terraform: { type: 'aws_dynamodb_resource_policy', fields: { name: 'resource_arn', document: 'policy' } },
  cloudformation: {
    type: 'AWS::DynamoDB::Table',
    fields: { name: 'TableName', document: 'ResourcePolicy.PolicyDocument', tags: 'Tags' },
  },
});

const streamPolicy = resourcePolicy('aws.stream', 'Kinesis and MSK policy', {
  terraform: {
    type: ['aws_kinesis_resource_policy', 'aws_msk_cluster_policy'],
    fields: { name: ['resource_arn', 'cluster_arn'], document: 'policy' },
  },
  cloudformation: {
    type: ['AWS::Kinesis::ResourcePolicy', 'AWS::MSK::ClusterPolicy'],
    fields: { name: ['ResourceArn', 'ClusterArn'], document: ['ResourcePolicy', 'Policy'] },
  },
});

const privateCaPolicy = resourcePolicy('aws.private-ca', 'Private CA policy', {
  terraform: { type: 'aws_acmpca_policy', fields: { name: 'resource_arn', document: 'policy' } },
});

const artifactPolicy = resourcePolicy('aws.artifact-store', 'CodeArtifact policy', {
  terraform: {
    type: ['aws_codeartifact_domain_permissions_policy', 'aws_codeartifact_repository_permissions_policy'],
    fields: { name: ['repository', 'domain'], document: 'policy_document' },
  },
  cloudformation: {
    type: ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository'],
    fields: { name: ['RepositoryName', 'DomainName'], document: 'PermissionsPolicyDocument', tags: 'Tags' },
  },
});

const keyPolicy = resourcePolicy('aws.kms-key-policy', 'KMS key policy beside its key', {
  terraform: { type: 'aws_kms_key_policy', fields: { name: 'key_id', document: 'policy' } },
});

const secretPolicy = resourcePolicy('aws.secret-policy', 'Secrets Manager resource policy', {
  terraform: { type: 'aws_secretsmanager_secret_policy', fields: { name: 'secret_arn', document: 'policy' } },
  cloudformation: { type: 'AWS::SecretsManager::ResourcePolicy', fields: { name: 'SecretId', document: 'ResourcePolicy' } },
});

/** All of them. */
export const resourcePolicies: readonly Entity[] = [
  bucketPolicy,
  accessPointPolicy,
  topicPolicy,
  queuePolicy,
  imageRepositoryPolicy,
  searchDomainPolicy,
  fileSystemPolicy,
  backupVaultPolicy,
  archiveVaultPolicy,
  restApiPolicy,
  eventBusPolicy,
  dataCatalogPolicy,
  logsPolicy,
  mailIdentityPolicy,
  tablePolicy,
  streamPolicy,
  privateCaPolicy,
  artifactPolicy,
  keyPolicy,
  secretPolicy,
];
