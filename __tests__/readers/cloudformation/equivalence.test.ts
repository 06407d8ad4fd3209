/** One role and function, spelled in three ways, are the same facts. */
import { describe, expect, it } from '@jest/globals';
import { interpret, meaningsOf } from '../../../src/inventory/interpret.js';
import { makeVault } from '../../../src/model/redact.js';
import { aws } from '../../../src/providers/aws/index.js';
import { readAll } from './reading.js';

/** Facts without their places, and without where in their file they are declared. */
function facts(text: string, path = 'stack.yaml'): readonly string[] {
  const { resources, gaps } = readAll({ [path]: text });
  const told = interpret(
    resources,
    [aws],
    meaningsOf([aws]),
    makeVault((value) => value),
  );
  expect([...gaps, ...told.gaps]).toEqual([]);
  const places = new Set(['span', 'head', 'comments', 'scope']);
  return told.facts
    .map((fact) => JSON.stringify(fact, (key, value: unknown) => (places.has(key) ? undefined : value)).replaceAll(path, 'stack.yaml'))
    .sort();
}

describe('the same role and function', () => {
  it('in SAM and in CloudFormation', () => {
    const sam = `Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Environment: {Variables: {API_PASSWORD: "correct-horse-7"}}}}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: f
      Tags: {owner: web}
      Policies: [{S3ReadPolicy: {BucketName: !Ref B}}, {Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: "*"}]}]
      Events: {Note: {Type: SNS, Properties: {Topic: !Ref T}}}
  B: {Type: AWS::S3::Bucket}
  T: {Type: AWS::SNS::Topic}
`;
    const plain = `Resources:
  F:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: f
      Role: !GetAtt FRole.Arn
      Environment: {Variables: {API_PASSWORD: "correct-horse-7"}}
      Tags: [{Key: owner, Value: web}]
  FRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: lambda.amazonaws.com}}]}
      ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]
      Tags: [{Key: owner, Value: web}]
      Policies:
        - PolicyDocument:
            Statement:
              Effect: Allow
              Action: ["s3:GetObject", "s3:ListBucket", "s3:GetBucketLocation", "s3:GetObjectVersion", "s3:GetLifecycleConfiguration"]
              Resource: [!Sub "arn:\${AWS::Partition}:s3:::\${B}", !Sub "arn:\${AWS::Partition}:s3:::\${B}/*"]
        - PolicyDocument: {Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: "*"}]}
  FNotePermission:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: !Ref F, Action: "lambda:InvokeFunction", Principal: sns.amazonaws.com, SourceArn: !Ref T}
  B: {Type: AWS::S3::Bucket}
  T: {Type: AWS::SNS::Topic}
`;
    expect(facts(sam)).toEqual(facts(plain));
    expect(facts(sam).length).toBeGreaterThan(8);
  });

  it('in Serverless Framework and in CloudFormation', () => {
    const framework = `service: shop
custom: {table: orders}
provider:
  name: aws
  environment: {API_PASSWORD: "correct-horse-7"}
  iam: {role: {path: /x/, statements: [{Effect: Allow, Action: "dynamodb:*", Resource: "arn:aws:dynamodb:*:*:table/\${self:custom.table}"}]}}
functions: {get: {handler: a.b, tags: {owner: web}}}
`;
    const group = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/shop-dev*';
    const plain = `Resources:
  IamRoleLambdaExecution:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "shop-dev-\${AWS::Region}-lambdaRole"
      Path: /x/
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: "sts:AssumeRole", Principal: {Service: lambda.amazonaws.com}}]}
      Policies:
        - PolicyDocument:
            Statement:
              - {Effect: Allow, Action: ["logs:CreateLogStream", "logs:CreateLogGroup", "logs:TagResource"], Resource: !Sub "${group}:*"}
              - {Effect: Allow, Action: "logs:PutLogEvents", Resource: !Sub "${group}:*:*"}
              - {Effect: Allow, Action: "dynamodb:*", Resource: "arn:aws:dynamodb:*:*:table/orders"}
  GetLambdaFunction:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: shop-dev-get
      Role: !GetAtt IamRoleLambdaExecution.Arn
      Environment: {Variables: {API_PASSWORD: "correct-horse-7"}}
      Tags: [{Key: owner, Value: web}]
`;
    expect(facts(framework, 'serverless.yml')).toEqual(facts(plain));
  });

  it('with a policy of AWS in any partition', () => {
    const role = (arn: string): string => `Resources: {R: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [${arn}]}}}`;
    const known = facts(role('"arn:aws:iam::aws:policy/ReadOnlyAccess"'));
    expect(facts(role('!Sub "arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"'))).toEqual(known);
    expect(facts(role('{"Fn::Join": ["", ["arn:", {Ref: "AWS::Partition"}, ":iam::aws:policy/ReadOnlyAccess"]]}'))).toEqual(known);
  });
});
