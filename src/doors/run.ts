/** A command's name → what it does. */
import type { Io } from './io.js';
import type { CommandName, Options } from './options.js';

type Command = (options: Options, io: Io) => Promise<number>;

const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  review: async () => reviewing('review'),
  scan: async () => reviewing('scan'),
  inventory: async () => reviewing('inventory'),
  explain: async () => (await import('./explain.js')).explain,
  policy: async () => (await import('./policy.js')).policy,
  init: async () => (await import('./init.js')).init,
  baseline: async () => (await import('./baseline.js')).baseline,
};

async function reviewing(mode: 'review' | 'scan' | 'inventory'): Promise<Command> {
  const { runReview } = await import('./run-review.js');
  return (options, io) => runReview(mode, options, io);
}

/** Gives the exit code. `--quiet` keeps notices back; what ends a run is told all the same. */
export async function run(options: Options, io: Io): Promise<number> {
  const command = await commands[options.command]();
  return command(options, options.quiet ? { ...io, note: () => {} } : io);
}
