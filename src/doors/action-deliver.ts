/** What a finished review says to the people of the pull request. Each channel stands alone: one that fails takes nothing from the others. */
import { writeInWorkspace } from '../edges/actions/report-file.js';
import type { Runtime } from '../edges/actions/runtime.js';
import type { Outcome } from '../model/outcome.js';
import type { Location } from '../model/span.js';
import { isCutShort } from '../reporters/annotations.js';
import { plain } from '../reporters/escape.js';
import type { RenderOptions } from '../reporters/reporter.js';
import { type Channel, pullRequestChannels, type Speaking, sayInCheckRun } from './action-channels.js';
import type { ActionInputs } from './action-inputs.js';
import type { Stage } from './action-stage.js';
import { describeFailure } from './failure.js';
import { reporterOf } from './reporter-of.js';

/** The runner takes 1 MiB for a step and drops a summary above it as a whole. */
const summaryBytes = 1_000_000;

/** Whatever goes wrong here is told and changes nothing of the verdict. */
export async function deliver(outcome: Outcome, runtime: Runtime, inputs: ActionInputs, stage: Stage): Promise<void> {
  const speaking: Speaking = {
    outcome,
    inputs,
    stage,
    run: runIn(process.env),
    rest: { rest: 'the job summary', url: runUrlIn(process.env, runtime) },
    urlOf: urlsOf(outcome, runtime),
  };
  for (const channel of channelsOf(speaking, runtime)) await attempt(channel, runtime);
}

/** Has nothing to add for the log. */
const quietly = (tell: () => Promise<void> | void) => async (): Promise<undefined> => {
  await tell();
};

/** A run that is started again, and each job in it, is one of its own. */
const runIn = (env: NodeJS.ProcessEnv): string => [env.GITHUB_RUN_ID ?? '0', env.GITHUB_RUN_ATTEMPT ?? '1', env.GITHUB_JOB ?? ''].join('.');

/** The page of the run, which shows the summaries of its jobs. */
const runUrlIn = ({ GITHUB_RUN_ID }: NodeJS.ProcessEnv, { repositoryUrl }: Runtime): string | undefined =>
  repositoryUrl && GITHUB_RUN_ID ? `${repositoryUrl}/actions/runs/${GITHUB_RUN_ID}` : undefined;

async function attempt({ name, deliver: tell }: Channel, runtime: Runtime): Promise<boolean> {
  try {
    const more = await tell();
    if (more) runtime.info(plain(more));
    return true;
  } catch (error) {
    runtime.notice(plain(`Left out: ${name}. ${describeFailure(error).lines.join(' ')}`));
    return false;
  }
}

function channelsOf(speaking: Speaking, runtime: Runtime): readonly Channel[] {
  const { outcome, inputs, urlOf } = speaking;
  const render = (format: string, options: Partial<RenderOptions> = {}): string =>
    reporterOf(format).render(outcome, { color: false, ...options });
  const budget = { bytes: summaryBytes, rest: 'the log of this step' };
  return [
    { name: 'the log', deliver: quietly(() => runtime.fold('The whole review', render('terminal'))) },
    { name: 'the job summary', deliver: quietly(() => runtime.summary(render('markdown', { budget, urlOf }))) },
    ...inputs.files.map(({ name, format, file }) => ({
      name: `the ${name}`,
      deliver: quietly(() => {
        // Code scanning would show an accepted exception as an open alert.
        writeInWorkspace(runtime.workspace, file, render(format, { waived: 'leave-out' }));
        runtime.output(name, file);
      }),
    })),
    ...Object.entries(outputsOf(outcome)).map(([name, value]) => ({
      name: `the output ${name}`,
      deliver: quietly(() => runtime.output(name, value)),
    })),
    // What needs the network comes last: a job that is cut off there has told all the rest.
    { name: 'the annotations', deliver: quietly(() => annotate(speaking, runtime, () => render('annotations'))) },
    ...pullRequestChannels(speaking),
  ];
}

/**
 * Commands need no permission and show ten of a level. Where that is not enough, `auto` tries a check run, which shows them all; the two
 * together would show everything twice.
 */
async function annotate(speaking: Speaking, runtime: Runtime, commands: () => string): Promise<void> {
  const { inputs, outcome } = speaking;
  const wantsCheckRun =
    inputs.annotations === 'check-run' || (inputs.annotations === 'auto' && isCutShort(outcome) && speaking.stage.hosted !== undefined);
  const checkRun: Channel = { name: 'the check run', deliver: () => sayInCheckRun(speaking) };
  if (inputs.annotations === 'off' || (wantsCheckRun && (await attempt(checkRun, runtime)))) return;
  runtime.commands(commands());
}

const outputsOf = ({ verdict, summary: { findings, identities } }: Outcome): Readonly<Record<string, string>> => ({
  verdict,
  errors: String(findings.error),
  warnings: String(findings.warning),
  'identities-added': String(identities.added),
  'identities-changed': String(identities.changed),
});

/** Addresses of lines at the two commits; none where there is no commit. */
function urlsOf({ base, head }: Outcome, { repositoryUrl }: Runtime): (location: Location) => string | undefined {
  return ({ path, side, startLine, endLine }) => {
    const { commit } = side === 'base' ? base : head;
    if (repositoryUrl === undefined || commit === null) return undefined;
    const lines = endLine > startLine ? `L${startLine}-L${endLine}` : `L${startLine}`;
    return `${repositoryUrl}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}#${lines}`;
  };
}
