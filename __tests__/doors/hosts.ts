/** Processes that run the doors again and again: as many as runs are under way at once, each until its suite ends. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { bundles } from './bundles.js';

/** A run of a door, as a host gets it. */
export interface HostedRun {
  readonly door: 'action' | 'cli';
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What a run left behind. */
export interface Hosted {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const idle: ChildProcess[] = [];
const all: ChildProcess[] = [];

/** The toolkit looks for a proxy once, when it is loaded. */
export const fitsHost = (env: NodeJS.ProcessEnv): boolean => env.http_proxy === undefined && env.https_proxy === undefined;

/** Ends the hosts behind the suite that calls it. */
export function useHosts(): void {
  afterAll(() => {
    for (const host of all.splice(0)) host.kill();
    idle.length = 0;
  });
}

/** A host that dies ends its run as the process of a run would. */
export function hosted(run: HostedRun): Promise<Hosted> {
  const host = idle.pop() ?? started();
  return new Promise((resolve, reject) => {
    const err: Buffer[] = [];
    const hear = (chunk: Buffer): void => void err.push(chunk);
    const done = (result: Hosted): void => {
      host.off('exit', died).off('error', reject);
      host.stderr?.off('data', hear);
      idle.push(host);
      resolve(result);
    };
    const died = (code: number | null): void => {
      host.off('message', done);
      resolve({ code, out: '', err: Buffer.concat(err).toString() });
    };
    host.once('message', done).once('exit', died).once('error', reject);
    host.stderr?.on('data', hear);
    host.send(run);
  });
}

function started(): ChildProcess {
  const host = fork(join(bundles(), 'host.mjs'), { env: {}, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  all.push(host);
  return host;
}
