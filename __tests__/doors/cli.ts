/** The command line, bundled from today's source: what users run, without waiting for a build of dist. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { jest } from '@jest/globals';
import { bundles } from './bundles.js';
import { fitsHost, hosted, useHosts } from './hosts.js';

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In a process of its own. Runs share one unless it is the process that is looked at. */
  readonly alone?: boolean;
  /** Arguments for node itself, which then is alone. */
  readonly node?: readonly string[];
}

/** To be called at the top of a suite. */
export function useCli(): void {
  // Most runs take a few hundredths of a second; a busy machine is no failure.
  jest.setTimeout(120_000);
  useHosts();
}

/** Where the program is, for tests that start it in a way of their own. */
export const bundlePath = (): string => join(bundles(), 'cli.mjs');

/** What every run gets: nothing of the developer's own settings but the way to git. */
export const plainEnvironment = { PATH: process.env.PATH ?? '', HOME: tmpdir() };

/** The moment at which tests look at a change, unless they turn the clock. */
export const now = ['--now', '2026-11-21T09:00:00Z'];

export function run(args: readonly string[], { cwd, env, alone = false, node = [] }: RunOptions = {}): Promise<Ran> {
  const whole = { ...plainEnvironment, ...env };
  if (!alone && node.length === 0 && fitsHost(whole)) return hosted({ door: 'cli', args, cwd: resolvePath(cwd ?? '.'), env: whole });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, bundlePath(), ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: whole,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
  });
}

/** Two at a time: a table of runs takes half as long, and the machine stays usable. */
export async function runEach<Row>(rows: readonly Row[], one: (row: Row) => Promise<Ran>): Promise<ReadonlyMap<Row, Ran>> {
  const done = new Map<Row, Ran>();
  const left = rows.values();
  const worker = async (): Promise<void> => {
    for (const row of left) done.set(row, await one(row));
  };
  await Promise.all([worker(), worker()]);
  return done;
}

/** The parts of a JSON report that tests look at. */
export interface Report {
  readonly verdict: string;
  readonly summary: { readonly identities: Readonly<Record<'added' | 'removed' | 'changed', number>>; readonly gaps: number };
  readonly identities: readonly { readonly key: string; readonly owner: { readonly value: string } | null }[];
  readonly changes: readonly { readonly change: string; readonly identity: string; readonly statement: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly identity: string | null;
    readonly location: { readonly path: string; readonly startLine: number };
    readonly waived: { readonly until: string; readonly by: string } | null;
  }[];
  readonly gaps: readonly {
    readonly kind: string;
    readonly reason: string;
    readonly count: number;
    readonly location: { readonly path: string } | null;
  }[];
}

/** Runs with a JSON report and reads it. */
export async function report(args: readonly string[], options?: RunOptions): Promise<Report & { readonly code: number | null }> {
  const ran = await run([...args, ...now, '--format', 'json'], options);
  if (ran.code !== 0 && ran.code !== 1) throw new Error(`exit ${ran.code}: ${ran.err}`);
  return { ...(JSON.parse(ran.out) as Report), code: ran.code };
}

/** `rule identity` of each finding that no exception covers. */
export const open = ({ findings }: Report): readonly string[] => findings.filter((f) => !f.waived).map((f) => `${f.rule} ${f.identity}`);
