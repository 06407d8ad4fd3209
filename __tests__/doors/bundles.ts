/** Today's source as programs, bundled once per run of the tests and shared by all suites. */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The folder of `cli.mjs`, `main.mjs` and `host.mjs`. */
export function bundles(): string {
  const folder = process.env.IDENTITY_REVIEW_BUNDLES;
  if (folder === undefined) throw new Error('jest.config.js names the global setup that makes a folder for bundles');
  const built = join(folder, 'built');
  if (existsSync(built)) return built;
  const mine = mkdtempSync(join(folder, 'being-built-'));
  buildSync({
    entryPoints: { cli: 'src/cli.ts', main: 'src/main.ts', host: '__tests__/doors/host.ts' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: mine,
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
    // A CommonJS dependency inside an ESM bundle asks for `require`.
    banner: { js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);" },
  });
  try {
    renameSync(mine, built);
  } catch {
    // Another suite was faster, with the same source.
    rmSync(mine, { recursive: true, force: true });
  }
  return built;
}
