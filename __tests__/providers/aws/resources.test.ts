/** Resources that guard themselves, and workloads that run as a role. */
import { describe, expect, it } from '@jest/globals';
import { fromCloudFormation, fromTerraform } from './kit.js';

interface Case {
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly says: readonly string[];
}

const anyoneReads = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}';
const role = 'arn:aws:iam::123456789012:role/app';

const cases: Readonly<Record<string, Case>> = {
  'a bucket policy': {
    terraform: `
      resource "aws_s3_bucket" "b" { bucket = "b" }
      resource "aws_s3_bucket_policy" "p" {
        bucket = "b"
        policy = jsonencode(${anyoneReads})
      }`,
    cloudformation: `P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: b, PolicyDocument: ${anyoneReads}}}`,
    says: ['resource aws.bucket b [at:p]', 'grant to at:p: allow anyone * s3:GetObject on * (resource policy)'],
  },
  'a policy in a field of the resource': {
    terraform: `
      resource "aws_opensearch_domain" "d" {
        domain_name     = "d"
        access_policies = jsonencode(${anyoneReads})
      }`,
    cloudformation: `D: {Type: AWS::OpenSearchService::Domain, Properties: {DomainName: d, AccessPolicies: ${anyoneReads}}}`,
    says: ['resource aws.search-domain d [at:d]', 'grant to at:d: allow anyone * s3:GetObject on * (resource policy)'],
  },
  'a policy that only denies stays a denial': {
    terraform: `
      resource "aws_sqs_queue_policy" "q" {
        queue_url = "q"
        policy    = jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "sqs:*", Resource = "*" }] })
      }`,
    cloudformation: `
Q:
  Type: AWS::SQS::QueueInlinePolicy
  Properties: {Queue: q, PolicyDocument: {Statement: [{Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: '*'}]}}`,
    says: ['resource aws.queue q [at:q]', 'grant to at:q: deny anyone * sqs:* on * (resource policy)'],
  },
  'a repository policy without Resource': {
    terraform: `
      resource "aws_ecr_repository_policy" "r" {
        repository = "r"
        policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "ecr:*" }] })
      }`,
    cloudformation: `
R:
  Type: AWS::ECR::Repository
  Properties:
    RepositoryName: r
    RepositoryPolicyText: {Statement: [{Effect: Allow, Principal: {AWS: '123456789012'}, Action: 'ecr:*'}]}`,
    says: ['resource aws.image-repository r [at:r]', 'grant to at:r: allow account 123456789012 ecr:* on * (resource policy)'],
  },
  'a key': {
    terraform: 'resource "aws_kms_key" "k" {\n enable_key_rotation = true\n description = "Keeps"\n}',
    cloudformation: 'K: {Type: AWS::KMS::Key, Properties: {EnableKeyRotation: true, Description: Keeps}}',
    says: [
      'resource aws.kms-key - [at:k] "Keeps" keyRotationEnabled=true keyRotationDays=365 keySpec="SYMMETRIC_DEFAULT" keyUsage="ENCRYPT_DECRYPT"',
    ],
  },
  'a Lambda permission': {
    terraform: `
      resource "aws_lambda_permission" "p" {
        function_name = "f"
        action        = "lambda:InvokeFunction"
        principal     = "s3.amazonaws.com"
        source_arn    = "arn:aws:s3:::b"
      }`,
    cloudformation: `
P:
  Type: AWS::Lambda::Permission
  Properties: {FunctionName: f, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::b'}`,
    says: [
      'resource aws.lambda-permission - [at:p]',
      'grant to at:p: allow service s3.amazonaws.com lambda:InvokeFunction on f when ArnLike aws:SourceArn = arn:aws:s3:::b (permission)',
    ],
  },
  'an event bus permission': {
    terraform: `
      resource "aws_cloudwatch_event_permission" "p" {
        principal    = "*"
        statement_id = "all"
        condition {
          key   = "aws:PrincipalOrgID"
          type  = "StringEquals"
          value = "o-1"
        }
      }`,
    cloudformation: `
P:
  Type: AWS::Events::EventBusPolicy
  Properties: {StatementId: all, Principal: '*', Action: 'events:PutEvents', Condition: {Key: 'aws:PrincipalOrgID', Type: StringEquals, Value: o-1}}`,
    says: [
      'resource aws.event-bus-permission - [at:p]',
      'grant to at:p: allow anyone * events:PutEvents on * when StringEquals aws:PrincipalOrgID = o-1 (permission)',
    ],
  },
  'an event bus policy as one statement': {
    cloudformation: `
P:
  Type: AWS::Events::EventBusPolicy
  Properties: {StatementId: all, Statement: {Effect: Allow, Principal: '*', Action: 'events:PutEvents', Resource: '*'}}`,
    says: ['resource aws.event-bus-permission - [at:p]', 'grant to at:p: allow anyone * events:PutEvents on * (resource policy)'],
  },
  'a secret that is rotated': {
    terraform: `
      resource "aws_secretsmanager_secret" "s" { name = "db" }
      resource "aws_secretsmanager_secret_rotation" "r" {
        secret_id           = "db"
        rotation_lambda_arn = "x"
        rotation_rules { automatically_after_days = 30 }
      }`,
    cloudformation: `
S: {Type: AWS::SecretsManager::Secret, Properties: {Name: db}}
R: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: db, RotationRules: {ScheduleExpression: rate(30 days)}}}`,
    says: [
      'resource aws.secret db [at:s aws:secret:db]',
      'credential of at:s: secret "secret value" reference static',
      'credential of aws:secret:db: secret "secret value" reference static by Secrets Manager rotation every 30 days',
    ],
  },
  'a secret that AWS makes': {
    cloudformation: 'S: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {PasswordLength: 20}}}',
    says: ['resource aws.secret - [at:s]', 'credential of at:s: secret "secret value" generated static'],
  },
  'a function': {
    terraform: `
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "${role}"
      }`,
    cloudformation: `F: {Type: AWS::Lambda::Function, Properties: {FunctionName: f, Role: '${role}'}}`,
    says: ['resource aws.function f [at:f aws:function:f]', 'at:f runs-as <aws:role:app> by Lambda function'],
  },
  'an instance': {
    terraform: 'resource "aws_instance" "i" { iam_instance_profile = "web" }\nresource "aws_instance" "plain" { ami = "x" }',
    cloudformation:
      'I: {Type: AWS::EC2::Instance, Properties: {IamInstanceProfile: web}}\nPlain: {Type: AWS::EC2::Instance, Properties: {ImageId: x}}',
    says: ['resource aws.instance - [at:i]', 'at:i runs-as <aws:instance-profile:web> by EC2 instance'],
  },
  'a launch template': {
    terraform: 'resource "aws_launch_template" "t" {\n name = "t"\n iam_instance_profile { name = "web" }\n}',
    cloudformation: `
T:
  Type: AWS::EC2::LaunchTemplate
  Properties: {LaunchTemplateName: t, LaunchTemplateData: {IamInstanceProfile: {Name: web}}}`,
    says: ['resource aws.launch-template t [at:t]', 'at:t runs-as <aws:instance-profile:web> by EC2 launch template'],
  },
  'an ECS task': {
    terraform: `
      resource "aws_ecs_task_definition" "t" {
        family             = "t"
        task_role_arn      = "${role}"
        execution_role_arn = "arn:aws:iam::123456789012:role/starter"
        container_definitions = jsonencode([{
          name    = "app"
          secrets = [{ name = "DB", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf" }]
        }])
      }`,
    cloudformation: `
T:
  Type: AWS::ECS::TaskDefinition
  Properties:
    Family: t
    TaskRoleArn: ${role}
    ExecutionRoleArn: arn:aws:iam::123456789012:role/starter
    ContainerDefinitions:
      - Name: app
        Secrets: [{Name: DB, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf'}]`,
    says: [
      'resource aws.ecs-task t [at:t] startsAsItself=false',
      'at:t runs-as <aws:role:app> by task role',
      'at:t runs-as <aws:role:starter> by task execution role',
      'at:t uses <aws:secret:db-AbCdEf aws:secret:db> by container secret',
    ],
  },
  'a SAM function with its own role': {
    cloudformation: `
F:
  Type: AWS::Serverless::Function
  Properties:
    FunctionName: f
    Policies:
      - AmazonS3ReadOnlyAccess
      - DynamoDBCrudPolicy: {TableName: t}
      - Statement: [{Effect: Allow, Action: 'sqs:*', Resource: '*'}]`,
    says: [
      'resource aws.function f [at:f aws:function:f]',
      'at:f runs-as <at:frole> by Lambda function',
      'identity workload-identity aws.role - [at:frole] path="/" maxSessionHours=1 hasPermissionsBoundary=false',
      'trust of at:frole: allow service lambda.amazonaws.com sts:AssumeRole',
      'grant to at:frole: allow dynamodb:GetItem | dynamodb:DeleteItem | dynamodb:PutItem | dynamodb:Scan | dynamodb:Query | ' +
        'dynamodb:UpdateItem | dynamodb:BatchWriteItem | dynamodb:BatchGetItem | dynamodb:DescribeTable | dynamodb:ConditionCheckItem on ' +
        'arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/t | ' +
        'arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/t/index/* (inline policy)',
      'grant to at:frole: allow sqs:* on * (inline policy)',
      'give <aws:managed-policy:AWSLambdaBasicExecutionRole> to <at:frole> by managed policy',
      'give <aws:managed-policy:AmazonS3ReadOnlyAccess> to <at:frole> by managed policy',
    ],
  },
  'a SAM function with a role': {
    cloudformation: `F: {Type: AWS::Serverless::Function, Properties: {FunctionName: f, Role: '${role}'}}`,
    says: ['resource aws.function f [at:f aws:function:f]', 'at:f runs-as <aws:role:app> by Lambda function'],
  },
  'a stack set': {
    terraform: `
      resource "aws_cloudformation_stack_set" "s" {
        name                    = "s"
        administration_role_arn = "${role}"
        execution_role_name     = "runner"
      }`,
    cloudformation: `S: {Type: AWS::CloudFormation::StackSet, Properties: {StackSetName: s, AdministrationRoleARN: '${role}', ExecutionRoleName: runner, TemplateBody: 'AWSTemplateFormatVersion: 2010'}}`,
    says: [
      'resource aws.stack-set s [at:s]',
      'at:s runs-as <aws:role:app> by administration role',
      'at:s runs-as <aws:role:runner> by execution role',
    ],
  },
  'a provider that assumes a role': {
    terraform: `provider "aws" {\n region = "eu-west-1"\n assume_role { role_arn = "${role}" }\n}\nprovider "aws" {\n alias = "plain"\n}`,
    says: ['identity integration aws.provider - [at:aws]', 'at:aws assumes <aws:role:app> by provider aws'],
  },
  'a permission set': {
    cloudformation: `
S:
  Type: AWS::SSO::PermissionSet
  Properties:
    Name: s
    ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess']
    InlinePolicy: {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}`,
    says: [
      'permission-set aws.permission-set s [at:s]',
      'grant to at:s: allow * on * (inline policy)',
      'give <aws:managed-policy:AdministratorAccess> to <at:s> by managed policy',
    ],
  },
  'a permission set in parts': {
    terraform: `
      resource "aws_ssoadmin_permission_set" "s" { name = "s" }
      resource "aws_ssoadmin_managed_policy_attachment" "m" {
        permission_set_arn = aws_ssoadmin_permission_set.s.arn
        managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
      }
      resource "aws_ssoadmin_permission_set_inline_policy" "i" {
        permission_set_arn = aws_ssoadmin_permission_set.s.arn
        inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
      }`,
    says: [
      'permission-set aws.permission-set s [at:s]',
      'give <aws:managed-policy:AdministratorAccess> to <at:s> by managed policy',
      'permission-set aws.permission-set-policy - [at:i]',
      'grant to at:i: allow * on * (inline policy)',
      'give <at:i> to <at:s> by inline policy',
    ],
  },
  'access to an EKS cluster': {
    terraform: `
      resource "aws_eks_access_entry" "e" {
        cluster_name      = "c"
        principal_arn     = "${role}"
        kubernetes_groups = ["deployers"]
      }
      resource "aws_eks_access_policy_association" "p" {
        cluster_name  = "c"
        principal_arn = "${role}"
        policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
        access_scope { type = "cluster" }
      }`,
    says: [
      'give <kubernetes:Group:deployers> to <aws:role:app> by EKS access entry',
      'give <aws:eks-access-policy:AmazonEKSClusterAdminPolicy> to <aws:role:app> by EKS access entry',
    ],
  },
  'access to an EKS cluster, all in one': {
    cloudformation: `
E:
  Type: AWS::EKS::AccessEntry
  Properties:
    ClusterName: c
    PrincipalArn: ${role}
    KubernetesGroups: [deployers]
    AccessPolicies: [{PolicyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', AccessScope: {Type: cluster}}]`,
    says: [
      'give <aws:eks-access-policy:AmazonEKSClusterAdminPolicy> to <aws:role:app> by EKS access entry',
      'give <kubernetes:Group:deployers> to <aws:role:app> by EKS access entry',
    ],
  },
  'a KMS grant': {
    terraform: `
      resource "aws_kms_grant" "g" {
        name              = "g"
        key_id            = "k"
        grantee_principal = "${role}"
        operations        = ["Decrypt", "Encrypt"]
      }`,
    says: [
      'permission-set aws.kms-grant g [at:g]',
      'grant to at:g: allow kms:Decrypt | kms:Encrypt on k (KMS grant)',
      'give <at:g> to <aws:role:app> by KMS grant',
    ],
  },
  parameters: {
    terraform: `
      resource "aws_ssm_parameter" "plain" {
        name  = "/app/region"
        type  = "String"
        value = "eu-west-1"
      }
      resource "aws_ssm_parameter" "secret" {
        name  = "/app/db"
        type  = "SecureString"
        value = random_password.db.result
      }`,
    says: ['resource aws.parameter /app/db [at:secret]', 'credential of at:secret: secret "parameter value" reference static'],
  },
  'things that are looked up': {
    terraform: `
      data "aws_iam_role" "ci" { name = "ci" }
      data "aws_iam_policy" "admin" { name = "AdministratorAccess" }
      resource "aws_iam_role_policy_attachment" "a" {
        role       = data.aws_iam_role.ci.name
        policy_arn = data.aws_iam_policy.admin.arn
      }`,
    says: [
      'identity external aws.principal-lookup ci [at:ci]',
      'permission-set aws.policy-lookup - [at:admin]',
      'give <aws:managed-policy:AdministratorAccess> to <at:admin> by looked-up policy',
      'give <at:admin> to <at:ci aws:role:ci> by attachment',
    ],
  },
};

describe('resources and workloads', () => {
  for (const [name, { says, terraform, cloudformation }] of Object.entries(cases)) {
    if (terraform) it(`${name} (Terraform)`, () => expect(fromTerraform(terraform)).toMatchObject({ lines: says, gaps: [] }));
    if (cloudformation)
      it(`${name} (CloudFormation)`, () => expect(fromCloudFormation(cloudformation)).toMatchObject({ lines: says, gaps: [] }));
  }
});
