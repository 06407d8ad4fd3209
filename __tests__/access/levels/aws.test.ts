import { describe, expect, it } from '@jest/globals';
import { aws } from '../../../src/access/levels/aws.js';
import { grant, handles, patterns, set } from '../make.js';

const role = 'arn:aws:iam::111111111111:role/task';

describe('level of actions on everything', () => {
  it.each([
    ['*', 'admin'],
    ['*:*', 'admin'],
    ['iam:*', 'escalates'],
    ['iam:Put*', 'escalates'],
    ['IAM:putrolepolicy', 'escalates'],
    ['iam:CreateAccessKey', 'escalates'],
    ['iam:PassRole', 'escalates'],
    ['sts:AssumeRole', 'escalates'],
    ['sts:*', 'escalates'],
    ['sts:GetCallerIdentity', 'reads'],
    ['iam:CreateServiceLinkedRole', 'manages-permissions'],
    ['iam:DeleteRole', 'manages-permissions'],
    ['iam:GetRole', 'reads'],
    ['iam:List*', 'lists'],
    ['iam:SimulatePrincipalPolicy', 'reads'],
    ['sso:ListInstances', 'lists'],
    ['sso:CreatePermissionSet', 'manages-permissions'],
    ['kms:*', 'manages-permissions'],
    ['kms:Decrypt', 'reads-secrets'],
    ['kms:Encrypt', 'writes'],
    ['secretsmanager:GetSecretValue', 'reads-secrets'],
    ['secretsmanager:Get*', 'reads-secrets'],
    ['secretsmanager:DescribeSecret', 'lists'],
    ['ssm:GetParameter*', 'reads-secrets'],
    ['ssm:DescribeParameters', 'lists'],
    ['ssm:SendCommand', 'writes-infrastructure'],
    ['s3:*', 'manages-permissions'],
    ['s3:Get*', 'exfiltrates-data'],
    ['s3:GetObject', 'exfiltrates-data'],
    ['s3:GetObjectTagging', 'reads'],
    ['s3:GetBucketLocation', 'reads'],
    ['s3:ListBucket', 'lists'],
    ['s3:ListAllMyBuckets', 'lists'],
    ['s3:PutObject', 'writes'],
    ['s3:PutObject*', 'manages-permissions'],
    ['logs:*', 'writes'],
    ['logs:CreateLogStream', 'writes'],
    ['logs:FilterLogEvents', 'reads'],
    ['ec2:Describe*', 'lists'],
    ['ec2:D*', 'writes-infrastructure'],
    ['ec2:RunInstances', 'writes-infrastructure'],
    ['ec2:ModifySnapshotAttribute', 'manages-permissions'],
    ['ec2:GetPasswordData', 'reads-secrets'],
    ['lambda:InvokeFunction', 'writes-infrastructure'],
    ['ecr:GetAuthorizationToken', 'reads'],
    ['ecr:BatchCheckLayerAvailability', 'reads'],
    ['dynamodb:BatchWriteItem', 'writes'],
    ['*:Describe*', 'lists'],
    ['<var.action>', 'unknown'],
    ['s3:<var.action>', 'unknown'],
  ])('%s: %s', (action, expected) => {
    expect(aws.level(grant(action))).toBe(expected);
  });

  it('is the strongest of several, and unknown where one is', () => {
    expect(aws.level(grant(['s3:ListBucket', 's3:PutObject']))).toBe('writes');
    expect(aws.level(grant(['s3:ListBucket', '<var.action>']))).toBe('unknown');
    expect(aws.level(grant(['iam:*', '<var.action>']))).toBe('escalates');
    expect(aws.level(grant([]))).toBe('none');
  });
});

describe('level of actions on less than everything', () => {
  it.each([
    ['iam:PassRole', role, 'writes'],
    ['iam:PassRole', 'arn:aws:iam::111111111111:role/team-*', 'writes'],
    ['iam:PassRole', 'arn:aws:iam::111111111111:role/*', 'escalates'],
    ['iam:PassRole', 'arn:aws:iam::*:role/*', 'escalates'],
    ['iam:PassRole', '<aws_iam_role.task.arn@infra#aws_iam_role.task>', 'writes'],
    ['iam:PutRolePolicy', role, 'manages-permissions'],
    ['sts:AssumeRole', role, 'writes'],
    ['sts:AssumeRole', 'arn:aws:iam::*:role/*', 'escalates'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111111111111:key/one', 'reads'],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111111111111:key/*', 'reads-secrets'],
    ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:one', 'reads-secrets'],
    ['iam:CreateAccessKey', 'arn:aws:iam::*:user/${aws:username}', 'manages-permissions'],
    ['iam:PutUserPolicy', 'arn:aws:iam::*:user/${aws:username}', 'escalates'],
    ['*', 'arn:aws:s3:::one', 'manages-permissions'],
    ['*', 'arn:aws:logs:eu-west-1:111111111111:log-group:one', 'writes'],
    ['*', role, 'manages-permissions'],
    ['*', 'arn:aws:ec2:eu-west-1:111111111111:instance/*', 'manages-permissions'],
    ['*', 'arn:aws:*:*:111111111111:*', 'admin'],
    ['*', '<aws_s3_bucket.one.arn@infra#aws_s3_bucket.one>', 'manages-permissions'],
    ['*', '<var.resource>', 'unknown'],
  ])('%s on %s: %s', (action, resource, expected) => {
    expect(aws.level(grant(action, resource))).toBe(expected);
  });
});

