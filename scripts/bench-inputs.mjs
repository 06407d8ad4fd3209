// What the benchmarks read: made here, as people write it. Nothing depends on chance, so that two runs measure the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a configuration that stands for a service: what is beside its identity outweighs it, as in real modules. */
const service = {
  'versions.tf': () => `terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}
`,
  'variables.tf': (n) => `variable "${n}_name" {
  description = "Name of the service, as it stands in its ARNs and its alarms"
  type        = string
  default     = "${n}"
}

variable "${n}_buckets" {
  description = "Buckets that it reads"
  type        = list(string)
  default     = ["${n}-orders", "${n}-archive"]
}

variable "${n}_settings" {
  type = object({
    memory  = optional(number, 512)
    timeout = optional(number, 30)
    subnets = optional(list(string), [])
  })
  default = {}

  validation {
    condition     = var.${n}_settings.memory >= 128 && var.${n}_settings.memory <= 10240
    error_message = "The memory must lie between 128 and 10240 MB."
  }
}
`,
  'locals.tf': (n) => `locals {
  ${n}_prefix = "\${var.${n}_name}-prod"
  ${n}_tags = {
    Owner   = "team-${n}"
    Service = var.${n}_name
  }
  ${n}_bucket_arns = [for b in var.${n}_buckets : "arn:aws:s3:::\${b}"]
}
`,
  'iam.tf': (n) => `# What the service runs as.
data "aws_iam_policy_document" "${n}_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "${n}" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = concat(local.${n}_bucket_arns, formatlist("%s/*", local.${n}_bucket_arns))
  }
  statement {
    sid       = "Write"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.${n}.arn]
  }
}

resource "aws_iam_role" "${n}" {
  name               = "\${local.${n}_prefix}-role"
  assume_role_policy = data.aws_iam_policy_document.${n}_trust.json
  tags               = local.${n}_tags
}

resource "aws_iam_role_policy" "${n}" {
  name   = "\${local.${n}_prefix}-access"
  role   = aws_iam_role.${n}.id
  policy = data.aws_iam_policy_document.${n}.json
}
`,
  'function.tf': (n) => `resource "aws_lambda_function" "${n}" {
  function_name = local.${n}_prefix
  role          = aws_iam_role.${n}.arn
  filename      = "\${path.module}/build/${n}.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  memory_size   = var.${n}_settings.memory
  timeout       = var.${n}_settings.timeout

  environment {
    variables = {
      QUEUE_URL = aws_sqs_queue.${n}.url
      BUCKETS   = join(",", var.${n}_buckets)
      LOG_LEVEL = "info"
    }
  }

  dynamic "vpc_config" {
    for_each = length(var.${n}_settings.subnets) > 0 ? [1] : []
    content {
      subnet_ids         = var.${n}_settings.subnets
      security_group_ids = [aws_security_group.${n}.id]
    }
  }

  tags = local.${n}_tags
}
`,
  'queue.tf': (n) => `resource "aws_sqs_queue" "${n}" {
  name                       = "\${local.${n}_prefix}-work"
  message_retention_seconds  = 1209600
  visibility_timeout_seconds = var.${n}_settings.timeout * 6
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.${n}_dead.arn
    maxReceiveCount     = 5
  })
  tags = local.${n}_tags
}

resource "aws_sqs_queue" "${n}_dead" {
  name = "\${local.${n}_prefix}-dead"
  tags = merge(local.${n}_tags, { Purpose = "letters that nobody could read" })
}
`,
  'network.tf': (n) => `resource "aws_security_group" "${n}" {
  name        = "\${local.${n}_prefix}-egress"
  description = "Lets \${var.${n}_name} out to HTTPS"

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = local.${n}_tags
}
`,
  'storage.tf': (n) => `resource "aws_s3_bucket" "${n}" {
  for_each = toset(var.${n}_buckets)

  bucket = each.value
  tags   = local.${n}_tags
}

resource "aws_s3_bucket_public_access_block" "${n}" {
  for_each = aws_s3_bucket.${n}

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`,
  'alarms.tf': (n) => `resource "aws_cloudwatch_metric_alarm" "${n}" {
  alarm_name          = "\${local.${n}_prefix}-errors"
  alarm_description   = <<-EOT
    More than a few calls of \${var.${n}_name} failed.
    Look into the dead letters before calling anybody.
  EOT
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  threshold           = 3
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { FunctionName = aws_lambda_function.${n}.function_name }
}
`,
  'outputs.tf': (n) => `output "${n}_role_arn" {
  description = "What the service runs as"
  value       = aws_iam_role.${n}.arn
}

output "${n}_queue_url" {
  value = aws_sqs_queue.${n}.url
}
`,
};

/** One folder's files by name, of as many services as it takes to reach the size. */
export function configuration(bytes) {
  const files = [];
  for (let i = 0, size = 0; size < bytes; i++)
    for (const [name, text] of Object.entries(service)) {
      const file = { path: `s${i}_${name}`, text: name === 'versions.tf' && i > 0 ? '' : text(`s${i}`) };
      files.push(file);
      size += file.text.length;
    }
  return files;
}

