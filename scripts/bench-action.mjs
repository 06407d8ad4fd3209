// The Action as a job starts it: how long until it first asks GitHub, and how long for a change, against a GitHub on a loopback socket.
// usage: node scripts/bench-action.mjs [--changes DIR] [--runs N] [--node PATH] [--main dist/index.js]
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { told } from './bench-told.mjs';

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '../shared/changes' },
    runs: { type: 'string', default: '5' },
    node: { type: 'string', default: process.execPath },
    main: { type: 'string', default: 'dist/index.js' },
  },
});
const temporary = mkdtempSync(join(tmpdir(), 'identity-review-bench-action-'));
const author = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' };
const env = { ...process.env, ...author, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const git = (cwd, ...args) =>
  execFileSync('git', args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();

let firstAsked;
let mergeBase = '';
const server = createServer((request, response) => {
  firstAsked ??= process.hrtime.bigint();
  request.resume();
  response.setHeader('content-type', 'application/json');
  const { url = '', method } = request;
  if (url.includes('/compare/'))
    response.end(JSON.stringify({ base_commit: { sha: mergeBase }, merge_base_commit: { sha: mergeBase }, files: [] }));
  else if (method === 'GET') response.end('[]');
  else response.writeHead(201).end(JSON.stringify({ id: 1, user: { login: 'github-actions[bot]' }, body: '' }));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

/** A repository with a base and a head, and a checkout of the head as actions/checkout leaves it: one commit. */
function jobOf(name, baseFiles, headFiles) {
  const origin = join(temporary, name);
  mkdirSync(origin);
  git(origin, 'init', '--quiet', '--initial-branch=main');
  const commit = (files) => {
    for (const entry of readdirSync(origin)) if (entry !== '.git') rmSync(join(origin, entry), { recursive: true });
    if (existsSync(files)) cpSync(files, origin, { recursive: true });
    git(origin, 'add', '--all', '--force');
    git(origin, 'commit', '--quiet', '--allow-empty', '--message', 'x');
    return git(origin, 'rev-parse', 'HEAD');
  };
  const [base, head] = [commit(baseFiles), commit(headFiles)];
  const event = join(temporary, `${name}.json`);
  const repo = { full_name: 'acme/shop' };
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, base: { sha: base, repo }, head: { sha: head, repo } } }));
  const workspace = join(temporary, `${name}-checkout`);
  git(temporary, 'clone', '--quiet', '--depth=1', `file://${origin}`, workspace);
  return { base, event, workspace };
}

function run({ base, event, workspace }, inputs = {}) {
  mergeBase = base;
  firstAsked = undefined;
  const started = process.hrtime.bigint();
  const child = spawn(values.node, [resolve(values.main)], {
    cwd: workspace,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: temporary,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_STEP_SUMMARY: fileIn('summary.md'),
      GITHUB_OUTPUT: fileIn('output'),
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_API_URL: `http://127.0.0.1:${server.address().port}`,
      'INPUT_GITHUB-TOKEN': 'a-token',
      ...inputs,
    },
  });
  const ms = (at) => (at === undefined ? Number.NaN : Number(at - started) / 1e6);
  return new Promise((done) => child.on('exit', (code) => done({ code, first: ms(firstAsked), whole: ms(process.hrtime.bigint()) })));
}

function fileIn(name) {
  const path = join(temporary, name);
  writeFileSync(path, '');
  return path;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const example = jobOf('example', 'examples/pull-request/base', 'examples/pull-request/head');
const runs = [];
for (let i = 0; i < Number(values.runs); i++) runs.push(await run(example));
console.log('\nthe Action, in a checkout of one commit');
told('start to the first question to GitHub', { ms: Math.min(...runs.map(({ first }) => first)) }, { ms: 350 });
told('the example pull request', { ms: Math.min(...runs.map(({ whole }) => whole)) }, { ms: 1000 });

if (existsSync(values.changes)) {
  const folders = readdirSync(values.changes).filter((name) => statSync(join(values.changes, name)).isDirectory());
  // Some are enough for a median, and a bench is to end.
  const sample = folders.filter((_, i) => i % Math.max(1, Math.floor(folders.length / 25)) === 0);
  const times = [];
  for (const name of sample) {
    const job = jobOf(name, join(values.changes, name, 'base'), join(values.changes, name, 'head'));
    times.push((await run(job, { INPUT_COMMENT: 'always', INPUT_ANNOTATIONS: 'check-run' })).whole);
    for (const path of [job.workspace, join(temporary, name)]) rmSync(path, { recursive: true, force: true });
  }
  told(`the median of ${sample.length} real changes, with a comment and a check run`, { ms: median(times) }, { ms: 1000 });
}
server.close();
rmSync(temporary, { recursive: true, force: true });
