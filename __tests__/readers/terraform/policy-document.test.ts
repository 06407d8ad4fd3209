import { describe, expect, it } from '@jest/globals';
import { deref, dig, get, itemsOf, type Node } from '../../../src/model/tree.js';
import { openDocument } from '../../../src/syntax/embedded.js';
import { evaluated, readText } from './module-of.js';
import { plain, print } from './print.js';

const document = (node: Node): unknown => {
  const opened = openDocument(node);
  return 'document' in opened ? plain(opened.document) : opened.problem;
};

const policy = {
  Statement: [
    {
      Action: ['s3:GetObject', 's3:PutObject'],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': ['core', 'data'] } },
      Effect: 'Allow',
      Resource: ['arn:aws:s3:::acme-prod/*', 'arn:aws:s3:::<aws_s3_bucket.b.id>/*'],
      Sid: 'Objects',
    },
    { Effect: 'Deny', NotAction: ['iam:*', 'sts:*'], NotResource: ['a', 'b'], NotPrincipal: { AWS: ['x', 'y'] } },
  ],
  Version: '2012-10-17',
};

const prelude = `
variable "env" { default = "prod" }
resource "aws_s3_bucket" "b" {}
`;

const object = `{
  Version = "2012-10-17"
  Statement = [
    {
      Sid       = "Objects"
      Effect    = "Allow"
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = ["arn:aws:s3:::acme-\${var.env}/*", "arn:aws:s3:::\${aws_s3_bucket.b.id}/*"]
      Condition = { StringEquals = { "aws:PrincipalTag/team" = ["core", "data"] } }
    },
    { Effect = "Deny", NotAction = ["iam:*", "sts:*"], NotResource = ["a", "b"], NotPrincipal = { AWS = ["x", "y"] } },
  ]
}`;

const heredoc = `<<-EOT
  {
    "Version": "2012-10-17",
    "Statement": [
      {
        "Sid": "Objects",
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:PutObject"],
        "Resource": ["arn:aws:s3:::acme-\${var.env}/*", "arn:aws:s3:::\${aws_s3_bucket.b.id}/*"],
        "Condition": { "StringEquals": { "aws:PrincipalTag/team": \${jsonencode(["core", "data"])} } }
      },
      { "Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "NotResource": ["a", "b"], "NotPrincipal": { "AWS": ["x", "y"] } }
    ]
  }
EOT`;

const dataSource = `
data "aws_iam_policy_document" "d" {
  statement {
    sid       = "Objects"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::acme-\${var.env}/*", "arn:aws:s3:::\${aws_s3_bucket.b.id}/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["core", "data"]
    }
  }
  statement {
    effect        = "Deny"
    not_actions   = ["iam:*", "sts:*"]
    not_resources = ["a", "b"]
    dynamic "not_principals" {
      for_each = { AWS = ["x", "y"] }
      content {
        type        = not_principals.key
        identifiers = not_principals.value
      }
    }
  }
}
`;

describe('one policy, many spellings', () => {
  it.each([
    ['jsonencode', `jsonencode(${object})`, ''],
    ['jsonencode of a local', 'jsonencode(local.doc)', `locals {\n doc = ${object}\n}`],
    [
      'a local with its parts in others',
      'local.json',
      `locals {\n json = jsonencode(merge(local.head, { Statement = local.doc.Statement }))\n head = { Version = "2012-10-17" }\n doc = ${object}\n}`,
    ],
    ['a heredoc', heredoc, ''],
    ['a heredoc in a local', 'local.json', `locals {\n json = ${heredoc}\n}`],
    ['a policy document', 'data.aws_iam_policy_document.d.json', dataSource],
    ['a minified policy document', 'data.aws_iam_policy_document.d.minified_json', dataSource],
    [
      'a policy document that stands once or not at all',
      'one(data.aws_iam_policy_document.d[*].json)',
      dataSource.replace('{', '{\n  count = var.on ? 1 : 0\n'),
    ],
    [
      'a policy document through another one',
      'data.aws_iam_policy_document.outer.json',
      `${dataSource}\ndata "aws_iam_policy_document" "outer" {\n  source_policy_documents = [data.aws_iam_policy_document.d.json]\n}`,
    ],
  ])('%s', (_, expression, more) => {
    expect(document(evaluated(expression, prelude + more))).toEqual(policy);
  });
});

const printed = (blocks: string, more = ''): string => {
  const value = evaluated('data.aws_iam_policy_document.d.json', `${more}\ndata "aws_iam_policy_document" "d" {\n${blocks}\n}`);
  return print(deref(value)).replace(/^\{Version: "2012-10-17", Statement: (.*)\}$/, '$1');
};

