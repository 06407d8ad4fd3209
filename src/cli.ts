#!/usr/bin/env node
/** Door 2: the command line. Loads only what the command needs. */
import { describeFailure } from './doors/failure.js';
import type { Io } from './doors/io.js';

const io: Io = {
  out: (report) => void process.stdout.write(report),
  note: (line) => void process.stderr.write(`${line}\n`),
};

async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === '--version' || argv[0] === '-v') {
    const { version } = await import('./data/version.js');
    io.out(`${version}\n`);
    return 0;
  }
  const { parseOptions } = await import('./doors/options.js');
  const asked = parseOptions(argv, process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
  if (asked.kind === 'run') {
    const { run } = await import('./doors/run.js');
    return run(asked.options, io);
  }
  const { help } = await import('./doors/help.js');
  const { version } = await import('./data/version.js');
  io.out(asked.kind === 'help' ? help() : `${version}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { lines, exitCode } = describeFailure(error);
  for (const line of lines) io.note(line);
  process.exitCode = exitCode;
}
