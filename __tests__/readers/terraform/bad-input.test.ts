/** Bad input as a whole review meets it: what can be known is judged, and what cannot is a gap at its line. */
import { describe, expect, it } from '@jest/globals';
import { type Files, reviewed } from '../../policies/builtin.js';

interface Row {
  readonly name: string;
  readonly files: Files;
  /** `path:line kind reason` of gaps that there have to be; their beginnings. */
  readonly gaps: readonly string[];
  /** `rule path:line`, of findings about what is known all the same. */
  readonly findings?: readonly string[];
}

const wide = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })';
const policy = (name: string, document: string, more = ''): string =>
  `resource "aws_iam_policy" "${name}" {\n${more}  name   = "${name}"\n  policy = ${document}\n}\n`;

const rows: readonly Row[] = [
  {
    name: 'cyclic locals',
    files: { 'main.tf': `${policy('p', 'local.a')}locals {\n  a = jsonencode(local.b)\n  b = local.c\n  c = { Statement = local.a }\n}\n` },
    gaps: ['main.tf:6 unresolved a policy statement is not known from the files'],
  },
  {
    name: 'a module that calls itself',
    files: {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': `module "again" {\n  source = "../m"\n}\n${policy('p', wide)}`,
    },
    gaps: ['m/main.tf:1 unresolved module.again calls a module that it is itself a part of'],
    findings: ['grant-is-admin m/main.tf:6'],
  },
  {
    name: 'modules that call each other',
    files: {
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': `module "a" {\n  source = "../a"\n}\n${policy('p', wide)}`,
    },
    gaps: ['b/main.tf:1 unresolved module.a calls a module that it is itself a part of'],
    findings: ['grant-is-admin b/main.tf:6'],
  },
  {
    name: 'for_each over something unknown',
    files: {
      'main.tf': `variable "teams" {}\n${policy('p', wide, '  for_each = toset(var.teams)\n')}${policy('q', 'each.value', '  for_each = var.teams\n')}`,
    },
    gaps: ['main.tf:8 unresolved the document is not known: var.teams has no default'],
    findings: ['grant-is-admin main.tf:5'],
  },
  {
    name: '10 000 instances',
    files: { 'main.tf': policy('p', wide, '  count = 10000\n') },
    gaps: ['main.tf:2 too-large aws_iam_policy.p stands 10000 times, more than the 1000 that are looked at one by one'],
    findings: ['grant-is-admin main.tf:4'],
  },
  {
    name: 'a template that doubles itself',
    files: {
      'main.tf': `${policy('p', 'local.l29')}locals {\n  l0 = "ab"\n${Array.from({ length: 29 }, (_, i) => `  l${i + 1} = "\${local.l${i}}\${local.l${i}}"\n`).join('')}}\n`,
    },
    gaps: [
      'main.tf:35 unresolved how the document goes on is not known: the string is too long',
      'main.tf:25 too-large a string grows too long; it is unknown',
    ],
  },
  {
    name: 'templatefile outside of the repository',
    files: { 'main.tf': policy('p', 'templatefile("../../../etc/passwd", {})') },
    gaps: ['main.tf:3 unresolved the document is not known: the path is not inside of the repository'],
  },
  {
    name: 'invalid JSON in a quoted string',
    files: { 'main.tf': policy('p', '"{ \\"Statement\\": [ broken"') },
    gaps: ['main.tf:3 unparsed the document is not valid JSON: expected a value'],
    findings: ['policy-document-invalid main.tf:3'],
  },
  {
    name: 'invalid JSON in a heredoc, for a trust policy',
    files: {
      'main.tf':
        'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = <<-EOF\n    {\n      "Statement": []]\n    }\n  EOF\n}\n',
    },
    gaps: ["main.tf:5 unparsed the document is not valid JSON: expected ',' or '}'"],
    findings: ['policy-document-invalid main.tf:5'],
  },
  {
    name: 'invalid JSON in a file that is taken in',
    files: { 'main.tf': policy('p', 'file("policy.json")'), 'policy.json': '{\n  "Statement": [\n    nope\n  ]\n}\n' },
    gaps: ['policy.json:3 unparsed the document is not valid JSON: expected a value'],
    findings: ['policy-document-invalid policy.json:3'],
  },
  {
    name: 'invalid JSON in a string of a template',
    files: {
      'template.yaml':
        'Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: |\n        {"Statement":\n          {"Effect": Allow}}\n',
    },
    gaps: ['template.yaml:7 unparsed the document is not valid JSON: expected a value'],
    findings: ['policy-document-invalid template.yaml:7'],
  },
  {
    name: 'invalid JSON in an object of a cluster',
    files: {
      'policy.yaml':
        'apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Policy\nmetadata: {name: p}\nspec:\n  name: p\n  policyDocument: \'{"Statement": [}\'\n',
    },
    gaps: ['policy.yaml:6 unparsed the document is not valid JSON: expected a value'],
    findings: ['policy-document-invalid policy.yaml:6'],
  },
];

describe('bad input', () => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', async (_, { files, gaps, findings = [] }) => {
    const outcome = await reviewed({}, files);
    const told = outcome.gaps.map((g) => {
      const at = g.location;
      return `${at && 'startLine' in at ? `${at.path}:${at.startLine}` : at?.path} ${g.kind} ${g.reason}`;
    });
    for (const wanted of gaps) expect(told).toContainEqual(expect.stringContaining(wanted));
    const found = outcome.findings.map((f) => `${f.rule} ${f.location?.path}:${f.location?.startLine}`);
    expect(found.filter((f) => /^(?:grant-is-admin|policy-document-invalid) /.test(f))).toEqual(findings);
    // Nothing is told twice.
    const broken = told.filter((t) => t.includes('not valid JSON'));
    expect(new Set(broken.map((t) => t.replace(/^\S+ \S+ /, ''))).size).toBe(broken.length);
    expect(broken.length).toBe(gaps.filter((g) => g.includes('not valid JSON')).length);
  });
});
