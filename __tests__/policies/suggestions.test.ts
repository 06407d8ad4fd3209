/** Mechanical fixes of the built-in rules: taken over, they give a file that is right, or one that says what is still open. */
import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/model/outcome.js';
import { suggestionsOf } from '../../src/reporters/suggestions.js';
import { type Files, reviewed } from './builtin.js';

/** What a click makes of the files. */
function taken({ findings }: Outcome, files: Files, rule: string): string {
  const { suggestion } = findings.find((f) => f.rule === rule) ?? {};
  if (!suggestion) return 'no suggestion';
  const { path, startLine, endLine } = suggestion.location;
  const lines = (files[path] ?? '').split('\n');
  lines.splice(startLine - 1, endLine - startLine + 1, suggestion.replacement);
  return lines.join('\n');
}
const rulesOf = ({ findings }: Outcome): readonly string[] => findings.map((f) => f.rule);

async function mended(files: Files, rule: string) {
  const before = await reviewed({}, files);
  expect(rulesOf(before)).toContain(rule);
  const path = before.findings.find((f) => f.rule === rule)?.location.path ?? '';
  const text = taken(before, files, rule);
  return { text, after: rulesOf(await reviewed({}, { ...files, [path]: text })) };
}

describe('the record of an owner', () => {
  it('stands above the declaration, and what is left open is told', async () => {
    const files = { 'main.tf': 'resource "aws_iam_user" "bot" {\n  name = "bot"\n}\n' };
    const { text, after } = await mended(files, 'owner-missing');
    expect(text).toBe(
      '# identity-review: owner=TODO purpose="TODO" review-by=2027-05-24\nresource "aws_iam_user" "bot" {\n  name = "bot"\n}\n',
    );
    expect(after).toContain('owner-placeholder');
    expect(after).not.toContain('owner-missing');
  });

  it('keeps what is said already and stands as deep as its line', async () => {
    const yaml = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: bot\n  annotations:\n    purpose: ships the shop\n';
    const { text, after } = await mended({ 'sa.yaml': yaml }, 'owner-missing');
    expect(text).toContain('\n  # identity-review: owner=TODO review-by=2027-05-24\n  name: bot\n');
    expect(after).not.toContain('owner-missing');
  });

  it('knows whom CODEOWNERS names', async () => {
    const files = { 'main.tf': 'resource "aws_iam_user" "bot" {\n  name = "bot"\n}\n', '.github/CODEOWNERS': '*.tf @acme/shop\n' };
    const { text } = await mended(files, 'owner-only-by-path');
    expect(text).toContain('# identity-review: owner=@acme/shop purpose="TODO"');
  });

  it.each([
    [
      'template.yaml',
      'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Bot:\n    Type: AWS::IAM::User\n    Properties:\n      UserName: bot\n',
    ],
    ['deep.tf', 'resource "aws_iam_role" "bot" {\r\n  name = "bot"\r\n  assume_role_policy = jsonencode({ Statement = [] })\r\n}\r\n'],
  ])('is taken for one in %s', async (path, text) => {
    const { after } = await mended({ [path]: text }, 'owner-missing');
    expect(after).not.toContain('owner-missing');
    expect(after).toContain('owner-placeholder');
  });

  it('is none where a file has no comments', async () => {
    const files = { 'main.tf.json': '{"resource": {"aws_iam_user": {"bot": {"name": "bot"}}}}\n' };
    const outcome = await reviewed({}, files);
    expect(rulesOf(outcome)).toContain('owner-missing');
    expect(outcome.findings.filter((f) => f.suggestion)).toEqual([]);
  });
});

describe('a line with more on it than names', () => {
  it.each([
    ['main.tf', 'resource "aws_iam_user" "bot" { name = "bot" }\n'],
    ['main.tf', 'resource "aws_iam_user" "bot" { # hunter2 is the password\n  name = "bot"\n}\n'],
    ['sa.yaml', 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bot, annotations: {token: abc}}\n'],
  ])('%s: %s', async (path, text) => {
    const outcome = await reviewed({}, { [path]: text });
    expect(rulesOf(outcome)).toContain('owner-missing');
    expect(taken(outcome, {}, 'owner-missing')).toBe('no suggestion');
  });
});

