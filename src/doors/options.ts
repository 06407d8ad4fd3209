/** The command line as CONTRACT.md has it: flags in, a typed request out, or a UsageError with the nearest right word. */
import { parseArgs } from 'node:util';
import { type FailOn, failOns } from '../policy/config.js';
import { formats } from '../reporters/index.js';
import { meant, oneOf } from './choice.js';
import { UsageError } from './usage-error.js';

export const commands = ['review', 'scan', 'inventory', 'explain', 'policy', 'init', 'baseline'] as const;
export type CommandName = (typeof commands)[number];

const flags = {
  base: { type: 'string' },
  head: { type: 'string' },
  'base-dir': { type: 'string' },
  'head-dir': { type: 'string' },
  config: { type: 'string' },
  policies: { type: 'string', multiple: true },
  preset: { type: 'string' },
  'fail-on': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', multiple: true },
  now: { type: 'string' },
  quiet: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
const flagNames: readonly string[] = [...Object.keys(flags).map((f) => `--${f}`), '-h', '-v'];

export interface Options {
  readonly command: CommandName;
  /** What follows the command. */
  readonly words: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly baseDir?: string;
  readonly headDir?: string;
  readonly config?: string;
  readonly policies: readonly string[];
  readonly preset?: string;
  readonly failOn?: FailOn;
  readonly format: string;
  /** Further reports into files. */
  readonly outputs: readonly { readonly format: string; readonly file: string }[];
  readonly now?: string;
  readonly quiet: boolean;
  readonly color: boolean;
}

export type Asked = { readonly kind: 'help' } | { readonly kind: 'version' } | { readonly kind: 'run'; readonly options: Options };

export function parseOptions(argv: readonly string[], colorTerminal: boolean): Asked {
  const { values, positionals } = parsed(argv);
  if (values.version) return { kind: 'version' };
  if (values.help || positionals.length === 0) return { kind: 'help' };
  const [command, ...words] = positionals;
  const { base, head, config, preset, now } = values;
  const options: Options = {
    command: oneOf(commands, command ?? '', 'The command'),
    words,
    ...defined({ base, head, config, preset, now, baseDir: values['base-dir'], headDir: values['head-dir'] }),
    ...(values['fail-on'] === undefined ? {} : { failOn: oneOf(failOns, values['fail-on'], '--fail-on') }),
    policies: values.policies ?? [],
    format: oneOf(formats, values.format ?? 'terminal', '--format'),
    outputs: (values.output ?? []).map(outputOf),
    quiet: values.quiet ?? false,
    color: colorTerminal && !values['no-color'],
  };
  return { kind: 'run', options };
}

function parsed(argv: readonly string[]) {
  for (const arg of argv) {
    if (arg === '--') break;
    const [flag] = arg.split('=', 1);
    if (flag !== undefined && /^-[^\d]/.test(flag) && !flagNames.includes(flag))
      throw new UsageError(`Unknown flag ${JSON.stringify(flag)}.${meant(flag, flagNames)}`);
  }
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? `${error.message}.` : 'The command line could not be read.');
  }
}

function outputOf(said: string): Options['outputs'][number] {
  const at = said.indexOf('=');
  if (at < 1 || at === said.length - 1)
    throw new UsageError(`--output takes FORMAT=FILE, e.g. sarif=report.sarif; got ${JSON.stringify(said)}.`);
  return { format: oneOf(formats, said.slice(0, at), '--output'), file: said.slice(at + 1) };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as Defined<T>;
