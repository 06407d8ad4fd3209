// How many megabytes a second are parsed, and evaluated, on one core, warm. Run by bench.mjs with the folder of the compiled sources.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configuration, manifests, template } from './bench-inputs.mjs';

const [compiled = 'build', runs = '7'] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(resolve(join(compiled, path))).href);
const { hcl, json, yaml } = (await load('syntax/index.js')).syntaxes;
const { terraform } = await load('readers/terraform/index.js');

const sizes = [0.25, 0.5, 1, 2].map((megabytes) => megabytes * 1e6);
const sourceOf = (path, text) => ({ path, side: 'head', text });
const parsed = (sources) => sources.map((source) => ({ source, tree: hcl.parse(source) }));
const evaluated = (sources) => terraform.read({ scope: '', files: parsed(sources), open: () => undefined });
const files = (bytes) => configuration(bytes).map(({ path, text }) => sourceOf(path, text));

const measurements = [
  { what: 'HCL, parse', target: 8, input: files, work: parsed },
  { what: 'HCL, parse and evaluate', target: 8, input: files, work: evaluated },
  {
    what: 'YAML, parse',
    target: 10,
    input: (bytes) => [sourceOf('manifests.yaml', manifests(bytes))],
    work: ([source]) => yaml.parse(source),
  },
  {
    what: 'JSON, parse',
    target: 10,
    input: (bytes) => [sourceOf('template.json', template(bytes))],
    work: ([source]) => json.parse(source),
  },
];

for (const { what, target, input, work } of measurements) {
  const [warming, ...measured] = sizes.map(input);
  for (const until = performance.now() + 3000; performance.now() < until; ) work(warming);
  const results = measured.map((sources) => ({ bytes: bytesOf(sources), best: bestOf(() => work(sources)) }));
  const rates = results.map(({ bytes, best }) => bytes / 1e3 / best);
  const shown = results.map(({ bytes, best }, i) => `${(bytes / 1e6).toFixed(1)} MB ${best.toFixed(0)} ms = ${rates[i].toFixed(1)} MB/s`);
  // A step between the first two sizes alone is the collector's: a tree that outgrows the young generation is copied.
  const growth = rates[0] / rates.at(-1);
  console.log(`${what.padEnd(24)} ${shown.join('   ')}   cost per byte ×${growth.toFixed(2)}  target ${target} MB/s, ×1`);
}

function bytesOf(sources) {
  return sources.reduce((n, { text }) => n + Buffer.byteLength(text), 0);
}

/** The machine is noisy, so the best of several runs counts. */
function bestOf(work) {
  let best = Infinity;
  for (let i = 0; i < Number(runs); i++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
