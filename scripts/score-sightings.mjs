// How many labelled credentials the detector finds by itself, before any policy: a development aid, never a test.
// usage: node scripts/score-sightings.mjs COMPILED [--cases FILE] [--show missed|flagged] [--source NAME]
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '../shared/cases/credentials/cases.jsonl' },
    show: { type: 'string', default: '' },
    source: { type: 'string', default: '' },
  },
});
const { makeDetector } = await import(pathToFileURL(resolve(positionals[0] ?? 'build', 'credentials/sight.js')).href);
const detector = makeDetector({});
const cases = readFileSync(values.cases, 'utf8').trim().split('\n').map(JSON.parse);

const tally = new Map();
const count = (key, hit) => {
  const entry = tally.get(key) ?? { hit: 0, all: 0 };
  entry.all++;
  if (hit) entry.hit++;
  tally.set(key, entry);
};
const oneLine = (text) => text.slice(0, 240).replaceAll('\n', '⏎');

for (const { expect, kind, path, rule, source, text } of cases) {
  if (values.source && source !== values.source) continue;
  const { found } = detector.sight(text, path.split('/').at(-1) || 'case.txt');
  const told = found.filter((s) => s.confidence !== 'doubtful' && !s.family.isPublic && !s.isEncrypted);
  const hit = told.length > 0;
  count(expect ? 'positives' : kind, hit);
  count(`  ${expect ? '+' : '-'} ${source}`, hit);
  if (values.show === 'missed' && expect && !hit)
    console.log(`${source}:${rule} | ${path} | ${oneLine(text)} | doubtful: ${found.map((s) => s.family.id)}`);
  if (values.show === 'flagged' && !expect && hit)
    console.log(`${kind} ${source}:${rule} | ${path} | ${oneLine(text)} | ${told.map((s) => `${s.family.id} ${s.confidence}`)}`);
}
for (const [key, { hit, all }] of [...tally].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${key.padEnd(24)} ${String(hit).padStart(5)} of ${String(all).padStart(5)}  ${((100 * hit) / all).toFixed(1)} %`);
