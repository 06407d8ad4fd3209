/** What the files leave open, from the file to the exit code. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newFolder, removeFolders, write } from '../edges/repository.js';
import { now, report, run, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const role = `# identity-review: owner=team-ci purpose="deploys the shop" review-by=2027-06-01
resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
`;
const policy = (actions: string): string => `resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ${actions}, Resource = "*" }] })
}
`;
const variable = 'variable "actions" { type = list(string) }\n';

let open: string;
let offered: string;
let strict: string;
let given: string;
beforeAll(() => {
  [open, offered, strict, given] = [newFolder(), newFolder(), newFolder(), newFolder()];
  const main = { 'infra/main.tf': variable + role + policy('var.actions') };
  write(open, main);
  write(offered, { ...main, 'infra/prod.tfvars': 'actions = ["s3:*"]\n' });
  write(strict, { ...main, '.github/identity-review.yml': 'gaps: fail\n' });
  write(given, { ...main, 'infra/terraform.tfvars': 'actions = ["*"]\n' });
});

describe('a rule on a value that is not known', () => {
  it('is not established: one gap for each place names the variable to set', async () => {
    const { findings, gaps, code } = await report(['scan', open]);
    expect(findings.map((f) => f.rule)).toEqual([]);
    expect(gaps.map((g) => g.kind)).toEqual(['unresolved', 'unresolved']);
    for (const { reason } of gaps) expect(reason).toMatch(/ could not be established for .*aws:role:ci: var\.actions has no default$/);
    expect(code).toBe(0);
  });

  it('is not established for a principal that may be anybody', async () => {
    const folder = newFolder();
    const trusting = role.replace('Service = "ec2.amazonaws.com"', 'AWS = var.who');
    write(folder, { 'main.tf': `variable "who" {}\n${trusting}` });
    const { gaps } = await report(['scan', folder]);
    expect(gaps.map((g) => g.reason)).toEqual([expect.stringMatching(/^trust-anyone.*var\.who has no default$/)]);
  });

  it('names the files that give the variable a value', async () => {
    const { gaps } = await report(['scan', offered]);
    expect(gaps.filter((g) => g.reason.endsWith('var.actions has no default; values are given in prod.tfvars'))).toHaveLength(2);
  });

  it('shows in the terminal under a heading of its own', async () => {
    const { out } = await run(['scan', open, ...now, '--no-color']);
    expect(out).toMatch(/^Not established\n {2}not known from the files: .*: var\.actions has no default\n {4}infra\/main\.tf:\d+$/m);
    expect(out).toMatch(/^PASS .* 2 gaps$/m);
  });

  it('fails the review where the config asks for it', async () => {
    const { verdict, code } = await report(['scan', strict]);
    expect({ verdict, code }).toEqual({ verdict: 'fail', code: 1 });
  });

  it('is established once the value is given', async () => {
    const { findings, gaps } = await report(['scan', given]);
    expect(findings.map((f) => f.rule)).toContain('grant-is-admin');
    expect(gaps).toEqual([]);
  });
});
