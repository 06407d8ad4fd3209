/** Pairs of trust policies, before and after, and how the second compares with the first. The sentences stand in expected.json. */
import type { TrustStatement } from '../oracle.js';
import type { Relation } from '../widening/pairs.js';

export interface Pair {
  readonly name: string;
  readonly relation: Relation;
  readonly before: readonly TrustStatement[];
  readonly after: readonly TrustStatement[];
}

const pair = (relation: Relation, name: string, before: readonly TrustStatement[], after: readonly TrustStatement[]): Pair => ({
  name,
  relation,
  before,
  after,
});

type Conditions = TrustStatement['Condition'];
const allow = (who: TrustStatement['Principal'], Condition?: Conditions, Action = 'sts:AssumeRole'): TrustStatement => ({
  Effect: 'Allow',
  Principal: who ?? {},
  Action,
  ...(Condition && { Condition }),
});
const deny = (who: TrustStatement['Principal'], Condition?: Conditions): TrustStatement => ({ ...allow(who, Condition), Effect: 'Deny' });
const but = (...arns: readonly string[]): TrustStatement => ({ Effect: 'Allow', NotPrincipal: { AWS: arns }, Action: 'sts:AssumeRole' });

const issuer = 'token.actions.githubusercontent.com';
const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const audience = { [`${issuer}:aud`]: 'sts.amazonaws.com' };
const web = (Condition: Conditions, who = provider): TrustStatement =>
  allow({ Federated: who }, Condition, 'sts:AssumeRoleWithWebIdentity');
/** What a workflow of GitHub must be, by patterns. */
const like = (...subjects: readonly string[]): TrustStatement =>
  web({ StringEquals: audience, StringLike: { [`${issuer}:sub`]: subjects } });
const equal = (...subjects: readonly string[]): TrustStatement => web({ StringEquals: { ...audience, [`${issuer}:sub`]: subjects } });
const claims = (wanted: Readonly<Record<string, string>>): TrustStatement =>
  web({
    StringEquals: { ...audience, ...Object.fromEntries(Object.entries(wanted).map(([claim, value]) => [`${issuer}:${claim}`, value])) },
  });

