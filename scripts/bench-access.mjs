// What an identity can really do, and what a change adds to it: the engine alone, over compiled sources.
// usage: node scripts/bench-access.mjs BUILD
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crowd, hostile, policy } from './bench-inputs.mjs';

const [, , build, only] = process.argv;
const from = (path) => import(pathToFileURL(resolve(join(build, path))).href);

/** Each row runs in a process of its own, so that its memory is its own. */
const rows = {
  'effective access, escalation and comparison of 1 000 roles × 5 policies (target 2000 ms, 250 MB)': async () => {
    const { annotate } = await from('access/annotate.js');
    const [differences, catalogue] = await tools();
    const [before, after] = [crowd(1000, ''), crowd(1000, 'Object')];
    return () => {
      const [base, head] = [annotate(before, catalogue), annotate(after, catalogue)];
      const compare = differences();
      for (const [key, subject] of head.subjects) compare.access(base.subjects.get(key), subject);
    };
  },
  'comparison of a policy with 2 000 statements, one of them new (target 300 ms)': async () => {
    const [differences] = await tools();
    const [before, after] = [policy(2000, 0), policy(2000, 1)];
    return () => differences().access(before, after);
  },
  'comparison of a policy with 2 000 statements, all of them new': async () => {
    const [differences] = await tools();
    const [before, after] = [policy(2000, 0), policy(2000, 2000)];
    return () => differences().access(before, after);
  },
  'comparison of hostile policies, 2 000 × (20 × 20) wildcards (target 1000 ms)': async () => {
    const [differences] = await tools();
    const [before, after] = [hostile(2000, 'a'), hostile(2000, 'b')];
    return () => differences().access(before, after);
  },
};

async function tools() {
  const { makeDifferences } = await from('access/difference.js');
  const { loadCatalogue } = await from('access/catalogue/load.js');
  const catalogue = await loadCatalogue();
  return [() => makeDifferences(catalogue), catalogue];
}

if (only === undefined) {
  for (const row of Object.keys(rows)) spawnSync(process.execPath, [fileURLToPath(import.meta.url), build, row], { stdio: 'inherit' });
} else {
  const run = await rows[only]();
  const [started, used] = [process.hrtime.bigint(), process.cpuUsage()];
  run();
  const { user, system } = process.cpuUsage(used);
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${only.padEnd(100)} ${wall.toFixed(0).padStart(6)} ms ${((user + system) / 1000).toFixed(0).padStart(6)} ms CPU ${memory.toFixed(0).padStart(5)} MB`,
  );
}
