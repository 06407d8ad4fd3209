/** Pairs of policies, before and after, and how the second compares with the first. The sentences stand in expected.json. */
import type { Policies, PolicyStatement, Rule } from '../oracle.js';

export type Relation = 'equal' | 'narrower' | 'wider' | 'incomparable';
type Both<T> = readonly [before: T, after: T];
export type Pair = { readonly name: string; readonly relation: Relation } & (
  | { readonly aws: Both<Policies> }
  | { readonly kubernetes: Both<readonly Rule[]> }
  | { readonly github: Both<Readonly<Record<string, 'read' | 'write'>>> }
);

type Many = string | readonly string[];
const allow = (Action: Many, Resource: Many = '*', Condition?: PolicyStatement['Condition']): PolicyStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: Many, Resource: Many = '*', Condition?: PolicyStatement['Condition']): PolicyStatement => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});
const aws = (relation: Relation, name: string, before: readonly PolicyStatement[], after: readonly PolicyStatement[]): Pair => ({
  relation,
  name,
  aws: [{ identity: before }, { identity: after }],
});
const bounded = (relation: Relation, name: string, before: Policies, after: Policies): Pair => ({ relation, name, aws: [before, after] });
const k8s = (relation: Relation, name: string, before: readonly Rule[], after: readonly Rule[]): Pair => ({
  relation,
  name,
  kubernetes: [before, after],
});

const logs = 'arn:aws:s3:::logs/*';
const reports = 'arn:aws:s3:::reports/*';
const org = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
const vpce = { StringEquals: { 'aws:SourceVpce': 'vpce-1' } };
const regions = (...names: string[]) => ({ StringEquals: { 'aws:RequestedRegion': names } });

