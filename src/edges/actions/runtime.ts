/** What the Actions runner tells, and what it takes. The toolkit is loaded here and nowhere else. */
import { randomUUID } from 'node:crypto';
import { EdgeError } from '../edge-error.js';
import { apiUrlIn } from '../github/client.js';

/** What started the workflow; the payload is whatever GitHub sent. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: unknown;
}

/** A line of a file, for an annotation. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The runner. Every text is shown to people and may hold names out of reviewed files: one line, without control characters. */
export interface Runtime {
  readonly event: WorkflowEvent;
  /** Where the repository is checked out. */
  readonly workspace: string;
  /** The web address of GitHub, and of this repository there. */
  readonly server: string;
  readonly repositoryUrl: string | undefined;
  /** Where its API is, and the names of this repository there. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly repo: string } | undefined;
  /** What the workflow says; undefined when it says nothing. */
  input(name: string): string | undefined;
  info(line: string): void;
  notice(text: string): void;
  error(text: string, place?: LinePlace): void;
  /** Lines that are workflow commands already. */
  commands(lines: string): void;
  /** A longer text, folded, in which the runner obeys nothing. */
  fold(title: string, text: string): void;
  summary(markdown: string): Promise<void>;
  output(name: string, value: string): void;
}

/** Opens the runner of the job that this process is a step of. */
export async function openRuntime(): Promise<Runtime> {
  const [core, { context }] = await Promise.all([import('@actions/core'), import('@actions/github')]);
  const { GITHUB_WORKSPACE, GITHUB_REPOSITORY } = process.env;
  const write = (text: string): void => void process.stdout.write(text);
  return {
    event: { name: context.eventName ?? '', payload: context.payload },
    workspace: GITHUB_WORKSPACE || process.cwd(),
    server: context.serverUrl,
    repositoryUrl: GITHUB_REPOSITORY ? `${context.serverUrl}/${GITHUB_REPOSITORY}` : undefined,
    apiUrl: apiUrlIn(process.env),
    repository: repositoryIn(GITHUB_REPOSITORY),
    input: (name) => core.getInput(name) || undefined,
    info: (line) => core.info(line),
    notice: (text) => core.notice(text, { title: 'Identity review' }),
    error: (text, place) =>
      core.error(text, {
        title: 'Identity review',
        ...(place === undefined ? {} : { file: place.file, startLine: place.line, startColumn: place.column }),
      }),
    commands: write,
    fold: (title, text) => {
      // The word that ends the silence cannot be guessed by whoever wrote what is reviewed.
      const word = randomUUID();
      core.startGroup(title);
      write(`::stop-commands::${word}\n${text.endsWith('\n') ? text : `${text}\n`}::${word}::\n`);
      core.endGroup();
    },
    summary: async (markdown) => {
      await core.summary
        .addRaw(markdown)
        .write()
        .catch(() => {
          throw notTaken('job summary');
        });
    },
    output: (name, value) => {
      try {
        core.setOutput(name, value);
      } catch {
        throw notTaken(`output ${name}`);
      }
    },
  };
}

function repositoryIn(name: string | undefined): Runtime['repository'] {
  const [owner, repo, ...more] = (name ?? '').split('/');
  return owner && repo && more.length === 0 ? { owner, repo } : undefined;
}

const notTaken = (what: string): EdgeError =>
  new EdgeError('cannot-write', `The runner gave no place for the ${what} that can be written.`);
