/**
 * Writes what HashiCorp's parser makes of our HCL fixtures, as `<fixture>.golden.json` beside each. The tests compare with the committed
 * files and never run this. After adding or changing a fixture: `node scripts/golden-hcl.mjs`.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from '@cdktf/hcl2json';

const folder = new URL('../__tests__/syntax/hcl/fixtures/', import.meta.url);

for (const name of (await readdir(folder)).filter((n) => n.endsWith('.tf'))) {
  const golden = await parse(name, await readFile(new URL(name, folder), 'utf8'));
  await writeFile(new URL(name.replace(/\.tf$/, '.golden.json'), folder), `${JSON.stringify(golden, undefined, 2)}\n`);
}
// The Go runtime inside keeps the event loop alive.
process.exit(0);
