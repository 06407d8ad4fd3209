/** Each entity in each dialect that has it: the same thing, spelled twice, gives the same facts. */
import { describe, expect, it } from '@jest/globals';
import { fromCloudFormation, fromTerraform } from './kit.js';

interface Case {
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly says: readonly string[];
  readonly gaps?: readonly string[];
}

const trustLambda = `{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}`;

const cases: Readonly<Record<string, Case>> = {
  'a role with everything': {
    terraform: `
      resource "aws_iam_role" "ci" {
        name                 = "ci"
        path                 = "/team/"
        description          = "Builds"
        max_session_duration = 7200
        permissions_boundary = "arn:aws:iam::123456789012:policy/limits/fence"
        managed_policy_arns  = ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]
        assume_role_policy   = jsonencode({
          Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
        })
        inline_policy {
          name   = "read"
          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
        }
        tags = { owner = "team-a" }
      }`,
    cloudformation: `
Ci:
  Type: AWS::IAM::Role
  Properties:
    RoleName: ci
    Path: /team/
    Description: Builds
    MaxSessionDuration: 7200
    PermissionsBoundary: arn:aws:iam::123456789012:policy/limits/fence
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess']
    AssumeRolePolicyDocument: ${trustLambda}
    Policies:
      - PolicyName: read
        PolicyDocument: {Statement: {Effect: Allow, Action: 's3:GetObject', Resource: '*'}}
    Tags: [{Key: owner, Value: team-a}]`,
    says: [
      'identity workload-identity aws.role ci [at:ci aws:role:ci] {owner: team-a} "Builds" path="/team/" maxSessionHours=2 hasPermissionsBoundary=true',
      'trust of at:ci: allow service lambda.amazonaws.com sts:AssumeRole',
      'grant to at:ci: allow s3:GetObject on * (inline policy)',
      'give <aws:managed-policy:ViewOnlyAccess> to <at:ci> by managed policy',
      'limit <aws:policy:fence> to <at:ci> by permissions boundary',
    ],
  },
  'a role without a name': {
    terraform: `resource "aws_iam_role" "ci" { assume_role_policy = jsonencode(${trustLambda}) }`,
    cloudformation: `Ci: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${trustLambda}}}`,
    says: [
      'identity workload-identity aws.role - [at:ci] path="/" maxSessionHours=1 hasPermissionsBoundary=false',
      'trust of at:ci: allow service lambda.amazonaws.com sts:AssumeRole',
    ],
  },
  'a name prefix': {
    terraform:
      'resource "aws_iam_group" "ops" { name = "ops" }\nresource "aws_iam_policy" "ci" {\n name_prefix = "ci-"\n policy = "{\\"Statement\\": []}"\n}',
    says: [
      'permission-set aws.group ops [at:ops aws:group:ops] path="/"',
      'permission-set aws.policy ci-<generated suffix> [at:ci] path="/"',
    ],
  },
  'a user in a group': {
    terraform: `
      resource "aws_iam_user" "bot" { name = "bot" }
      resource "aws_iam_user_login_profile" "bot" { user = aws_iam_user.bot.name }
      resource "aws_iam_user_group_membership" "bot" {
        user   = "bot"
        groups = ["ops"]
      }`,
    says: [
      'identity service-account aws.user bot [at:bot aws:user:bot] path="/" forceDestroy=false hasPermissionsBoundary=false',
      'credential of at:bot: password "console password" generated static',
      'give <aws:group:ops> to <aws:user:bot> by group membership',
    ],
  },
  'a user in a group, all in one': {
    cloudformation: `
Bot:
  Type: AWS::IAM::User
  Properties: {UserName: bot, Groups: [ops], LoginProfile: {Password: '{{resolve:secretsmanager:bot}}'}}`,
    says: [
      'identity service-account aws.user bot [at:bot aws:user:bot] path="/" forceDestroy=false hasPermissionsBoundary=false',
      'give <aws:group:ops> to <at:bot> by group membership',
      'credential of at:bot: password "console password" reference static',
    ],
  },
  'group membership from the group': {
    terraform: 'resource "aws_iam_group_membership" "m" {\n name = "m"\n group = "ops"\n users = ["a", "b"]\n}',
    cloudformation: 'M: {Type: AWS::IAM::UserToGroupAddition, Properties: {GroupName: ops, Users: [a, b]}}',
    says: ['give <aws:group:ops> to <aws:user:a>, <aws:user:b> by group membership'],
  },
  'an access key is an identity that acts for its user': {
    terraform: 'resource "aws_iam_access_key" "key" {\n user = "bot"\n status = "Inactive"\n}',
    cloudformation: 'Key: {Type: AWS::IAM::AccessKey, Properties: {UserName: bot, Status: Inactive}}',
    says: [
      'identity api-key aws.access-key - [at:key] keyStatus="Inactive"',
      'credential of at:key: access-key "access key" generated static',
      'at:key acts-for <aws:user:bot> by access key',
    ],
  },
  'other credentials of a user': {
    terraform: `
      resource "aws_iam_service_specific_credential" "git" {
        service_name = "codecommit.amazonaws.com"
        user_name    = "bot"
      }
      resource "aws_iam_signing_certificate" "cert" {
        certificate_body = file("cert.pem")
        user_name        = "bot"
      }
      resource "aws_iam_user_ssh_key" "ssh" {
        username   = "bot"
        encoding   = "SSH"
        public_key = "ssh-rsa AAAA"
      }`,
    says: [
      'identity api-key aws.service-credential - [at:git] keyStatus="Active"',
      'credential of at:git: password "service credential" generated static',
      'at:git acts-for <aws:user:bot> by service credential',
      'identity certificate aws.signing-certificate - [at:cert] keyStatus="Active"',
      'credential of at:cert: certificate "X.509 signing certificate" reference static',
      'at:cert acts-for <aws:user:bot> by X.509 signing certificate',
      'identity api-key aws.ssh-key - [at:ssh] keyStatus="Active"',
      'credential of at:ssh: private-key "SSH key" reference static',
      'at:ssh acts-for <aws:user:bot> by SSH key',
    ],
  },
  'an inline policy beside its role': {
    terraform: `
      resource "aws_iam_role_policy" "p" {
        name   = "p"
        role   = "ci"
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
      }`,
    cloudformation: `
P:
  Type: AWS::IAM::Policy
  Properties: {PolicyName: p, Roles: [ci], PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}}`,
    says: [
      'permission-set aws.inline-policy p [at:p]',
      'grant to at:p: allow * on * (inline policy)',
      'give <at:p> to <aws:role:ci> by inline policy',
    ],
  },
  'inline policies of users and groups': {
    terraform: `
      resource "aws_iam_user_policy" "u" {
        user   = "bot"
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "a:b", Resource = "*" }] })
      }
      resource "aws_iam_group_policy" "g" {
        group  = "ops"
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "a:b", Resource = "*" }] })
      }`,
    cloudformation: `
U:
  Type: AWS::IAM::UserPolicy
  Properties: {UserName: bot, PolicyDocument: {Statement: [{Effect: Allow, Action: 'a:b', Resource: '*'}]}}
G:
  Type: AWS::IAM::GroupPolicy
  Properties: {GroupName: ops, PolicyDocument: {Statement: [{Effect: Allow, Action: 'a:b', Resource: '*'}]}}`,
    says: [
      'permission-set aws.inline-policy - [at:u] users=["bot"]',
      'grant to at:u: allow a:b on * (inline policy)',
      'give <at:u> to <aws:user:bot> by inline policy',
      'permission-set aws.inline-policy - [at:g]',
      'grant to at:g: allow a:b on * (inline policy)',
      'give <at:g> to <aws:group:ops> by inline policy',
    ],
  },
  'a managed policy': {
    terraform: `
      resource "aws_iam_policy" "p" {
        name   = "p"
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
      }`,
    cloudformation: `
P:
  Type: AWS::IAM::ManagedPolicy
  Properties: {ManagedPolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]}}`,
    says: ['permission-set aws.policy p [at:p aws:policy:p] path="/"', 'grant to at:p: allow s3:* on * (managed policy)'],
  },
  'a managed policy that names its holders': {
    cloudformation: `
Ci: {Type: AWS::IAM::Role, Properties: {RoleName: ci}}
P:
  Type: AWS::IAM::ManagedPolicy
  Properties: {Roles: [!Ref Ci], Users: [bot], Groups: [ops], PolicyDocument: {Statement: []}}`,
    says: [
      'identity workload-identity aws.role ci [at:ci aws:role:ci] path="/" maxSessionHours=1 hasPermissionsBoundary=false',
      'permission-set aws.policy - [at:p] path="/" users=["bot"]',
      'give <at:p> to <at:ci> by attachment',
      'give <at:p> to <aws:user:bot> by attachment',
      'give <at:p> to <aws:group:ops> by attachment',
    ],
  },
  'an attachment that does not tell of what': {
    terraform: `
      resource "aws_iam_policy_attachment" "b" {
        name  = "b"
        users = ["bot"]
      }`,
    says: [],
    gaps: ['which policy is attached is not known from the files'],
  },
  attachments: {
    terraform: `
      data "aws_partition" "current" {}
      resource "aws_iam_role" "ci" {
        name               = "ci"
        assume_role_policy = "{\\"Statement\\": []}"
      }
      resource "aws_iam_role_policy_attachment" "a" {
        role       = aws_iam_role.ci.name
        policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
      }
      resource "aws_iam_policy_attachment" "b" {
        name       = "b"
        roles      = ["ci"]
        users      = ["bot"]
        policy_arn = "arn:aws:iam::123456789012:policy/own"
      }
      resource "aws_iam_user_policy_attachments_exclusive" "c" {
        user_name   = "bot"
        policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
      }`,
    says: [
      'identity workload-identity aws.role ci [at:ci aws:role:ci] path="/" maxSessionHours=1 hasPermissionsBoundary=false',
      'give <aws:managed-policy:AmazonECSTaskExecutionRolePolicy> to <at:ci aws:role:ci> by attachment',
      'give <aws:policy:own> to <aws:role:ci>, <aws:user:bot> by attachment',
      'give <aws:managed-policy:ReadOnlyAccess> to <aws:user:bot> by attachment',
    ],
  },
  'a name left to AWS is still somebody': {
    terraform: `
      variable "name" {
        default = null
      }
      resource "aws_iam_role" "ci" {
        name               = var.name
        assume_role_policy = "{\\"Statement\\": []}"
      }
      resource "aws_iam_role_policy_attachment" "a" {
        role       = aws_iam_role.ci.name
        policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
      }`,
    says: [
      'identity workload-identity aws.role - [at:ci] path="/" maxSessionHours=1 hasPermissionsBoundary=false',
      'give <aws:managed-policy:AdministratorAccess> to <at:ci> by attachment',
    ],
  },
  'a role inside an ARN': {
    cloudformation: `
Ci: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: []}}}
F: {Type: AWS::Lambda::Function, Properties: {Role: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/team/\${Ci}'}}`,
    says: [
      'identity workload-identity aws.role - [at:ci] path="/" maxSessionHours=1 hasPermissionsBoundary=false',
      'resource aws.function - [at:f]',
      'at:f runs-as <at:ci> by Lambda function',
    ],
  },
  'an instance profile': {
    terraform: 'resource "aws_iam_instance_profile" "web" {\n name = "web"\n role = "ci"\n}',
    cloudformation: 'Web: {Type: AWS::IAM::InstanceProfile, Properties: {InstanceProfileName: web, Roles: [ci]}}',
    says: [
      'resource aws.instance-profile web [at:web aws:instance-profile:web] path="/"',
      'at:web runs-as <aws:role:ci> by instance profile',
    ],
  },
  'identity providers': {
    terraform: `
      resource "aws_iam_openid_connect_provider" "github" {
        url             = "https://token.actions.githubusercontent.com/"
        client_id_list  = ["sts.amazonaws.com"]
        thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
      }
      resource "aws_iam_saml_provider" "okta" {
        name                   = "okta"
        saml_metadata_document = "<xml/>"
      }`,
    cloudformation: `
Github:
  Type: AWS::IAM::OIDCProvider
  Properties:
    Url: https://token.actions.githubusercontent.com
    ClientIdList: [sts.amazonaws.com]
    ThumbprintList: [6938fd4d98bab03faadb97b34396831e3780aea1]
Okta: {Type: AWS::IAM::SAMLProvider, Properties: {Name: okta, SamlMetadataDocument: <xml/>}}`,
    says: [
      'identity integration aws.oidc-provider token.actions.githubusercontent.com [at:github aws:oidc-provider:token.actions.githubusercontent.com] audiences=["sts.amazonaws.com"] thumbprints=["6938fd4d98bab03faadb97b34396831e3780aea1"]',
      'identity integration aws.saml-provider okta [at:okta aws:saml-provider:okta]',
    ],
  },
  'a service-linked role': {
    terraform: 'resource "aws_iam_service_linked_role" "es" { aws_service_name = "es.amazonaws.com" }',
    cloudformation: 'Es: {Type: AWS::IAM::ServiceLinkedRole, Properties: {AWSServiceName: es.amazonaws.com}}',
    says: [
      'identity workload-identity aws.service-linked-role es.amazonaws.com [at:es]',
      'trust of at:es: allow service es.amazonaws.com sts:AssumeRole',
    ],
  },
  'pod identity': {
    terraform: `
      resource "aws_eks_pod_identity_association" "p" {
        cluster_name    = "main"
        namespace       = "prod"
        service_account = "api"
        role_arn        = "arn:aws:iam::123456789012:role/api"
      }`,
    cloudformation: `
P:
  Type: AWS::EKS::PodIdentityAssociation
  Properties: {ClusterName: main, Namespace: prod, ServiceAccount: api, RoleArn: 'arn:aws:iam::123456789012:role/api'}`,
    says: ['kubernetes:ServiceAccount:prod/api assumes <aws:role:api> by EKS pod identity'],
  },
};

describe('IAM', () => {
  for (const [name, { says, gaps = [], ...dialects }] of Object.entries(cases)) {
    const { terraform, cloudformation } = dialects;
    if (terraform) it(`${name} (Terraform)`, () => expect(fromTerraform(terraform)).toMatchObject({ lines: says, gaps }));
    if (cloudformation)
      it(`${name} (CloudFormation)`, () => expect(fromCloudFormation(cloudformation)).toMatchObject({ lines: says, gaps }));
  }
});
