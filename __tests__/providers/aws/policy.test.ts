/** The policy language, through a JSON file: every spelling of every element, and every way to break it. */
import { describe, expect, it } from '@jest/globals';
import { fromCloudFormation, fromPolicy, fromTerraform, lineOf } from './kit.js';

const statement = (fields: Record<string, unknown>) => fromPolicy(JSON.stringify({ Version: '2012-10-17', Statement: [fields] }));
const said = (fields: Record<string, unknown>) => statement(fields).lines.filter((l) => !l.includes('aws.policy-document'));

describe('identity policies', () => {
  it.each([
    ['one action, one resource', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }, 's3:GetObject on arn:aws:s3:::b/*'],
    ['lists', { Action: ['s3:Get*', 's3:List*'], Resource: ['a', 'b'] }, 's3:Get* | s3:List* on a | b'],
    ['NotAction', { NotAction: 'iam:*', Resource: '*' }, 'all but iam:* on *'],
    ['NotResource', { Action: '*', NotResource: 'arn:aws:s3:::b' }, '* on all but arn:aws:s3:::b'],
    [
      'conditions',
      { Action: '*', Resource: '*', Condition: { StringLike: { 'aws:x': ['a', 'b'] }, Bool: { 'aws:MultiFactorAuthPresent': true } } },
      '* on * when StringLike aws:x = a | b when Bool aws:MultiFactorAuthPresent = true',
    ],
    ['a Sid says nothing', { Sid: 'Everything', Action: '*', Resource: '*' }, '* on *'],
  ])('%s', (_, fields, expected) => {
    expect(said({ Effect: 'Allow', ...fields })).toEqual([`grant to at:ci: allow ${expected} (policy document)`]);
    expect(said({ Effect: 'Deny', ...fields })).toEqual([`grant to at:ci: deny ${expected} (policy document)`]);
  });

  it('takes a single statement for a list of one', () => {
    const single = fromPolicy('{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}');
    expect(single.lines).toEqual(statement({ Effect: 'Allow', Action: '*', Resource: '*' }).lines);
  });

  it('stands on the statement', () => {
    const { facts } = fromPolicy(
      '{\n "Statement": [\n  {"Effect": "Deny", "Action": "a:b", "Resource": "*"},\n  {"Effect": "Allow", "Action": "a:c", "Resource": "*"}\n ]\n}',
    );
    expect(facts.filter((f) => f.fact === 'grant').map(lineOf)).toEqual([3, 4]);
  });
});

describe('what is broken is told, and nothing else is lost by it', () => {
  it.each([
    ['no Statement', '{"Version": "2012-10-17"}', 'the policy document has no Statement'],
    ['a statement that is a string', '{"Statement": ["Allow"]}', 'a policy statement is not known from the files'],
    ['no action', '{"Statement": [{"Effect": "Allow", "Resource": "*"}]}', 'a policy statement names no action'],
  ])('%s', (_, text, reason) => {
    const { lines, gaps } = fromPolicy(text);
    expect(gaps).toEqual([reason]);
    expect(lines).toEqual(['permission-set aws.policy-document - [at:ci]']);
  });

  it('an Action that is a map may be any action, and is never none', () => {
    const { lines, gaps } = statement({ Effect: 'Allow', Action: { 's3:GetObject': true }, Resource: '*' });
    expect(gaps).toEqual(['the Action of a policy statement is not a text']);
    expect(lines.join()).toContain('<a broken Action>');
  });

  it.each([
    [{}, 'allow'],
    [{ Effect: 'allow' }, 'allow'],
    [{ Effect: 'DENY' }, 'deny'],
    [{ Effect: null }, 'allow'],
  ])('reads a broken Effect on the wide side: %j', (effect, expected) => {
    const { lines, gaps } = statement({ ...effect, Action: '*', Resource: '*' });
    expect(lines).toContain(`grant to at:ci: ${expected} * on * (policy document)`);
    expect(gaps).toEqual(['the Effect of a policy statement is neither Allow nor Deny']);
  });

  it('reads a statement without resources as every resource', () => {
    const { lines, gaps } = statement({ Effect: 'Allow', Action: 's3:*' });
    expect(lines).toContain('grant to at:ci: allow s3:* on * (policy document)');
    expect(gaps).toEqual(['a policy statement names no Resource; it is read as every resource']);
  });

  it.each([
    ['a Condition that is no map', { Condition: 'x' }, 'the Condition of a policy statement is not known from the files'],
    ['an operator without keys', { Condition: { Bool: 'x' } }, 'a condition of a policy statement is not known from the files'],
  ])('%s leaves the grant without it', (_, more, reason) => {
    const { lines, gaps } = statement({ Effect: 'Allow', Action: '*', Resource: '*', ...more });
    expect(gaps).toEqual([reason]);
    expect(lines).toContain('grant to at:ci: allow * on * (policy document)');
  });
});

