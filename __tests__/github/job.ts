/** A job on the fake GitHub: the Action as a process, with the token of the job and the API that the fake is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Step, type Stepped, step } from '../doors/action-run.js';
import { newFolder, type TestRepository } from '../edges/repository.js';
import type { FakeGitHub } from './server.js';

/** A token of nobody's that looks like one of a job's. */
export const token = `ghs_${'x1Y2z3'.repeat(6)}`;

export interface Job extends Omit<Step, 'workspace'> {
  /** Without one there is no checkout: an empty folder. */
  readonly workspace?: string;
}

export interface Done extends Stepped {
  readonly notices: readonly string[];
  /** The outcome, without the time of day; undefined when there is none. */
  readonly report: Report | undefined;
}

export interface Report {
  readonly verdict: string;
  readonly base: { readonly ref: string; readonly commit: string | null };
  readonly head: { readonly ref: string; readonly commit: string | null };
  readonly findings: readonly { readonly rule: string; readonly location: { readonly path: string; readonly startLine: number } }[];
  readonly gaps: readonly { readonly kind: string; readonly reason: string }[];
}

export async function run(fake: FakeGitHub, { workspace = newFolder(), inputs, env, ...rest }: Job): Promise<Done> {
  const done = await step({
    ...rest,
    workspace,
    inputs: { 'github-token': token, 'report-file': 'out/report.json', ...inputs },
    env: { GITHUB_API_URL: fake.url, IDENTITY_REVIEW_API_TIMEOUT: '20', IDENTITY_REVIEW_API_PATIENCE: '1.5', ...env },
  });
  const notices = done.commands.flatMap((command) => /^::notice title=Identity review::(.*)$/.exec(command)?.[1] ?? []);
  return { ...done, notices, report: reportIn(workspace, done) };
}

function reportIn(workspace: string, { outputs }: Stepped): Report | undefined {
  const file = outputs['report-file'];
  if (file === undefined) return undefined;
  const { now: _, ...report } = JSON.parse(readFileSync(join(workspace, file), 'utf8'));
  return report;
}

/** What a default checkout leaves: one commit, whichever is named. */
export function checkoutOf(origin: TestRepository, commit: string): string {
  const path = newFolder();
  origin.git('init', '--quiet', path);
  const run = (...args: string[]) => origin.git('-C', path, ...args);
  run('remote', 'add', 'origin', `file://${origin.path}`);
  run('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit);
  run('checkout', '--quiet', '--detach', commit);
  return path;
}
