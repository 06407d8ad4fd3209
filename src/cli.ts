#!/usr/bin/env node
/** Door 2: the command line. Loads only what the command needs. */
import { describeFailure } from './doors/failure.js';
import type { Io } from './doors/io.js';
import { errorCode } from './edges/edge-error.js';

const io: Io = {
  out: (report) => void process.stdout.write(report),
  note: (line) => void process.stderr.write(`${line}\n`),
};

async function main(argv: readonly string[]): Promise<number> {
  const { parseOptions } = await import('./doors/options.js');
  // https://no-color.org: set and not empty.
  const asked = parseOptions(argv, process.stdout.isTTY === true && !process.env.NO_COLOR);
  if (asked.kind === 'run') {
    const { run } = await import('./doors/run.js');
    return run(asked.options, io);
  }
  const { help } = await import('./doors/help.js');
  const { version } = await import('./data/version.js');
  io.out(asked.kind === 'help' ? help() : `${version}\n`);
  return 0;
}

function fail(error: unknown): void {
  const { lines, exitCode } = describeFailure(error);
  for (const line of lines) io.note(line);
  process.exitCode = exitCode;
}

process.stdout.on('error', (error) => {
  // A reader that has seen enough (`| head`) is no failure; a disk that is full is one.
  if (errorCode(error) === 'EPIPE') return;
  io.note(`Cannot write to standard output: the system says ${errorCode(error)}.`);
  process.exitCode = 2;
});
// Nobody is left to be told.
process.stderr.on('error', () => {});
// What node would print of its own accord may quote what is reviewed.
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});

try {
  const code = await main(process.argv.slice(2));
  process.exitCode ??= code;
} catch (error) {
  fail(error);
}