describe('level of all actions but some', () => {
  it.each<[string[], string, string]>([
    [['s3:*'], '*', 'admin'],
    [['iam:Get*'], '*', 'admin'],
    [['iam:*'], '*', 'escalates'],
    [['iam:*', 'sts:*'], '*', 'manages-permissions'],
    [['*'], '*', 'none'],
    [[], '*', 'admin'],
    [['<var.action>'], '*', 'unknown'],
    [['s3:PutBucketPolicy'], 'arn:aws:s3:::one', 'manages-permissions'],
    [['s3:*'], 'arn:aws:s3:::one', 'none'],
    [['ec2:TerminateInstances'], 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1', 'manages-permissions'],
  ])('all but %j on %s: %s', (leftOut, resource, expected) => {
    expect(aws.level(grant([], resource, { actions: patterns(leftOut, true) }))).toBe(expected);
  });

  it('on all resources but some counts as everywhere', () => {
    expect(aws.level(grant('iam:PassRole', [], { resources: patterns(role, true) }))).toBe('escalates');
    expect(aws.level(grant('*', [], { resources: patterns(role, true) }))).toBe('admin');
  });
});

describe('breadth of resources', () => {
  it.each([
    ['*', 'everything'],
    ['*:*', 'everything'],
    ['arn:*', 'everything'],
    ['arn:aws:*', 'everything'],
    ['arn:aws:*:*:*:*', 'everything'],
    ['arn:aws:*:*:111111111111:*', 'account'],
    ['arn:aws:s3:::*', 'service'],
    ['arn:aws:s3*', 'everything'],
    ['arn:aws:s3:*', 'service'],
    ['arn:aws:s3:::*/*', 'service'],
    ['arn:aws:iam::111111111111:role/*', 'service'],
    ['arn:aws:logs:*:*:*', 'service'],
    ['arn:aws:logs:*:*:log-group:*', 'service'],
    ['arn:aws:logs:*:*:log-group:*:*', 'service'],
    ['arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:*', 'service'],
    ['arn:aws:s3:::logs-*', 'prefix'],
    ['arn:aws:s3:::logs-*/*', 'prefix'],
    ['arn:aws:iam::111111111111:role/team/*', 'prefix'],
    ['arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/*', 'prefix'],
    ['arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop-??????', 'exact'],
    ['arn:aws:s3:::one', 'exact'],
    ['arn:aws:s3:::one/*', 'exact'],
    ['arn:<AWS::Partition>:s3:::one/*', 'exact'],
    ['arn:aws:dynamodb:*:*:table/one/index/*', 'exact'],
    ['arn:aws:logs:eu-west-1:111111111111:log-group:one:*', 'exact'],
    ['arn:aws:sqs:*:*:one', 'exact'],
    ['<aws_s3_bucket.one.arn@infra#aws_s3_bucket.one>', 'exact'],
    ['<aws_s3_bucket.one.arn@infra#aws_s3_bucket.one>/*', 'exact'],
    ['<aws_s3_bucket.one.arn@infra#aws_s3_bucket.one>/reports-*', 'prefix'],
    ['<var.arn>', 'unknown'],
    ['<var.arn>/*', 'prefix'],
    ['one', 'exact'],
  ])('%s: %s', (resource, expected) => {
    expect(aws.breadth(grant('s3:GetObject', resource))).toBe(expected);
  });

  it('is the widest of several', () => {
    expect(aws.breadth(grant('s3:GetObject', ['arn:aws:s3:::one', 'arn:aws:s3:::*']))).toBe('service');
    expect(aws.breadth(grant('s3:GetObject', ['arn:aws:s3:::one', '<var.arn>']))).toBe('unknown');
    expect(aws.breadth(grant('s3:GetObject', [], { resources: patterns('arn:aws:s3:::one', true) }))).toBe('everything');
  });
});

describe('sets known by name', () => {
  it.each([
    ['arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', 'admin'],
    ['arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy', 'reads'],
    ['arn:aws:eks::aws:cluster-access-policy/constructor', 'unknown'],
    // What IAM's own policies allow is in the catalogue; what a customer calls a policy says nothing about it.
    ['arn:aws:iam::aws:policy/AdministratorAccess', 'unknown'],
    ['arn:aws:iam::111111111111:policy/AdministratorAccess', 'unknown'],
  ])('%s: %s', (name, expected) => {
    expect(aws.named(set(name))).toBe(expected);
  });

  it('goes by the handle where the name has holes', () => {
    const name = 'arn:<AWS::Partition>:eks::aws:cluster-access-policy/AmazonEKSEditPolicy';
    expect(aws.named(set(name, { handles: handles('aws:eks-access-policy:AmazonEKSEditPolicy') }))).toBe('reads-secrets');
  });
});
