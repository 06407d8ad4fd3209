// Speed and memory of what is shipped (dist), printed beside their targets. A benchmark, not a test: nothing fails here.
// usage: npm run bench [-- --changes DIR] [--runs N] [--node PATH]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { moduleTree } from './bench-inputs.mjs';

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '../shared/changes' },
    runs: { type: 'string', default: '7' },
    node: { type: 'string', default: process.execPath },
  },
});
const runs = Number(values.runs);
const cli = 'dist/cli/index.js';
const temporary = mkdtempSync(join(tmpdir(), 'identity-review-bench-'));
const empty = join(temporary, 'empty');
mkdirSync(empty);

// The child tells its own peak memory when it ends; the machine is noisy, so the best of several runs counts.
const peak = `data:text/javascript,${encodeURIComponent("process.on('exit', () => process.stderr.write(`\\nmaxRSS=${process.resourceUsage().maxRSS}\\n`));")}`;

function measure(args, times = runs) {
  let best = Infinity;
  let memory = 0;
  let status = 0;
  for (let i = 0; i < times; i++) {
    const started = process.hrtime.bigint();
    const child = spawnSync(values.node, ['--import', peak, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
    best = Math.min(best, Number(process.hrtime.bigint() - started) / 1e6);
    memory = Math.max(memory, Number(/maxRSS=(\d+)/.exec(child.stderr)?.[1] ?? 0) / 1024);
    status = child.status ?? -1;
  }
  return { best, memory, status };
}

const line = (what, { best, memory, status }, target = '') =>
  console.log(`${what.padEnd(64)} ${best.toFixed(0).padStart(6)} ms ${memory.toFixed(0).padStart(5)} MB  exit ${status}  ${target}`);

const sizeOf = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).reduce(
    (n, e) => n + (e.isFile() ? statSync(join(e.parentPath, e.name)).size : 0),
    0,
  );

console.log(`${values.node === process.execPath ? `Node ${process.version}` : values.node}, best of ${runs}`);
line('an empty script', measure(['-e', '0']));
line('--version', measure([cli, '--version']), 'target 150 ms');
line(
  'the example pull request',
  measure([cli, 'review', '--base-dir', 'examples/pull-request/base', '--head-dir', 'examples/pull-request/head']),
  'target 300 ms, 150 MB',
);

if (existsSync(values.changes)) {
  const changes = readdirSync(values.changes)
    .map((name) => join(values.changes, name))
    .filter((path) => statSync(path).isDirectory())
    .map((path) => ({ path, bytes: sizeOf(path) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 10);
  console.log('\nthe ten largest real changes (target 400 ms, 150 MB each)');
  for (const { path, bytes } of changes) {
    const side = (name) => (existsSync(join(path, name)) ? join(path, name) : empty);
    line(
      `${path.split('/').at(-1)} (${(bytes / 1024).toFixed(0)} KB)`,
      measure([cli, 'review', '--base-dir', side('base'), '--head-dir', side('head')], Math.min(runs, 3)),
    );
  }
}

console.log('\na module that grows: cost by size should stay in step with it');
for (const roles of [200, 400, 800]) {
  const folder = join(temporary, `roles-${roles}`);
  mkdirSync(folder);
  for (let file = 0; file < roles / 20; file++)
    writeFileSync(join(folder, `${file}.tf`), Array.from({ length: 20 }, (_, i) => roleText(`r${file}_${i}`)).join('\n'));
  line(
    `scan of ${roles} roles (${(sizeOf(folder) / 1024).toFixed(0)} KB of Terraform)`,
    measure([cli, 'scan', folder, '--fail-on', 'never', '--format', 'json'], 3),
  );
}

console.log('\na tree of modules');
const tree = join(temporary, 'tree');
for (const folders of [50, 100, 200]) {
  rmSync(tree, { recursive: true, force: true });
  moduleTree(tree, folders);
  line(
    `scan of ${folders * 10} files (${(sizeOf(tree) / 1024).toFixed(0)} KB of Terraform)`,
    measure([cli, 'scan', tree, '--fail-on', 'never', '--format', 'json']),
    folders === 200 ? 'target 1500 ms, 300 MB' : '',
  );
}
rmSync(temporary, { recursive: true, force: true });

spawnSync(process.execPath, ['scripts/bench-action.mjs', '--changes', values.changes, '--node', values.node], { stdio: 'inherit' });

// The sources themselves, compiled beside their dependencies: what the doors are made of, without what surrounds it.
console.log('\nparsers and the evaluator, warm');
const compiled = join('build', 'bench');
rmSync(compiled, { recursive: true, force: true });
const compiler = spawnSync(join('node_modules', '.bin', 'tsc'), ['-p', '.', '--outDir', compiled], { stdio: 'inherit' });
if (compiler.status === 0) spawnSync(values.node, ['scripts/bench-parsers.mjs', compiled, values.runs], { stdio: 'inherit' });
console.log('\nwhat identities can really do');
if (compiler.status === 0) spawnSync(values.node, ['scripts/bench-access.mjs', compiled], { stdio: 'inherit' });
if (compiler.status === 0) spawnSync(values.node, ['scripts/bench-credentials.mjs', compiled], { stdio: 'inherit' });

function roleText(name) {
  return `resource "aws_iam_role" "${name}" {
  name = "${name}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  tags = { owner = "team-${name}" }
}
resource "aws_iam_role_policy" "${name}" {
  role = aws_iam_role.${name}.id
  policy = data.aws_iam_policy_document.${name}.json
}
data "aws_iam_policy_document" "${name}" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::\${var.bucket}/${name}/*"]
  }
}
`;
}
