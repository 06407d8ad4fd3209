/** One scenario for each event, in each place that a change may be read from. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bot, older, pullRequest } from '../doors/action-repositories.js';
import { useAction } from '../doors/action-run.js';
import { newFolder, newRepository, removeFolders } from '../edges/repository.js';
import { checkoutOf, run, token } from './job.js';
import { type FakeGitHub, startGitHub } from './server.js';

useAction();
jest.setTimeout(60_000);

/** The base went on, in the file that the change edits too: lines of the merge are not lines of the head. */
const padding = Array.from({ length: 40 }, (_, i) => `# line ${i}\n`).join('');
const change = pullRequest(
  { 'main.tf': `${padding}`, 'old.tf': older },
  { 'main.tf': `${padding}${bot}` },
  { 'main.tf': `# came meanwhile\n# came meanwhile\n${padding}`, 'later.tf': bot.replaceAll('bot', 'later') },
);
const fork = {
  pull_request: {
    ...(change.payload as { pull_request: object }).pull_request,
    number: 8,
    head: { sha: change.head, repo: { full_name: 'stranger/shop' } },
  },
};
const lineOfBot = 41;

let fake: FakeGitHub;
beforeAll(async () => {
  fake = await startGitHub(change.origin.path);
});
afterAll(async () => {
  await fake.close();
  removeFolders();
});
afterEach(() => {
  const { problems } = fake;
  fake.reset();
  expect(problems).toEqual([]);
});

/** Reading, and what is read there: nothing is written unless it is asked for. */
const reads = () => [...new Set(fake.routes())];
const placed = (report: Awaited<ReturnType<typeof run>>['report']) => [
  ...new Set(report?.findings.map(({ location }) => `${location.path}:${location.startLine}`)),
];

