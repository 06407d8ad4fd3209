/**
 * How git is called. The repository is hostile: its configuration may name programs (monitors, hooks, diff drivers, filters) and
 * servers. Nothing of that may run, nothing may be fetched, nothing may be written; and the user's own git settings change no result.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { delimiter, isAbsolute } from 'node:path';
import { EdgeError, errorCode, printable } from '../edge-error.js';

/** What one call of git gave back. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  /** What it complained about, line by line, safe to print. */
  readonly complaints: readonly string[];
}

/** What a call may need besides its arguments. */
export interface GitCall {
  readonly input?: Buffer;
  /** Exit codes that are answers; any other is an `EdgeError`. All are, when absent. */
  readonly expect?: readonly number[];
  /** Patience, when it is not the usual one. */
  readonly millis?: number;
}

/** Git in one repository. */
export interface Git {
  run(args: readonly string[], call?: GitCall): Promise<GitResult>;
  /** Starts git and leaves talking to it to the caller. */
  start(args: readonly string[]): ChildProcessWithoutNullStreams;
  /** The same repository with more settings and environment. */
  with(settings: readonly string[], environment: Readonly<Record<string, string>>): Git;
}

// Empty, not `false`: an old git takes the value of core.fsmonitor for a program's name.
const guards = [
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.attributesFile=/dev/null',
  'core.excludesFile=/dev/null',
  'core.untrackedCache=false',
  'core.splitIndex=false',
  'diff.external=',
  'protocol.allow=never',
  'submodule.recurse=false',
  // Who owns the files is no risk here: their settings are not obeyed. In a container the owner often is somebody else.
  'safe.directory=*',
];

const guardEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  // Stronger than protocol.allow, which a repository can answer with protocol.file.allow.
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
  LANGUAGE: 'C',
};

/** The caller's environment without what steers git, and without search paths that depend on where git runs. */
function inherited(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name.toUpperCase() === 'PATH' ? value?.split(delimiter).filter(isAbsolute).join(delimiter) : value]),
  );
}

const callMillis = 120_000;
const outputLimit = 512 * 1024 * 1024;
const complaintLimit = 8192;

/** Git in the repository at (or around) a folder. The folder must exist. */
export function gitIn(dir: string): Git {
  return make(dir, guards, { ...inherited(), ...guardEnvironment });
}

function make(dir: string, settings: readonly string[], env: NodeJS.ProcessEnv): Git {
  const start = (args: readonly string[]): ChildProcessWithoutNullStreams =>
    spawn('git', ['-C', dir, ...settings.flatMap((setting) => ['-c', setting]), ...args], { env, stdio: 'pipe', windowsHide: true });
  return {
    start,
    run: (args, call = {}) => collect(start(args), args[0] ?? 'git', call),
    with: (more, environment) => make(dir, [...settings, ...more], { ...env, ...environment }),
  };
}

/** Waits for git to end. Too long, too much or not at all is an error at once: a child of git may hold the pipes open. */
function collect(child: ChildProcessWithoutNullStreams, verb: string, { input, expect, millis = callMillis }: GitCall): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let complaint = '';
    const fail = (error: EdgeError): void => {
      clearTimeout(timer);
      discard(child);
      reject(error);
    };
    const timer = setTimeout(() => fail(tooSlow(verb, millis)), millis);
    child.on('error', (error) => fail(notStarted(error)));
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > outputLimit)
        fail(new EdgeError('git-failed', `git ${verb} says more than ${outputLimit / 1024 / 1024} MB; the repository is too large.`));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < complaintLimit) complaint += chunk.toString('utf8');
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const result = {
        code: code ?? -1,
        stdout: Buffer.concat(chunks, length),
        complaints: complaint.split('\n').map(printable).filter(Boolean),
      };
      if (code === null || (expect && !expect.includes(code))) reject(failed(verb, result));
      else resolve(result);
    });
    endInput(child, input);
  });
}

/** Writes what git is to read. When git goes away early its exit code tells the story; a broken pipe adds nothing to it. */
function endInput(child: ChildProcessWithoutNullStreams, input: Buffer | undefined): void {
  child.stdin.on('error', () => {});
  child.stdin.end(input);
}

/** Ends a git that is no longer wanted, with everything that ties us to it. */
export function discard(child: ChildProcessWithoutNullStreams): void {
  child.kill('SIGKILL');
  child.stdin.destroy();
  child.stdout.destroy();
  child.stderr.destroy();
}

/** The error of a call that takes too long. */
export const tooSlow = (verb: string, millis: number): EdgeError =>
  new EdgeError('git-timeout', `git ${verb} gave no answer within ${millis / 1000} seconds.`);

/** The error of a git that cannot be started. */
export const notStarted = (error: unknown): EdgeError =>
  errorCode(error) === 'ENOENT'
    ? new EdgeError(
        'git-missing',
        'git was not found. Install git and make sure it is on PATH, or compare two folders with --base-dir and --head-dir.',
      )
    : new EdgeError('git-failed', `git cannot be started: the system says ${errorCode(error)}.`);

/** The error of a call with an exit code that is no answer. */
export function failed(verb: string, { code, complaints }: GitResult): EdgeError {
  const complaint = complaints.find((line) => /^(fatal|error):/.test(line)) ?? complaints[0];
  const mend = /unable to read|bad object|not a tree|could not fetch|missing/.test(complaint ?? '')
    ? '. Parts of the repository are not here: use a full clone, or check it with git fsck.'
    : '.';
  return new EdgeError('git-failed', `git ${verb} failed (exit ${code})${complaint ? `: ${complaint}` : ''}${mend}`);
}
