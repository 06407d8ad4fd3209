import { describe, expect, it } from '@jest/globals';
import { policyTemplates } from '../../../src/readers/cloudformation/sam/policy-templates.js';
import { printed } from '../printed.js';
import { read } from './reading.js';

const made = (text: string): readonly string[] =>
  read(`Transform: AWS::Serverless-2016-10-31\n${text}`).resources.map((r) => `${r.label} ${r.type} ${printed(r.body)}`);
const gaps = (text: string): readonly string[] => read(`Transform: AWS::Serverless-2016-10-31\n${text}`).gaps.map((g) => g.reason);
const trust = (service: string): string =>
  `AssumeRolePolicyDocument: {Statement: [{Effect: "Allow", Action: "sts:AssumeRole", Principal: {Service: "${service}"}}]}`;
const basic = '"arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"';

describe('a SAM function', () => {
  it('without a role gets one, made of its policies', () => {
    const text = `Parameters: {Table: {Type: String, Default: orders}}
Conditions: {Wide: !Equals [!Ref Table, all]}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: f
      RolePath: /team/
      PermissionsBoundary: !Ref Boundary
      Tags: {team: web}
      Policies:
        - AmazonS3ReadOnlyAccess
        - arn:aws:iam::123456789012:policy/own
        - !Ref Managed
        - SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}
        - !If [Wide, {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}, !Ref AWS::NoValue]
  Boundary: {Type: AWS::IAM::ManagedPolicy}
  Managed: {Type: AWS::IAM::ManagedPolicy}
  Queue: {Type: AWS::SQS::Queue}
  Other: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref FRole]}}
`;
    expect(made(text).filter((line) => /^(F|Other)/.test(line))).toEqual([
      'F AWS::Lambda::Function {FunctionName: "f", RolePath: "/team/", PermissionsBoundary: &Boundary, Tags: {team: "web"}, Policies: ' +
        '["AmazonS3ReadOnlyAccess", "arn:aws:iam::123456789012:policy/own", &Managed, {SQSSendMessagePolicy: {QueueName: &Queue.QueueName}}, ' +
        '{Statement: [{Effect: "Allow", Action: "*", Resource: "*"}]}], Role: &FRole.Arn}',
      `FRole AWS::IAM::Role {${trust('lambda.amazonaws.com')}, ManagedPolicyArns: [${basic}, ` +
        '"arn:<AWS::Partition>:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::123456789012:policy/own", &Managed], ' +
        'Policies: [{PolicyName: "SQSSendMessagePolicy", PolicyDocument: {Statement: [{Effect: "Allow", Action: ["sqs:SendMessage*"], ' +
        'Resource: ["arn:<AWS::Partition>:sqs:<AWS::Region>:<AWS::AccountId>:<Queue.QueueName -> Queue>"]}]}}, ' +
        '{PolicyDocument: {Statement: [{Effect: "Allow", Action: "*", Resource: "*"}]}}], ' +
        'PermissionsBoundary: &Boundary, Path: "/team/", Tags: {team: "web"}}',
      'Other AWS::IAM::Policy {Roles: [&FRole]}',
    ]);
  });

  it('with a role keeps it', () => {
    expect(made('Resources: {F: {Type: AWS::Serverless::Function, Properties: {Role: "arn:aws:iam::1:role/x", Policies: [A]}}}')).toEqual([
      'F AWS::Lambda::Function {Policies: ["A"], Role: "arn:aws:iam::1:role/x"}',
    ]);
  });

  it('takes on what Globals says', () => {
    const text = `Globals:
  Function:
    PermissionsBoundary: arn:aws:iam::1:policy/b
    VpcConfig: {SubnetIds: [a]}
    Environment: {Variables: {A: "1", B: "2"}}
    Tags: {team: web}
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Environment: {Variables: {B: "3"}}, Role: r}}
  G: {Type: AWS::Serverless::Function}
  S: {Type: AWS::Serverless::StateMachine, Properties: {Role: r}}
`;
    const [f, , role, s] = made(text);
    expect(f).toBe(
      'F AWS::Lambda::Function {PermissionsBoundary: "arn:aws:iam::1:policy/b", VpcConfig: {SubnetIds: ["a"]}, Tags: {team: "web"}, ' +
        'Environment: {Variables: {A: "1", B: "3"}}, Role: "r"}',
    );
    expect(role).toContain('GRole AWS::IAM::Role');
    expect(role).toContain('AWSLambdaVPCAccessExecutionRole');
    expect(role).toContain('PermissionsBoundary: "arn:aws:iam::1:policy/b"');
    expect(s).toBe('S AWS::StepFunctions::StateMachine {Role: "r", RoleArn: "r"}');
  });

  it('lets in those whose events it takes', () => {
    const text = `Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Role: r
      FunctionUrlConfig: {AuthType: NONE}
      Events:
        Get: {Type: Api, Properties: {Path: "/a/{id}", Method: get}}
        Up: {Type: S3, Properties: {Bucket: !Ref B}}
        Note: {Type: SNS, Properties: {Topic: !Ref T}}
        Tick: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
        Poll: {Type: SQS, Properties: {Queue: q}}
  T: {Type: AWS::SNS::Topic}
`;
    expect(made(text).slice(1, -1)).toEqual([
      'FGetPermission AWS::Lambda::Permission {Action: "lambda:InvokeFunction", FunctionName: &F, Principal: "apigateway.amazonaws.com", ' +
        'SourceArn: "arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<ServerlessRestApi>/*/GET/a/*"}',
      'FUpPermission AWS::Lambda::Permission {Action: "lambda:InvokeFunction", FunctionName: &F, Principal: "s3.amazonaws.com", SourceAccount: "<AWS::AccountId>"}',
      'FNotePermission AWS::Lambda::Permission {Action: "lambda:InvokeFunction", FunctionName: &F, Principal: "sns.amazonaws.com", SourceArn: &T}',
      'FTickPermission AWS::Lambda::Permission {Action: "lambda:InvokeFunction", FunctionName: &F, Principal: "events.amazonaws.com", SourceArn: "<FTick.Arn>"}',
      'FUrlPublicPermissions AWS::Lambda::Permission {Action: "lambda:InvokeFunctionUrl", FunctionName: &F, Principal: "*", FunctionUrlAuthType: "NONE"}',
    ]);
  });

  it('fetches events, sends failures and is scheduled with a role', () => {
    const text = `Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Tracing: Active
      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Q.Arn}
      Events:
        Poll: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}
        Nightly: {Type: ScheduleV2, Properties: {PermissionsBoundary: arn:aws:iam::1:policy/b}}
  Q: {Type: AWS::SQS::Queue}
`;
    const [, role, starter, schedule] = made(text);
    expect(role).toContain('AWSXRayDaemonWriteAccess');
    expect(role).toContain('AWSLambdaSQSQueueExecutionRole');
    expect(role).toContain('Action: ["sqs:SendMessage"], Resource: [&Q.Arn]');
    expect(starter).toBe(
      `FNightlyRole AWS::IAM::Role {${trust('scheduler.amazonaws.com')}, Policies: [{PolicyDocument: {Statement: [{Effect: "Allow", ` +
        'Action: ["lambda:InvokeFunction"], Resource: [&F.Arn]}]}}], PermissionsBoundary: "arn:aws:iam::1:policy/b"}',
    );
    expect(schedule).toBe('FNightly AWS::Scheduler::Schedule {Target: {RoleArn: &FNightlyRole.Arn}}');
  });
});

