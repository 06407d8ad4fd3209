import { describe, expect, it } from '@jest/globals';
import { reviewed, said } from './builtin.js';

const role = (more: string, name = 'ci') => `resource "aws_iam_role" "${name}" {
  name        = "${name}"
  description = "Deploys the shop."
  ${more}
}
`;
const trusting = (...roles: readonly string[]) =>
  `assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = [${roles
    .map((r) => `"arn:aws:iam::111122223333:role/${r}"`)
    .join(', ')}] }, Action = "sts:AssumeRole" }] })`;
const granting = (...actions: readonly string[]) => `resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ${JSON.stringify(actions)}, Resource = "arn:aws:s3:::shop/*" }] })
}
`;
const owned = 'tags = { owner = "team-shop", review-by = "2027-02-01" }';

describe('rules on what a change does', () => {
  it('an identity without an owner gets more rights', async () => {
    const before = { 'main.tf': role(trusting('hub')) + granting('s3:GetObject') };
    const after = { 'main.tf': role(trusting('hub')) + granting('s3:GetObject', 's3:PutObject') };
    expect(said(await reviewed(before, after))).toContain('warning widened-without-owner');
  });

  it('with an owner it is nothing to tell', async () => {
    const before = { 'main.tf': role(`${trusting('hub')}\n${owned}`) + granting('s3:GetObject') };
    const after = { 'main.tf': role(`${trusting('hub')}\n${owned}`) + granting('s3:GetObject', 's3:PutObject') };
    expect(said(await reviewed(before, after))).toEqual([]);
  });

  it('more may become an identity', async () => {
    const before = { 'main.tf': role(`${trusting('hub')}\n${owned}`) };
    const after = { 'main.tf': role(`${trusting('hub', 'build')}\n${owned}`) };
    expect(said(await reviewed(before, after))).toEqual(['note trust-widened']);
    expect(said(await reviewed(after, before))).toEqual([]);
  });

  it('a guardrail lets more through', async () => {
    const scp = (...actions: readonly string[]) => ({
      'scp.tf': `resource "aws_organizations_policy" "guard" {
  name    = "guard"
  content = jsonencode({ Statement = [{ Effect = "Deny", Action = ${JSON.stringify(actions)}, Resource = "*" }] })
}
`,
    });
    const [strict, loose] = [scp('cloudtrail:StopLogging', 'iam:CreateUser'), scp('iam:CreateUser')];
    expect(said(await reviewed(strict, loose))).toEqual(['warning guardrail-loosened']);
    expect(said(await reviewed(loose, strict))).toEqual([]);
  });

  it('an identity loses its owner', async () => {
    const before = { 'main.tf': role(`${trusting('hub')}\ntags = { owner = "team-shop" }`) };
    const after = { 'main.tf': role(trusting('hub')) };
    expect(said(await reviewed(before, after))).toContain('error owner-removed');
    expect(said(await reviewed(after, before))).not.toContain('error owner-removed');
  });

  it('an identity is removed that others used', async () => {
    const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: shop, namespace: shop}\n';
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: {serviceAccountName: shop, containers: [{name: web, image: "acme/web:1"}]}
`;
    const outcome = await reviewed({ 'sa.yaml': account, 'pod.yaml': pod }, { 'pod.yaml': pod });
    expect(said(outcome)).toContain('note removed-while-used');
  });

  it('only CODEOWNERS says whose an identity is', async () => {
    const files = { '.github/CODEOWNERS': '*.tf @acme/platform\n', 'main.tf': role(trusting('hub')) };
    const found = said(await reviewed({}, files));
    expect(found).toContain('note owner-only-by-path');
    expect(found).not.toContain('error owner-missing');
  });

  it('what was there before is not told again', async () => {
    const before = { 'main.tf': role(trusting('hub')) };
    const after = { 'main.tf': `# Moved down by a line.\n${role(trusting('hub'))}` };
    expect(said(await reviewed(before, after))).toEqual([]);
  });
});
