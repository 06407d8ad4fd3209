/** IAM that a cluster keeps (Crossplane, AWS's controllers, eksctl) says what the same thing says in Terraform. */
import { describe, expect, it } from '@jest/globals';
import { fromManifests, fromTerraform } from './kit.js';

const trust = '{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
const reads = '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';

const roleInTerraform = fromTerraform(`
  resource "aws_iam_role" "ci" {
    name                 = "ci"
    path                 = "/team/"
    description          = "Builds"
    max_session_duration = 7200
    permissions_boundary = "arn:aws:iam::123456789012:policy/fence"
    managed_policy_arns  = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
    assume_role_policy   = jsonencode(${trust})
    tags                 = { owner = "team-a" }
    inline_policy {
      name   = "read"
      policy = jsonencode(${reads})
    }
  }`);

const argumentsInUpjet = `
    path: /team/
    description: Builds
    maxSessionDuration: 7200
    permissionsBoundary: arn:aws:iam::123456789012:policy/fence
    managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
    assumeRolePolicy: '${trust}'
    inlinePolicy: [{name: read, policy: '${reads}'}]
    tags: {owner: team-a}`;

const roles: Readonly<Record<string, string>> = {
  Upbound: `
apiVersion: iam.aws.upbound.io/v1beta1
kind: Role
metadata: {name: ci}
spec:
  forProvider:${argumentsInUpjet}`,
  'Upbound, called otherwise by an annotation': `
apiVersion: iam.aws.m.upbound.io/v1beta1
kind: Role
metadata: {name: ci, namespace: x, annotations: {crossplane.io/external-name: ci}}
spec:
  initProvider: {path: /other/}
  forProvider:${argumentsInUpjet}`,
  ACK: `
apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata: {name: ci}
spec:
  name: ci
  path: /team/
  description: Builds
  maxSessionDuration: 7200
  permissionsBoundary: arn:aws:iam::123456789012:policy/fence
  policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
  assumeRolePolicyDocument: |
    ${trust}
  inlinePolicies:
    read: '${reads}'
  tags: [{key: owner, value: team-a}]`,
};

