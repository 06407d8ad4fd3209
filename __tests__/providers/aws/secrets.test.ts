/** Secrets that are written into resources: found, and never repeated. */

import { describe, expect, it } from '@jest/globals';
import { stopwatch } from '../../house/stopwatch.js';
import { fromCloudFormation, fromTemplate, fromTerraform, lineOf, type Told } from './kit.js';

const canary = 'Zq8vT3kPw9sLx2Rm';
const keyId = ['AKIA', 'Q3ZK7W5NXC2DLR9T'].join('');

/** Nothing that leaves a provider holds the value. The source text itself is there, so that places can be told. */
function expectHidden(told: Told, value = canary): void {
  const withoutSources = JSON.stringify([told.facts, told.gaps], (key, v) => (key === 'source' ? undefined : v));
  expect(withoutSources).not.toContain(value);
}

const credentials = (told: Told) => told.lines.filter((l) => l.startsWith('credential'));

const places: Readonly<Record<string, readonly [Told, string]>> = {
  'variables of a function (Terraform)': [
    fromTerraform(`resource "aws_lambda_function" "f" {\n  environment {\n    variables = { DB_PASSWORD = "${canary}" }\n  }\n}`),
    'password "DB_PASSWORD"',
  ],
  'variables of a function (CloudFormation)': [
    fromCloudFormation(`F: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {DB_PASSWORD: ${canary}}}}}`),
    'password "DB_PASSWORD"',
  ],
  'variables of a container': [
    fromTerraform(
      `resource "aws_ecs_task_definition" "f" {\n container_definitions = jsonencode([{ environment = [{ name = "githubToken", value = "${canary}" }] }])\n}`,
    ),
    'token "githubToken"',
  ],
  'variables of a build': [
    fromTerraform(
      `resource "aws_codebuild_project" "f" {\n environment {\n environment_variable {\n name = "API_KEY"\n value = "${canary}"\n }\n }\n}`,
    ),
    'secret "API_KEY"',
  ],
  'a start script': [
    fromTerraform(`resource "aws_instance" "f" {\n  user_data = <<-EOT\n    #!/bin/sh\n    export DB_PASSWORD="${canary}"\n  EOT\n}`),
    'password "DB_PASSWORD"',
  ],
  'a provider block': [fromTerraform(`provider "aws" {\n secret_key = "${canary}"\n}`), 'access-key "secret_key"'],
  'a console password': [
    fromCloudFormation(`F: {Type: AWS::IAM::User, Properties: {LoginProfile: {Password: ${canary}}}}`),
    'password "console password"',
  ],
  'a secret in a template': [
    fromCloudFormation(`F: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: ${canary}}}`),
    'secret "secret value"',
  ],
  'a secret version': [
    fromTerraform(`resource "aws_secretsmanager_secret_version" "f" {\n secret_id = "db"\n secret_string = "${canary}"\n}`),
    'secret "secret value"',
  ],
  'a parameter': [
    fromCloudFormation(`F: {Type: AWS::SSM::Parameter, Properties: {Name: /app/db-password, Type: String, Value: ${canary}}}`),
    'secret "parameter value"',
  ],
  'a database': [fromTerraform(`resource "aws_db_instance" "f" {\n password = "${canary}"\n}`), 'password "password"'],
  'a private key': [
    fromTerraform(`resource "aws_iam_server_certificate" "f" {\n name = "f"\n private_key = "${canary}"\n}`),
    'private-key "private key"',
  ],
};

describe('a literal secret', () => {
  it.each(Object.entries(places))('is found and hidden in %s', (_, [told, expected]) => {
    expect(credentials(told)).toHaveLength(1);
    expect(credentials(told)[0]).toContain(`${expected} literal static hidden ${canary.length}`);
    expectHidden(told);
  });

  it('stands on its own line in a start script', () => {
    const told = fromTerraform(`resource "aws_instance" "f" {\n  user_data = <<-EOT\n    #!/bin/sh\n    AWS_KEY=${keyId}\n  EOT\n}`);
    expect(lineOf(told.facts.find((f) => f.fact === 'credential'))).toBe(4);
    expectHidden(told, keyId);
  });
});

const variable = (name: string, value: string): Told =>
  fromTerraform(`resource "aws_lambda_function" "f" {\n environment {\n variables = { ${name} = ${JSON.stringify(value)} }\n }\n}`);

