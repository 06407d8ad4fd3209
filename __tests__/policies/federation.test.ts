/** The sixteen ways to misconfigure federation, each by its rule, and what stands beside them and is quiet. */
import { describe, expect, it } from '@jest/globals';
import { type Files, reviewed } from './builtin.js';

const github = 'token.actions.githubusercontent.com';
const role = (condition: object, provider = github): Files => ({
  'main.tf': `
    resource "aws_iam_role" "deploy" {
      name               = "deploy"
      tags               = { owner = "team-shop" }
      assume_role_policy = jsonencode(${JSON.stringify({
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${provider}` },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: condition,
          },
        ],
      })})
    }`,
});
const subjects = (operator: string, values: string | readonly string[], host = github): object => ({
  StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
  [operator]: { ...(operator === 'StringEquals' && { [`${host}:aud`]: 'sts.amazonaws.com' }), [`${host}:sub`]: values },
});
const ofTrust = async (files: Files, preset: 'recommended' | 'strict' = 'recommended'): Promise<readonly string[]> => {
  const outcome = await reviewed({}, files, preset);
  return [...new Set(outcome.findings.filter((f) => /^(federated|job-refused)/.test(f.rule)).map((f) => f.rule))].sort();
};

describe('a trust in tokens', () => {
  it.each([
    ['no condition', {}, ['federated-without-audience', 'federated-without-subject']],
    ['any subject', subjects('StringLike', '*'), ['federated-subject-anyone']],
    ['an open value behind good ones', subjects('StringLike', ['repo:acme/shop:environment:a*', 'repo:*']), ['federated-subject-anyone']],
    ['all repositories', subjects('StringLike', 'repo:acme/*'), ['federated-subject-all-repositories']],
    ['no slash', subjects('StringLike', 'repo:acme*'), ['federated-subject-any-owner']],
    ['any run', subjects('StringLike', 'repo:acme/shop:*'), ['federated-subject-any-run']],
    ['pull requests', subjects('StringEquals', 'repo:acme/shop:pull_request'), ['federated-subject-pull-request']],
    ['all branches', subjects('StringLike', 'repo:acme/shop:ref:refs/heads/*'), ['federated-subject-many-refs']],
    ['working branches', subjects('StringLike', 'repo:acme/shop:ref:refs/heads/feature/*'), ['federated-subject-work-branches']],
    ['no wildcard', subjects('StringLike', 'repo:acme/shop:environment:production'), ['federated-pattern-without-wildcard']],
    ['a claim of one’s own choice', subjects('StringEquals', 'environment:production'), ['federated-claim-chosen-by-caller']],
    [
      'a claim that may be missing',
      {
        'ForAllValues:StringEquals': { [`${github}:sub`]: 'repo:acme/shop:environment:production', [`${github}:aud`]: 'sts.amazonaws.com' },
      },
      ['federated-condition-optional', 'federated-without-audience', 'federated-without-subject'],
    ],
    ['two projects', subjects('StringEquals', ['repo:acme/a:environment:p', 'repo:acme/b:environment:p']), ['federated-several-projects']],
    ['one environment', subjects('StringEquals', 'repo:acme/shop:environment:production'), []],
    ['one environment, by numbers', subjects('StringEquals', 'repo:acme@12/shop@34:environment:production'), []],
    ['release branches', subjects('StringLike', 'repo:acme/shop:ref:refs/heads/release/*'), []],
  ])('%s', async (_, condition, rules) => {
    expect(await ofTrust(role(condition))).toEqual(rules);
  });

  it.each([
    ['gitlab.com', 'project_path:acme/*:ref_type:branch:ref:main', ['federated-subject-all-repositories']],
    ['gitlab.com', 'project_path:acme/shop:ref_type:branch:ref:*', ['federated-subject-many-refs']],
    ['agent.buildkite.com', 'organization:acme:pipeline:shop:*', ['federated-subject-any-run']],
    ['app.terraform.io', 'organization:acme:project:shop:workspace:prod:run_phase:*', []],
    ['app.terraform.io', 'organization:*:project:*:workspace:prod:run_phase:*', ['federated-subject-anyone']],
    ['oidc.eks.eu-west-1.amazonaws.com/id/ABC', 'system:serviceaccount:dns:*', ['federated-subject-any-pod']],
    ['oidc.eks.eu-west-1.amazonaws.com/id/ABC', 'system:serviceaccount:*:app', ['federated-subject-any-pod']],
  ])('%s %s', async (host, subject, rules) => {
    expect(await ofTrust(role(subjects('StringLike', subject, host), host))).toEqual(rules);
  });

  it('by name alone is told to those who ask for it', async () => {
    const named = role(subjects('StringEquals', 'repo:acme/shop:environment:production'));
    expect(await ofTrust(named, 'strict')).toContain('federated-subject-by-name');
  });
});

describe('a job that asks for the role', () => {
  const asking = (environment: string): Files => ({
    '.github/workflows/deploy.yml': `
on: {push: {branches: [main]}}
jobs:
  deploy:
    runs-on: ubuntu-latest
    ${environment}
    permissions: {id-token: write}
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with: {role-to-assume: "arn:aws:iam::111122223333:role/deploy", aws-region: eu-west-1}`,
  });
  it.each([
    ['', 'repo:acme/shop:environment:production', true],
    ['environment: staging', 'repo:acme/shop:environment:production', true],
    ['environment: production', 'repo:acme/shop:environment:production', false],
    ['environment: ${{ inputs.environment }}', 'repo:acme/shop:environment:production', false],
    ['environment: production', 'repo:acme/shop:ref:refs/heads/main', true],
    ['', 'repo:acme/shop:ref:refs/heads/main', false],
    ['', 'repo:acme/shop:*', false],
    ['', ['repo:acme/shop:environment:production', 'repo:acme/shop:ref:refs/heads/main'], false],
  ])('%s, trusted as %s', async (environment, subject, refused) => {
    const files = { ...role(subjects('StringLike', subject)), ...asking(environment) };
    expect((await ofTrust(files)).includes('job-refused-by-trust')).toBe(refused);
  });
});
