/** Each channel against GitHub as it describes itself: what is posted, what is updated, what is left alone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mayBeJobToken } from '../../src/edges/github/channels/author.js';
import { deliverCheckRun } from '../../src/edges/github/channels/check-run.js';
import { deliverComment } from '../../src/edges/github/channels/comment.js';
import { requestReviewers } from '../../src/edges/github/channels/reviewers.js';
import { deliverSuggestions } from '../../src/edges/github/channels/suggestions.js';
import { openGitHub } from '../../src/edges/github/client.js';
import type { Hosted } from '../../src/edges/github/repository.js';
import { checkRun } from '../../src/reporters/check-run.js';
import { findingOf, outcomeOf, placeOf } from '../reporters/outcomes.js';
import { type FakeGitHub, startGitHub } from './server.js';

let fake: FakeGitHub;
beforeAll(async () => {
  fake = await startGitHub();
});
afterEach(() => {
  expect(fake.problems).toEqual([]);
  fake.reset();
});
afterAll(() => fake.close());

const hosted = (): Hosted => ({
  owner: 'acme',
  repo: 'shop',
  github: openGitHub({ door: 'action', apiUrl: fake.url, token: 'ghs_x', patience: { timeoutMs: 2_000, budgetMs: 3_000 } }),
});
const sha = 'a'.repeat(40);
const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;
const stranger = { login: 'stranger', type: 'User' } as const;

describe('the comment', () => {
  const marker = '<!-- identity-review: x -->';
  const say = (body: string, due = true, jobToken = true) =>
    deliverComment(hosted(), 7, { marker, body: `${marker}\n${body}`, due }, jobToken);
  const bodies = () => fake.world.comments.map(({ user, body }) => `${user.login}: ${body.replace(`${marker}\n`, '')}`);

  it('is one, however often it is said', async () => {
    await say('first');
    const [{ id } = { id: 0 }] = fake.world.comments;
    await say('second');
    expect(bodies()).toEqual(['github-actions[bot]: second']);
    expect(fake.world.comments.map((c) => c.id)).toEqual([id]);
  });

  it('is not touched when it says that already', async () => {
    await say('same');
    await say('same');
    expect(fake.routes().filter((route) => route.startsWith('PATCH'))).toEqual([]);
  });

  it('that is not due is not made, and one that is there is brought up to date', async () => {
    await say('nothing', false);
    expect(bodies()).toEqual([]);
    await say('trouble');
    await say('all is well', false);
    expect(bodies()).toEqual(['github-actions[bot]: all is well']);
  });

  it('of somebody else is left alone, whatever marker it holds', async () => {
    fake.world.comments.push({ id: 1, user: stranger, body: `${marker}\napproved` }, { id: 2, user: bot, body: `about ${marker}` });
    await say('ours');
    expect(bodies()).toEqual(['stranger: approved', `github-actions[bot]: about ${marker}`, 'github-actions[bot]: ours']);
    await say('again');
    expect(bodies()).toHaveLength(3);
    expect(bodies()[0]).toBe('stranger: approved');
  });

  it('that two runs made at once becomes one', async () => {
    for (const id of [1, 2, 3]) fake.world.comments.push({ id, user: bot, body: `${marker}\n${id}` });
    await say('one');
    expect(bodies()).toEqual(['github-actions[bot]: one']);
    expect(fake.world.comments[0]?.id).toBe(1);
  });

  it('of another account than the job’s is found by whose it turns out to be', async () => {
    fake.world.self = { login: 'review-app[bot]', type: 'Bot' };
    fake.world.comments.push({ id: 1, user: bot, body: `${marker}\nof the job` }, { id: 2, user: stranger, body: `${marker}\ntheirs` });
    await say('ours', true, false);
    await say('again', true, false);
    expect(bodies()).toEqual(['github-actions[bot]: of the job', 'stranger: theirs', 'review-app[bot]: again']);
  });

  it('is found behind a hundred others', async () => {
    for (let i = 0; i < 130; i++) fake.world.comments.push({ id: 1_000 + i, user: stranger, body: 'talk' });
    fake.world.comments.push({ id: 2_000, user: bot, body: `${marker}\nold` });
    await say('new');
    expect(fake.world.comments).toHaveLength(131);
  });

  it('is made once when nobody knows whether it was', async () => {
    fake.fault({ route: 'POST ', times: 1, how: 'cut' });
    await say('once');
    expect(bodies()).toEqual(['github-actions[bot]: once']);
  });

  it('without the permission names it', async () => {
    fake.grant({ contents: 'read', 'pull-requests': 'read' });
    await expect(say('x')).rejects.toThrow('pull-requests: write');
    fake.grant({ contents: 'read' });
    await expect(say('x')).rejects.toThrow('pull-requests: read');
  });

  it('knows tokens that are not the job’s', () => {
    expect(['ghs_abc', 'x', ''].map(mayBeJobToken)).toEqual([true, true, true]);
    expect(['ghp_abc', 'gho_a', 'ghu_a', 'github_pat_a', 'a'.repeat(40)].map(mayBeJobToken)).toEqual([false, false, false, false, false]);
  });
});

describe('the check run', () => {
  const place = { name: 'Identity review', headSha: sha, externalId: 'identity-review:1.1.review' };
  const contentOf = (n: number) =>
    checkRun(
      outcomeOf({
        findings: Array.from({ length: n }, (_, i) =>
          findingOf({ message: `no ${i}`, fingerprint: String(i), location: placeOf('a.tf', i + 1) }),
        ),
      }),
      () => undefined,
      { rest: 'the summary' },
    );

  it('shows annotations fifty at a time, each once and in order', async () => {
    await deliverCheckRun(hosted(), place, contentOf(120));
    const [run] = fake.world.checkRuns;
    expect(fake.world.checkRuns).toHaveLength(1);
    expect(run).toMatchObject({ conclusion: 'failure', status: 'completed', head_sha: sha, name: 'Identity review' });
    expect(run?.annotations.map((a) => a.start_line)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    expect(fake.routes()).toEqual([
      'POST /repos/{owner}/{repo}/check-runs',
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    ]);
  });

  it('without a finding is a success without annotations', async () => {
    await deliverCheckRun(
      hosted(),
      place,
      checkRun(outcomeOf(), () => undefined, { rest: 'x' }),
    );
    expect(fake.world.checkRuns).toEqual([expect.objectContaining({ conclusion: 'success', annotations: [] })]);
  });

  it.each(['cut', 'garbled'] as const)('is made once and added to once when answers are %s', async (how) => {
    fake.fault({ route: 'POST ', times: 1, how });
    fake.fault({ route: 'PATCH ', times: 1, how });
    await deliverCheckRun(hosted(), place, contentOf(120));
    expect(fake.world.checkRuns.map((run) => run.annotations.length)).toEqual([120]);
  });

  it('that is cut short says how much it shows', async () => {
    fake.fault({ route: 'PATCH ', skip: 1, how: { status: 422 } });
    await expect(deliverCheckRun(hosted(), place, contentOf(120))).rejects.toThrow('It shows 100 of 120 annotations.');
    expect(fake.world.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
  });

  it('without the permission names it', async () => {
    fake.grant({ contents: 'read' });
    await expect(deliverCheckRun(hosted(), place, contentOf(1))).rejects.toThrow('checks: write');
  });
});

describe('suggestions', () => {
  const pull = { number: 7, head: sha };
  const one = (n: number) => ({ path: 'a.tf', startLine: n, endLine: n, marker: `<!-- ${n} -->`, body: `<!-- ${n} -->\nfix ${n}` });
  const lines = () => fake.world.reviewComments.map((c) => c.line);

  it('are one review, and nothing is said twice', async () => {
    expect(await deliverSuggestions(hosted(), pull, [one(1), { ...one(2), endLine: 4 }], true)).toBe(0);
    expect(await deliverSuggestions(hosted(), pull, [one(1), { ...one(2), endLine: 4 }, one(3)], true)).toBe(0);
    expect(fake.world.reviews).toHaveLength(2);
    expect(lines()).toEqual([1, 4, 3]);
    expect(fake.world.reviewComments[1]).toMatchObject({ start_line: 2 });
  });

  it('that are none ask for nothing', async () => {
    await deliverSuggestions(hosted(), pull, [], true);
    expect(fake.routes()).toEqual([]);
  });

  it('that somebody else seems to have made are made all the same', async () => {
    fake.world.reviewComments.push({ id: 1, path: 'a.tf', line: 1, body: one(1).body, user: stranger });
    await deliverSuggestions(hosted(), pull, [one(1)], true);
    expect(fake.world.reviewComments.map((c) => c.user.login)).toEqual(['stranger', 'github-actions[bot]']);
  });

  it('of which one has no place come one by one', async () => {
    fake.fault({ route: 'POST ', times: 2, how: { status: 422, message: 'line must be part of the diff' } });
    expect(await deliverSuggestions(hosted(), pull, [one(1), one(2), one(3)], true)).toBe(1);
    expect(lines()).toEqual([2, 3]);
  });

  it('are made once when nobody knows whether they were', async () => {
    fake.fault({ route: 'POST ', times: 1, how: 'cut' });
    await deliverSuggestions(hosted(), pull, [one(1)], true);
    expect(lines()).toEqual([1]);
  });

  it('without the permission name it', async () => {
    fake.grant({ 'pull-requests': 'read' });
    await expect(deliverSuggestions(hosted(), pull, [one(1)], true)).rejects.toThrow('pull-requests: write');
  });
});

describe('reviewers', () => {
  it('are asked once', async () => {
    await requestReviewers(hosted(), 7, { people: ['ana'], teams: ['payments'] });
    await requestReviewers(hosted(), 7, { people: ['ana', 'ben'], teams: ['payments'] });
    expect([fake.world.requestedReviewers, fake.world.requestedTeams]).toEqual([['ana', 'ben'], ['payments']]);
  });

  it('who were asked already are no reason to ask', async () => {
    fake.world.requestedReviewers.push('ana');
    await requestReviewers(hosted(), 7, { people: ['ana'], teams: [] });
    expect(fake.routes().filter((route) => route.startsWith('POST'))).toEqual([]);
  });
});
