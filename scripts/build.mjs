// Builds the two doors into a folder (default: dist). tsc takes the types off, esbuild bundles what is left; each door loads lazily.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const out = resolve(process.argv[2] ?? 'dist');

// Names of modules are in the bundle's hashes, so the folder has always the same name.
const compiled = join('build', 'bundle');
rmSync(compiled, { recursive: true, force: true });
execFileSync(join('node_modules', '.bin', 'tsc'), ['-p', '.', '--outDir', compiled], { stdio: ['ignore', 'ignore', 'inherit'] });
rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [
    { in: join(compiled, 'main.js'), out: 'index' },
    { in: join(compiled, 'cli.js'), out: join('cli', 'index') },
  ],
  outdir: out,
  bundle: true,
  // What is imported dynamically is a file of its own, and so is what both doors share.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Modules in one scope are parsed once, where a function around each is parsed twice: a seventh of a small run. Names stay, for reports of
  // bugs; white space and comments go.
  minifyWhitespace: true,
  legalComments: 'none',
  // For packages in CommonJS.
  banner: { js: "import{createRequire as requireOfBundle}from'node:module';const require=requireOfBundle(import.meta.url);" },
  metafile: true,
});
writeFileSync(join(out, 'package.json'), '{\n  "type": "module"\n}\n');
writeFileSync(join(out, 'licenses.txt'), licenses(Object.keys(metafile.inputs)));

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
