/** What a finished review says to the people of the pull request. Each channel stands alone: one that fails takes nothing from the others. */
import { writeInWorkspace } from '../edges/actions/report-file.js';
import type { Runtime } from '../edges/actions/runtime.js';
import type { Outcome } from '../model/outcome.js';
import type { Location } from '../model/span.js';
import { plain } from '../reporters/escape.js';
import type { RenderOptions } from '../reporters/reporter.js';
import type { ActionInputs } from './action-inputs.js';
import { describeFailure } from './failure.js';
import { reporterOf } from './reporter-of.js';

interface Channel {
  readonly name: string;
  deliver(): Promise<void> | void;
}

/** The runner takes 1 MiB for a step and drops a summary above it as a whole. */
const summaryBytes = 1_000_000;

export async function deliver(outcome: Outcome, runtime: Runtime, inputs: ActionInputs): Promise<void> {
  for (const channel of channelsOf(outcome, runtime, inputs))
    try {
      await channel.deliver();
    } catch (error) {
      runtime.notice(plain(`Left out: ${channel.name}. ${describeFailure(error).lines.join(' ')}`));
    }
}

function channelsOf(outcome: Outcome, runtime: Runtime, inputs: ActionInputs): readonly Channel[] {
  const render = (format: string, options: Partial<RenderOptions> = {}): string =>
    reporterOf(format).render(outcome, { color: false, ...options });
  const budget = { bytes: summaryBytes, rest: 'the log of this step' };
  return [
    { name: 'the log', deliver: () => runtime.fold('The whole review', render('terminal')) },
    ...(inputs.annotations ? [{ name: 'the annotations', deliver: () => runtime.commands(render('annotations')) }] : []),
    { name: 'the job summary', deliver: () => runtime.summary(render('markdown', { budget, urlOf: urlsOf(outcome, runtime) })) },
    ...inputs.files.map(({ name, format, file }) => ({
      name: `the ${name}`,
      deliver: () => {
        // Code scanning would show an accepted exception as an open alert.
        writeInWorkspace(runtime.workspace, file, render(format, { waived: 'leave-out' }));
        runtime.output(name, file);
      },
    })),
    ...Object.entries(outputsOf(outcome)).map(([name, value]) => ({
      name: `the output ${name}`,
      deliver: () => runtime.output(name, value),
    })),
  ];
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
