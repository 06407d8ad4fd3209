// Builds the two doors into a folder (default: dist). tsc takes the types off, ncc bundles what is left; each door loads lazily.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';

const out = resolve(process.argv[2] ?? 'dist');
const bin = (name) => join('node_modules', '.bin', name);
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

// Names of modules are in the bundle, so the folder has always the same name.
const compiled = join('build', 'bundle');
rmSync(compiled, { recursive: true, force: true });
run(bin('tsc'), ['-p', '.', '--outDir', compiled]);
rmSync(out, { recursive: true, force: true });
for (const [entry, to] of [
  ['main', out],
  ['cli', join(out, 'cli')],
]) {
  // ncc names chunks by their content only when it starts from an empty folder.
  const fresh = mkdtempSync(join(tmpdir(), 'identity-review-'));
  run(process.execPath, [
    join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js'),
    'build',
    join(compiled, `${entry}.js`),
    '-o',
    fresh,
    '--license',
    'licenses.txt',
    '--quiet',
    '--no-cache',
  ]);
  for (const name of readdirSync(fresh).filter((n) => n.endsWith('.js'))) {
    // Names stay, white space and comments go: a tenth of the start-up is reading what nobody runs.
    const file = join(fresh, name);
    const { code } = transformSync(readFileSync(file, 'utf8'), { minifyWhitespace: true, target: 'node20', legalComments: 'none' });
    writeFileSync(file, code);
  }
  cpSync(fresh, to, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
}
