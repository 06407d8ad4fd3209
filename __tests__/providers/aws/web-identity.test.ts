/** Trust statements of AWS → whose tokens they take: the same from a role's JSON and from Terraform's blocks. */
import { describe, expect, it } from '@jest/globals';
import type { Trust } from '../../../src/model/fact.js';
import { fromAnsible, fromCloudFormation, fromManifests, fromPolicy, fromPulumi, fromTerraform } from './kit.js';

const terraform = (condition: string, principal = 'token.actions.githubusercontent.com'): readonly Trust[] =>
  trustIn(
    fromTerraform(`
      resource "aws_iam_role" "ci" {
        assume_role_policy = jsonencode({ Statement = [{
          Effect    = "Allow"
          Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/${principal}" }
          Action    = "sts:AssumeRoleWithWebIdentity"
          Condition = ${condition}
        }] })
      }`),
  );
const trustIn = ({ facts }: ReturnType<typeof fromTerraform>): readonly Trust[] =>
  facts.flatMap((f) => (f.fact === 'trust' ? [f.trust] : []));
const widths = (trust: readonly Trust[]): readonly string[] => trust.flatMap((t) => (t.admits ?? []).map((a) => `${a.issuer} ${a.width}`));
const sub = 'token.actions.githubusercontent.com:sub';

describe('tokens of an outside issuer', () => {
  it('are told value by value and statement by statement', () => {
    expect(widths(terraform(`{ StringLike = { "${sub}" = ["repo:acme/shop:ref:refs/heads/main", "*"] } }`))).toEqual([
      'github exact',
      'github anyone',
    ]);
  });

  it('are anybody’s where no condition is left that asks for a claim', () => {
    for (const condition of [
      'null',
      `{ StringNotLike = { "${sub}" = "repo:acme/*" } }`,
      `{ "ForAllValues:StringLike" = { "${sub}" = "repo:acme/shop:*" } }`,
      `{ StringEqualsIfExists = { "${sub}" = "repo:acme/shop:ref:refs/heads/main" } }`,
      `{ Null = { "${sub}" = "false" } }`,
    ])
      expect(widths(terraform(condition))).toEqual(['github anyone']);
  });

  it('take keys in any letter case, and no key of AWS itself for a claim', () => {
    expect(widths(terraform(`{ StringEquals = { "${sub.toUpperCase()}" = "repo:acme/shop:environment:prod" } }`))).toEqual([
      'github exact',
    ]);
    expect(widths(terraform('{ StringEquals = { "aws:SourceAccount" = "111122223333" } }'))).toEqual(['github anyone']);
  });

  it('are told by how the subject begins where the address is not known', () => {
    const { admits } = terraform(`{ StringEquals = { "\${var.issuer}:sub" = "system:serviceaccount:dns:external-dns" } }`)[0] ?? {};
    expect(admits).toMatchObject([{ issuer: 'kubernetes', width: 'exact' }]);
  });

  it('mean the same in every spelling', () => {
    const spelled = fromTerraform(`
      data "aws_iam_policy_document" "trust" {
        statement {
          actions = ["sts:AssumeRoleWithWebIdentity"]
          principals {
            type        = "Federated"
            identifiers = ["arn:aws:iam::111122223333:oidc-provider/gitlab.com"]
          }
          condition {
            test     = "StringLike"
            variable = "gitlab.com:sub"
            values   = ["project_path:acme/shop:ref_type:branch:ref:*"]
          }
        }
      }
      resource "aws_iam_role" "ci" { assume_role_policy = data.aws_iam_policy_document.trust.json }`);
    const template = fromCloudFormation(`
Ci:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Statement:
        - Effect: Allow
          Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}
          Action: sts:AssumeRoleWithWebIdentity
          Condition: {StringLike: {"gitlab.com:sub": "project_path:acme/shop:ref_type:branch:ref:*"}}`);
    const document = JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { 'gitlab.com:sub': 'project_path:acme/shop:ref_type:branch:ref:*' } },
        },
      ],
    });
    const others = [
      fromPolicy(document),
      fromPulumi(`ci:\n  type: aws:iam:Role\n  properties:\n    assumeRolePolicy: '${document}'`),
      fromAnsible(`- amazon.aws.iam_role:\n    name: ci\n    assume_role_policy_document: '${document}'`),
      ...['iam.aws.upbound.io/v1beta1', 'iam.aws.crossplane.io/v1beta1'].map((api) =>
        fromManifests(
          `apiVersion: ${api}\nkind: Role\nmetadata: {name: ci}\nspec:\n  forProvider:\n    ${api.includes('upbound') ? 'assumeRolePolicy' : 'assumeRolePolicyDocument'}: '${document}'`,
        ),
      ),
      fromManifests(
        `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nmetadata: {name: ci}\nspec:\n  name: ci\n  assumeRolePolicyDocument: '${document}'`,
      ),
    ];
    expect([spelled, template, ...others].map((told) => [...new Set(widths(trustIn(told)))])).toEqual(Array(8).fill(['gitlab refs']));
  });

  it('are not what accounts, services and SAML providers come in by', () => {
    const saml = trustIn(
      fromTerraform(`
      resource "aws_iam_role" "people" {
        assume_role_policy = jsonencode({ Statement = [
          { Effect = "Allow", Principal = { Federated = "arn:aws:iam::111122223333:saml-provider/okta" }, Action = "sts:AssumeRoleWithSAML" },
          { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" },
          { Effect = "Deny", Principal = { Federated = "gitlab.com" }, Action = "sts:AssumeRoleWithWebIdentity" },
        ] })
      }`),
    );
    expect(saml).toHaveLength(3);
    expect(saml.filter((t) => t.admits)).toEqual([]);
  });
});
