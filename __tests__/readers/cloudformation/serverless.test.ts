import { describe, expect, it } from '@jest/globals';
import { stopwatch } from '../../house/stopwatch.js';
import { printed } from '../printed.js';
import { readAll } from './reading.js';

const made = (text: string, others: Readonly<Record<string, string>> = {}): readonly string[] =>
  readAll({ 'api/serverless.yml': text }, others).resources.map((r) => `${r.label} ${r.type} ${printed(r.body)}`);
const gaps = (text: string): readonly string[] => readAll({ 'serverless.yml': text }).gaps.map((g) => g.reason);
const trust =
  'AssumeRolePolicyDocument: {Statement: [{Effect: "Allow", Action: "sts:AssumeRole", Principal: {Service: "lambda.amazonaws.com"}}]}';
const logs = (group: string): string =>
  '{Effect: "Allow", Action: ["logs:CreateLogStream", "logs:CreateLogGroup", "logs:TagResource"], ' +
  `Resource: ["arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/lambda/${group}:*"]}, ` +
  `{Effect: "Allow", Action: ["logs:PutLogEvents"], Resource: ["arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/aws/lambda/${group}:*:*"]}`;

describe('a Serverless Framework service', () => {
  it('has one role for its functions', () => {
    const text = `service: shop
provider:
  name: aws
  stage: \${opt:stage, 'dev'}
  environment: {TABLE: orders}
  tags: {team: web}
  iam:
    role:
      managedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess]
      permissionsBoundary: arn:aws:iam::1:policy/b
      path: /shop/
      statements:
        - Effect: Allow
          Action: dynamodb:*
          Resource: !GetAtt Orders.Arn
functions:
  list-all: {handler: a.b, environment: {MODE: "\${self:provider.stage}"}, vpc: {}}
  put: {handler: a.c, name: own-name, tags: {part: put}, events: [{sqs: {arn: !GetAtt Queue.Arn}}, {http: GET /}]}
resources:
  Resources:
    Orders: {Type: AWS::DynamoDB::Table}
    Queue: {Type: AWS::SQS::Queue}
`;
    expect(made(text)).toEqual([
      `IamRoleLambdaExecution AWS::IAM::Role {RoleName: "shop-dev-<AWS::Region>-lambdaRole", ${trust}, Policies: [{PolicyName: "shop-dev-lambda", ` +
        `PolicyDocument: {Statement: [${logs('shop-dev*')}, {Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", ` +
        '"sqs:GetQueueAttributes"], Resource: [&Queue.Arn]}, {Effect: "Allow", Action: "dynamodb:*", Resource: &Orders.Arn}]}}], ' +
        'ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"], ' +
        'PermissionsBoundary: "arn:aws:iam::1:policy/b", Path: "/shop/"}',
      'ListDashallLambdaFunction AWS::Lambda::Function {FunctionName: "shop-dev-list-all", Role: &IamRoleLambdaExecution.Arn, ' +
        'Environment: {Variables: {TABLE: "orders", MODE: "dev"}}, Tags: {team: "web"}}',
      'PutLambdaFunction AWS::Lambda::Function {FunctionName: "own-name", Role: &IamRoleLambdaExecution.Arn, ' +
        'Environment: {Variables: {TABLE: "orders"}}, Tags: {team: "web", part: "put"}}',
      'Orders AWS::DynamoDB::Table {}',
      'Queue AWS::SQS::Queue {}',
    ]);
  });

  it('may have roles for single functions', () => {
    const text = `service: shop
provider: {name: aws, iamRoleStatements: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}
functions:
  a: {iamRoleStatements: [{Effect: Allow, Action: "sqs:*", Resource: "*"}], iamRoleStatementsName: a-role}
  b: {iamRoleStatements: [], iamRoleStatementsInherit: true}
  c: {role: Own}
  d: {role: "arn:aws:iam::1:role/d"}
  e: {iam: {role: {statements: [{Effect: Allow, Action: "sns:*", Resource: "*"}]}}}
resources: {Resources: {Own: {Type: AWS::IAM::Role}}}
`;
    const [a, aRole, b, bRole, c, d, e, eRole, own, ...more] = made(text);
    expect(more).toEqual([]);
    expect(a).toContain('Role: &AIamRoleLambdaExecution.Arn');
    expect(aRole).toContain('AIamRoleLambdaExecution AWS::IAM::Role {RoleName: "a-role"');
    expect(aRole).toContain(`${logs('shop-dev-a')}, {Effect: "Allow", Action: "sqs:*", Resource: "*"}]`);
    expect(b).toContain('Role: &BIamRoleLambdaExecution.Arn');
    expect(bRole).toContain('{RoleName: "shop-dev-b-<AWS::Region>-lambdaRole"');
    expect(bRole).toContain(`${logs('shop-dev-b')}, {Effect: "Allow", Action: "s3:*", Resource: "*"}]`);
    expect([c, d]).toEqual([
      'CLambdaFunction AWS::Lambda::Function {FunctionName: "shop-dev-c", Role: &Own.Arn}',
      'DLambdaFunction AWS::Lambda::Function {FunctionName: "shop-dev-d", Role: "arn:aws:iam::1:role/d"}',
    ]);
    expect([e, eRole].join()).toContain('Action: "sns:*"');
    expect(own).toBe('Own AWS::IAM::Role {}');
  });

  it.each(['iam: {role: "arn:aws:iam::1:role/x"}', 'role: "arn:aws:iam::1:role/x"', 'iam: {role: !Sub "arn:aws:iam::1:role/x"}'])(
    'may use a role that is made elsewhere: %s',
    (role) => {
      expect(made(`service: s\nprovider: {name: aws, ${role}}\nfunctions: {f: {url: true}}\n`)).toEqual([
        'FLambdaFunction AWS::Lambda::Function {FunctionName: "s-dev-f", Role: "arn:aws:iam::1:role/x"}',
        'FLambdaPermissionFnUrl AWS::Lambda::Permission {Action: "lambda:InvokeFunctionUrl", FunctionName: &FLambdaFunction, Principal: "*", FunctionUrlAuthType: "NONE"}',
      ]);
    },
  );

  it('stands where its author wrote it, with its comments', () => {
    const text = 'service: s\nprovider:\n  name: aws\nfunctions:\n  # owner: web\n  f:\n    handler: a.b\n';
    const { resources } = readAll({ 'serverless.yml': text });
    expect(resources.map((r) => [r.address, text.slice(r.head.start, r.head.end)])).toEqual([
      ['serverless.yml#IamRoleLambdaExecution', 'provider'],
      ['serverless.yml#FLambdaFunction', 'f'],
    ]);
    expect(resources[1]?.comments.map((c) => c.text)).toEqual(['owner: web']);
  });

  it('is not read where it is no AWS service', () => {
    expect(gaps('service: s\nprovider: {name: google}\nfunctions: {f: {}}\n')).toEqual([
      'Serverless Framework for google is not read: its identities are not reviewed',
    ]);
    expect(readAll({ 'other.yml': 'service: s\nprovider: {name: aws}\nfunctions: {f: {}}\n' }).resources).toEqual([]);
  });
});