describe('the data source', () => {
  it.each([
    ['nothing', '', '[]'],
    ['defaults', 'statement {\n actions = ["a"]\n}', '[{Effect: "Allow", Action: ["a"]}]'],
    [
      'empty and null values are left out',
      'statement {\n sid = null\n actions = ["a"]\n not_actions = []\n}',
      '[{Effect: "Allow", Action: ["a"]}]',
    ],
    ['everybody', 'statement {\n principals {\n type = "*"\n identifiers = ["*"]\n }\n}', '[{Effect: "Allow", Principal: "*"}]'],
    [
      'any AWS principal',
      'statement {\n principals {\n type = "AWS"\n identifiers = ["*"]\n }\n}',
      '[{Effect: "Allow", Principal: {AWS: ["*"]}}]',
    ],
    [
      'principals of one type',
      'statement {\n principals {\n type = "AWS"\n identifiers = ["a"]\n }\n principals {\n type = "AWS"\n identifiers = ["b"]\n }\n}',
      '[{Effect: "Allow", Principal: {AWS: ["a", "b"]}}]',
    ],
    [
      'conditions of one key',
      'statement {\n condition {\n test = "T"\n variable = "v"\n values = ["a"]\n }\n condition {\n test = "T"\n variable = "v"\n values = ["b"]\n }\n}',
      '[{Effect: "Allow", Condition: {T: {v: ["a", "b"]}}}]',
    ],
    [
      'policy variables',
      'statement {\n resources = ["home/&{aws:username}"]\n}',
      '[{Effect: "Allow", Resource: ["home/${aws:username}"]}]',
    ],
    [
      'an unknown condition key',
      'statement {\n condition {\n test = "T"\n variable = "${var.p}:sub"\n values = ["a"]\n }\n}',
      '[{Effect: "Allow", Condition: {T: {<var.p>:sub: ["a"]}}}]',
    ],
    [
      'a dynamic statement',
      'dynamic "statement" {\n for_each = ["a", "b"]\n content {\n actions = [statement.value]\n }\n}',
      '[{Effect: "Allow", Action: ["a"]}, {Effect: "Allow", Action: ["b"]}]',
    ],
  ])('%s', (_, blocks, statements) => {
    expect(printed(blocks, 'variable "p" {}')).toBe(statements);
  });

  const other =
    'data "aws_iam_policy_document" "o" {\n statement {\n sid = "A"\n actions = ["other"]\n }\n statement {\n actions = ["more"]\n }\n}';
  const own = 'statement {\n sid = "A"\n actions = ["own"]\n}';

  it('replaces statements of a source by Sid', () => {
    expect(printed(`source_policy_documents = [data.aws_iam_policy_document.o.json]\n${own}`, other)).toBe(
      '[{Sid: "A", Effect: "Allow", Action: ["own"]}, {Effect: "Allow", Action: ["more"]}]',
    );
  });

  it('lets an override replace its own', () => {
    expect(printed(`override_policy_documents = [data.aws_iam_policy_document.o.json]\n${own}`, other)).toBe(
      '[{Sid: "A", Effect: "Allow", Action: ["other"]}, {Effect: "Allow", Action: ["more"]}]',
    );
  });

  it('reads sources that are JSON text or encoded objects', () => {
    const json = 'source_policy_documents = ["{\\"Statement\\": {\\"Action\\": \\"a\\"}}", jsonencode({ Statement = [{ Action = "b" }] })]';
    expect(printed(json)).toBe('[{Action: "a"}, {Action: "b"}]');
  });

  it('keeps an unknown source as an unknown statement', () => {
    expect(printed(`source_policy_documents = concat(var.docs, [])\n${own}`, 'variable "docs" {}')).toBe(
      '[?the statements of another document are not known: var.docs has no default, {Sid: "A", Effect: "Allow", Action: ["own"]}]',
    );
  });
});

describe('places', () => {
  const text = `resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n${dataSource.replace('var.env', 'local.env')}\nlocals {\n  env = "prod"\n}`;
  const [resource] = readText(text).resources;
  const at = (node: Node | undefined): string => (node ? text.slice(node.span.start, node.span.end) : 'none');

  it('points at the lines of the policy document', () => {
    const value = get(resource?.body, 'policy');
    expect(at(value)).toBe('data.aws_iam_policy_document.d.json');
    const [first] = itemsOf(get(value, 'Statement'));
    expect(at(itemsOf(get(first, 'Action'))[1])).toBe('"s3:PutObject"');
    expect(at(itemsOf(get(first, 'Resource'))[0])).toBe('"arn:aws:s3:::acme-${local.env}/*"');
    expect(at(itemsOf(dig(first, 'Condition', 'StringEquals', 'aws:PrincipalTag/team'))[0])).toBe('"core"');
    expect(at(first)).toMatch(/^statement \{[\s\S]*"data"\][\s}]*\}$/);
  });

  it('points into a heredoc, across what is put in', () => {
    const doc = `resource "aws_iam_policy" "p" {\n  policy = <<-EOT\n    {"Statement": [{"Resource": "a-\${local.env}", "Action": "s3:*"}]}\n  EOT\n}\nlocals {\n  env = "production-environment"\n}`;
    const [read] = readText(doc).resources;
    const value = get(read?.body, 'policy');
    const opened = value && openDocument(value);
    const [statement] = opened && 'document' in opened ? itemsOf(get(opened.document, 'Statement')) : [];
    const action = get(statement, 'Action');
    const target = get(statement, 'Resource');
    expect(action && doc.slice(action.span.start, action.span.end)).toBe('"s3:*"');
    expect(target && doc.slice(target.span.start, target.span.end)).toBe('"a-${local.env}"');
  });
});