const account = (id: string): string => `arn:aws:iam::${id}:root`;
const role = (name: string, id = '111122223333'): string => `arn:aws:iam::${id}:role/${name}`;
const external = { StringEquals: { 'sts:ExternalId': 'for-acme' } };
const org = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
const arnLike = (...arns: readonly string[]): Conditions => ({ ArnLike: { 'aws:PrincipalArn': arns } });
const eks = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC';
const pod = (operator: string, subject: string): TrustStatement =>
  web({ [operator]: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub': subject } }, eks);

const equals: readonly Pair[] = [
  pair(
    'equal',
    'a list of subjects in two statements',
    [like('repo:acme/a:*', 'repo:acme/b:*')],
    [like('repo:acme/a:*'), like('repo:acme/b:*')],
  ),
  pair(
    'equal',
    'one statement for all repositories',
    [equal('repo:acme/a:pull_request'), equal('repo:acme/b:pull_request')],
    [equal('repo:acme/b:pull_request', 'repo:acme/a:pull_request')],
  ),
  pair('equal', 'StringLike without a wildcard', [like('repo:acme/a:ref:refs/heads/main')], [equal('repo:acme/a:ref:refs/heads/main')]),
  pair(
    'equal',
    'StringLike with and without a wildcard',
    [like('repo:acme/a:*', 'repo:acme/b:pull_request')],
    [like('repo:acme/a:*'), equal('repo:acme/b:pull_request')],
  ),
  pair(
    'equal',
    'a subject that a pattern takes in already',
    [like('repo:acme/*')],
    [like('repo:acme/*'), equal('repo:acme/a:pull_request')],
  ),
  pair(
    'equal',
    'principals in two statements',
    [allow({ AWS: [role('a'), role('b')] })],
    [allow({ AWS: role('b') }), allow({ AWS: role('a') })],
  ),
  pair(
    'equal',
    'an identity beside its account',
    [allow({ AWS: account('111122223333') })],
    [allow({ AWS: [account('111122223333'), role('a')] })],
  ),
  pair('equal', 'the account as id and as root', [allow({ AWS: '111122223333' })], [allow({ AWS: account('111122223333') })]),
  pair(
    'equal',
    'a denial of somebody who is not let in',
    [allow({ AWS: role('a') }), deny({ AWS: role('b') })],
    [allow({ AWS: role('a') })],
  ),
  pair(
    'equal',
    'a denial said twice',
    [allow({ AWS: account('111122223333') }), deny({ AWS: role('b') }), deny({ AWS: role('b') })],
    [allow({ AWS: account('111122223333') }), deny({ AWS: role('b') })],
  ),
  pair(
    'equal',
    'a condition that is always met beside another',
    [allow({ AWS: account('111122223333') }, arnLike(role('ci')))],
    [allow({ AWS: account('111122223333') }, { ArnLike: { 'aws:PrincipalArn': role('ci') }, StringLike: { 'aws:PrincipalArn': '*' } })],
  ),
  pair(
    'equal',
    'another case of a key',
    [equal('repo:acme/a:pull_request')],
    [web({ StringEquals: { [`${issuer}:AUD`]: 'sts.amazonaws.com', [`${issuer}:SUB`]: 'repo:acme/a:pull_request' } })],
  ),
  pair(
    'equal',
    'two operators on one claim',
    [equal('repo:acme/a:pull_request')],
    [
      web({
        StringEquals: { ...audience, [`${issuer}:sub`]: 'repo:acme/a:pull_request' },
        StringLike: { [`${issuer}:sub`]: 'repo:acme/*' },
      }),
    ],
  ),
];

const wider: readonly Pair[] = [
  pair('wider', 'one more repository', [like('repo:acme/a:*')], [like('repo:acme/a:*', 'repo:acme/b:*')]),
  pair('wider', 'any branch instead of main', [equal('repo:acme/a:ref:refs/heads/main')], [like('repo:acme/a:ref:refs/heads/*')]),
  pair('wider', 'anything of the repository instead of main', [equal('repo:acme/a:ref:refs/heads/main')], [like('repo:acme/a:*')]),
  pair('wider', 'any repository of the owner', [like('repo:acme/a:*')], [like('repo:acme/*')]),
  pair('wider', 'owners that begin alike', [like('repo:acme/*')], [like('repo:acme*')]),
  pair(
    'wider',
    'a subject by number that anybody may have',
    [equal('repo:acme@1/a@2:environment:production')],
    [like('repo:acme@1/a@*:environment:production')],
  ),
  pair('wider', 'no subject any more', [like('repo:acme/a:*')], [web({ StringEquals: audience })]),
  pair(
    'wider',
    'no audience any more',
    [equal('repo:acme/a:pull_request')],
    [web({ StringEquals: { [`${issuer}:sub`]: 'repo:acme/a:pull_request' } })],
  ),
  pair(
    'wider',
    'a claim less',
    [claims({ sub: 'repo:acme/a:pull_request', repository_owner: 'acme' })],
    [claims({ sub: 'repo:acme/a:pull_request' })],
  ),
  pair(
    'wider',
    'any service account of a namespace',
    [pod('StringEquals', 'system:serviceaccount:shop:api')],
    [pod('StringLike', 'system:serviceaccount:shop:*')],
  ),
  pair('wider', 'the account of a role', [allow({ AWS: role('ci') })], [allow({ AWS: account('111122223333') })]),
  pair('wider', 'anyone of the organization', [allow({ AWS: account('111122223333') }, org)], [allow('*', org)]),
  pair('wider', 'anyone', [allow({ AWS: account('111122223333') })], [allow('*')]),
  pair('wider', 'no external id any more', [allow({ AWS: account('444455556666') }, external)], [allow({ AWS: account('444455556666') })]),
  pair('wider', 'one more role', [allow({ AWS: role('a') })], [allow({ AWS: [role('a'), role('b')] })]),
  pair(
    'wider',
    'roles that begin alike',
    [allow({ AWS: account('111122223333') }, arnLike(role('ci')))],
    [allow({ AWS: account('111122223333') }, arnLike(role('ci*')))],
  ),
  pair(
    'wider',
    'a denial less',
    [allow({ AWS: account('111122223333') }), deny({ AWS: role('b') })],
    [allow({ AWS: account('111122223333') })],
  ),
  pair(
    'wider',
    'a denial with an exception',
    [allow({ AWS: account('111122223333') }), deny({ AWS: role('b') })],
    [allow({ AWS: account('111122223333') }), deny({ AWS: role('b') }, { StringNotEquals: { 'sts:ExternalId': 'x' } })],
  ),
  pair('wider', 'all but fewer', [but(role('a'), role('b'))], [but(role('a'))]),
  pair(
    'wider',
    'tags of a session',
    [allow({ AWS: role('a') })],
    [allow({ AWS: role('a') }), allow({ AWS: role('a') }, undefined, 'sts:TagSession')],
  ),
  pair(
    'wider',
    'a service more',
    [allow({ Service: 'ec2.amazonaws.com' })],
    [allow({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] })],
  ),
];

const others: readonly Pair[] = [
  pair('narrower', 'main instead of anything', [like('repo:acme/a:*')], [equal('repo:acme/a:ref:refs/heads/main')]),
  pair('narrower', 'an external id', [allow({ AWS: account('444455556666') })], [allow({ AWS: account('444455556666') }, external)]),
  pair('narrower', 'one repository of two that stood apart', [like('repo:acme/a:*'), like('repo:acme/b:*')], [like('repo:acme/a:*')]),
  pair('incomparable', 'another repository', [like('repo:acme/a:*')], [like('repo:acme/b:*')]),
  pair('incomparable', 'any repository, of main alone', [like('repo:acme/a:*')], [like('repo:acme/*:ref:refs/heads/main')]),
  pair('incomparable', 'another account', [allow({ AWS: role('ci', '444455556666') })], [allow({ AWS: account('111122223333') })]),
];

export const pairs: readonly Pair[] = [...equals, ...wider, ...others];
