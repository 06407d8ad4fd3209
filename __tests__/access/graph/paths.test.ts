import { describe, expect, it } from '@jest/globals';
import { randomKeyDigest } from '../../../src/edges/digest.js';
import { type Files, fromMemory } from '../../../src/edges/memory.js';
import type { Outcome } from '../../../src/model/outcome.js';
import { parseCodeowners } from '../../../src/ownership/codeowners.js';
import { ownershipKeys } from '../../../src/ownership/keys.js';
import { parseRegistry } from '../../../src/ownership/registry.js';
import { defaultConfig } from '../../../src/policy/config.js';
import { review } from '../../../src/review.js';

async function reviewed(base: Files, head: Files): Promise<Outcome> {
  const ownership = { keys: ownershipKeys({}), registry: parseRegistry(undefined), codeowners: parseCodeowners(undefined) };
  const terms = { config: defaultConfig, rules: [], waivers: [], ownership };
  return review({
    mode: 'review',
    source: fromMemory(base, head),
    terms,
    now: '2026-11-21T12:00:00Z',
    digest: randomKeyDigest(),
    version: '1',
  });
}

const told = ({ paths }: Outcome): readonly string[] =>
  paths.map(
    ({ steps, level, reach }) =>
      `${steps[0]?.from}${steps.map((s) => ` ${s.certain ? '-' : '~'}${s.how}> ${s.to}`).join('')}: ${level} ${reach}`,
  );

const workflow = (permissions = 'id-token: write') => `on: push
permissions: {${permissions}}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with: {role-to-assume: "arn:aws:iam::123456789012:role/deploy", aws-region: eu-west-1}
`;
const role = (name: string, principal: string, policy?: string) => `
resource "aws_iam_role" "${name}" {
  name               = "${name}"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = ${principal} }] })
${policy === undefined ? '' : `  inline_policy {\n    name   = "p"\n    policy = jsonencode({ Statement = [${policy}] })\n  }\n`}}
`;
const oidc = '{ Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }';
const assumes = '{ Effect = "Allow", Action = "sts:AssumeRole", Resource = "arn:aws:iam::123456789012:role/admin" }';
const everything = '{ Effect = "Allow", Action = "*", Resource = "*" }';

describe('the ways that a change opens', () => {
  it('lead from a job over a federated role to another role and what it may do', async () => {
    const files = {
      '.github/workflows/deploy.yml': workflow(),
      'main.tf': `${role('deploy', oidc, assumes)}${role('admin', '{ AWS = "arn:aws:iam::123456789012:role/deploy" }', everything)}`,
    };
    const job = 'github:job:.github/workflows/deploy.yml#deploy';
    expect(told(await reviewed({}, files))).toEqual([
      `${job} -becomes> aws:role:deploy: escalates assume a more privileged role that trusts the actor (admin)`,
      `${job} -becomes> aws:role:deploy -may become> aws:role:admin: admin * on *`,
    ]);
  });

  it('are those that base did not have', async () => {
    const files = (principal: string) => ({
      '.github/workflows/deploy.yml': workflow(),
      'main.tf': `${role('deploy', oidc, assumes)}${role('admin', principal, everything)}`,
    });
    const closed = files('{ Service = "ec2.amazonaws.com" }');
    const open = files('{ AWS = "arn:aws:iam::123456789012:role/deploy" }');
    expect(told(await reviewed(closed, open))).toHaveLength(1);
    expect(told(await reviewed(open, closed))).toEqual([]);
    expect(told(await reviewed(open, { ...open, 'main.tf': `# moved\n${open['main.tf']}` }))).toEqual([]);
  });

  it('go through the account when the own policies let it, and not otherwise', async () => {
    const files = (policy?: string) => ({
      '.github/workflows/deploy.yml': workflow(),
      'main.tf': `${role('deploy', oidc, policy)}${role('admin', '{ AWS = "arn:aws:iam::123456789012:root" }', everything)}`,
    });
    expect(told(await reviewed({}, files(assumes)))).toHaveLength(2);
    expect(told(await reviewed({}, files()))).toEqual([]);
  });

  it('go on to a stronger role that may be passed, or run by what may be changed, and not to one that may not', async () => {
    const passes = (to: string) =>
      `{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/${to}" },
       { Effect = "Allow", Action = ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" }`;
    const changes =
      '{ Effect = "Allow", Action = "lambda:UpdateFunctionCode", Resource = "arn:aws:lambda:eu-west-1:123456789012:function:shop" }';
    const shop = 'resource "aws_lambda_function" "shop" {\n function_name = "shop"\n role = aws_iam_role.admin.arn\n}\n';
    const files = (policy: string, more = '') => ({
      '.github/workflows/deploy.yml': workflow(),
      'main.tf': `${role('deploy', oidc, policy)}${role('admin', '{ Service = "lambda.amazonaws.com" }', everything)}${more}`,
    });
    const steps = async (policy: string, more = '') =>
      told(await reviewed({}, files(policy, more))).filter((p) => p.includes('aws:role:admin'));
    const job = 'github:job:.github/workflows/deploy.yml#deploy';
    expect(await steps(passes('admin'))).toEqual([`${job} -becomes> aws:role:deploy -may pass to a service> aws:role:admin: admin * on *`]);
    expect(await steps(changes, shop)).toContain(
      `${job} -becomes> aws:role:deploy -may take over a workload of> aws:role:admin: admin * on *`,
    );
    expect(await steps(passes('worker'))).toEqual([]);
  });

  it('know what a policy of AWS lets somebody become', async () => {
    const attached =
      'resource "aws_iam_role_policy_attachment" "p" {\n role = aws_iam_role.deploy.name\n policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"\n}\n';
    const files = {
      '.github/workflows/deploy.yml': workflow(),
      'main.tf': `${role('deploy', oidc)}${role('admin', '{ AWS = "arn:aws:iam::123456789012:root" }', everything)}${attached}`,
    };
    expect(told(await reviewed({}, files))).toContainEqual(expect.stringContaining('aws:role:deploy -may become> aws:role:admin'));
  });
});