describe('permissions of a job', () => {
  const workflow = (permissions: string) =>
    `on: push\n${permissions}jobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: [{run: make}]\n`;
  it('replace write-all', async () => {
    const { text, after } = await mended({ '.github/workflows/a.yml': workflow('permissions: write-all\n') }, 'job-may-write-everything');
    expect(text).toBe(workflow('permissions:\n  contents: read\n'));
    expect(after).not.toContain('job-may-write-everything');
  });

  it('come into a job that says nothing', async () => {
    const { text, after } = await mended({ '.github/workflows/a.yml': workflow('') }, 'job-permissions-missing');
    expect(text).toContain('  test:\n    permissions:\n      contents: read\n    runs-on');
    expect(after).not.toContain('job-permissions-missing');
  });

  it('are none where the job is written in one line', async () => {
    const flow = 'on: push\njobs:\n  test: {runs-on: ubuntu-latest, steps: [{run: make}]}\n';
    const outcome = await reviewed({}, { '.github/workflows/a.yml': flow });
    expect(taken(outcome, {}, 'job-permissions-missing')).toBe('no suggestion');
  });
});

describe('all actions of a service', () => {
  const role = (action: string) =>
    `resource "aws_iam_role_policy" "p" {\n  role = "ci"\n  policy = jsonencode({ Statement = [{\n    Effect = "Allow"\n    Action = ${action}\n    Resource = "*"\n  }] })\n}\n`;
  it('become reading, each where it stands', async () => {
    const { text, after } = await mended({ 'main.tf': role('["s3:*", "sqs:*"]') }, 'service-wide-grant');
    expect(text).toBe(role('["s3:Get*", "sqs:Get*"]'));
    expect(after).not.toContain('service-wide-grant');
  });

  it('are left where something else stands beside them', async () => {
    const files = { 'main.tf': role('["s3:*"] # until hunter2') };
    const outcome = await reviewed({}, files);
    expect(rulesOf(outcome)).toContain('service-wide-grant');
    expect(taken(outcome, files, 'service-wide-grant')).toBe('no suggestion');
  });
});

describe('a log-in by a key', () => {
  const workflow = (inputs: string, uses: string) =>
    `on: push\npermissions: {contents: read, id-token: write}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n        with:\n${inputs}`;
  it.each([
    [
      'aws-actions/configure-aws-credentials@v5',
      '          aws-region: eu-west-1\n          aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}\n          aws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}\n',
      'role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE',
    ],
    ['google-github-actions/auth@v3', '          credentials_json: ${{ secrets.GCP_KEY }}\n', 'workload_identity_provider: projects/'],
    ['azure/login@v2', '          creds: ${{ secrets.AZURE_CREDENTIALS }}\n', 'client-id: CLIENT_ID'],
  ])('%s becomes one by the token of the job', async (uses, inputs, expected) => {
    const { text, after } = await mended({ '.github/workflows/a.yml': workflow(inputs, uses) }, 'static-cloud-key-in-job');
    expect(text).toContain(expected);
    expect(text).not.toContain('secrets.');
    expect(after).not.toContain('static-cloud-key-in-job');
  });
});

describe('as review comments', () => {
  it('one for each edit, with its marker, message and fence', async () => {
    const outcome = await reviewed({}, { 'main.tf': 'resource "aws_iam_user" "bot" {\n  name = "bot"\n}\n' });
    const [first, ...others] = suggestionsOf(outcome);
    expect(others.filter((s) => s.startLine === 1)).toEqual([]);
    expect(first).toMatchObject({ path: 'main.tf', startLine: 1, endLine: 1 });
    expect(first?.body).toMatch(/^<!-- identity-review: [\w%.-]+ -->\n\n/);
    expect(first?.body).toContain('```suggestion\n# identity-review: owner=TODO');
    expect(suggestionsOf(outcome)).toEqual(suggestionsOf(outcome));
  });

  it('never hold a value that is hidden', async () => {
    const files = {
      'main.tf': 'resource "aws_iam_user" "bot" { name = "bot" }\nresource "aws_db_instance" "x" { password = "Sup3rS3cretValue99" }\n',
    };
    expect(JSON.stringify(suggestionsOf(await reviewed({}, files)))).not.toContain('Sup3rS3cret');
  });
});
