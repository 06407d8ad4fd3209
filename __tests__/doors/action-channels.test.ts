/** The whole Action against GitHub on a loopback socket: what people of the pull request get, with each permission and without. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { removeFolders } from '../edges/repository.js';
import { type FakeGitHub, startGitHub } from '../github/server.js';
import { texts } from '../reporters/hostile-texts.js';
import { liveMarkdown } from '../reporters/inert.js';
import { bot, older, type PullRequest, pullRequest } from './action-repositories.js';
import { type Stepped, step, useAction } from './action-run.js';

jest.setTimeout(120_000);
useAction();
let fake: FakeGitHub;
beforeAll(async () => {
  fake = await startGitHub();
});
afterEach(() => {
  expect(fake.problems).toEqual([]);
  fake.reset();
});
afterAll(async () => {
  await fake.close();
  removeFolders();
});

const token = 'ghs_nobodyshouldeverseethis';
const reviewed = ({ origin, payload }: PullRequest, inputs: Readonly<Record<string, string>>, run = '1'): Promise<Stepped> =>
  step({
    workspace: origin.path,
    event: 'pull_request',
    payload,
    inputs: { 'github-token': token, ...inputs },
    env: { GITHUB_API_URL: fake.url, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'review', IDENTITY_REVIEW_API_PATIENCE: '3' },
  });
const notices = ({ commands }: Stepped): readonly string[] => commands.filter((c) => c.includes('Left out'));
const everything = { comment: 'always', suggestions: 'true', 'request-reviewers': 'true', annotations: 'check-run' };
let bots: PullRequest | undefined;
/** One for all: a review leaves a repository as it is. */
const withBot = (): PullRequest => {
  bots ??= pullRequest({ 'old.tf': older }, { 'infra/bot.tf': bot });
  return bots;
};

