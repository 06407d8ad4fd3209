// Reviews every real change in ../shared/changes with what is shipped: exit codes, no change against itself, removed when swapped, quiet controls.
// usage: node scripts/measure-changes.mjs [CHANGES_DIR]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const top = process.argv[2] ?? '../shared/changes';
const empty = mkdtempSync(join(tmpdir(), 'identity-review-empty-'));
const stratum = new Map(
  readFileSync(join(top, 'index.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l))
    .map((c) => [c.change, c.stratum]),
);

function review(base, head) {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli/index.js', 'review', '--base-dir', base, '--head-dir', head, '--format', 'json', '--quiet'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  return { status, ms, outcome: status === 0 || status === 1 ? JSON.parse(stdout) : undefined, stderr };
}

const count = (o, kind) =>
  o.changes
    .filter((c) => c.change === kind)
    .map((c) => c.identity)
    .sort()
    .join('\n');
const totals = {
  reviewed: 0,
  pass: 0,
  fail: 0,
  broken: 0,
  noisyAgainstItself: 0,
  swapDiffers: 0,
  controls: 0,
  loudControls: 0,
  slowest: 0,
};

for (const name of readdirSync(top)
  .filter((n) => statSync(join(top, n)).isDirectory())
  .sort()) {
  const side = (s) => (existsSync(join(top, name, s)) ? join(top, name, s) : empty);
  const [there, back, still] = [review(side('base'), side('head')), review(side('head'), side('base')), review(side('head'), side('head'))];
  totals.reviewed++;
  if (!there.outcome || !back.outcome || !still.outcome) {
    totals.broken++;
    console.log(`BROKEN ${name}: exit ${there.status} ${back.status} ${still.status} ${there.stderr}`);
    continue;
  }
  const { summary, changes, verdict } = there.outcome;
  totals[verdict]++;
  totals.slowest = Math.max(totals.slowest, there.ms);
  if (still.outcome.changes.length + still.outcome.findings.length > 0) totals.noisyAgainstItself++;
  const swapped =
    count(there.outcome, 'identity-added') === count(back.outcome, 'identity-removed') &&
    count(there.outcome, 'identity-removed') === count(back.outcome, 'identity-added');
  if (!swapped) totals.swapDiffers++;
  const control = stratum.get(name) === 'control';
  const loud = summary.findings.error + summary.findings.warning > 0;
  if (control) totals.controls++;
  if (control && loud) totals.loudControls++;
  console.log(
    `${(stratum.get(name) ?? '').padEnd(9)} exit ${there.status}  ${String(changes.length).padStart(3)} changes  ${summary.findings.error}e ${summary.findings.warning}w ${summary.findings.note}n  ${summary.gaps} gaps  ${there.ms.toFixed(0)} ms${swapped ? '' : '  SWAP DIFFERS'}${control && loud ? '  LOUD' : ''}  ${name}`,
  );
}
rmSync(empty, { recursive: true, force: true });
console.log(JSON.stringify(totals));
