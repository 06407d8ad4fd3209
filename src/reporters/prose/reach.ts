/** A statement of permission as half a sentence: "write every S3 bucket", "read `reports`". */
import type { Held } from '../../model/change.js';
import type { Grant, Principal, System, Trust } from '../../model/fact.js';
import { show, type Text } from '../../model/text.js';
import { code, list } from './words.js';

/** Singular and plural of what a service keeps, by the service part of an action or ARN. */
const things: Readonly<Record<string, readonly [string, string]>> = {
  s3: ['S3 bucket', 'S3'],
  dynamodb: ['DynamoDB table', 'DynamoDB'],
  sqs: ['SQS queue', 'SQS'],
  sns: ['SNS topic', 'SNS'],
  secretsmanager: ['secret', 'Secrets Manager'],
  ssm: ['SSM parameter', 'Systems Manager'],
  kms: ['KMS key', 'KMS'],
  lambda: ['Lambda function', 'Lambda'],
  ec2: ['EC2 resource', 'EC2'],
  ecr: ['ECR repository', 'ECR'],
  ecs: ['ECS resource', 'ECS'],
  eks: ['EKS cluster', 'EKS'],
  iam: ['IAM identity', 'IAM'],
  sts: ['role', 'STS'],
  logs: ['log group', 'CloudWatch Logs'],
  rds: ['database', 'RDS'],
  route53: ['DNS zone', 'Route 53'],
  cloudformation: ['stack', 'CloudFormation'],
};

/** One phrase for each group of statements, strongest verbs first; at most three, the rest is counted. */
export function reachOf(held: readonly Held[]): string {
  const phrases = [...new Set(held.map((h) => ('grant' in h ? grantPhrase(h.grant) : setPhrase(h))))];
  return list(phrases, 3);
}

const setPhrase = ({ set }: Extract<Held, { set: unknown }>): string =>
  set.role === 'limit'
    ? `act without the limit of ${code(shortName(show(set.name)))}`
    : `do what ${code(shortName(show(set.name)))} allows`;

function grantPhrase(grant: Grant): string {
  const phrase = phrases[grant.system](grant);
  const limits = grant.conditions.length > 0 ? ' under conditions' : '';
  const who = grant.principals ? ` (open to ${principalsPhrase(grant.principals)})` : '';
  return `${grant.effect === 'deny' ? 'no longer be denied to ' : ''}${phrase}${limits}${who}`;
}

const phrases: Readonly<Record<System, (g: Grant) => string>> = {
  aws: (g) => {
    const actions = g.actions.patterns.map(show);
    if (g.actions.negated) return `do all but ${list(actions.map(code))} on ${awsResources(g, undefined)}`;
    if (actions.includes('*') || actions.includes('*:*')) return `do anything with ${awsResources(g, undefined)}`;
    const services = [...new Set(actions.map((a) => a.split(':')[0]?.toLowerCase() ?? ''))];
    return services
      .slice(0, 3)
      .map((s) => `${verbs(actions.filter((a) => a.toLowerCase().startsWith(`${s}:`)))} ${awsResources(g, s)}`)
      .concat(services.length > 3 ? [`use ${services.length - 3} more services`] : [])
      .join(', ');
  },
  azure: (g) => asWritten(g),
  gcp: (g) => asWritten(g),
  kubernetes: (g) => {
    const verb = all(g.actions.patterns) ? 'do anything with' : list(g.actions.patterns.map(show));
    const what = all(g.resources.patterns) ? 'everything' : list(g.resources.patterns.map((r) => show(r).replace(/^core\//, '')));
    const where = show(g.scope) === '*' ? 'in the whole cluster' : `in ${code(show(g.scope).replace(/^namespace\//, ''))}`;
    return `${verb} ${what} ${where}`;
  },
  github: (g) =>
    `${list(g.actions.patterns.map(show))} ${all(g.resources.patterns) ? 'everything in the repository' : list(g.resources.patterns.map((r) => code(show(r))))}`,
};

/** For a permission language without words of its own: what is written. */
const asWritten = (g: Grant): string =>
  `${list(g.actions.patterns.map((a) => code(show(a))))} on ${list(g.resources.patterns.map((r) => code(show(r))))}`;

const all = (patterns: readonly Text[]): boolean => patterns.some((p) => ['*', '*/*'].includes(show(p)));

function awsResources(g: Grant, service: string | undefined): string {
  const [one, whole] = (service && things[service]) || ['resource', service ? service : 'the account'];
  const names = g.resources.patterns.map(show);
  if (g.resources.negated) return `everything but ${list(names.map((n) => code(shortName(n))))}`;
  if (names.includes('*')) return one === 'resource' ? (service ? `all of ${whole}` : 'everything') : `every ${one}`;
  const open = names.filter((n) => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*(\/\*)?$/.test(n));
  return open.length > 0
    ? `every ${one}`
    : list(
        names.map((n) => code(shortName(n))),
        3,
      );
}

/** What reading, listing and writing look like in AWS action names. */
const verbOf = (action: string): string => {
  const name = action.slice(action.indexOf(':') + 1);
  if (name === '*') return 'do anything with';
  if (/^(Get|BatchGet|Head|Read|Receive|Query|Scan|Select|Decrypt|Download|Lookup|Search|View)/i.test(name)) return 'read';
  if (/^(List|Describe)/i.test(name)) return 'list';
  if (/^PassRole$/i.test(name)) return 'pass';
  if (/^AssumeRole/i.test(name)) return 'become';
  if (/^(Delete|Remove|Terminate)/i.test(name)) return 'delete';
  if (/^(Invoke|Run|Start|Execute|Send|Publish)/i.test(name)) return 'run or send to';
  return 'write';
};

const verbOrder = ['do anything with', 'write', 'delete', 'pass', 'become', 'run or send to', 'read', 'list'];

function verbs(actions: readonly string[]): string {
  const found = new Set(actions.map(verbOf));
  if (found.has('do anything with')) return 'do anything with';
  // Listing what one may read is not worth a word.
  if (found.has('read')) found.delete('list');
  return list(
    verbOrder.filter((v) => found.has(v)),
    4,
  );
}

/** The part of an ARN or URL that a person knows it by. */
export const shortName = (name: string): string => (name.startsWith('arn:') ? name.split(':').slice(5).join(':') || name : name);

export const principalsPhrase = (principals: readonly Principal[]): string =>
  list(
    principals.map((p) => {
      if (p.kind === 'anyone') return 'anyone';
      const value = show(p.value);
      return p.kind === 'account' ? `all of account ${code(value.split(':')[4] || value)}` : code(shortName(value));
    }),
    3,
  );

/** "`repo:acme/app:ref:refs/heads/main` of GitHub", "anyone", "`ecs-tasks.amazonaws.com`". */
export function trustPhrase(t: Trust): string {
  const subjects = t.conditions.filter((c) => c.key.toLowerCase().endsWith(':sub')).flatMap((c) => c.values.map(show));
  const who = principalsPhrase(t.principals);
  if (subjects.length > 0) return `${list(subjects.map(code), 3)} of ${who}`;
  return t.principals.some((p) => p.kind === 'federated') && t.conditions.length === 0 ? `everybody that ${who} knows` : who;
}
