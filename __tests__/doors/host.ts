/**
 * Runs of both doors, one after another in one process: starting a process costs ten times what a small run does. Each run has the
 * environment, the folder, the output and the connections that a process of its own would have; what is about processes themselves is tested
 * on the programs (`run` with `alone`).
 */
import * as core from '@actions/core';
import { context } from '@actions/github';
import { version } from '../../src/data/version.js';
import { runAction } from '../../src/doors/action.js';
import { describeFailure } from '../../src/doors/failure.js';
import { help } from '../../src/doors/help.js';
import { parseOptions } from '../../src/doors/options.js';
import { run } from '../../src/doors/run.js';
import { openRuntime } from '../../src/edges/actions/runtime.js';
import type { Hosted, HostedRun } from './hosts.js';

process.on('message', (asked: HostedRun) => {
  serve(asked).then((done) => process.send?.(done));
});

async function serve({ door, args, cwd, env }: HostedRun): Promise<Hosted> {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  const heard = listen();
  const code = await (door === 'cli' ? commandLine(args) : action());
  const { out, err } = heard();
  await hangUp();
  return { code, out, err };
}

/** As src/cli.ts does it. */
async function commandLine(args: readonly string[]): Promise<number> {
  try {
    const asked = parseOptions(args, false);
    const io = {
      out: (report: string) => void process.stdout.write(report),
      note: (line: string) => void process.stderr.write(`${line}\n`),
    };
    if (asked.kind === 'run') return await run(asked.options, io);
    io.out(asked.kind === 'help' ? help() : `${version}\n`);
    return 0;
  } catch (error) {
    return failed(error);
  }
}

/** As src/main.ts does it. The toolkit looks at its job once, when it is loaded: here it looks again. */
async function action(): Promise<number> {
  Object.assign(context, new (context.constructor as new () => typeof context)());
  Object.assign(core.summary.emptyBuffer(), { _filePath: undefined });
  try {
    return await runAction(await openRuntime());
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  const { lines, exitCode } = describeFailure(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  return exitCode;
}

/** Takes what is written instead of writing it, until asked for. */
function listen(): () => { readonly out: string; readonly err: string } {
  const streams = { out: process.stdout, err: process.stderr };
  const heard = { out: '', err: '' };
  const before = { out: streams.out.write, err: streams.err.write };
  for (const name of ['out', 'err'] as const)
    streams[name].write = (chunk: string | Uint8Array): boolean => {
      heard[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    };
  return () => {
    for (const name of ['out', 'err'] as const) streams[name].write = before[name];
    return heard;
  };
}

/** No connection of this run is there for the next. */
async function hangUp(): Promise<void> {
  const held = globalThis as { [key: symbol]: { destroy(): Promise<void>; readonly constructor: unknown } | undefined };
  const name = Symbol.for('undici.globalDispatcher.1');
  const agent = held[name];
  if (agent === undefined) return;
  held[name] = new (agent.constructor as new () => typeof agent)();
  await agent.destroy();
}
