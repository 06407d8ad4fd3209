/** IAM in Pulumi YAML and Ansible says what the same thing says in Terraform. */
import { describe, expect, it } from '@jest/globals';
import { fromAnsible, fromPulumi, fromTerraform } from './kit.js';

const trust = '{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
const reads = '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';

const terraform = {
  role: `
    resource "aws_iam_role" "ci" {
      name                 = "ci"
      path                 = "/team/"
      description          = "Builds"
      max_session_duration = 7200
      permissions_boundary = "arn:aws:iam::123456789012:policy/fence"
      managed_policy_arns  = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
      assume_role_policy   = jsonencode(${trust})
      tags                 = { owner = "team-a" }
    }`,
  inline: `
    resource "aws_iam_role_policy" "read" {
      name   = "read"
      role   = "ci"
      policy = jsonencode(${reads})
    }`,
  managed: `
    resource "aws_iam_policy" "read" {
      name   = "read"
      policy = jsonencode(${reads})
    }`,
  attached: `
    resource "aws_iam_role" "ci" {
      name               = "ci"
      assume_role_policy = jsonencode(${trust})
    }
    resource "aws_iam_role_policy_attachment" "read" {
      role       = aws_iam_role.ci.name
      policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    }`,
  key: `
    resource "aws_iam_user" "bot" { name = "bot" }
    resource "aws_iam_access_key" "bot-key" { user = "bot" }`,
  group: `
    resource "aws_iam_group" "ops" { name = "ops" }`,
} as const;

/** Handles end with the author's label, which a task's name is. */
const pulumi: Readonly<Record<keyof typeof terraform, string>> = {
  role: `
ci:
  type: aws:iam/role:Role
  properties:
    name: ci
    path: /team/
    description: Builds
    maxSessionDuration: 7200
    permissionsBoundary: arn:aws:iam::123456789012:policy/fence
    managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
    assumeRolePolicy: {'fn::toJSON': ${trust}}
    tags: {owner: team-a}`,
  inline: `
read:
  type: aws:iam:RolePolicy
  properties: {name: read, role: ci, policy: '${reads}'}`,
  managed: `
read:
  type: aws:iam:Policy
  properties: {name: read, policy: ${reads}}`,
  attached: `
ci: {type: 'aws:iam:Role', properties: {name: ci, assumeRolePolicy: '${trust}'}}
read: {type: 'aws:iam:RolePolicyAttachment', properties: {role: '\${ci.name}', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess'}}`,
  key: `
bot: {type: 'aws:iam:User', properties: {name: bot}}
bot-key: {type: 'aws:iam:AccessKey', properties: {user: bot}}`,
  group: `ops: {type: 'aws:iam:Group', properties: {name: ops}}`,
};

describe('IAM in Pulumi YAML', () => {
  it.each(Object.keys(pulumi) as (keyof typeof pulumi)[])('says of a %s what Terraform says', (name) => {
    const [told, same] = [fromPulumi(pulumi[name]), fromTerraform(terraform[name])];
    expect(told.gaps).toEqual([]);
    expect(told.lines).toEqual(same.lines);
  });

  it('opens the inline policies of a role', () => {
    const { lines } = fromPulumi(
      `ci: {type: 'aws:iam:Role', properties: {name: ci, assumeRolePolicy: '${trust}', inlinePolicies: [{name: read, policy: '${reads}'}]}}`,
    );
    expect(lines).toContain('grant to at:ci: allow s3:GetObject on * (inline policy)');
  });

  it('reads the native package, which is CloudFormation in camel case', () => {
    const { lines, gaps } = fromPulumi(
      `ci: {type: 'aws-native:iam:Role', properties: {roleName: ci, assumeRolePolicyDocument: ${trust}, policies: [{policyName: read, policyDocument: ${reads}}]}}`,
    );
    expect(gaps).toEqual([]);
    expect(lines.slice(1)).toEqual([
      'trust of at:ci: allow service lambda.amazonaws.com sts:AssumeRole',
      'grant to at:ci: allow s3:GetObject on * (inline policy)',
    ]);
  });

  it('says that it does not understand the rest yet', () => {
    expect(fromPulumi("q: {type: 'aws:sqs/queuePolicy:QueuePolicy'}\nb: {type: 'aws:s3:Bucket'}").gaps).toEqual([
      'AWS resource policy or grant (aws:sqs:QueuePolicy) is not understood yet',
    ]);
  });
});

const ansible: Readonly<Record<'role' | 'inline' | 'managed' | 'key' | 'group', string>> = {
  role: `
- name: ci
  amazon.aws.iam_role:
    name: ci
    path: /team/
    description: Builds
    max_session_duration: 7200
    boundary: arn:aws:iam::123456789012:policy/fence
    managed_policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
    assume_role_policy_document: '${trust}'
    tags: {owner: team-a}`,
  inline: `
- name: read
  iam_policy: {iam_type: role, iam_name: ci, policy_name: read, policy_json: '${reads}'}`,
  managed: `
- name: read
  community.aws.iam_managed_policy: {policy_name: read, policy: '${reads}'}`,
  key: `
- name: bot
  community.aws.iam_user: {name: bot}
- name: bot-key
  community.aws.iam_access_key: {user_name: bot}`,
  group: `
- name: ops
  iam_group: {name: ops}`,
};

describe('IAM in Ansible', () => {
  it.each(Object.keys(ansible) as (keyof typeof ansible)[])('says of a %s what Terraform says', (name) => {
    const [told, same] = [fromAnsible(ansible[name]), fromTerraform(terraform[name])];
    expect(told.gaps).toEqual([]);
    expect(told.lines).toEqual(same.lines);
  });

  it('reads a group with its members, and a user with a password', () => {
    const { lines } = fromAnsible(`
- name: ops
  iam_group: {name: ops, users: [bot]}
- name: bot
  iam_user: {name: bot, password: correct-horse}`);
    expect(lines).toContain('give <at:ops> to <aws:user:bot> by group membership');
    expect(lines).toContain('credential of at:bot: password "console password" literal static hidden 13');
    expect(lines.join()).not.toContain('correct-horse');
  });

  it('says that it does not understand the rest yet', () => {
    expect(fromAnsible('- name: x\n  iam: {iam_type: user, name: bot, state: present}').gaps).toEqual([
      'AWS identity or credential (iam) is not understood yet',
    ]);
  });
});
