// Builds the two doors into a folder (default: dist). tsc takes the types off. The Action is packaged by ncc, as Actions are; the command line by
// esbuild, which lays all modules into one scope: they are parsed once, where a function around each is parsed twice, a seventh of a small run.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, transformSync } from 'esbuild';

const out = resolve(process.argv[2] ?? 'dist');
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
// Names stay, for reports of bugs; white space and comments go.
const style = { minifyWhitespace: true, target: 'node20', legalComments: 'none' };
// What is imported dynamically is a file of its own.
const modules = { bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', preserveSymlinks: true };

// Names of modules are in the bundles, so the folders have always the same name.
const [compiled, laid] = [join('build', 'bundle'), join('build', 'laid')];
for (const folder of [compiled, laid, out]) rmSync(folder, { recursive: true, force: true });
run(join('node_modules', '.bin', 'tsc'), ['-p', '.', '--outDir', compiled]);
await action();
await commandLine(join(out, 'cli'));

/** Our own modules laid together, then packages and all by ncc. */
async function action() {
  await build({ ...modules, entryPoints: [join(compiled, 'main.js')], outdir: laid, packages: 'external' });
  // ncc names chunks by their content only when it starts from an empty folder.
  const fresh = mkdtempSync(join(tmpdir(), 'identity-review-'));
  const ncc = join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  run(process.execPath, [ncc, 'build', join(laid, 'main.js'), '-o', fresh, '--quiet', '--no-cache']);
  for (const name of readdirSync(fresh).filter((n) => n.endsWith('.js'))) {
    const file = join(fresh, name);
    writeFileSync(file, transformSync(readFileSync(file, 'utf8'), style).code);
  }
  cpSync(fresh, out, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  // ncc's own list lacks packages that are modules only.
  const { metafile } = await build({ ...modules, entryPoints: [join(compiled, 'main.js')], outdir: laid, write: false, metafile: true });
  writeFileSync(join(out, 'licenses.txt'), licenses(Object.keys(metafile.inputs)));
}

async function commandLine(folder) {
  const { metafile } = await build({
    ...modules,
    ...style,
    entryPoints: [{ in: join(compiled, 'cli.js'), out: 'index' }],
    outdir: folder,
    // For packages in CommonJS.
    banner: { js: "import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);" },
    metafile: true,
  });
  writeFileSync(join(folder, 'package.json'), '{\n  "type": "module"\n}\n');
  writeFileSync(join(folder, 'licenses.txt'), licenses(Object.keys(metafile.inputs)));
}

/** The licences of the packages that these files are of. */
function licenses(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const texts = [...folders].map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (license === undefined && file === undefined) throw new Error(`${name} is bundled and has no licence`);
    return `${name}\n${license ?? ''}\n${file === undefined ? '' : `${readFileSync(join(folder, file), 'utf8').trim()}\n`}`;
  });
  return [...new Set(texts)].sort().join('\n');
}
