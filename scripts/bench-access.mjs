// What an identity can really do, and what a change adds to it: the engine alone, over compiled sources.
// usage: node scripts/bench-access.mjs BUILD
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crowd, hostile, policy } from './bench-inputs.mjs';
import { told } from './bench-told.mjs';

const [, , build, only] = process.argv;
const from = (path) => import(pathToFileURL(resolve(join(build, path))).href);

/** Each row runs in a process of its own, so that its memory is its own. */
const rows = {
  'opening the catalogues': {
    target: { ms: 40 },
    prepare: async () => {
      const { loadCatalogue } = await from('access/catalogue/load.js');
      return async () => {
        const catalogue = await loadCatalogue();
        catalogue.expand('s3:Get*');
        catalogue.levelOf('iam:PassRole');
        catalogue.managedPolicy('ReadOnlyAccess');
      };
    },
  },
  'effective access, escalation and comparison of 1 000 roles × 5 policies': {
    target: { ms: 2000, mb: 250 },
    prepare: async () => {
      const { annotate } = await from('access/annotate.js');
      const [differences, catalogue] = await tools();
      const [before, after] = [crowd(1000, ''), crowd(1000, 'Object')];
      return () => {
        const [base, head] = [annotate(before, catalogue), annotate(after, catalogue)];
        const compare = differences();
        for (const [key, subject] of head.subjects) compare.access(base.subjects.get(key), subject);
      };
    },
  },
  'comparison of a policy with 2 000 statements, one of them new': comparison(300, () => [policy(2000, 0), policy(2000, 1)]),
  'comparison of a policy with 2 000 statements, all of them new': comparison(300, () => [policy(2000, 0), policy(2000, 2000)]),
  'comparison of hostile policies, 2 000 × (20 × 20) wildcards': comparison(1000, () => [hostile(2000, 'a'), hostile(2000, 'b')]),
};

function comparison(ms, inputs) {
  const prepare = async () => {
    const [differences] = await tools();
    const [before, after] = inputs();
    return () => differences().access(before, after);
  };
  return { target: { ms }, prepare };
}

async function tools() {
  const { makeDifferences } = await from('access/difference.js');
  const { loadCatalogue } = await from('access/catalogue/load.js');
  const catalogue = await loadCatalogue();
  return [() => makeDifferences(catalogue), catalogue];
}

if (only === undefined) {
  for (const row of Object.keys(rows)) spawnSync(process.execPath, [fileURLToPath(import.meta.url), build, row], { stdio: 'inherit' });
} else {
  const { target, prepare } = rows[only];
  const run = await prepare();
  const [started, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  const ms = performance.now() - started;
  told(only, { ms, cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 }, target);
}
