import { type Attribute, type Handle, handle } from '../../model/fact.js';
import { isHole, literal, text } from '../../model/text.js';
import { type Node, numberOf, stringOf } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { secretKindOf } from '../written-secret.js';
import { appTokenAttributes, checkoutAttributes, unpinnedWithSecrets } from './actions-used.js';
import { type Told, tellLogIns } from './log-in.js';
import { permissionsOf } from './permissions.js';
import { runnerOf } from './runner.js';
import { type JobSecrets, jobSecrets } from './secrets.js';
import { actionOf, type Step, stepsOf } from './step.js';
import { triggersOf } from './triggers.js';
import { containersOf, environmentsOf, tellContainerPasswords, tellWritten } from './written.js';

const fields = {
  permissions: 'permissions',
  workflowPermissions: 'workflow.permissions',
  on: 'workflow.on',
  jobs: 'workflow.jobs',
  environment: ['environment.name', 'environment'],
  runsOn: 'runs-on',
  strategy: 'strategy',
  calls: 'uses',
  inputs: 'with',
  secrets: 'secrets',
  steps: 'steps',
  env: 'env',
  workflowEnv: 'workflow.env',
  container: 'container',
  services: 'services',
} as const;
type JobView = View<keyof typeof fields>;

/** A job of a workflow: the token it gets, the secrets it reads, and whom it becomes by them. */
export const job = defineEntity({
  id: 'github.job',
  title: 'Jobs of GitHub Actions workflows',
  spelled: { workflow: { type: 'job', fields } },
  means(r, say) {
    const triggers = triggersOf(r.get('on'), r.head);
    const permissions = permissionsOf(r, triggers.called, say);
    const steps = stepsOf(r.get('steps'));
    const secrets = jobSecrets(r.body, sharedEnvironment(r));
    const name = `${r.head.source.path}#${r.label}`;
    say.subject({
      category: 'identity',
      kind: 'pipeline',
      name: text(name, r.head),
      handles: handlesOf(r, name, triggers.called !== 'never'),
      attributes: {
        ...permissions.attributes,
        ...triggers.attributes,
        ...placeOf(r),
        ...secretAttributes(r, secrets),
        ...stepAttributes(r, steps),
      },
    });
    for (const grant of permissions.grants) say.grant(grant);
    tellCall(r, say);
    tellCredentials(r, steps, secrets, say);
  },
});

/** The environment of the workflow reaches all its jobs, but not the workflows that they call. */
const sharedEnvironment = (r: JobView): Node | undefined => (r.get('calls') ? undefined : r.get('workflowEnv'));

/** A workflow with one job is that job to those who call it. */
const handlesOf = (r: JobView, name: string, callable: boolean): readonly Handle[] => [
  handle('github', 'job', name),
  ...(callable && numberOf(r.get('jobs')) === 1 ? [handle('github', 'workflow', r.head.source.path)] : []),
];

/** Where the job runs and beside how many others. */
function placeOf(r: JobView): Readonly<Record<string, Attribute>> {
  const runner = runnerOf(r.get('runsOn'), r.get('strategy'));
  const environment = r.text('environment');
  const jobs = numberOf(r.get('jobs'));
  const named = environment && literal(environment);
  return {
    ...(runner && { runner }),
    ...(environment && {
      environment: {
        value: named,
        ...(named === undefined && { why: `the environment is ${isHole(environment) ? 'an expression' : 'partly an expression'}` }),
        span: environment.span,
      },
    }),
    ...(jobs !== undefined && { jobs: { value: jobs, span: r.head } }),
  };
}

function secretAttributes(r: JobView, { named, whole }: JobSecrets): Readonly<Record<string, Attribute>> {
  const passed = r.get('secrets');
  const inherits = stringOf(passed) === 'inherit';
  const [first] = named.values();
  return {
    secrets: { value: [...named.keys()].sort(), span: first ?? r.head },
    wholeSecretsContext: { value: whole !== undefined, span: whole ?? r.head },
    secretsInherit: { value: inherits, span: passed?.span ?? r.head },
  };
}

function stepAttributes(r: JobView, steps: readonly Step[]): Readonly<Record<string, Attribute>> {
  const called = { action: actionOf(r.get('calls')), inputs: r.get('secrets'), env: undefined };
  const unpinned = unpinnedWithSecrets([...steps, called], [r.get('env'), sharedEnvironment(r)]);
  return {
    reusable: { value: r.get('calls') !== undefined, span: r.get('calls')?.span ?? r.head },
    ...checkoutAttributes(steps, r.head),
    ...appTokenAttributes(steps, r.head),
    ...(unpinned && { unpinnedActionsWithSecrets: unpinned }),
  };
}

/** The called workflow gets the token and what secrets are passed. */
function tellCall(r: JobView, say: Say): void {
  const to = r.end('calls', (uses) => [handle('github', 'workflow', uses.replace(/^\.\//, '').replace(/@.*$/s, ''))]);
  if (to) say.link('calls', to, 'uses', to.name.span);
}

function tellCredentials(r: JobView, steps: readonly Step[], secrets: JobSecrets, say: Say): void {
  const told: Told = { secrets: new Set(), nodes: new Set() };
  const containers = containersOf(r.get('container'), r.get('services'));
  const environments = [sharedEnvironment(r), r.get('env'), ...steps.map((s) => s.env), ...environmentsOf(containers)];
  tellLogIns(steps, environments, say, told);
  tellWritten([...environments, r.get('inputs'), ...steps.map((s) => s.inputs)], say, told);
  tellContainerPasswords(containers, say);
  for (const [name, span] of secrets.named) if (!told.secrets.has(name)) tellReference(name, span, say);
}

/** Last words of names that tell which one, where or whose. People keep such things among their secrets, and they prove nothing. */
const tellsWhich =
  /(?:^|_)(?:IDS?|ARN|NAME|USER|USERNAME|EMAIL|REGION|ZONE|BUCKET|ACCOUNT|PROJECT|TENANT|SUBSCRIPTION|HOST|HOSTNAME|DOMAIN|ENDPOINT|PORT|PATH|ORG|ORGANIZATION|REPOSITORY|REGISTRY|ROLE|VERSION|ENV|ENVIRONMENT|CHANNEL)$/;

/** A secret of the repository lives until somebody changes it. */
function tellReference(name: string, span: Attribute['span'], say: Say): void {
  const kind = secretKindOf(name);
  const lifetime = !kind && tellsWhich.test(name) ? 'unknown' : 'static';
  say.credential({ kind: kind ?? 'secret', name, origin: 'reference', lifetime, span });
}