describe('a pull request', () => {
  const expected = {
    verdict: 'fail',
    base: { commit: change.origin.git('merge-base', change.base, change.head) },
    head: { commit: change.head },
  };

  it('in a shallow checkout of its merge: one question, and lines of the head', async () => {
    const done = await run(fake, { workspace: checkoutOf(change.origin, change.merge), event: 'pull_request', payload: change.payload });
    expect(done.code).toBe(1);
    expect(done.report).toMatchObject(expected);
    expect(placed(done.report)).toEqual([`main.tf:${lineOfBot}`]);
    expect(done.commands).toContainEqual(expect.stringContaining(`file=main.tf,line=${lineOfBot},`));
    expect(fake.routes()).toEqual(['GET /repos/{owner}/{repo}/compare/{basehead}']);
    expect(done.log).not.toContain(token);
  });

  it('in a whole checkout: nobody is asked', async () => {
    const done = await run(fake, { workspace: change.origin.path, event: 'pull_request', payload: change.payload });
    expect(done.report).toMatchObject(expected);
    expect(fake.seen).toEqual([]);
  });

  it('from a fork, whose token may only read', async () => {
    fake.grant({ contents: 'read' });
    const inputs = { comment: 'always', annotations: 'check-run' };
    const done = await run(fake, { workspace: checkoutOf(change.origin, change.merge), event: 'pull_request', payload: fork, inputs });
    expect(done.report).toMatchObject(expected);
    expect(done.notices).toEqual([
      expect.stringContaining('"permissions: checks: write"'),
      expect.stringContaining('"permissions: pull-requests: '),
    ]);
    expect(done.commands).toContainEqual(expect.stringContaining(`::error file=main.tf,line=${lineOfBot},`));
    expect(fake.world).toMatchObject({ comments: [], checkRuns: [] });
  });

  it('as its target sees it (pull_request_target): the head is data', async () => {
    const base = checkoutOf(change.origin, change.base);
    const done = await run(fake, { workspace: base, event: 'pull_request_target', payload: fork });
    expect(done.report).toMatchObject(expected);
    expect(change.origin.git('-C', base, 'rev-parse', 'HEAD')).toBe(change.base);
  });

  it('as its target sees it, with the whole history of the target: the head is fetched with its own, and nobody is asked', async () => {
    const path = newFolder();
    change.origin.git('clone', '--quiet', '--single-branch', '--branch=main', `file://${change.origin.path}`, path);
    const done = await run(fake, { workspace: path, event: 'pull_request_target', payload: fork });
    expect(done.report).toMatchObject(expected);
    expect(fake.seen).toEqual([]);
  });

  it('without a checkout: a handful of questions', async () => {
    const done = await run(fake, { event: 'pull_request', payload: change.payload });
    expect(done.report).toMatchObject(expected);
    expect(placed(done.report)).toEqual([`main.tf:${lineOfBot}`]);
    expect(done.notices).toEqual([expect.stringMatching(/^The change is read through GitHub's API\. ".*" is not in a git repository\./)]);
    expect(reads()).toEqual([
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
      'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    ]);
    expect(fake.seen.length).toBeLessThan(12);
  });

  it('whose origin lets nobody in: through the API, and why', async () => {
    const workspace = checkoutOf(change.origin, change.merge);
    change.origin.git('-C', workspace, 'remote', 'set-url', 'origin', 'https://127.0.0.1:9/acme/shop');
    const done = await run(fake, { workspace, event: 'pull_request', payload: change.payload });
    expect(done.report).toMatchObject(expected);
    expect(done.notices).toContainEqual(expect.stringContaining('fetching failed: origin cannot be reached'));
  });

  it('without a checkout and without a token says what is missing', async () => {
    const done = await run(fake, { event: 'pull_request', payload: change.payload, inputs: { 'github-token': '' } });
    expect(done.code).toBe(2);
    expect(done.commands).toEqual([expect.stringMatching(/^::error .*is not in a git repository\. Check out first/)]);
  });
});

describe('a merge queue', () => {
  const payload = { merge_group: { base_sha: change.base, head_sha: change.merge, head_ref: 'refs/heads/gh-readonly-queue/main/pr-7' } };
  it.each([
    ['a shallow checkout', change.merge],
    ['no checkout', undefined],
  ])('in %s', async (_, commit) => {
    const inputs = { comment: 'always' };
    const done = await run(fake, {
      ...(commit ? { workspace: checkoutOf(change.origin, commit) } : {}),
      event: 'merge_group',
      payload,
      inputs,
    });
    expect(done.report).toMatchObject({ verdict: 'fail', base: { commit: change.base }, head: { commit: change.merge } });
    expect(placed(done.report)).toEqual([`main.tf:${lineOfBot + 2}`]);
    expect(fake.world.comments).toEqual([]);
    expect(done.notices).toContainEqual(expect.stringContaining('no pull request'));
  });
});

describe('a push', () => {
  const none = '0'.repeat(40);
  const push = (before: string, more: object = {}) => ({
    before,
    after: change.head,
    ref: 'refs/heads/feature',
    repository: { default_branch: 'main' },
    ...more,
  });
  const left = change.origin.git('merge-base', change.base, change.head);

  it('to a branch: what came since', async () => {
    for (const workspace of [checkoutOf(change.origin, change.head), undefined]) {
      const done = await run(fake, { ...(workspace ? { workspace } : {}), event: 'push', payload: push(left) });
      expect(done.report).toMatchObject({ base: { commit: left }, head: { commit: change.head } });
    }
  });

  it('to a new branch: what it brings to the default branch', async () => {
    for (const workspace of [change.origin.path, checkoutOf(change.origin, change.head), undefined]) {
      const done = await run(fake, { ...(workspace ? { workspace } : {}), event: 'push', payload: push(none) });
      expect(done.report).toMatchObject({ base: { commit: left }, head: { commit: change.head } });
      expect(placed(done.report)).toEqual([`main.tf:${lineOfBot}`]);
    }
  });

  it('to a new default branch: everything is new', async () => {
    const payload = push(none, { ref: 'refs/heads/main' });
    const done = await run(fake, { workspace: checkoutOf(change.origin, change.head), event: 'push', payload });
    expect(done.report).toMatchObject({ base: { commit: null }, head: { commit: change.head } });
    expect(fake.seen).toEqual([]);
  });

  it('by force, whose former commit is gone: held against the default branch, and said', async () => {
    const payload = push('d'.repeat(40), { forced: true });
    const done = await run(fake, { workspace: checkoutOf(change.origin, change.head), event: 'push', payload });
    expect(done.report).toMatchObject({ base: { commit: left }, head: { commit: change.head } });
    expect(done.notices[0]).toBe('The commit that was here before the push is gone: the branch is compared with main.');
  });

  it('that deletes its branch has nothing to review', async () => {
    const done = await run(fake, { workspace: change.origin.path, event: 'push', payload: { ...push(change.head), after: none } });
    expect({ code: done.code, notices: done.notices }).toEqual({
      code: 0,
      notices: ['This push deleted its branch: there is nothing to review.'],
    });
  });
});

describe('a start by the clock or by hand', () => {
  it('judges all that is checked out, and asks nobody', async () => {
    for (const event of ['schedule', 'workflow_dispatch']) {
      const done = await run(fake, { workspace: checkoutOf(change.origin, change.merge), event });
      expect(done.report).toMatchObject({ base: { commit: null }, head: { commit: change.merge } });
      expect(fake.seen).toEqual([]);
    }
  });

  it('compares what is checked out with what the input names: HEAD is here, not there', async () => {
    const workspace = checkoutOf(change.origin, change.head);
    const done = await run(fake, { workspace, event: 'workflow_dispatch', inputs: { 'base-ref': 'main' } });
    expect(done.report).toMatchObject({ base: { commit: change.origin.git('merge-base', change.base, change.head) } });
    expect(placed(done.report)).toEqual([`main.tf:${lineOfBot}`]);
  });

  it('compares what the inputs name, with or without a checkout', async () => {
    const inputs = { 'base-ref': 'main', 'head-ref': 'feature' };
    for (const workspace of [change.origin.path, undefined]) {
      const done = await run(fake, { ...(workspace ? { workspace } : {}), event: 'workflow_dispatch', inputs });
      expect(done.report).toMatchObject({ verdict: 'fail', head: { commit: change.head } });
      expect(placed(done.report)).toEqual([`main.tf:${lineOfBot}`]);
    }
  });
});

describe('permissions', () => {
  const wanted = { comment: 'always', annotations: 'check-run', suggestions: 'true' };
  const sets = [
    ['contents: read', { contents: 'read' }, { comments: 0, checkRuns: 0 }],
    ['and pull-requests: write', { contents: 'read', 'pull-requests': 'write' }, { comments: 1, checkRuns: 0 }],
    ['and checks: write', { contents: 'read', checks: 'write' }, { comments: 0, checkRuns: 1 }],
    ['and both', { contents: 'read', checks: 'write', 'pull-requests': 'write' }, { comments: 1, checkRuns: 1 }],
    ['none at all', {}, { comments: 0, checkRuns: 0 }],
  ] as const;
  it.each(sets)('%s', async (_, permissions, channels) => {
    fake.grant(permissions);
    const workspace = checkoutOf(change.origin, change.merge);
    const done = await run(fake, { workspace, event: 'pull_request', payload: change.payload, inputs: wanted });
    expect(done.report).toMatchObject({ verdict: 'fail' });
    expect({ comments: fake.world.comments.length, checkRuns: fake.world.checkRuns.length }).toEqual(channels);
    // Each channel that is lost names what it takes.
    const told = (permission: string) => done.notices.some((notice) => notice.includes(`"permissions: ${permission}`));
    expect({ checks: told('checks: '), pulls: told('pull-requests: ') }).toEqual({
      checks: channels.checkRuns === 0,
      pulls: channels.comments === 0,
    });
  });
});

describe('a large change', () => {
  const large = newRepository();
  const base = large.commit({ 'a.txt': 'a' });
  const head = large.commit(
    Object.fromEntries(Array.from({ length: 420 }, (_, i) => [`users/u${i}.tf`, bot.replaceAll('bot', `bot-${i}`)])),
  );
  const payload = { before: base, after: head, ref: 'refs/heads/main', repository: { default_branch: 'main' } };
  const inputs = { 'fail-on': 'never', annotations: 'commands' };

  it('costs no request in a checkout', async () => {
    const done = await run(fake, { workspace: large.path, event: 'push', payload, inputs });
    expect(done.outputs['identities-added']).toBe('420');
    expect(fake.seen).toEqual([]);
  });

  it('without one costs far less than the limit of an hour, and what is left out is said', async () => {
    fake.world.repository = large.path;
    const done = await run(fake, { event: 'push', payload, inputs });
    expect(Number(done.outputs['identities-added'])).toBeGreaterThan(380);
    expect(done.report?.gaps).toContainEqual(
      expect.objectContaining({ kind: 'too-large', reason: expect.stringContaining('no more than 400 files') }),
    );
    expect(fake.seen.length).toBeLessThan(410);
  });
});

describe('lists beyond their caps', () => {
  const many = newRepository();
  many.commit(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`d${i % 3}/f${i}.txt`, `${i}`])));
  const base = many.git('rev-parse', 'HEAD');
  const head = many.commit({ 'd1/bot.tf': bot, 'd1/f1.txt': 'changed', 'big.json': `{"a": "${'x'.repeat(3000)}"}` });
  const payload = {
    pull_request: {
      number: 7,
      base: { sha: base, repo: { full_name: 'acme/shop' } },
      head: { sha: head, repo: { full_name: 'acme/shop' } },
    },
  };
  const at = (caps: Partial<FakeGitHub['world']['caps']>) => {
    fake.world.repository = many.path;
    fake.world.pull = { number: 7, base, head, author: fake.world.self };
    Object.assign(fake.world.caps, caps);
    return run(fake, { event: 'pull_request', payload });
  };

  it('a tree is listed folder by folder', async () => {
    const done = await at({ treeEntries: 20 });
    expect(placed(done.report)).toEqual(['d1/bot.tf:1']);
    expect(done.report?.gaps).toEqual([]);
  });

  it('a folder that cannot be listed is said, and what the pull request lists is read', async () => {
    fake.grant({ contents: 'read' });
    expect(placed((await at({ treeEntries: 5 })).report)).toEqual(['d1/bot.tf:1']);
    fake.grant({ contents: 'read', 'pull-requests': 'read' });
    const done = await at({ treeEntries: 5 });
    expect(placed(done.report)).toEqual(['d1/bot.tf:1']);
    expect(done.report?.gaps).toEqual([
      expect.objectContaining({
        kind: 'too-large',
        reason: expect.stringContaining('GitHub does not list all of d0/, d1/, d2/: only files that the change touches'),
      }),
    ]);
  });

  it('a list of files that is cut, too, is said', async () => {
    const wide = newRepository();
    const before = wide.commit({ 'a.txt': 'a' });
    const after = wide.commit(Object.fromEntries(Array.from({ length: 310 }, (_, i) => [`d/${String(i).padStart(3, '0')}.txt`, 'x'])));
    fake.world.repository = wide.path;
    fake.world.caps.treeEntries = 5;
    const payload = { before, after, ref: 'refs/heads/main', repository: { default_branch: 'main' } };
    const done = await run(fake, { event: 'push', payload });
    expect(done.report?.gaps).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('even of the changed files only the first 300 are known') }),
    ]);
  });
});

describe('GitHub Enterprise Server', () => {
  it('is asked below its own path', async () => {
    fake.prefix('/api/v3');
    const done = await run(fake, { event: 'pull_request', payload: change.payload, env: { GITHUB_API_URL: `${fake.url}/api/v3` } });
    expect(done.report).toMatchObject({ verdict: 'fail', head: { commit: change.head } });
    expect(fake.seen.every(({ path }) => path.startsWith('/api/v3/repos/acme/shop/'))).toBe(true);
  });

  it('and anybody is asked through the proxy of the runner', async () => {
    const proxy = await fake.proxy();
    const env = { GITHUB_API_URL: 'http://github.example/api', http_proxy: proxy.url };
    fake.prefix('/api');
    const done = await run(fake, { event: 'pull_request', payload: change.payload, env });
    await proxy.close();
    expect(done.report).toMatchObject({ verdict: 'fail' });
    expect(proxy.asked).toContain('github.example:80');
  });
});