describe('variables', () => {
  const value = (written: string, others: Readonly<Record<string, string>> = {}): string | undefined => {
    const text = `service: s
provider: {name: aws, stage: "\${opt:stage, 'test'}", region: eu-west-1}
params: {default: {p: 1}, test: {q: two}}
custom:
  a: {b: [x, {c: deep}], test: staged}
  again: \${self:custom.a.b.1.c}
  statement: {Effect: Allow, Action: "s3:*", Resource: "*"}
  round: \${self:custom.trip}
  trip: \${self:custom.round}
resources:
  Resources:
    Subject:
      Type: A::B::C
      Properties:
        Value: ${written}
`;
    return /Subject A::B::C \{Value: (.*)\}$/.exec(made(text, others)[0] ?? '')?.[1];
  };

  it.each([
    ['${self:provider.region}', '"eu-west-1"'],
    ['"x-${self:custom.again}-${sls:stage}"', '"x-deep-test"'],
    ['${self:custom.a.${sls:stage}}', '"staged"'],
    ['${self:custom.gone, self:custom.a.b.0}', '"x"'],
    ["${self:custom.gone, 'it, is'}", '"it, is"'],
    ['${self:custom.statement}', '{Effect: "Allow", Action: "s3:*", Resource: "*"}'],
    ['"${self:custom.statement}!"', '"<self:custom.statement>!"'],
    ['${self:custom.gone}', '?(${self:custom.gone} is not known from the files)'],
    ['${self:custom.round}', '?(${self:custom.round} rests on itself)'],
    ['"${opt:name}-x"', '"<opt:name>-x"'],
    ["${env:NAME, 'fallback'}", '"fallback"'],
    ['${env:NAME}', '?(${env:NAME} is not known from the files)'],
    ['${ssm:/a/b}', '?(${ssm:/a/b} is not known from the files)'],
    ['${ssm:/a/b, "c"}', '?(${ssm:/a/b} is not known from the files)'],
    ['${param:p}', '1'],
    ['${param:q}', '"two"'],
    ['${aws:accountId}', '"<AWS::AccountId>"'],
    ['${file(vars.yml):roles.ci}', '"ci-test"'],
    ['${file(./vars.yml):gone, 3}', '3'],
    ['${file(../../outside.yml)}', '?(../../outside.yml is not a file of this repository that can be read)'],
    ['${file(code.js):a}', '?(code.js is not a file of this repository that can be read)'],
    ['!Sub "${AWS::Region}-${sls:stage}-${Subject}"', '"<AWS::Region>-test-<Subject -> Subject>"'],
    ['"${AWS::Region}"', '"${AWS::Region}"'],
    ['"${never closed"', '"${never closed"'],
  ])('%s', (written, expected) => {
    expect(value(written, { 'api/vars.yml': 'roles: {ci: "ci-${sls:stage}"}' })).toBe(expected);
  });

  it('that double with each level, nest or turn back are cut', () => {
    const levels = Array.from({ length: 60 }, (_, i) => `  v${i}: "\${self:custom.v${i + 1}}\${self:custom.v${i + 1}}"`).join('\n');
    const lists = Array.from({ length: 60 }, (_, i) => `  l${i}: ["\${self:custom.l${i + 1}}", "\${self:custom.l${i + 1}}"]`).join('\n');
    const text = `service: s\nprovider: {name: aws}\ncustom:\n${levels}\n  v60: "0123456789"\n${lists}\n  l60: [a]
resources: {Resources: {Subject: {Type: A::B::C, Properties: {Value: "\${self:custom.v0}", Other: "\${self:custom.l0}"}}}}\n`;
    const spent = stopwatch();
    expect(gaps(text)).toEqual(['the values of this template are too large to evaluate']);
    expect(spent()).toBeLessThan(10_000);
    const nested = `${'${self:custom.'.repeat(5000)}x${'}'.repeat(5000)}`;
    expect(value(`"${nested}"`)).toBeDefined();
    const file = { 'api/a.yml': 'x: ${file(a.yml):x}' };
    expect(value('${file(a.yml):x}', file)).toBe('?(a.yml rests on itself)');
  });
});