/** `expand` gives every known action of a pattern. */
export const pairs = (expand: (pattern: string) => readonly string[]): readonly Pair[] => [
  // ── the same in other words ──
  aws('equal', 'the order of statements and actions', [allow(['s3:a', 's3:b']), deny('iam:*')], [deny('iam:*'), allow(['s3:b', 's3:a'])]),
  aws('equal', 'case of an action', [allow('S3:getobject', logs)], [allow('s3:GetObject', logs)]),
  aws('equal', 'a wildcard written out', [allow('sqs:Get*')], [allow(expand('sqs:Get*'))]),
  aws('equal', 'a service written out', [allow('sqs:*', 'arn:aws:sqs:*:*:work')], [allow(expand('sqs:*'), 'arn:aws:sqs:*:*:work')]),
  aws('equal', 'a list folded into a wildcard', [allow(expand('s3:Put*'), logs)], [allow('s3:Put*', logs)]),
  aws(
    'equal',
    'statements merged',
    [allow('s3:GetObject', logs), allow('s3:GetObject', reports)],
    [allow('s3:GetObject', [logs, reports])],
  ),
  aws(
    'equal',
    'a statement split',
    [allow(['s3:GetObject', 's3:PutObject'], [logs, reports])],
    [allow('s3:GetObject', logs), allow('s3:PutObject', [logs, reports]), allow('s3:GetObject', reports)],
  ),
  aws('equal', 'a Sid renamed', [{ ...allow('s3:GetObject', logs), Sid: 'A' }], [{ ...allow('s3:GetObject', logs), Sid: 'B' }]),
  aws('equal', 'what a wildcard has already', [allow('s3:*', logs)], [allow(['s3:*', 's3:GetObject'], logs)]),
  aws('equal', '* and *:*', [allow('*')], [allow('*:*')]),
  aws(
    'equal',
    'two halves of a wildcard',
    [allow('sqs:*')],
    [allow(['sqs:Get*', ...expand('sqs:*').filter((a) => !a.startsWith('sqs:Get'))])],
  ),
  aws(
    'equal',
    'a prefix covered piece by piece',
    [allow('s3:GetObject', 'arn:aws:s3:::l?gs*')],
    [allow('s3:GetObject', ['arn:aws:s3:::l?gs', 'arn:aws:s3:::l?gs?*'])],
  ),
  aws(
    'equal',
    'NotAction in another order',
    [{ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }],
    [{ Effect: 'Allow', NotAction: ['sts:*', 'iam:*'], Resource: '*' }],
  ),
  aws(
    'equal',
    'all but something, written as a denial',
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    [allow('*'), deny('iam:*')],
  ),
  aws(
    'equal',
    'NotResource written as a denial',
    [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: logs }],
    [allow('s3:GetObject'), deny('s3:GetObject', logs)],
  ),
  aws(
    'equal',
    'values of a condition split',
    [allow('ec2:RunInstances', '*', regions('eu-west-1', 'eu-central-1'))],
    [allow('ec2:RunInstances', '*', regions('eu-west-1')), allow('ec2:RunInstances', '*', regions('eu-central-1'))],
  ),
  aws(
    'equal',
    'StringLike without wildcards',
    [allow('s3:GetObject', logs, { StringLike: { 'aws:SourceVpce': 'vpce-1' } })],
    [allow('s3:GetObject', logs, vpce)],
  ),
  aws(
    'equal',
    'a condition and its opposite',
    [allow('s3:GetObject', logs)],
    [allow('s3:GetObject', logs, vpce), allow('s3:GetObject', logs, { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } })],
  ),
  aws(
    'equal',
    'a denial of what is not allowed either way',
    [allow('s3:GetObject', logs), deny('s3:PutObject', logs)],
    [allow('s3:GetObject', logs), deny('s3:PutObject', logs), deny('s3:PutObject', 'arn:aws:s3:::logs/a')],
  ),
  aws(
    'equal',
    'a policy variable in another case',
    [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')],
    [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:Username}/*')],
  ),
  bounded(
    'equal',
    'a boundary beyond what is given',
    { identity: [allow('s3:GetObject', logs)], boundary: [allow('s3:*')] },
    {
      identity: [allow('s3:GetObject', logs)],
      boundary: [allow(['s3:*', 'sqs:*'])],
    },
  ),
  bounded(
    'equal',
    'more than the boundary lets through',
    { identity: [allow('s3:*', logs)], boundary: [allow('s3:Get*')] },
    {
      identity: [allow(['s3:*', 'iam:*'], logs)],
      boundary: [allow('s3:Get*')],
    },
  ),

  // ── wider ──
  aws('wider', 'a wider wildcard', [allow('s3:Get*', logs)], [allow('s3:*', logs)]),
  aws('wider', 'one action more', [allow('s3:GetObject', logs)], [allow(['s3:GetObject', 's3:PutObject'], logs)]),
  aws('wider', 'a list folded into more than it was', [allow(['sqs:GetQueueUrl'])], [allow('sqs:Get*')]),
  aws('wider', 'one resource more', [allow('s3:GetObject', logs)], [allow('s3:GetObject', [logs, reports])]),
  aws('wider', 'every resource', [allow('s3:GetObject', logs)], [allow('s3:GetObject')]),
  aws('wider', 'a shorter prefix', [allow('s3:GetObject', 'arn:aws:s3:::logs/a*')], [allow('s3:GetObject', 'arn:aws:s3:::logs/*')]),
  aws('wider', 'a service more', [allow('s3:GetObject', logs)], [allow('s3:GetObject', logs), allow('secretsmanager:GetSecretValue')]),
  aws('wider', 'everything', [allow('s3:*', logs)], [allow('*')]),
  aws('wider', 'a condition that is gone', [allow('s3:GetObject', logs, vpce)], [allow('s3:GetObject', logs)]),
  aws(
    'wider',
    'one value more',
    [allow('ec2:RunInstances', '*', regions('eu-west-1'))],
    [allow('ec2:RunInstances', '*', regions('eu-west-1', 'us-east-1'))],
  ),
  aws(
    'wider',
    'a pattern instead of a value',
    [allow('sts:AssumeRole', '*', org)],
    [allow('sts:AssumeRole', '*', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } })],
  ),
  aws(
    'wider',
    'IfExists',
    [allow('s3:GetObject', logs, vpce)],
    [allow('s3:GetObject', logs, { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } })],
  ),
  aws(
    'wider',
    'all of the values instead of any',
    [allow('ec2:CreateTags', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] }, Null: { 'aws:TagKeys': 'false' } })],
    [allow('ec2:CreateTags', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } })],
  ),
  aws(
    'wider',
    'a larger network',
    [allow('s3:GetObject', logs, { IpAddress: { 'aws:SourceIp': '10.0.0.0/16' } })],
    [allow('s3:GetObject', logs, { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })],
  ),
  aws(
    'wider',
    'a longer time',
    [allow('s3:GetObject', logs, { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } })],
    [allow('s3:GetObject', logs, { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } })],
  ),
  aws(
    'wider',
    'a number that may be larger',
    [allow('s3:ListBucket', '*', { NumericLessThanEquals: { 's3:max-keys': '10' } })],
    [allow('s3:ListBucket', '*', { NumericLessThanEquals: { 's3:max-keys': '1000' } })],
  ),
  aws('wider', 'a denial that is gone', [allow('s3:*', logs), deny('s3:DeleteObject', logs)], [allow('s3:*', logs)]),
  aws(
    'wider',
    'a denial that got a condition',
    [allow('s3:*', logs), deny('s3:DeleteObject', logs)],
    [allow('s3:*', logs), deny('s3:DeleteObject', logs, { Bool: { 'aws:MultiFactorAuthPresent': 'false' } })],
  ),
  aws('wider', 'a denial of fewer resources', [allow('s3:*'), deny('s3:*', [logs, reports])], [allow('s3:*'), deny('s3:*', logs)]),
  aws(
    'wider',
    'less is left out',
    [{ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }],
    [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
  ),
  aws('wider', 'a role to pass', [allow('iam:PassRole', 'arn:aws:iam::111122223333:role/app')], [allow('iam:PassRole')]),
  aws(
    'wider',
    'a role to pass to any service',
    [allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })],
    [allow('iam:PassRole')],
  ),
  bounded(
    'wider',
    'a boundary that is gone',
    { identity: [allow('s3:*', logs)], boundary: [allow('s3:Get*')] },
    {
      identity: [allow('s3:*', logs)],
    },
  ),
  bounded(
    'wider',
    'a boundary that lets more through',
    { identity: [allow('s3:*', logs)], boundary: [allow('s3:Get*')] },
    {
      identity: [allow('s3:*', logs)],
      boundary: [allow(['s3:Get*', 's3:PutObject'])],
    },
  ),
  bounded(
    'wider',
    'more within the same boundary',
    { identity: [allow('s3:GetObject', logs)], boundary: [allow('s3:*')] },
    {
      identity: [allow(['s3:GetObject', 's3:PutObject', 'iam:PassRole'], logs)],
      boundary: [allow('s3:*')],
    },
  ),

  // ── narrower ──
  aws('narrower', 'a narrower wildcard', [allow('s3:*', logs)], [allow('s3:Get*', logs)]),
  aws('narrower', 'one action less', [allow(['s3:GetObject', 's3:PutObject'], logs)], [allow('s3:GetObject', logs)]),
  aws('narrower', 'nothing is left', [allow('s3:GetObject', logs), allow('sqs:SendMessage')], [allow('sqs:SendMessage')]),
  aws('narrower', 'a new condition', [allow('s3:GetObject', logs)], [allow('s3:GetObject', logs, vpce)]),
  aws('narrower', 'a new denial', [allow('s3:*', logs)], [allow('s3:*', logs), deny('s3:DeleteObject', logs)]),
  aws('narrower', 'one bucket instead of all', [allow('s3:GetObject')], [allow('s3:GetObject', logs)]),
  bounded(
    'narrower',
    'a new boundary',
    { identity: [allow('s3:*', logs)] },
    { identity: [allow('s3:*', logs)], boundary: [allow('s3:Get*')] },
  ),

  // ── neither ──
  aws('incomparable', 'one service for another', [allow('s3:GetObject', logs)], [allow('sqs:SendMessage')]),
  aws('incomparable', 'wider on less', [allow('s3:Get*')], [allow('s3:*', logs)]),
  aws(
    'incomparable',
    'one value for another',
    [allow('ec2:RunInstances', '*', regions('eu-west-1'))],
    [allow('ec2:RunInstances', '*', regions('us-east-1'))],
  ),

  // ── Kubernetes ──
  k8s(
    'equal',
    'a rule split by verb and resource',
    [{ apiGroups: [''], resources: ['pods', 'services'], verbs: ['get', 'list'] }],
    [
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['services'], verbs: ['list', 'get'] },
    ],
  ),
  k8s(
    'equal',
    'a rule split by name',
    [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['a', 'b'], verbs: ['get'] }],
    [
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['b'], verbs: ['get'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] },
    ],
  ),
  k8s(
    'wider',
    'a verb more',
    [{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }],
    [{ apiGroups: [''], resources: ['secrets'], verbs: ['list', 'get'] }],
  ),
  k8s(
    'wider',
    'every verb',
    [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'], namespace: 'shop' }],
    [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['*'], namespace: 'shop' }],
  ),
  k8s(
    'wider',
    'names that are gone',
    [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] }],
    [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
  ),
  k8s(
    'wider',
    'the whole cluster',
    [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], namespace: 'shop' }],
    [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  ),
  k8s('wider', 'an address more', [{ nonResourceURLs: ['/healthz'], verbs: ['get'] }], [{ nonResourceURLs: ['/*'], verbs: ['get'] }]),
  k8s(
    'narrower',
    'one kind instead of all',
    [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  ),

  // ── GitHub ──
  {
    relation: 'equal',
    name: 'permissions in another order',
    github: [
      { contents: 'read', issues: 'write' },
      { issues: 'write', contents: 'read' },
    ],
  },
  { relation: 'wider', name: 'write instead of read', github: [{ contents: 'read' }, { contents: 'write' }] },
  { relation: 'incomparable', name: 'one permission for another', github: [{ contents: 'read' }, { issues: 'read' }] },
];
