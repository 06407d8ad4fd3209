/** Types, linter, import walls: the house keeps its own rules. Each check is the command that a developer runs. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const bin = (name: string) => `node_modules/.bin/${name}`;

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(bin(command), args, { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}\n${stderr}`;
}

describe('the house', () => {
  it('has sound types', () => expect(run('tsc', '-p', '.', '--noEmit')).toBe(''), 60_000);
  it('has sound types in its tests', () => expect(run('tsc', '-p', '__tests__')).toBe(''), 60_000);
  it('pleases its linter', () => expect(run('biome', 'check', '--error-on-warnings')).toBe(''), 60_000);
  it('keeps its walls', () => expect(run('depcruise', 'src', '--config', '.dependency-cruiser.cjs')).toBe(''), 60_000);
});
