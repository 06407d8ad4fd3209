/** What there is to get at: the principals and workloads that the files declare, by the ARNs that policies name them with. */
import { handleAt, type Principal, type Trust } from '../../model/fact.js';
import { type AccessLevel, accessLevels, type IdentityKey, type Subject } from '../../model/inventory.js';
import type { Span } from '../../model/span.js';
import { show, type Text, text } from '../../model/text.js';
import { nameless, type Thing, thingOf } from './thing.js';

/** What IAM actions are done to. */
export type Noun = 'user' | 'role' | 'group' | 'policy';
const nounOf: Readonly<Record<string, Noun>> = { 'aws.user': 'user', 'aws.role': 'role', 'aws.group': 'group', 'aws.policy': 'policy' };

/** Things that run as a role, by the ARN that their own actions are tied to. AWS makes up what is `nameless` there. */
const workloadArns = {
  'aws.function': (name) => `arn:*:lambda:*:*:function:${name}`,
  'aws.instance': () => `arn:*:ec2:*:*:instance/${nameless}`,
  'aws.launch-template': () => `arn:*:ec2:*:*:launch-template/${nameless}`,
  'aws.build-project': (name) => `arn:*:codebuild:*:*:project/${name}`,
  'aws.notebook': (name) => `arn:*:sagemaker:*:*:notebook-instance/${name}`,
  'aws.app-service': (name) => `arn:*:apprunner:*:*:service/${name}/${nameless}`,
  'aws.dev-endpoint': (name) => `arn:*:glue:*:*:devEndpoint/${name}`,
  'aws.stack': (name) => `arn:*:cloudformation:*:*:stack/${name}/${nameless}`,
  'aws.code-interpreter': () => `arn:*:bedrock-agentcore:*:*:code-interpreter-custom/${nameless}`,
} as const satisfies Readonly<Record<string, (name: string) => string>>;
export type WorkloadType = keyof typeof workloadArns;

const workloadWords: Readonly<Record<WorkloadType, string>> = {
  'aws.function': 'functions',
  'aws.instance': 'instances',
  'aws.launch-template': 'launch templates',
  'aws.build-project': 'build projects',
  'aws.notebook': 'notebooks',
  'aws.app-service': 'App Runner services',
  'aws.dev-endpoint': 'development endpoints',
  'aws.stack': 'stacks',
  'aws.code-interpreter': 'code interpreters',
};

/** A workload that the files do not declare: only who reaches all of its kind surely reaches it. */
export const elsewhere = (type: WorkloadType, near: Span): Thing => ({
  arn: text(workloadArns[type](nameless), near),
  handles: new Set(),
  name: workloadWords[type],
});

/** A workload and a role that it runs as. */
export interface Workload {
  readonly thing: Thing;
  readonly role: Subject;
}

export interface World {
  readonly principals: Readonly<Record<Noun, readonly Thing[]>>;
  /** Whether one has grown stronger since the last look. */
  isNews(subject: Subject): boolean;
  /** Those of `principals` that are news and that it would be more to be, the strongest first. */
  stronger(noun: Noun, me: Subject): readonly (Thing & { readonly subject: Subject })[];
  workloads(type: WorkloadType): readonly Workload[];
  subject(key: IdentityKey): Subject | undefined;
}

const isWorkload = (type: string): type is WorkloadType => Object.hasOwn(workloadArns, type);

/** `news`: those that have grown stronger since the last look; without it all are news. */
export function worldOf(subjects: ReadonlyMap<IdentityKey, Subject>, news?: ReadonlySet<IdentityKey>): World {
  const principals: Record<Noun, Thing[]> = { user: [], role: [], group: [], policy: [] };
  const workloads = new Map<WorkloadType, Workload[]>();
  for (const subject of subjects.values()) {
    const { type } = subject;
    const noun = Object.hasOwn(nounOf, type) ? nounOf[type] : undefined;
    if (noun) principals[noun].push(principalOf(noun, subject));
    if (!isWorkload(type)) continue;
    const thing = thingOf(subject, workloadArns[type]);
    const found = rolesOf(subject, subjects).map((role) => ({ thing, role }));
    workloads.set(type, [...(workloads.get(type) ?? []), ...found]);
  }
  const isNews = ({ key }: Subject): boolean => news?.has(key) ?? true;
  const strongOf = (things: readonly Thing[]) =>
    things
      .flatMap(({ subject, ...thing }) =>
        subject && isNews(subject) && rankOf(subject.access.level) >= least ? [{ ...thing, subject }] : [],
      )
      .sort((a, b) => byStrength(a.subject, b.subject));
  const strong = {
    user: strongOf(principals.user),
    role: strongOf(principals.role),
    group: strongOf(principals.group),
    policy: strongOf(principals.policy),
  };
  return {
    principals,
    isNews,
    stronger(noun, me) {
      const end = strong[noun].findIndex(({ subject }) => !isStronger(subject, me));
      return end < 0 ? strong[noun] : strong[noun].slice(0, end);
    },
    workloads: (type) => workloads.get(type) ?? [],
    subject: (key) => subjects.get(key),
  };
}

/** The thing that a principal or policy of the files is. */
function principalOf(noun: Noun, subject: Subject): Thing {
  const path = subject.attributes.path?.value;
  return thingOf(subject, (name) => `arn:*:iam::*:${noun}${typeof path === 'string' ? path : '/'}${name}`);
}

/** An instance comes to its role through an instance profile. */
function rolesOf(workload: Subject, subjects: ReadonlyMap<IdentityKey, Subject>): readonly Subject[] {
  const runsAs = ({ links }: Subject) => links.flatMap(({ relation, to }) => (relation === 'runs-as' ? (subjects.get(to) ?? []) : []));
  return runsAs(workload)
    .flatMap((end) => (end.type === 'aws.instance-profile' ? runsAs(end) : [end]))
    .filter((end) => end.type === 'aws.role');
}

/** For comparison: what is not known is as good as nothing. */
export const rankOf = (level: AccessLevel): number => (level === 'unknown' ? -1 : accessLevels.indexOf(level));
const least = rankOf('reads-secrets');

/** Whether becoming the one is more than being the other, and worth telling. */
export const isStronger = (other: Subject, me: Subject): boolean =>
  rankOf(other.access.level) >= least && rankOf(other.access.level) > rankOf(me.access.level);

/** For the strongest first. */
export const byStrength = (a: Subject, b: Subject): number => rankOf(b.access.level) - rankOf(a.access.level) || (a.key < b.key ? -1 : 1);

const lets = (trust: Trust, isOne: (principal: Principal) => boolean): boolean =>
  trust.effect === 'allow' && !trust.negated && trust.principals.some((p) => p.kind === 'anyone' || isOne(p));

/** Whether a role may be run by one of the services. Of a role without a known trust it is taken to be so. */
export const trustsService = ({ trust }: Subject, services: readonly string[]): boolean =>
  trust.length === 0 || trust.some((t) => lets(t, ({ kind, value }) => kind === 'service' && services.includes(show(value))));

/** Whether a role lets the identity in: by its whole account, or by name. */
export const trustsHolder = ({ trust }: Subject, me: Subject): boolean =>
  trust.some((t) => lets(t, (p) => p.kind === 'account' || (p.kind === 'identity' && isNamed(p.value, me))));

const isNamed = ({ parts }: Text, me: Subject): boolean =>
  parts.some((p) => (typeof p === 'string' ? p.endsWith(`/${me.name}`) : p.to !== undefined && me.handles.includes(handleAt(p.to))));
