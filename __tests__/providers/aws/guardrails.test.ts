/** What only takes away: policies of an organization and of endpoints. */
import { describe, expect, it } from '@jest/globals';
import { fromCloudFormation, fromPulumi, fromTerraform } from './kit.js';

interface Case {
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly pulumi?: string;
  readonly says: readonly string[];
}

const denial = '{"Statement":[{"Effect":"Deny","Action":"iam:CreateUser","Resource":"*"}]}';
const allowance = '{"Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}';
const perimeter =
  '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}}]}';
const reading = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}';
const scp = 'policyType="SERVICE_CONTROL_POLICY"';

const cases: Readonly<Record<string, Case>> = {
  'a policy that denies works beside full access': {
    terraform: `
      resource "aws_organizations_policy" "guard" {
        name    = "guard"
        content = jsonencode(${denial})
      }`,
    cloudformation: `Guard: {Type: AWS::Organizations::Policy, Properties: {Name: guard, Type: SERVICE_CONTROL_POLICY, Content: ${denial}}}`,
    says: [
      `guardrail aws.organization-policy guard [at:guard] ${scp}`,
      'grant to at:guard: deny iam:CreateUser on * (organization policy)',
      'grant to at:guard: allow * on * (FullAWSAccess)',
    ],
  },
  'a policy that allows is all that it lets through': {
    terraform: `
      resource "aws_organizations_policy" "list" {
        name    = "list"
        content = jsonencode(${allowance})
      }`,
    pulumi: `list: {type: aws:organizations:Policy, properties: {name: list, content: '${allowance}'}}`,
    says: [`guardrail aws.organization-policy list [at:list] ${scp}`, 'grant to at:list: allow ec2:* on * (organization policy)'],
  },
  'targets that it names itself': {
    cloudformation: `
List:
  Type: AWS::Organizations::Policy
  Properties: {Name: list, Type: SERVICE_CONTROL_POLICY, TargetIds: ['111122223333', ou-ab12-cd34ef56], Content: ${allowance}}`,
    says: [
      `guardrail aws.organization-policy list [at:list] ${scp} targets=["111122223333","ou-ab12-cd34ef56"]`,
      'grant to at:list: allow ec2:* on * (organization policy)',
    ],
  },
  'a resource control policy': {
    terraform: `
      resource "aws_organizations_policy" "edge" {
        name    = "edge"
        type    = "RESOURCE_CONTROL_POLICY"
        content = jsonencode(${perimeter})
      }`,
    says: [
      'guardrail aws.organization-policy edge [at:edge] policyType="RESOURCE_CONTROL_POLICY"',
      'grant to at:edge: deny anyone * s3:* on * when StringNotEquals aws:PrincipalOrgID = o-1 (organization policy)',
      'grant to at:edge: allow anyone * * on * (FullAWSAccess)',
    ],
  },
  'a policy for tags is none of permission': {
    terraform: `
      resource "aws_organizations_policy" "tags" {
        name    = "tags"
        type    = "TAG_POLICY"
        content = jsonencode({ tags = {} })
      }`,
    says: [],
  },
  'an attachment holds the policy, for its target': {
    terraform: `
      resource "aws_organizations_policy_attachment" "a" {
        policy_id = "p-1234abcd"
        target_id = "111122223333"
      }`,
    says: ['guardrail aws.organization-policy-attachment - [at:a] targets=["111122223333"]', 'give <> to <at:a> by attachment'],
  },
  'what AWS attaches by itself': {
    terraform: `
      resource "aws_organizations_policy_attachment" "a" {
        policy_id = "p-FullAWSAccess"
        target_id = "111122223333"
      }`,
    says: [],
  },
  'an endpoint without a policy lets everything through': {
    terraform: `resource "aws_vpc_endpoint" "s3" { service_name = "com.amazonaws.eu-west-1.s3" }`,
    cloudformation: `S3: {Type: AWS::EC2::VPCEndpoint, Properties: {ServiceName: com.amazonaws.eu-west-1.s3}}`,
    says: ['guardrail aws.vpc-endpoint - [at:s3]', 'grant to at:s3: allow anyone * * on * (default endpoint policy)'],
  },
  'an endpoint with a policy': {
    terraform: `
      resource "aws_vpc_endpoint" "s3" {
        service_name = "com.amazonaws.eu-west-1.s3"
        policy       = jsonencode(${reading})
      }`,
    cloudformation: `S3: {Type: AWS::EC2::VPCEndpoint, Properties: {PolicyDocument: ${reading}}}`,
    pulumi: `s3: {type: aws:ec2:VpcEndpoint, properties: {policy: '${reading}'}}`,
    says: ['guardrail aws.vpc-endpoint - [at:s3]', 'grant to at:s3: allow anyone * s3:GetObject on * (endpoint policy)'],
  },
  'a policy beside its endpoint': {
    terraform: `
      resource "aws_vpc_endpoint_policy" "s3" {
        vpc_endpoint_id = "vpce-1"
        policy          = jsonencode(${reading})
      }`,
    says: ['guardrail aws.vpc-endpoint-policy - [at:s3]', 'grant to at:s3: allow anyone * s3:GetObject on * (endpoint policy)'],
  },
};

describe('guardrails', () => {
  for (const [name, { says, terraform, cloudformation, pulumi }] of Object.entries(cases)) {
    if (terraform) it(`${name} (Terraform)`, () => expect(fromTerraform(terraform)).toMatchObject({ lines: says, gaps: [] }));
    if (cloudformation)
      it(`${name} (CloudFormation)`, () => expect(fromCloudFormation(cloudformation)).toMatchObject({ lines: says, gaps: [] }));
    if (pulumi) it(`${name} (Pulumi)`, () => expect(fromPulumi(pulumi)).toMatchObject({ lines: says, gaps: [] }));
  }

  it('a content that is not known is held all the same', () => {
    const { lines } = fromTerraform('resource "aws_organizations_policy" "guard" { content = var.content }');
    expect(lines.filter((l) => l.startsWith('give'))).toHaveLength(1);
  });
});
