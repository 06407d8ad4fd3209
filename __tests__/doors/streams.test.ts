/** Standard output and standard error as other programs use them. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newFolder, removeFolders, write } from '../edges/repository.js';
import { bundlePath, now, plainEnvironment, type Report, run, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

/** Ten pipes' worth of report. */
const count = 1000;
const accounts = (n: number): string =>
  Array.from({ length: n }, (_, i) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a${i}}\n`).join('---\n');
let folder: string;
let large: string;
beforeAll(() => {
  [folder, large] = [newFolder(), newFolder()];
  write(folder, { 'accounts.yaml': accounts(1) });
  write(large, { 'accounts.yaml': accounts(count) });
});

const shell = (command: string, cwd = folder): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
    cwd,
    env: { ...plainEnvironment, CLI: bundlePath() },
    encoding: 'utf8',
  });

describe('standard output', () => {
  it('gets a large report whole, also through a slow pipe', async () => {
    const { out } = await run(['inventory', large, ...now, '--format', 'json']);
    expect(out.length).toBeGreaterThan(500_000);
    expect((JSON.parse(out) as Report).identities).toHaveLength(count);
    expect(shell('node "$CLI" inventory . --now 2026-11-21 --format json | (sleep 0.2; wc -c)', large).stdout.trim()).toBe(
      String(Buffer.byteLength(out.replace('T09:00:00Z', 'T00:00:00Z').replaceAll(large, '.'))),
    );
  });

  it('may be closed early', () => {
    const { status, stdout, stderr } = shell('node "$CLI" inventory . --format json | head -c 1; exit "${PIPESTATUS[0]}"', large);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{', stderr: '' });
  });

  it('keeps the verdict when nobody reads it', () => {
    expect(shell('node "$CLI" scan . --format json | true; exit "${PIPESTATUS[0]}"')).toMatchObject({ status: 1, stderr: '' });
  });

  it('may be closed from the start', () => {
    expect(shell('node "$CLI" inventory . >&-').status).toBe(0);
  });

  (existsSync('/dev/full') ? it : it.skip)('that is full is told', () => {
    expect(shell('node "$CLI" inventory . > /dev/full')).toMatchObject({
      status: 2,
      stderr: 'Cannot write to standard output: the system says ENOSPC.\n',
    });
  });

  it('can be a file of --output, also as a pipe', () => {
    const { stdout } = shell('node "$CLI" inventory . --output csv=/dev/stdout --format json | head -c 6');
    expect(stdout).toBe('"key",');
  });
});

describe('standard error', () => {
  it('may be closed', () => {
    expect(shell('node "$CLI" scan nowhere 2>&-').status).toBe(2);
    expect(shell('node "$CLI" scan nowhere 2>&1 >/dev/null | true; exit "${PIPESTATUS[0]}"').status).toBe(2);
  });

  it('gets notices, unless it is to be quiet', async () => {
    const args = ['review', '--base-dir', `${folder}/none`, '--head-dir', folder, '--format', 'csv'];
    expect((await run(args)).err).toMatch(/none": everything counts as new\.\n$/);
    expect(await run([...args, '--quiet'])).toMatchObject({ err: '', code: 1 });
  });
});

describe('colour', () => {
  /** `script` gives the command a terminal. */
  const inTerminal = (flags: string, env: Record<string, string> = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn('script', ['-qec', `node ${bundlePath()} scan . ${flags}`, '/dev/null'], {
        cwd: folder,
        env: { ...plainEnvironment, TERM: 'xterm', ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
      });
      child.on('error', reject);
      child.on('close', () => resolve(out));
    });
  const hasScript = spawnSync('script', ['--version']).status === 0;
  const onTerminal = hasScript ? it : it.skip;

  onTerminal('is for terminals', async () => expect(await inTerminal('')).toContain('\u001B['));
  onTerminal('is off with --no-color', async () => expect(await inTerminal('--no-color')).not.toContain('\u001B['));
  onTerminal('is off with NO_COLOR', async () => expect(await inTerminal('', { NO_COLOR: '1' })).not.toContain('\u001B['));
  onTerminal('is on with an empty NO_COLOR', async () => expect(await inTerminal('', { NO_COLOR: '' })).toContain('\u001B['));
  it('is off in a pipe', async () => expect((await run(['scan', folder])).out).not.toContain('\u001B['));
});