/** A tree of folders with ten files each: every second one is a module that the next folder calls. */
export function moduleTree(root, folders) {
  for (let i = 0; i < folders; i++) {
    const folder = join(root, i % 2 === 0 ? `modules/m${i}` : `stacks/s${i}`);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(service))
      writeFileSync(join(folder, name), text(`m${i}`) + (name === 'locals.tf' ? call(i) : ''));
  }
}

const call = (i) =>
  i % 2 === 0
    ? ''
    : `
module "shared" {
  source = "../../modules/m${i - 1}"

  m${i - 1}_name    = "shared-${i}"
  m${i - 1}_buckets = ["shared-${i}"]
}
`;

/** Manifests of a cluster, in one file of many documents. */
export const manifests = (bytes) =>
  repeated(
    bytes,
    '---\n',
    (n) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${n}
  namespace: shop
  labels: {app.kubernetes.io/name: ${n}, team: shop}
  annotations:
    eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/${n}"
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${n}
  namespace: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: ${n}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${n}
    spec:
      serviceAccountName: ${n}
      # Nothing of it writes to its own disk.
      securityContext: {runAsNonRoot: true}
      containers:
        - name: main
          image: registry.acme.example/shop/${n}:1.4.2
          args: ["--listen", ":8080", '--queue', 'orders']
          env:
            - name: LOG_LEVEL
              value: info
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${n}-database
                  key: password
          command:
            - sh
            - -c
            - |
              set -eu
              exec /app/server --name ${n}
          resources:
            requests: {cpu: 100m, memory: 128Mi}
`,
  );

/** A template of CloudFormation in JSON. */
export const template = (bytes) =>
  `{"Resources": {${repeated(
    bytes,
    ',',
    (n) =>
      `"${n}": ${JSON.stringify(
        {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: n,
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
            },
            Policies: [
              {
                PolicyName: 'access',
                PolicyDocument: {
                  Version: '2012-10-17',
                  Statement: [
                    { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: { 'Fn::Sub': `arn:aws:s3:::${n}/*` } },
                  ],
                },
              },
            ],
            MaxSessionDuration: 3600,
            Tags: [{ Key: 'Owner', Value: 'team-shop' }],
          },
        },
        null,
        2,
      )}`,
  )}}}`;

function repeated(bytes, separator, make) {
  const parts = [];
  for (let i = 0, size = 0; size < bytes; i++) {
    const part = make(`worker${i}`);
    parts.push(part);
    size += part.length + separator.length;
  }
  return parts.join(separator);
}

// ── what identities hold, without the files that say so ──────────────────────────────────────────────────────────────────────────────
const place = { source: { path: 'main.tf', side: 'head', text: '' }, start: 0, end: 0 };
const words = (value) => ({ parts: [value], span: place });
const patterns = (values) => ({ patterns: values.map(words), negated: false });
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));

const statement = (actions, resources) => ({
  system: 'aws',
  effect: 'allow',
  actions: patterns(actions),
  resources: patterns(resources),
  scope: words('*'),
  conditions: [],
  via: 'inline policy',
  span: place,
  given: place,
  level: 'unknown',
  breadth: 'unknown',
});

const role = (name, grants) => ({
  key: `aws:role:${name}`,
  category: 'identity',
  kind: 'workload-identity',
  provider: 'aws',
  type: 'aws.role',
  name,
  fullName: words(name),
  label: `aws_iam_role.${name}`,
  scope: 'infra',
  handles: [`at:infra#aws_iam_role.${name}`, `aws:role:${name}`],
  tags: [],
  comments: [],
  attributes: {},
  span: place,
  head: place,
  grants,
  namedSets: [],
  trust: [],
  credentials: [],
  links: [],
  usedBy: [],
  access: { level: 'none', reasons: [] },
  ownership: {},
});

/** Roles with five policies of three statements each; `what` tells two sides apart. */
export const crowd = (roles, what) => ({
  side: 'head',
  gaps: [],
  subjects: new Map(
    times(roles, (i) => {
      const held = times(5, (j) => [
        statement([`s3:Get${what}*`, 's3:ListBucket'], [`arn:aws:s3:::b${i}-${j}/*`, `arn:aws:s3:::b${i}-${j}`]),
        statement(['sqs:*'], [`arn:aws:sqs:eu-west-1:111122223333:q${i}-${j}`]),
        statement(['iam:PassRole'], [`arn:aws:iam::111122223333:role/r${i}-${j}`]),
      ]);
      const subject = role(`r${i}`, held.flat());
      return [subject.key, subject];
    }),
  ),
});

/** A role with many statements, of which the first few say something else. */
export const policy = (statements, others) =>
  role(
    'large',
    times(statements, (i) =>
      statement([i < others ? 's3:PutObject*' : 's3:Put*', 's3:ListBucket'], [`arn:aws:s3:::bucket-${i}/*`, `arn:aws:s3:::bucket-${i}`]),
    ),
  );

/** Wildcards that keep every pattern from being told apart from the others. */
export const hostile = (statements, side) =>
  role(
    'hostile',
    times(statements, (i) =>
      statement(
        times(20, (j) => `s3:*${side}${i}*${j}*`),
        times(20, (j) => `arn:aws:s3:::*${side}${i}*b${j}*`),
      ),
    ),
  );
