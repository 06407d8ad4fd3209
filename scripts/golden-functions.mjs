/**
 * Writes what Terraform itself makes of our expressions and configurations, as golden files under `__tests__/readers/terraform/golden`. The
 * tests compare with the committed files and never run this. It needs `terraform` (1.11 or later) on the path and no network: the
 * configurations use nothing but the built-in `terraform_data`. After a change: `node scripts/golden-functions.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const golden = fileURLToPath(new URL('../__tests__/readers/terraform/golden/', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'golden-terraform-'));
const settings = join(temporary, 'terraform.rc');
writeFileSync(settings, '');

const terraform = (cwd, args, input) =>
  execFileSync('terraform', args, {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TF_CLI_CONFIG_FILE: settings, CHECKPOINT_DISABLE: '1', TF_DATA_DIR: join(temporary, 'data') },
  });

const write = (path, value) => writeFileSync(join(golden, path), `${JSON.stringify(value, undefined, 2)}\n`);

/** One by one: an expression that Terraform finds wrong before it runs would take the others with it. */
function evaluated(expression) {
  try {
    return { value: JSON.parse(JSON.parse(terraform(temporary, ['console'], `jsonencode(${expression})\n`))) };
  } catch {
    return { fails: true };
  }
}
const expressions = readFileSync(join(golden, 'functions.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replace(/^\? /, ''));
// Every function that there is, without those that stand twice under their namespace.
const { function_signatures: signatures } = JSON.parse(terraform(temporary, ['metadata', 'functions', '-json']));
write(
  'names.json',
  Object.keys(signatures)
    .filter((name) => !name.includes('::'))
    .sort(),
);
write('functions.json', Object.fromEntries(expressions.map((x) => [x, evaluated(x)])));

// What a plan says of each configuration: the values of its resources by address.
const configurations = join(golden, 'configurations');
for (const name of existsSync(configurations) ? readdirSync(configurations) : []) {
  const folder = join(temporary, name);
  cpSync(join(configurations, name), folder, { recursive: true });
  terraform(folder, ['init', '-input=false', '-no-color']);
  terraform(folder, ['plan', '-input=false', '-no-color', '-out=plan.bin']);
  const plan = JSON.parse(terraform(folder, ['show', '-json', 'plan.bin']));
  const changes = plan.resource_changes.map(({ address, change }) => [
    address,
    { input: change.after.input, unknown: change.after_unknown.input },
  ]);
  write(join('configurations', name, 'golden.json'), Object.fromEntries(changes));
}
rmSync(temporary, { recursive: true });
