/** What careful people write every day. An error or a warning here is a false alarm, whichever rule it comes from. */
import { describe, expect, it } from '@jest/globals';
import { type Files, reviewed, said } from './builtin.js';

const owned = 'tags = { owner = "team-shop", review-by = "2027-02-01" }';

const cases: Readonly<Record<string, Files>> = {
  'a function with its role, its logs and the bucket that calls it': {
    'main.tf': `
resource "aws_iam_role" "resize" {
  name               = "resize"
  description        = "Makes thumbnails of uploaded pictures."
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
  ${owned}
}
resource "aws_iam_role_policy_attachment" "basic" {
  role       = aws_iam_role.resize.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}
resource "aws_iam_role_policy" "resize" {
  role = aws_iam_role.resize.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "\${aws_s3_bucket.pictures.arn}/*" },
    { Effect = "Allow", Action = ["logs:CreateLogGroup", "xray:PutTraceSegments", "cloudwatch:PutMetricData"], Resource = "*" },
    { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "arn:aws:logs:eu-west-1:111122223333:log-group:resize:*" },
    { Effect = "Allow", Action = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"], Resource = "*" },
    { Effect = "Allow", Action = ["kms:Decrypt"], Resource = aws_kms_key.pictures.arn },
  ] })
}
resource "aws_s3_bucket" "pictures" { bucket_prefix = "pictures" }
resource "aws_lambda_permission" "pictures" {
  function_name = "resize"
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.pictures.arn
}
resource "aws_kms_key" "pictures" {
  enable_key_rotation = true
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${data.aws_caller_identity.me.account_id}:root" }, Action = "kms:*", Resource = "*" }] })
}
data "aws_caller_identity" "me" {}
`,
  },
  'guard rails': {
    'template.yaml': `
Resources:
  Rails:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - {Effect: Deny, NotAction: ["iam:*", "sts:*"], Resource: "*", Condition: {StringNotEquals: {aws:RequestedRegion: [eu-west-1]}}}
          - {Effect: Deny, Action: "*", Resource: "*", Condition: {Bool: {aws:SecureTransport: "false"}}}
  Bucket:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-drop
      PolicyDocument:
        Statement:
          - {Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: {Bool: {aws:SecureTransport: "false"}}}
          - {Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::acme-drop/*", Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}}
`,
  },
  'a deployment from the main branch': {
    'main.tf': `
resource "aws_iam_role" "deploy" {
  name        = "deploy"
  description = "Deploys the shop from its repository."
  assume_role_policy = jsonencode({ Statement = [{
    Effect    = "Allow"
    Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
    Action    = "sts:AssumeRoleWithWebIdentity"
    Condition = { StringEquals = {
      "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
      "token.actions.githubusercontent.com:sub" = "repo:acme/shop:environment:production"
    } }
  }] })
  ${owned}
}
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}
resource "aws_iam_role_policy" "deploy" {
  role = aws_iam_role.deploy.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" },
    { Effect = "Allow", Action = ["ecr:PutImage", "ecr:UploadLayerPart"], Resource = "arn:aws:ecr:eu-west-1:111122223333:repository/shop" },
    { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/shop-task" },
  ] })
}
`,
    '.github/workflows/deploy.yml': `
name: deploy
on: {push: {branches: [main]}}
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    permissions:
      id-token: write
      contents: read
    steps:
      - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 # v5
        with: {persist-credentials: false}
      - uses: aws-actions/configure-aws-credentials@0123456789abcdef0123456789abcdef01234567 # v5
        with: {aws-region: eu-west-1, role-to-assume: "arn:aws:iam::111122223333:role/deploy"}
      - run: make deploy
`,
  },
  'a controller in a cluster': {
    'controller.yaml': `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: certs
  namespace: certs
  annotations: {acme.org/owner: team-platform, acme.org/purpose: renews certificates, acme.org/review-by: "2027-02-01"}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: certs}
rules:
  - {apiGroups: [cert-manager.io], resources: [certificates, certificates/status], verbs: [get, list, watch, update, patch]}
  - {apiGroups: [""], resources: [events], verbs: [create, patch]}
  - {apiGroups: [coordination.k8s.io], resources: [leases], verbs: ["*"]}
  - {apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [patch], resourceNames: [certs]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: certs}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: certs}
subjects: [{kind: ServiceAccount, name: certs, namespace: certs}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: certs, namespace: certs}
spec:
  selector: {matchLabels: {app: certs}}
  template:
    metadata: {labels: {app: certs}}
    spec:
      serviceAccountName: certs
      containers:
        - name: certs
          image: acme/certs:1
          env: [{name: API_TOKEN, valueFrom: {secretKeyRef: {name: certs, key: token}}}]
`,
  },
  'the roles of the control plane': {
    'bootstrap.yaml': `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: cluster-admin}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: Group, name: "system:masters", apiGroup: rbac.authorization.k8s.io}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: "system:discovery"}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "system:discovery"}
subjects: [{kind: Group, name: "system:authenticated", apiGroup: rbac.authorization.k8s.io}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: "system:controller:job-controller"}
rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
`,
  },
  'tests of pull requests': {
    '.github/workflows/test.yml': `
name: test
on: [push, pull_request]
permissions:
  contents: read
jobs:
  unit:
    runs-on: ubuntu-latest
    services:
      db: {image: "postgres:17", env: {POSTGRES_PASSWORD: postgres}}
    steps:
      - uses: actions/checkout@v5
        with: {persist-credentials: false}
      - run: npm test
`,
  },
  'a scheduled job that uses one secret': {
    '.github/workflows/sync.yml': `
name: sync
on: {schedule: [{cron: "0 3 * * *"}]}
permissions: {}
jobs:
  sync:
    runs-on: ubuntu-latest
    permissions: {contents: read}
    steps:
      - uses: acme/sync@0123456789abcdef0123456789abcdef01234567 # v2
        with: {token: "\${{ secrets.SYNC_TOKEN }}"}
`,
  },
};

describe('what careful people write', () => {
  it.each(Object.entries(cases))('%s', async (_, files) => {
    const outcome = await reviewed({}, files);
    expect(said(outcome).filter((f) => !f.startsWith('note '))).toEqual([]);
    // A rule that cannot be decided is as tiring as one that is wrong.
    expect(outcome.gaps.map((g) => g.reason).filter((r) => r.includes('could not be established'))).toEqual([]);
  });
});
