/** Policies of another repository, through both doors. */
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { newFolder, newRepository, removeFolders, type TestRepository, write } from '../edges/repository.js';
import { type FakeGitHub, startGitHub } from '../github/server.js';
import { bot, older, pullRequest } from './action-repositories.js';
import { step, useAction } from './action-run.js';
import { run, useCli } from './cli.js';

jest.setTimeout(120_000);
useAction();
useCli();
let fake: FakeGitHub;
let rules: TestRepository;
let pinned: string;
const noBots =
  'rules:\n  - {id: no-bots, title: T, level: error, theme: ownership, why: W, fix: F, on: identity, match: {subject.name: bot}}\n';
beforeAll(async () => {
  rules = newRepository();
  pinned = rules.commit({ 'nhi/own.yml': noBots });
  fake = await startGitHub(rules.path);
});
afterEach(() => {
  expect(fake.problems).toEqual([]);
  fake.reset();
});
afterAll(async () => {
  await fake.close();
  removeFolders();
});

it('in a job, named by the config of the base, with a token of their own', async () => {
  const entry = `acme/rules/nhi@${pinned}`;
  const { origin, payload } = pullRequest(
    { '.github/identity-review.yml': `policies: ["${entry}"]\n`, 'old.tf': older },
    { 'bot.tf': bot },
  );
  const inputs = { 'policies-token': 'ghs_policies', policies: entry, 'report-file': 'out.json' };
  const { code, summary, commands } = await step({
    workspace: origin.path,
    event: 'pull_request',
    payload,
    inputs,
    env: { GITHUB_API_URL: fake.url },
  });
  expect(code).toBe(1);
  expect(commands).toContainEqual(expect.stringMatching(/^::error file=bot\.tf.*no-bots/));
  expect(summary).toContain(`policies \`${entry}\` at \`${pinned.slice(0, 12)}\``);
  expect(new Set(fake.seen.map((s) => s.authorization))).toEqual(new Set(['token ghs_policies']));
  // A commit, the folder, what is in it, one file; named twice and fetched once.
  expect(fake.seen).toHaveLength(4);
});

it('that cannot be had end the run, and are no pass', async () => {
  const { origin, payload } = pullRequest({ 'old.tf': older }, { 'bot.tf': bot });
  fake.grant({});
  const inputs = { policies: `acme/rules@${pinned}`, 'fail-on': 'never', 'github-token': 'ghs_x' };
  const { code, commands } = await step({
    workspace: origin.path,
    event: 'pull_request',
    payload,
    inputs,
    env: { GITHUB_API_URL: fake.url },
  });
  expect(code).toBe(2);
  expect(commands.filter((c) => c.startsWith('::error'))).toEqual([expect.stringContaining('contents: read')]);
});

it('at a terminal, by a name that can move', async () => {
  const head = newFolder();
  write(head, { 'bot.tf': bot });
  const { out, err, code } = await run(
    ['review', '--base-dir', newFolder(), '--head-dir', head, '--policies', 'acme/rules/nhi@main', '--format', 'json'],
    {
      env: { GITHUB_API_URL: fake.url, GITHUB_TOKEN: 'ghs_mine' },
    },
  );
  expect(code).toBe(1);
  const outcome = JSON.parse(out);
  expect(outcome.findings.map((f: { rule: string }) => f.rule)).toContain('no-bots');
  expect(outcome.policies).toEqual([{ source: 'acme/rules/nhi@main', commit: pinned, digest: expect.stringMatching(/^sha256:/) }]);
  expect(err).toContain('pin them');
});
