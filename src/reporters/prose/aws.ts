/** AWS statements as half a sentence: "write every S3 bucket", "read `reports`". */
import type { Grant } from '../../model/fact.js';
import { show } from '../../model/text.js';
import { arnOf, shortName } from './names.js';
import { code, list } from './words.js';

/** One thing that a service keeps, and the service itself. */
const things: Readonly<Record<string, readonly [string, string]>> = {
  s3: ['S3 bucket', 'S3'],
  dynamodb: ['DynamoDB table', 'DynamoDB'],
  sqs: ['SQS queue', 'SQS'],
  sns: ['SNS topic', 'SNS'],
  secretsmanager: ['secret', 'Secrets Manager'],
  ssm: ['Systems Manager resource', 'Systems Manager'],
  kms: ['KMS key', 'KMS'],
  lambda: ['Lambda function', 'Lambda'],
  ec2: ['EC2 resource', 'EC2'],
  ecr: ['ECR repository', 'ECR'],
  ecs: ['ECS resource', 'ECS'],
  eks: ['EKS cluster', 'EKS'],
  iam: ['IAM resource', 'IAM'],
  sts: ['role', 'STS'],
  logs: ['log group', 'CloudWatch Logs'],
  rds: ['database', 'RDS'],
  route53: ['DNS zone', 'Route 53'],
  cloudformation: ['stack', 'CloudFormation'],
};

/** What the actions themselves name, where a service keeps several sorts of things: every one of them has to. */
const narrower: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  iam: [
    [/AccessKey/i, 'access key'],
    [/Role/i, 'role'],
    [/User/i, 'user'],
    [/Policy/i, 'policy'],
    [/Group/i, 'group'],
  ],
  ssm: [[/Parameter/i, 'SSM parameter']],
  ec2: [[/Instance/i, 'EC2 instance']],
};

const mostServices = 3;

/** What the statement lets somebody do, without its conditions. */
export function awsPhrase(g: Grant): string {
  const actions = g.actions.patterns.map(show);
  if (g.actions.negated) return `do all but ${list(actions.map(code))} on ${anything(g)}`;
  if (actions.some((a) => a === '*' || a === '*:*'))
    return anything(g) === 'everything' ? 'do everything' : `do anything with ${anything(g)}`;
  const written = actions.filter((a) => serviceOf(a) === undefined);
  const services = [...new Set(actions.flatMap((a) => serviceOf(a) ?? []))];
  const phrases = [
    ...services.map((s) =>
      servicePhrase(
        g,
        s,
        actions.filter((a) => serviceOf(a) === s),
      ),
    ),
    ...(written.length > 0 ? [`do ${list(written.map(code))} on ${anything(g)}`] : []),
  ];
  const over = phrases.length - mostServices;
  return list(over > 0 ? [...phrases.slice(0, mostServices), `use ${over} more services`] : phrases, mostServices + 1);
}

/** Undefined for an action whose service is not written out: a variable, `*Object`. */
const serviceOf = (action: string): string | undefined => /^([a-z0-9-]+):/i.exec(action)?.[1]?.toLowerCase();

function servicePhrase(g: Grant, service: string, actions: readonly string[]): string {
  const [thing, whole] = things[service] ?? [undefined, code(service)];
  if (service === 'sts' && !actions.every((a) => /:AssumeRole/i.test(a))) return 'use STS';
  const done = verbs(actions);
  const named = resources(g, service);
  if (named !== undefined) return `${done} ${named}`;
  if (thing === undefined || done === everyVerb) return `${done} ${done === everyVerb ? whole : `everything in ${whole}`}`;
  const sort = narrower[service]?.find(([action]) => actions.every((a) => action.test(a)))?.[1];
  return `${done} every ${sort ?? thing}`;
}

const anything = (g: Grant): string => resources(g, undefined) ?? 'everything';

/** The resources by name; undefined when the statement takes in all of them. */
function resources(g: Grant, service: string | undefined): string | undefined {
  const names = g.resources.patterns.map(show);
  if (g.resources.negated) return `everything but ${list(names.map((n) => code(shortName(n))))}`;
  const open = (n: string): boolean => /^\*(\/\*)?$/.test(n) || /^\*(\/\*)?$/.test(arnOf(n)?.resource ?? '');
  if (names.length === 0 || names.some(open)) return undefined;
  const known = names.map((n) => (service === 's3' ? bucket(shortName(n)) : shortName(n)));
  return list([...new Set(known)].map(code), 3);
}

/** A bucket and its objects are one thing to a reader. */
const bucket = (name: string): string => name.replace(/^([^/]+)\/\*$/, '$1');

const everyVerb = 'do anything with';

/** What action names begin with, by what they do; strongest first, and what is not here writes. */
const verbOf: readonly (readonly [RegExp, string])[] = [
  [/^\*$/, everyVerb],
  [/^(Delete|Remove|Terminate)/i, 'delete'],
  [/^PassRole$/i, 'pass'],
  [/^AssumeRole/i, 'become'],
  [/^(Invoke|Run|Start|Execute|SendCommand)/i, 'run'],
  [/^(Send|Publish)/i, 'send to'],
  [/^Sign$/i, 'sign with'],
  [/^(Encrypt|ReEncrypt|GenerateDataKey)/i, 'encrypt with'],
  [/^Decrypt/i, 'decrypt with'],
  [/^(Get|BatchGet|Head|Read|Receive|Query|Scan|Select|Download|Lookup|Search|View)/i, 'read'],
  [/^(List|Describe)/i, 'list'],
];
const verbOrder = [everyVerb, 'write', ...verbOf.map(([, verb]) => verb)];

function verbs(actions: readonly string[]): string {
  const found = new Set(actions.map((a) => verb(a.slice(a.indexOf(':') + 1))));
  if (found.has(everyVerb)) return everyVerb;
  // Listing what one may read is not worth a word.
  if (found.has('read')) found.delete('list');
  return list(
    [...new Set(verbOrder)].filter((v) => found.has(v)),
    4,
  );
}

const verb = (name: string): string => verbOf.find(([begins]) => begins.test(name))?.[1] ?? 'write';