describe('what a variable holds', () => {
  it.each([
    ['ANYTHING', keyId, 'access-key'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYxyzzyKEYab', 'access-key'],
    ['DATABASE_URL', `postgres://app:${canary}@db.internal/app`, 'password'],
    ['jwtSecret', canary, 'secret'],
    ['AWS_SECRET_ACCESS_KEY', '/JalrXUtnFEMIxK7MDENGxbPxRfiCYxyzzyKEYab', 'access-key'],
    ['DB_PASSWORD', '$ecret123', 'password'],
    ['SESSION_TOKEN', canary, 'token'],
  ])('%s is a secret', (name, value, kind) => {
    expect(credentials(variable(name, value))).toEqual([`credential of at:f: ${kind} "${name}" literal static hidden ${value.length}`]);
  });

  it.each([
    ['DB_PASSWORD_ARN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'],
    ['DB_PASSWORD', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'],
    ['DB_PASSWORD', '{{resolve:secretsmanager:db}}'],
    ['DB_PASSWORD', '/prod/db/password'],
    ['DB_PASSWORD', 'prod/db/password'],
    ['DB_PASSWORD', '/Prod/Db/Password'],
    ['DB_PASSWORD', '$DB_PASSWORD'],
    ['DB_PASSWORD', 'changeme'],
    ['DB_PASSWORD', '<your password>'],
    ['DB_PASSWORD', ''],
    ['TOKEN_URL', 'https://login.example.com/token'],
    ['AUTH_TOKEN', 'https://login.example.com/token'],
    ['SECRET_NAME', 'prod-db-password'],
    ['PARTITION_KEY', 'customerId'],
    ['DATABASE_URL', 'postgres://db.internal/app'],
  ])('%s = %s is none', (name, value) => {
    expect(credentials(variable(name, value))).toEqual([]);
  });

  it('is none when it is made elsewhere', () => {
    const told = fromTerraform(`
      resource "random_password" "db" { length = 20 }
      resource "aws_lambda_function" "f" {
        environment {
          variables = { DB_PASSWORD = random_password.db.result }
        }
      }`);
    expect(credentials(told)).toEqual([]);
  });
});

describe('a field for a secret', () => {
  it('may refer to one', () => {
    const told = fromTerraform('variable "key" {}\nprovider "aws" {\n access_key = var.key\n}');
    expect(credentials(told)).toEqual(['credential of at:aws: access-key "access_key" reference static']);
  });
});

describe('keys that a machine is handed', () => {
  const key = 'credential of at:m: access-key "AWS_SECRET_ACCESS_KEY" reference static';
  const file = 'credential of at:m: access-key "AWS credentials file" reference static';
  const machine = (body: string): readonly string[] => credentials(fromTerraform(`resource "aws_instance" "m" {\n${body}\n}`));

  it.each([
    ['in its script', 'user_data = "export AWS_SECRET_ACCESS_KEY=${var.key}"', key],
    ['in base64', 'user_data_base64 = base64encode("export AWS_SECRET_ACCESS_KEY=your_key_here")', key],
    ['by a command', 'provisioner "remote-exec" {\n inline = ["echo AWS_SECRET_ACCESS_KEY=$KEY >> .env"]\n }', key],
    ['as a file', 'provisioner "file" {\n source = "keys"\n destination = "~/.aws/credentials"\n }', file],
    ['as a file that a command fetches', 'user_data = "wget -O - https://keys.internal/a > ~/.aws/credentials"', file],
  ])('are told %s', (_, body, expected) => {
    expect(machine(body)).toEqual([expected]);
  });

  it.each([
    ['keys that end', 'user_data = "export AWS_SECRET_ACCESS_KEY=$K AWS_SESSION_TOKEN=$T"'],
    ['keys of its own role', 'user_data = "export AWS_SECRET_ACCESS_KEY=$(aws-role-keys)"'],
    ['a file that is only read', 'user_data = "test -f ~/.aws/credentials && exit 1"'],
    ['a script that is not in the files', 'user_data_base64 = var.script'],
  ])('are not %s', (_, body) => {
    expect(machine(body)).toEqual([]);
  });

  it('may be private keys, also in base64', () => {
    const pem = ['-----BEGIN RSA', ' PRIVATE KEY-----\n', canary.repeat(3), '\n-----END RSA', ' PRIVATE KEY-----'].join('');
    const told = fromCloudFormation(`M: {Type: AWS::EC2::Instance, Properties: {UserData: ${btoa(pem)}}}`);
    expect(credentials(told)).toEqual([expect.stringContaining('private-key "private key" literal static')]);
    expectHidden(told);
  });
});

describe('logins of services', () => {
  it.each([
    [`Type: Alexa::ASK::Skill, Properties: {AuthenticationConfiguration: {ClientSecret: ${canary}}}`, 'secret "client secret"'],
    [`Type: AWS::Amplify::App, Properties: {AccessToken: ${canary}}`, 'token "access token"'],
    [`Type: AWS::DMS::Endpoint, Properties: {MongoDbSettings: {Password: ${canary}}}`, 'password "endpoint password"'],
    [`Type: AWS::AmazonMQ::Broker, Properties: {Users: [{Username: a, Password: ${canary}}]}`, 'password "broker password"'],
  ])('%s', (body, expected) => {
    expect(credentials(fromCloudFormation(`F: {${body}}`))).toEqual([
      `credential of at:f: ${expected} literal static hidden ${canary.length}`,
    ]);
  });

  it.each(['MasterUserPassword', 'ParentMongoDBPassword', 'String', '{{resolve:ssm-secure:db}}'])('%s is no password', (value) => {
    expect(credentials(fromCloudFormation(`F: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "${value}"}}`))).toEqual([]);
  });
});

describe('the default of a parameter', () => {
  const parameter = (body: string): readonly string[] =>
    fromTemplate(`Parameters: {P: {${body}}}\nResources: {A: {Type: T::T::T}}\n`).lines.filter((l) => l.startsWith('credential'));

  it('is a secret where it is not to be shown', () => {
    expect(parameter(`Type: String, NoEcho: true, Default: ${canary}`)).toEqual([
      `credential of at:p: secret "P" literal static hidden ${canary.length}`,
    ]);
  });

  it.each([
    `Type: String, Default: ${canary}`,
    `Type: 'AWS::SSM::Parameter::Value<String>', NoEcho: true, Default: ${canary}`,
    'Type: String, NoEcho: true, Default: ""',
    'Type: String, NoEcho: true, Default: changeme',
  ])('%s is none', (body) => {
    expect(parameter(body)).toEqual([]);
  });
});

describe('hostile text', () => {
  it('is looked at in bounded time', () => {
    const long = `${'a_'.repeat(200_000)}= ${'x'.repeat(200_000)} ${'AKIA'.repeat(50_000)}`;
    const spent = stopwatch();
    fromTerraform(`resource "aws_instance" "f" {\n  user_data = ${JSON.stringify(long)}\n}`);
    variable(`${'A_'.repeat(5000)}KEY`, long);
    expect(spent()).toBeLessThan(5_000);
  });
});