describe('every channel', () => {
  it('speaks once, and a run that is repeated updates what it said', async () => {
    const change = withBot();
    for (const run of ['1', '2']) {
      const stepped = await reviewed(change, everything, run);
      expect({ code: stepped.code, notices: notices(stepped) }).toEqual({ code: 1, notices: [] });
      expect(stepped.log).not.toContain(token);
    }
    const { comments, checkRuns, reviewComments, reviews } = fake.world;
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/^<!-- identity-review: Identity%20review -->\n## ❌ Identity review failed/);
    expect(comments[0]?.body).toContain(`https://github.example/acme/shop/blob/${change.head}/infra/bot.tf#L`);
    expect(reviews).toHaveLength(1);
    expect(reviewComments.filter((c) => c.path === 'infra/bot.tf' && c.line === 1)).toHaveLength(1);
    // Annotations can only be added to a check run, so a run has one of its own.
    expect(checkRuns.map((c) => [c.head_sha, c.conclusion])).toEqual([
      [change.head, 'failure'],
      [change.head, 'failure'],
    ]);
    expect(checkRuns[0]?.annotations).toContainEqual(expect.objectContaining({ path: 'infra/bot.tf', annotation_level: 'failure' }));
  });

  it('is asked for nothing when nothing is wanted', async () => {
    const { code } = await reviewed(withBot(), {});
    expect({ code, requests: fake.routes() }).toEqual({ code: 1, requests: [] });
  });

  it('turns into an all-clear when what was wrong is mended', async () => {
    await reviewed(withBot(), { comment: 'on-findings' });
    expect(fake.world.comments[0]?.body).toContain('failed');
    const mended = pullRequest({ 'old.tf': older }, { 'README.md': 'words' });
    expect((await reviewed(mended, { comment: 'on-findings' })).code).toBe(0);
    expect(fake.world.comments.map((c) => /## .* Identity review (\w+)/.exec(c.body)?.[1])).toEqual(['passed']);
  });

  it('asks the owners of what changes, and not the author', async () => {
    const owned = (owner: string) => bot.replace('name = "bot"', `name = "bot"\n  tags = { owner = "${owner}" }`);
    const change = pullRequest({ 'old.tf': older }, { 'a.tf': owned('@ana'), 'b.tf': owned('@acme/payments').replaceAll('bot', 'bob') });
    await reviewed(change, { 'request-reviewers': 'true' });
    expect([fake.world.requestedReviewers, fake.world.requestedTeams]).toEqual([['ana'], ['payments']]);
  });

  it.each([
    ['never', 'fail', 0],
    ['on-findings', 'pass', 0],
    ['on-findings', 'fail', 1],
    ['on-failure', 'pass', 0],
    ['on-failure', 'fail', 1],
    ['always', 'pass', 1],
  ])('comment: %s, when the review says %s: %i', async (comment, verdict, expected) => {
    await reviewed(verdict === 'fail' ? withBot() : pullRequest({ 'a.md': 'a' }, { 'b.md': 'b' }), { comment });
    expect(fake.world.comments).toHaveLength(expected);
  });

  it('keeps a comment for each name', async () => {
    await reviewed(withBot(), { comment: 'always', 'check-name': 'one' });
    await reviewed(withBot(), { comment: 'always', 'check-name': 'two' });
    expect(fake.world.comments).toHaveLength(2);
  });
});

describe('a permission that is missing', () => {
  it.each<[string, Parameters<FakeGitHub['grant']>[0], readonly string[]]>([
    ['contents: read alone', { contents: 'read' }, ['checks: write', 'pull-requests: read', 'pull-requests: read', 'pull-requests: read']],
    [
      'what a fork gets',
      { contents: 'read', 'pull-requests': 'read', checks: 'read', issues: 'read' },
      ['checks: write', 'pull-requests: write', 'pull-requests: write'],
    ],
    ['everything but checks', { contents: 'read', 'pull-requests': 'write' }, ['checks: write']],
  ])('%s: a notice names each, and the verdict is the same', async (_, permissions, missing) => {
    const owned = pullRequest({ 'old.tf': older }, { 'a.tf': bot, 'b.tf': older.replaceAll('older', 'newer').replace('platform', '@ana') });
    fake.grant(permissions);
    const stepped = await reviewed(owned, everything);
    expect(stepped.code).toBe(1);
    const told = notices(stepped);
    expect(told.map((line) => /permissions: ([\w-]+: \w+)/.exec(line)?.[1]).filter((p) => p !== undefined)).toEqual(
      expect.arrayContaining([...new Set(missing)]),
    );
    expect(stepped.outputs).toMatchObject({ verdict: 'fail' });
    expect(stepped.summary).toContain('Identity review failed');
    // Commands take the place of the check run.
    expect(stepped.commands).toContainEqual(expect.stringMatching(/^::error file=a\.tf,line=1,/));
    if (!('pull-requests' in permissions)) expect(fake.world.comments).toEqual([]);
  });

  it('and GitHub that is down: the same', async () => {
    fake.fault({ how: { status: 502 } });
    const stepped = await reviewed(withBot(), everything);
    expect(stepped.code).toBe(1);
    expect(notices(stepped).length).toBeGreaterThanOrEqual(3);
    expect(fake.world.comments).toEqual([]);
  });

  it('no token and no pull request: the same', async () => {
    const { origin, payload } = withBot();
    const without = await step({ workspace: origin.path, event: 'pull_request', payload, inputs: everything });
    expect({ code: without.code, notices: notices(without).length }).toEqual({ code: 1, notices: 4 });
    const queue = await step({
      workspace: origin.path,
      event: 'merge_group',
      payload: {
        merge_group: {
          base_sha: (payload as { pull_request: { base: { sha: string } } }).pull_request.base.sha,
          head_sha: origin.git('rev-parse', 'HEAD'),
        },
      },
      inputs: { 'github-token': token, comment: 'always', annotations: 'check-run' },
      env: { GITHUB_API_URL: fake.url },
    });
    expect(queue.code).toBe(1);
    expect(notices(queue)).toEqual([expect.stringContaining('the comment. This event has no pull request.')]);
    expect(fake.world.checkRuns.map((c) => c.head_sha)).toEqual([origin.git('rev-parse', 'HEAD')]);
  });
});

describe('a thousand findings', () => {
  it('are capped, ranked and told, within every limit', async () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `resource "aws_iam_user" "u${i}" {\n  name = "user-${i}"\n}\n`).join('');
    const change = pullRequest({ 'old.tf': older }, { 'many.tf': many });
    const stepped = await reviewed(change, { comment: 'always', suggestions: 'true' });
    expect(stepped.code).toBe(1);
    const [comment] = fake.world.comments;
    expect(comment?.body.length).toBeLessThanOrEqual(65_536);
    expect(comment?.body).toMatch(
      /- and \d+ more errors: see \[the job summary\]\(https:\/\/github\.example\/acme\/shop\/actions\/runs\/1\)/,
    );
    expect(Buffer.byteLength(stepped.summary)).toBeLessThan(1_048_576);
    const [run] = fake.world.checkRuns;
    expect(run?.annotations).toHaveLength(500);
    expect(new Set(run?.annotations.map((a) => a.annotation_level))).toEqual(new Set(['failure']));
    const batches = fake.seen.filter((s) => s.route.includes('check-runs'));
    expect(batches).toHaveLength(10);
    expect(fake.world.reviewComments).toHaveLength(10);
    // What the check run shows is not shown again.
    expect(stepped.commands.filter((c) => c.startsWith('::error file'))).toEqual([]);
    const plain = await reviewed(change, { annotations: 'commands' });
    expect(plain.commands.filter((c) => c.startsWith('::error file'))).toHaveLength(10);
    expect(plain.commands).toContainEqual(expect.stringMatching(/^::notice .*more errors/));
  });
});