describe('a SAM state machine', () => {
  it('has a role of its own, and one for each event that starts it', () => {
    const text = `Resources:
  S:
    Type: AWS::Serverless::StateMachine
    Properties: {Name: s, Policies: [{LambdaInvokePolicy: {FunctionName: f}}], Events: {Tick: {Type: Schedule}}}
`;
    const [machine, role, starter] = made(text);
    expect(machine).toContain('RoleArn: &SRole.Arn, StateMachineName: "s"');
    expect(role).toContain(trust('states.amazonaws.com'));
    expect(role).toContain('"arn:<AWS::Partition>:lambda:<AWS::Region>:<AWS::AccountId>:function:f*"');
    expect(starter).toContain(`STickRole AWS::IAM::Role {${trust('events.amazonaws.com')}`);
    expect(starter).toContain('Action: ["states:StartExecution"], Resource: [&S]');
  });
});

describe('SAM policy templates', () => {
  it('are told when they are not known or not filled in', () => {
    const policy = (written: string): string => `Resources: {F: {Type: AWS::Serverless::Function, Properties: {Policies: [${written}]}}}`;
    expect(gaps(policy('{NoSuchPolicy: {}}'))).toEqual(['what the SAM policy template NoSuchPolicy allows is not known']);
    expect(gaps(policy('{constructor: {}}'))).toEqual(['what the SAM policy template constructor allows is not known']);
    expect(made(policy('{S3ReadPolicy: {}}'))[1]).toContain('"arn:<AWS::Partition>:s3:::<BucketName>/*"');
  });

  it('name actions and ARN patterns only', () => {
    for (const statement of Object.values(policyTemplates).flat()) {
      for (const action of statement.actions) expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z0-9]*\*?$/);
      for (const resource of statement.resources) expect(resource).toMatch(/^(\*|arn:\$\{AWS::Partition\}:\S+|\$\{\w+\})$/);
    }
  });
});