describe('principals', () => {
  const trustOf = (Principal: unknown, element = 'Principal') => said({ Effect: 'Allow', Action: 'sts:AssumeRole', [element]: Principal });

  it.each([
    ['anyone', '*', 'anyone *'],
    ['anyone of AWS', { AWS: '*' }, 'anyone *'],
    ['an account by number', { AWS: '123456789012' }, 'account 123456789012'],
    ['an account by root', { AWS: 'arn:aws:iam::123456789012:root' }, 'account arn:aws:iam::123456789012:root'],
    ['a role', { AWS: 'arn:aws:iam::123456789012:role/ci' }, 'identity arn:aws:iam::123456789012:role/ci'],
    ['a service', { Service: 'lambda.amazonaws.com' }, 'service lambda.amazonaws.com'],
    ['services', { Service: ['a.amazonaws.com', 'b.amazonaws.com'] }, 'service a.amazonaws.com, service b.amazonaws.com'],
    [
      'an OIDC provider',
      { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' },
      'federated arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
    ],
    ['a canonical user', { CanonicalUser: '79a59d' }, 'account 79a59d'],
    ['several types', { AWS: '123456789012', Service: 'a.amazonaws.com' }, 'account 123456789012, service a.amazonaws.com'],
  ])('%s', (_, principal, expected) => {
    expect(trustOf(principal)).toEqual([`trust of at:ci: allow ${expected} sts:AssumeRole`]);
  });

  it('keeps NotPrincipal of a trust apart', () => {
    expect(trustOf({ AWS: '123456789012' }, 'NotPrincipal')).toEqual(['trust of at:ci: allow all but account 123456789012 sts:AssumeRole']);
  });

  it.each([
    ['a bare ARN', 'arn:aws:iam::123456789012:root', 'who is named as Principal is not known from the files'],
    ['an unknown type', { Robot: 'x' }, 'a principal is not of a kind that AWS knows'],
  ])('%s is no principal', (_, principal, reason) => {
    expect(statement({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }).gaps).toEqual([reason]);
  });
});

describe('resource policies', () => {
  const grants = (fields: Record<string, unknown>) => said({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...fields });

  it('are grants with principals', () => {
    expect(grants({ Principal: '*' })).toEqual(['grant to at:ci: allow anyone * s3:GetObject on * (resource policy)']);
  });

  it('let anyone in by Allow with NotPrincipal, and protect against nobody in particular by Deny with it', () => {
    const but = { NotPrincipal: { AWS: '123456789012' } };
    expect(grants(but)).toEqual(['grant to at:ci: allow anyone * s3:GetObject on * (resource policy)']);
    expect(grants({ Effect: 'Deny', ...but })).toEqual(['grant to at:ci: deny  s3:GetObject on * (resource policy)']);
  });
});

describe('Terraform blocks', () => {
  const documents = `
    data "aws_iam_policy_document" "base" {
      statement {
        sid       = "Read"
        actions   = ["s3:*"]
        resources = ["*"]
      }
      statement {
        actions   = ["sqs:SendMessage"]
        resources = ["*"]
        condition {
          test     = "StringEquals"
          variable = "aws:username"
          values   = ["&{aws:username}"]
        }
      }
    }
    data "aws_iam_policy_document" "ci" {
      source_policy_documents = [data.aws_iam_policy_document.base.json]
      statement {
        sid         = "Read"
        effect      = "Deny"
        not_actions = ["s3:GetObject"]
        resources   = ["*"]
      }
    }
    resource "aws_iam_policy" "ci" {
      name   = "ci"
      policy = data.aws_iam_policy_document.ci.json
    }`;

  it('say the same as JSON, and documents taken in are overridden by Sid', () => {
    const { lines } = fromTerraform(documents);
    expect(lines.filter((l) => l.endsWith('(managed policy)'))).toEqual([
      'grant to at:ci: deny all but s3:GetObject on * (managed policy)',
      `grant to at:ci: allow sqs:SendMessage on * when StringEquals aws:username = $\{aws:username} (managed policy)`,
    ]);
  });

  it('are judged on their own where nobody takes them', () => {
    const { lines, gaps } = fromTerraform(`
      data "aws_iam_policy_document" "ci" {
        statement {
          not_actions   = ["iam:*"]
          actions       = []
          not_resources = ["arn:aws:s3:::b"]
          condition {
            test     = "StringEquals"
            variable = "aws:username"
            values   = ["&{aws:username}"]
          }
        }
      }`);
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      'permission-set aws.policy-document - [at:ci]',
      `grant to at:ci: allow all but iam:* on all but arn:aws:s3:::b when StringEquals aws:username = $\{aws:username} (policy document)`,
    ]);
  });

  it('name principals in blocks', () => {
    const { lines } = fromTerraform(`
      variable "account_id" {}
      variable "who" {}
      data "aws_iam_policy_document" "ci" {
        statement {
          actions = ["sts:AssumeRole"]
          principals {
            type        = "AWS"
            identifiers = [var.account_id, "arn:aws:iam::\${var.account_id}:root", var.who]
          }
          principals {
            type        = "*"
            identifiers = ["*"]
          }
        }
      }`);
    expect(lines.at(-1)).toBe(
      'trust of at:ci: allow account <var.account_id>, account arn:aws:iam::<var.account_id>:root, identity <var.who>, anyone * sts:AssumeRole',
    );
  });
});

describe('documents that are not known', () => {
  it('are gaps, and held all the same', () => {
    const { lines, gaps } = fromCloudFormation(`
Ci:
  Type: AWS::IAM::ManagedPolicy
  Properties: {ManagedPolicyName: ci, PolicyDocument: !ImportValue shared}`);
    expect(lines).toEqual(['permission-set aws.policy ci [at:ci aws:policy:ci] path="/"', 'give <> to <at:ci> by managed policy']);
    expect(gaps).toHaveLength(1);
  });
});
