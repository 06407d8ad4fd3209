// Speed of the detector over about 100 MB of mixed published source, in memory and from disk, beside ripgrep with the same markers and
// secretlint on the same files where they are to be had. The files are those that measure-clean-code.mjs fetched, or else the installed packages.
// usage: node scripts/bench-credentials.mjs COMPILED [--cache DIR] [--megabytes N] [--secretlint]
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { told, toldRate } from './bench-told.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string', default: join(tmpdir(), 'identity-review-clean-code') },
    megabytes: { type: 'string', default: '100' },
    secretlint: { type: 'boolean', default: false },
  },
});
// Without them, what `npm ci` brought: published source as well, though less mixed.
const source = resolve(existsSync(values.cache) ? values.cache : 'node_modules');
const compiled = positionals[0] ?? 'build';
const load = (path) => import(pathToFileURL(resolve(compiled, path)).href);
const { makeDetector } = await load('credentials/sight.js');
const { tableOf } = await load('credentials/table.js');

// Every n-th file, so that all packages are in it; nothing that is larger than what is read in a review.
const all = [];
const sizes = [];
for (const name of readdirSync(source, { recursive: true }).sort()) {
  const file = name.endsWith('.tgz') ? undefined : statSync(join(source, name), { throwIfNoEntry: false });
  if (!file?.isFile() || file.size > 5e6) continue;
  all.push(join(source, name));
  sizes.push(file.size);
}
const wanted = Number(values.megabytes) * 1e6;
const step = Math.max(1, Math.floor(sizes.reduce((n, bytes) => n + bytes, 0) / wanted));
const files = [];
const head = Buffer.alloc(8000);
let size = 0;
for (let i = 0; i < all.length && size < wanted; i += step) {
  if (beginning(all[i]).includes(0)) continue;
  files.push(all[i]);
  size += sizes[i];
}

/** What tells text from other files; whole files read here would count as memory of the detector. */
function beginning(file) {
  const opened = openSync(file);
  const length = readSync(opened, head);
  closeSync(opened);
  return head.subarray(0, length);
}

/** Best of several: wall and processor time, because the machine may be shared. */
function best(work, times = 3) {
  let [wall, processor] = [Infinity, Infinity];
  for (let i = 0; i < times; i++) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    work();
    wall = Math.min(wall, performance.now() - started);
    const used = process.cpuUsage(before);
    processor = Math.min(processor, (used.user + used.system) / 1000);
  }
  return { wall, processor };
}
const line = (what, { wall, processor }, target) => toldRate(what, size / 1000 / wall, processor && size / 1000 / processor, target);
const rate = (what, work, target) => line(what, best(work), target);

console.log(`\ncredentials: ${files.length} files of ${source}, ${(size / 1e6).toFixed(0)} MB, Node ${process.version}`);
const started = performance.now();
const { automaton } = tableOf([]);
console.log(`the table: ${(performance.now() - started).toFixed(0)} ms, ${(automaton.next.byteLength / 1e6).toFixed(1)} MB`);
const detector = makeDetector({});
const path = (file) => relative(source, file);
rate(
  'read from disk',
  () => {
    for (const file of files) detector.sight(readFileSync(file, 'utf8'), path(file));
  },
  80,
);
const memory = process.resourceUsage().maxRSS / 1024;
const texts = files.map((file) => [path(file), readFileSync(file, 'utf8')]);
rate(
  'in memory',
  () => {
    for (const [name, text] of texts) detector.sight(text, name);
  },
  120,
);
told('peak memory while reading from disk', { mb: memory }, { mb: 200 });
const change = texts.slice(0, 1000);
const { wall, processor } = best(() => {
  for (const [name, text] of change) detector.sight(text, name);
});
told(`a change of ${change.length} files`, { ms: wall, cpu: processor }, { ms: 1000 });

const temporary = mkdtempSync(join(tmpdir(), 'identity-review-bench-'));
function timed(what, command, args) {
  const from = performance.now();
  const done = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], cwd: source });
  if (done.error) return console.log(`${what}: not on this machine`);
  line(what, { wall: performance.now() - from });
}
const { markedFamilies } = await load('credentials/families/all.js');
const { shapeOf } = await load('credentials/shape.js');
const markers = [...new Set(markedFamilies.flatMap((row) => row.shapes.flatMap((s) => shapeOf(s).markers)))];
writeFileSync(join(temporary, 'markers.txt'), markers.join('\n'));
writeFileSync(join(temporary, 'files.txt'), files.join('\n'));
const fetched = (name) => spawnSync('npm', ['install', '--prefix', temporary, '--silent', '--no-audit', name], { stdio: 'inherit' });
const isHere = !spawnSync('rg', ['--version']).error;
if (!isHere && values.secretlint) fetched('@vscode/ripgrep-linux-x64@1.18.0');
const rg = isHere ? 'rg' : join(temporary, 'node_modules', '@vscode', 'ripgrep-linux-x64', 'bin', 'rg');
const lists = [
  '-c',
  `xargs -a ${join(temporary, 'files.txt')} -d '\\n' ${rg} -j1 -i -F -o --no-filename -f ${join(temporary, 'markers.txt')} > /dev/null; command -v ${rg} > /dev/null`,
];
if (spawnSync(rg, ['--version']).error) console.log('ripgrep: not on this machine (--secretlint fetches it from npm, too)');
else timed(`ripgrep -j1, ${markers.length} markers, from disk`, 'bash', lists);
if (values.secretlint) {
  spawnSync(
    'npm',
    ['install', '--prefix', temporary, '--silent', '--no-audit', 'secretlint@9', '@secretlint/secretlint-rule-preset-recommend@9'],
    { stdio: 'inherit' },
  );
  writeFileSync(join(temporary, '.secretlintrc.json'), JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }));
  timed('secretlint, recommended rules, from disk', 'bash', [
    '-c',
    `cd ${temporary} && xargs -a files.txt -d '\\n' npx secretlint --secretlintrc .secretlintrc.json --no-glob`,
  ]);
}
rmSync(temporary, { recursive: true, force: true });