describe('a pull request with every injection in it', () => {
  const spelled = (text: string): string =>
    JSON.stringify(text.replace(/\p{Cs}/gu, ''))
      .replaceAll('${', '$${')
      .replaceAll('%{', '%%{')
      .replace(/\\[bfu]\w*/g, '');
  const one = (text: string, i: number) =>
    `# ${text.replace(/[\n\r\0]/g, ' ')}\nresource "aws_iam_user" "u${i}" {\n  name = ${spelled(text || 'x')}\n  tags = { owner = ${spelled(`${text} `)} }\n}\n`;
  const paths = texts
    .map((text) => text.replace(/[/\0\p{Cs}]/gu, '_'))
    .filter((name) => name.trim() !== '' && name !== '.' && Buffer.byteLength(name) < 200);

  it('is inert in every channel', async () => {
    const files = Object.fromEntries([
      ...paths.map((name, i) => [`dir/${name}.tf`, bot.replaceAll('bot', `bot${i}`)] as const),
      ['names.tf', texts.map(one).join('')],
    ]);
    const change = pullRequest({ 'old.tf': older }, files);
    const inputs = { ...everything, 'html-file': 'out.html', 'sarif-file': 'out.sarif', 'report-file': 'out.json' };
    const stepped = await reviewed(change, inputs);
    expect(stepped.code).toBe(1);
    expect(stepped.commands.filter((c) => !/^::(?:error|warning|notice|group|endgroup)\b/.test(c))).toEqual([]);
    expect(stepped.log).not.toContain('##[');
    expect(liveMarkdown(withoutLinks(stepped.summary))).toEqual([]);
    const [comment] = fake.world.comments;
    expect(liveMarkdown(withoutLinks(comment?.body.replace(/^<!--[^\n]*\n/, '') ?? ''))).toEqual([]);
    for (const { output, annotations } of fake.world.checkRuns) {
      expect(liveMarkdown(withoutLinks(output.summary ?? ''))).toEqual([]);
      for (const { message, title } of annotations) expect(`${title}${message}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(Object.values(stepped.outputs).filter((value) => !/^(?:pass|fail|\d+|out\.\w+)$/.test(value))).toEqual([]);
    expect(readFileSync(join(change.origin.path, 'out.html'), 'utf8')).not.toMatch(/<(?:script|img|h1>owned)/);
    JSON.parse(readFileSync(join(change.origin.path, 'out.sarif'), 'utf8'));
    expect(fake.world.requestedReviewers.concat(fake.world.requestedTeams).filter((name) => !/^[\w.-]+$/.test(name))).toEqual([]);
  });

  /** Ours lead to lines of the two commits and nowhere else. */
  const withoutLinks = (markdown: string): string =>
    markdown
      .replace(/\[the job summary\]\([^)]*\/actions\/runs\/\d+\)/g, '')
      .replace(
        /\[(`[^`\n]*`)\]\(https:\/\/github\.example\/acme\/shop\/blob\/[0-9a-f]{40}\/[\w.%!~*'-]+(?:\/[\w.%!~*'-]*)*#L\d+(?:-L\d+)?\)/g,
        '$1',
      );
});
