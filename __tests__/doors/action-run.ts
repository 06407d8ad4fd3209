/** The Action as the runner starts it, with inputs, an event and files, bundled from today's source. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { bundles } from './bundles.js';
import { fitsHost, hosted, useHosts } from './hosts.js';

/** A step of a job. */
export interface Step {
  readonly workspace: string;
  readonly event: string;
  readonly payload?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** In a process of its own. Steps share one unless it is the process that is looked at. */
  readonly alone?: boolean;
}

/** What the step left behind. */
export interface Stepped {
  readonly code: number | null;
  /** What the runner reads: the log and the commands in it. */
  readonly log: string;
  /** The lines of the log that the runner obeys. */
  readonly commands: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

let folder: string | undefined;

/** A build to run instead of today's source, and a Node to run it on: scripts/e2e-node24.mjs sets both. */
const { ACTION_MAIN, ACTION_NODE = process.execPath } = process.env;

/** To be called at the top of a suite. */
export function useAction(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'identity-review-action-'));
  });
  useHosts();
  afterAll(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });
}

export async function step({ workspace, event, payload = {}, inputs = {}, env = {}, alone = false }: Step): Promise<Stepped> {
  if (folder === undefined) throw new Error('call useAction() at the top of the suite');
  const runner = mkdtempSync(join(folder, 'runner-'));
  const [eventFile, summaryFile, outputFile] = ['event.json', 'summary.md', 'output'].map((name) => join(runner, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(eventFile, JSON.stringify(payload));
  writeFileSync(summaryFile, '');
  writeFileSync(outputFile, '');
  const asInputs = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const { code, log } = await started(alone, workspace, {
    PATH: process.env.PATH,
    HOME: runner,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    GITHUB_OUTPUT: outputFile,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.example',
    // Nobody listens there. A scenario that needs GitHub's API brings its own.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    IDENTITY_REVIEW_API_PATIENCE: '0.5',
    ...Object.fromEntries(asInputs),
    ...env,
  });
  return {
    code,
    log,
    commands: obeyed(log),
    summary: readFileSync(summaryFile, 'utf8'),
    outputs: outputsIn(readFileSync(outputFile, 'utf8')),
  };
}

interface Started {
  readonly code: number | null;
  readonly log: string;
}

async function started(alone: boolean, cwd: string, env: NodeJS.ProcessEnv): Promise<Started> {
  if (alone || ACTION_MAIN !== undefined || !fitsHost(env)) return startedAlone(ACTION_MAIN ?? join(bundles(), 'main.mjs'), cwd, env);
  const { code, out, err } = await hosted({ door: 'action', args: [], cwd, env });
  return { code, log: `${out}${err}` };
}

function startedAlone(main: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(ACTION_NODE, [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log: Buffer.concat(chunks).toString() }));
  });
}

/** As the runner does: nothing is obeyed until the word that was given comes. */
function obeyed(log: string): readonly string[] {
  const commands: string[] = [];
  let silence: string | undefined;
  for (const line of log.split('\n').map((l) => l.trim())) {
    if (silence !== undefined) {
      if (line === `::${silence}::`) silence = undefined;
      continue;
    }
    silence = /^::stop-commands::(.+)$/.exec(line)?.[1];
    if (silence === undefined && (line.startsWith('::') || line.includes('##['))) commands.push(line);
  }
  return commands;
}

const outputsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_.+)\n([\s\S]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
