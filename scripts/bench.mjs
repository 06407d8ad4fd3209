// Speed and memory of what is shipped (dist), printed beside their targets. A benchmark, not a test: nothing fails here.
// From a clean clone after `npm ci`; what needs ../shared is left out where that is not there.
// usage: npm run bench [-- --changes DIR] [--runs N] [--node PATH]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { moduleTree } from './bench-inputs.mjs';
import { told } from './bench-told.mjs';

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '../shared/changes' },
    runs: { type: 'string', default: '5' },
    node: { type: 'string', default: process.execPath },
  },
});
const runs = Number(values.runs);
const cli = 'dist/cli/index.js';
const temporary = mkdtempSync(join(tmpdir(), 'identity-review-bench-'));
const empty = join(temporary, 'empty');
mkdirSync(empty);

// The child tells what it used when it ends; the machine is noisy, so the best of several runs counts.
const used = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write(`\\nused=${maxRSS} ${userCPUTime + systemCPUTime}\\n`); });",
)}`;

function measure(args, times = runs) {
  const best = { ms: Infinity, cpu: Infinity, mb: 0 };
  for (let i = 0; i < times; i++) {
    const started = process.hrtime.bigint();
    const child = spawnSync(values.node, ['--import', used, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const [, memory, cpu] = /used=(\d+) (\d+)/.exec(child.stderr) ?? [];
    if (memory === undefined || (child.status ?? 2) > 1) throw new Error(`${args.join(' ')} ended with ${child.status}: ${child.stderr}`);
    best.ms = Math.min(best.ms, Number(process.hrtime.bigint() - started) / 1e6);
    best.cpu = Math.min(best.cpu, Number(cpu) / 1000);
    best.mb = Math.max(best.mb, Number(memory) / 1024);
  }
  return best;
}

const sizeOf = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).reduce(
    (n, e) => n + (e.isFile() ? statSync(join(e.parentPath, e.name)).size : 0),
    0,
  );

console.log(`${values.node === process.execPath ? `Node ${process.version}` : values.node}, best of ${runs}`);
told('an empty script', measure(['-e', '0']));
told('--version', measure([cli, '--version']), { ms: 150 });
told(
  'the example pull request',
  measure([cli, 'review', '--base-dir', 'examples/pull-request/base', '--head-dir', 'examples/pull-request/head']),
  { ms: 300, mb: 150 },
);

if (existsSync(values.changes)) {
  const changes = readdirSync(values.changes)
    .map((name) => join(values.changes, name))
    .filter((path) => statSync(path).isDirectory())
    .map((path) => ({ path, bytes: sizeOf(path) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 10);
  console.log('\nthe ten largest real changes');
  for (const { path, bytes } of changes) {
    const side = (name) => (existsSync(join(path, name)) ? join(path, name) : empty);
    told(
      `${path.split('/').at(-1)} (${(bytes / 1024).toFixed(0)} KB)`,
      measure([cli, 'review', '--base-dir', side('base'), '--head-dir', side('head')], Math.min(runs, 3)),
      { ms: 400, mb: 150 },
    );
  }
} else console.log(`\nno real changes in ${values.changes}: left out`);

console.log('\na module that grows: cost by size should stay in step with it');
for (const roles of [200, 400, 800]) {
  const folder = join(temporary, `roles-${roles}`);
  mkdirSync(folder);
  for (let file = 0; file < roles / 20; file++)
    writeFileSync(join(folder, `${file}.tf`), Array.from({ length: 20 }, (_, i) => roleText(`r${file}_${i}`)).join('\n'));
  told(
    `scan of ${roles} roles (${(sizeOf(folder) / 1024).toFixed(0)} KB of Terraform)`,
    measure([cli, 'scan', folder, '--fail-on', 'never', '--format', 'json'], Math.min(runs, 2)),
  );
}

console.log('\na tree of modules');
const tree = join(temporary, 'tree');
for (const folders of [50, 100, 200]) {
  rmSync(tree, { recursive: true, force: true });
  moduleTree(tree, folders);
  told(
    `scan of ${folders * 10} files (${(sizeOf(tree) / 1024).toFixed(0)} KB of Terraform)`,
    measure([cli, 'scan', tree, '--fail-on', 'never', '--format', 'json'], Math.min(runs, 2)),
    folders === 200 ? { ms: 1500, mb: 300 } : {},
  );
}
rmSync(temporary, { recursive: true, force: true });

// The sources themselves, compiled beside their dependencies: what the doors are made of, without what surrounds it.
const compiled = join('build', 'bench');
const part = (script, ...args) => {
  const { status } = spawnSync(values.node, [join('scripts', script), ...args], { stdio: 'inherit' });
  if (status !== 0) console.log(`${script} ended with ${status}: MISSED`);
};
part('bench-action.mjs', '--changes', values.changes, '--node', values.node);
rmSync(compiled, { recursive: true, force: true });
const compiler = spawnSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.', '--outDir', compiled], {
  stdio: 'inherit',
});
if (compiler.status !== 0) throw new Error('the sources do not compile');
console.log('\nparsers and the evaluator, warm');
part('bench-parsers.mjs', compiled, String(Math.min(runs, 3)));
console.log('\nwhat identities can really do');
part('bench-access.mjs', compiled);
part('bench-credentials.mjs', compiled);

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