describe('IAM that a cluster keeps', () => {
  it.each(Object.keys(roles))('says of a role what Terraform says (%s)', (family) => {
    const told = fromManifests(roles[family] ?? '');
    expect(told.gaps).toEqual([]);
    expect(told.lines).toEqual(roleInTerraform.lines);
  });

  // A cluster refers by name; an ARN of Terraform's has no name of its own until it is applied.
  const attached = fromTerraform(`
    resource "aws_iam_role" "ci" {
      name               = "ci"
      assume_role_policy = jsonencode(${trust})
    }
    resource "aws_iam_policy" "read" {
      name   = "read"
      policy = jsonencode(${reads})
    }
    resource "aws_iam_role_policy_attachment" "both" {
      role       = aws_iam_role.ci.name
      policy_arn = aws_iam_policy.read.arn
    }`).lines.map((line) => line.replace('<at:read>', '<at:read aws:policy:read>'));

  it('follows references by name and by labels within a folder', () => {
    const kept = (role: string) => `
apiVersion: iam.aws.crossplane.io/v1beta1
kind: Role
metadata: {name: ci, labels: {app: shop}}
spec: {forProvider: {assumeRolePolicyDocument: '${trust}'}}
---
apiVersion: iam.aws.crossplane.io/v1beta1
kind: Policy
metadata: {name: read}
spec: {forProvider: {name: read, document: '${reads}'}}
---
apiVersion: iam.aws.crossplane.io/v1beta1
kind: RolePolicyAttachment
metadata: {name: both}
spec: {providerConfigRef: {name: aws}, forProvider: {${role}, policyArnRef: {name: read}}}`;
    for (const role of ['roleNameRef: {name: ci}', 'roleNameSelector: {matchLabels: {app: shop}}']) {
      const told = fromManifests(kept(role));
      expect(told.gaps).toEqual([]);
      expect(told.lines).toEqual(attached);
    }
    expect(fromManifests(kept('roleNameSelector: {matchControllerRef: true}')).lines).toContain(
      'give <at:read aws:policy:read> to <> by attachment',
    );
  });

  it('reads what ACK refers to from a role', () => {
    const { lines, gaps } = fromManifests(`
apiVersion: iam.services.k8s.aws/v1alpha1
kind: Policy
metadata: {name: reading}
spec: {name: read, policyDocument: '${reads}'}
---
apiVersion: iam.services.k8s.aws/v1alpha1
kind: User
metadata: {name: bot}
spec: {name: bot, policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], policyRefs: [{from: {name: reading}}, {from: {name: elsewhere}}]}`);
    expect(gaps).toEqual([]);
    expect(lines.slice(-3)).toEqual([
      'give <aws:managed-policy:ReadOnlyAccess> to <at:bot> by managed policy',
      'give <at:reading aws:policy:read> to <at:bot> by managed policy',
      'give <aws:policy:elsewhere> to <at:bot> by managed policy',
    ]);
  });

  it('ties service accounts to roles by pod identity', () => {
    const expected = fromTerraform(`
      resource "aws_eks_pod_identity_association" "x" {
        namespace       = "shop"
        service_account = "api"
        role_arn        = "arn:aws:iam::123456789012:role/ci"
      }`).lines;
    const role = 'arn:aws:iam::123456789012:role/ci';
    for (const [api, spec] of [
      ['eks.services.k8s.aws/v1alpha1', `{namespace: shop, serviceAccount: api, roleARN: '${role}'}`],
      ['eks.aws.upbound.io/v1beta1', `{forProvider: {namespace: shop, serviceAccount: api, roleArn: '${role}'}}`],
    ])
      expect(fromManifests(`apiVersion: ${api}\nkind: PodIdentityAssociation\nmetadata: {name: x}\nspec: ${spec}`).lines).toEqual(expected);
  });

  it('reads keys, memberships, groups, profiles and issuers', () => {
    const objects = [
      ['AccessKey', 'k', '{userRef: {name: bot}}'],
      ['User', 'bot', '{}'],
      ['Group', 'ops', '{}'],
      ['UserGroupMembership', 'm', '{userRef: {name: bot}, groupRefs: [{name: ops}]}'],
      ['InstanceProfile', 'p', '{role: ci}'],
      ['OpenIDConnectProvider', 'o', '{url: https://issuer.test, clientIdList: [aws]}'],
    ].map(
      ([kind, name, args]) =>
        `apiVersion: iam.aws.upbound.io/v1beta1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: {forProvider: ${args}}\n`,
    );
    const { lines, gaps } = fromManifests(objects.join('---\n'));
    expect(gaps).toEqual([]);
    expect(lines.filter((l) => !l.startsWith('identity') && !l.startsWith('permission-set'))).toEqual([
      'credential of at:k: access-key "access key" generated static',
      'at:k acts-for <at:bot aws:user:bot> by access key',
      'give <at:ops aws:group:ops> to <at:bot aws:user:bot> by group membership',
      'resource aws.instance-profile p [at:p aws:instance-profile:p] path="/"',
      'at:p runs-as <aws:role:ci> by instance profile',
    ]);
    expect(lines.at(-1)).toContain('aws:oidc-provider:issuer.test');
  });

  it('takes the roles of eksctl apart', () => {
    const { lines, gaps } = fromManifests(`
apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: {name: c, region: eu-central-1}
iam:
  serviceAccounts:
    - metadata: {name: api, namespace: shop}
      roleName: api
      attachPolicyARNs: ['arn:aws:iam::aws:policy/ReadOnlyAccess']
      wellKnownPolicies: {autoScaler: true, externalDNS: false}
    - {metadata: {name: old}, attachRoleARN: 'arn:aws:iam::123456789012:role/old'}
  podIdentityAssociations:
    - {namespace: shop, serviceAccountName: web, permissionPolicy: ${reads}}
accessConfig:
  accessEntries: [{principalARN: 'arn:aws:iam::123456789012:role/admin', accessPolicies: [{policyARN: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy'}]}]
managedNodeGroups: [{name: n, iam: {withAddonPolicies: {ebs: true}}}, {name: plain}]
`);
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      'kubernetes:ServiceAccount:shop/api assumes <at:api> by eksctl',
      'identity workload-identity aws.eksctl-role api [at:api aws:role:api] hasPermissionsBoundary=false',
      'trust of at:api: allow federated <OIDC provider of the cluster> sts:AssumeRoleWithWebIdentity when StringEquals <OIDC provider of the cluster>:sub = system:serviceaccount:shop:api when StringEquals <OIDC provider of the cluster>:aud = sts.amazonaws.com',
      'give <aws:managed-policy:ReadOnlyAccess> to <at:api> by managed policy',
      'give <aws:eksctl-policy:autoScaler> to <at:api> by policy of eksctl',
      'kubernetes:ServiceAccount:default/old assumes <aws:role:old> by eksctl',
      'kubernetes:ServiceAccount:shop/web assumes <at:web> by eksctl',
      'identity workload-identity aws.eksctl-role - [at:web] hasPermissionsBoundary=false',
      'trust of at:web: allow service pods.eks.amazonaws.com sts:AssumeRole',
      'grant to at:web: allow s3:GetObject on * (inline policy)',
      'identity workload-identity aws.eksctl-role - [at:n] hasPermissionsBoundary=false',
      'trust of at:n: allow service ec2.amazonaws.com sts:AssumeRole',
      'give <aws:eksctl-policy:ebs> to <at:n> by policy of eksctl',
      'give <aws:eks-access-policy:AmazonEKSViewPolicy> to <aws:role:admin> by EKS access entry',
    ]);
  });

  it('says that it does not understand the rest yet', () => {
    const reason = fromManifests('apiVersion: iam.aws.upbound.io/v1beta1\nkind: ServerCertificate\nmetadata: {name: x}').gaps;
    expect(reason).toEqual(['an AWS identity managed from the cluster (iam.aws.upbound.io/ServerCertificate) is not understood yet']);
  });
});