describe('SAM connectors', () => {
  const ends = `  F: {Type: AWS::Serverless::Function}
  B: {Type: AWS::S3::Bucket}
  Q: {Type: AWS::SQS::Queue}
  T: {Type: AWS::SNS::Topic}
`;
  const connector = (from: string, to: string, permissions: string): string =>
    `Resources:\n  C: {Type: AWS::Serverless::Connector, Properties: {Source: ${from}, Destination: ${to}, Permissions: ${permissions}}}\n${ends}`;

  it('give the role of an end access to the other', () => {
    expect(made(connector('{Id: F}', '[{Id: B}, {Id: Q}]', '[Write]')).slice(0, 2)).toEqual([
      'CPolicy AWS::IAM::ManagedPolicy {PolicyDocument: {Statement: [{Effect: "Allow", Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", ' +
        '"s3:DeleteObjectVersion", "s3:PutObject", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:RestoreObject"], ' +
        'Resource: [&B.Arn, "<B.Arn -> B>/*"]}]}, Roles: [&FRole.Arn]}',
      'C1Policy AWS::IAM::ManagedPolicy {PolicyDocument: {Statement: [{Effect: "Allow", Action: ["sqs:DeleteMessage", "sqs:SendMessage", ' +
        '"sqs:ChangeMessageVisibility", "sqs:PurgeQueue"], Resource: [&Q.Arn]}]}, Roles: [&FRole.Arn]}',
    ]);
    expect(made(connector('{Id: Q}', '{Id: F}', '[Read]'))[0]).toBe(
      'CPolicy AWS::IAM::ManagedPolicy {PolicyDocument: {Statement: [{Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"], ' +
        'Resource: [&Q.Arn]}]}, Roles: [&FRole.Arn]}',
    );
  });

  it('let a service in', () => {
    expect(made(connector('{Id: T}', '{Id: F}', '[Write]'))[0]).toBe(
      'CPermission AWS::Lambda::Permission {Action: "lambda:InvokeFunction", FunctionName: &F.Arn, Principal: "sns.amazonaws.com", SourceArn: &T}',
    );
    expect(made(connector('{Id: T}', '{Id: Q}', '[Write]'))[0]).toBe(
      'CQueuePolicy AWS::SQS::QueuePolicy {Queues: [&Q], PolicyDocument: {Statement: [{Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [&Q.Arn], ' +
        'Principal: {Service: "sns.amazonaws.com"}, Condition: {ArnEquals: {aws:SourceArn: &T}}}]}}',
    );
  });

  it('are embedded in their source', () => {
    const embedded = ends.replace(
      'AWS::Serverless::Function}',
      'AWS::Serverless::Function, Connectors: {Out: {Properties: {Destination: {Id: Q}, Permissions: [Read]}}}}',
    );
    expect(made(`Resources:\n${embedded}`)[2]).toContain('FOutPolicy AWS::IAM::ManagedPolicy');
  });

  it('are told when they are not known', () => {
    for (const text of [
      connector('{Id: B}', '{Id: T}', '[Write]'),
      connector('{Id: F}', '{Id: Gone}', '[Write]'),
      connector('{Id: F}', '{Id: B}', '!Ref P'),
    ])
      expect(gaps(text)).toEqual(['what a connector allows is not known']);
  });
});
