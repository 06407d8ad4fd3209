/** AWS: actions by what their verb and service do, resources by how much of an ARN is open. */
import type { Grant } from '../../model/fact.js';
import type { AccessLevel, Breadth, NamedSet } from '../../model/inventory.js';
import { isHole, show, type Text } from '../../model/text.js';
import { firstRow, type Ranking, type Row } from './level.js';

/** Actions that by themselves let an identity give itself more (facts/privilege-escalation.json, self-contained sets). */
const escalating = [
  'iam:createpolicyversion',
  'iam:setdefaultpolicyversion',
  'iam:attachuserpolicy',
  'iam:attachgrouppolicy',
  'iam:attachrolepolicy',
  'iam:putuserpolicy',
  'iam:putgrouppolicy',
  'iam:putrolepolicy',
  'iam:addusertogroup',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:updateloginprofile',
  'iam:updateassumerolepolicy',
  'iam:passrole',
];

const rows: readonly Row[] = [
  { level: 'escalates', actions: escalating },
  {
    level: 'manages-permissions',
    actions: [
      'iam:put?*',
      'iam:create?*',
      'iam:delete?*',
      'iam:update?*',
      'iam:attach?*',
      'iam:detach?*',
      's3:putbucketpolicy',
      's3:putbucketacl',
      's3:putobjectacl',
      'kms:putkeypolicy',
      'kms:creategrant',
      'lambda:addpermission',
      'sns:addpermission',
      'sqs:addpermission',
      'secretsmanager:putresourcepolicy',
      'ecr:setrepositorypolicy',
      'organizations:attachpolicy',
      'sso:?*',
      'ram:createresourceshare',
    ],
  },
  {
    level: 'reads-secrets',
    actions: [
      'secretsmanager:getsecretvalue',
      'secretsmanager:batchgetsecretvalue',
      'ssm:getparameter',
      'ssm:getparameters',
      'ssm:getparametersbypath',
      'ssm:getparameterhistory',
      'kms:decrypt',
    ],
  },
  { level: 'exfiltrates-data', actions: ['s3:getobject'] },
];

const listing = /^(list|describe)/;
const reading =
  /^(get|batchget|view|search|query|scan|select|read|lookup|check|validate|detect|download|receive|head|test|simulate|estimate|preview)/;
/** Writes that shape the infrastructure itself rather than the data in it. */
const infrastructure =
  /^(ec2|autoscaling|cloudformation|eks|ecs|lambda|rds|elasticloadbalancing|route53|cloudfront|codebuild|codepipeline|vpc|network-firewall|organizations|ssm):/;

const star = (texts: readonly Text[]) => texts.some((t) => show(t) === '*' || show(t) === '*:*');

function ofAction(action: Text): AccessLevel {
  const name = show(action).toLowerCase();
  if (isHole(action)) return 'unknown';
  const verb = name.slice(name.indexOf(':') + 1);
  if (listing.test(verb)) return 'lists';
  if (reading.test(verb)) return 'reads';
  if (verb === 'assumerole' || name === 'sts:*') return 'reads';
  return infrastructure.test(name) ? 'writes-infrastructure' : 'writes';
}

const order: readonly AccessLevel[] = [
  'admin',
  'escalates',
  'manages-permissions',
  'reads-secrets',
  'exfiltrates-data',
  'writes-infrastructure',
  'writes',
  'reads',
  'lists',
  'none',
  'unknown',
];
const strongest = (levels: readonly AccessLevel[]): AccessLevel => order.find((l) => levels.includes(l)) ?? 'none';

function level(grant: Grant): AccessLevel {
  const { actions, resources } = grant;
  const everywhere = resources.negated || star(resources.patterns);
  // "All but these" on everything is as good as everything unless IAM is among what is left out.
  if (actions.negated) {
    const keepsIam = actions.patterns.some((p) => /^(iam:)?\*$/i.test(show(p)));
    return keepsIam ? 'writes-infrastructure' : everywhere ? 'admin' : 'writes';
  }
  if (star(actions.patterns)) return everywhere ? 'admin' : 'writes';
  const row = firstRow(rows, actions.patterns);
  // PassRole to one named role is ordinary plumbing; which role it is, is judged on the graph.
  if (row === 'escalates' && !everywhere && onlyPassRole(actions.patterns)) return strongest(actions.patterns.map(ofAction));
  return strongest([...(row ? [row] : []), ...actions.patterns.map(ofAction)]);
}

const onlyPassRole = (patterns: readonly Text[]): boolean =>
  patterns.filter((p) => firstRow(rows.slice(0, 1), [p]) !== undefined).every((p) => show(p).toLowerCase() === 'iam:passrole');

function breadth(grant: Grant): Breadth {
  const { patterns, negated } = grant.resources;
  if (negated || star(patterns)) return 'everything';
  const found = patterns.map(ofArn);
  return (['everything', 'account', 'service', 'prefix', 'unknown'] as const).find((b) => found.includes(b)) ?? 'exact';
}

function ofArn(resource: Text): Breadth {
  if (isHole(resource)) return 'unknown';
  const parts = show(resource).split(':');
  const rest = parts.slice(5).join(':');
  if (parts[0] !== 'arn' || parts.length < 6) return show(resource).includes('*') ? 'prefix' : 'exact';
  if (parts[2] === '*') return 'account';
  if (rest === '*' || /^[a-z-]+[/:]\*$/i.test(rest)) return 'service';
  // The log streams of one group, the objects of one bucket: still one thing.
  if (/^[^*?]+(:\*|\/\*)$/.test(rest) && !rest.slice(0, -2).includes('*')) return 'exact';
  return /[*?]/.test(rest) ? 'prefix' : 'exact';
}

const namedRows: readonly (readonly [RegExp, AccessLevel])[] = [
  [/\/(?:.*\/)?AdministratorAccess(-Amplify|-AWSElasticBeanstalk)?$/, 'admin'],
  [/\/(?:.*\/)?IAMFullAccess$/, 'escalates'],
  [/\/(?:.*\/)?PowerUserAccess$/, 'writes-infrastructure'],
  [/\/(?:.*\/)?SecretsManagerReadWrite$/, 'reads-secrets'],
  [/\/(?:.*\/)?(ReadOnlyAccess|AmazonS3ReadOnlyAccess)$/, 'exfiltrates-data'],
  [/\/(?:.*\/)?[^/]*(ReadOnly|ViewOnly)[^/]*$/, 'reads'],
  [/\/(?:.*\/)?[^/]*FullAccess[^/]*$/, 'writes'],
];

const named = (set: NamedSet): AccessLevel => namedRows.find(([pattern]) => pattern.test(`/${show(set.name)}`))?.[1] ?? 'unknown';

export const aws: Ranking = { level, breadth, named };
