/** Rules of a platform team: fetched once, at one commit, and never silently missing. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openGitHub } from '../../src/edges/github/client.js';
import { fetchPolicies, policyRepositoryOf } from '../../src/edges/github/policy-repository.js';
import { newRepository, removeFolders, type TestRepository } from '../edges/repository.js';
import { type FakeGitHub, startGitHub } from './server.js';

let fake: FakeGitHub;
let repository: TestRepository;
let first: string;
beforeAll(async () => {
  repository = newRepository();
  first = repository.commit({
    'rules/a.yml': 'rules: [] # a\n',
    'rules/deep/b.yaml': 'rules: [] # b\n',
    'rules/README.md': 'x',
    'rules/presets/p.yml': 'p',
    'c.yml': 'c',
  });
  fake = await startGitHub(repository.path);
});
afterEach(() => {
  expect(fake.problems).toEqual([]);
  fake.reset();
});
afterAll(async () => {
  await fake.close();
  removeFolders();
});

const client = () => openGitHub({ door: 'terminal', apiUrl: fake.url, token: 'ghs_x', patience: { timeoutMs: 2_000, budgetMs: 1_000 } });
const fetched = (path: string, ref: string) => fetchPolicies(client(), { owner: 'acme', repo: 'rules', path, ref });

describe('the name', () => {
  it('is told from a path', () => {
    expect(policyRepositoryOf('acme/rules@v1')).toEqual({ owner: 'acme', repo: 'rules', path: '', ref: 'v1' });
    expect(policyRepositoryOf('acme/rules/nhi/strict/@feature/x')).toEqual({
      owner: 'acme',
      repo: 'rules',
      path: 'nhi/strict',
      ref: 'feature/x',
    });
    for (const path of ['rules', './rules', 'rules/own.yml', '../x/y@', 'a@b', '/abs/x@y', '../rules@v1', 'a/b@c d'])
      expect(policyRepositoryOf(path)).toBeUndefined();
  });
});

describe('policies', () => {
  it('come from one commit, in the order of their paths', async () => {
    const { sources, commit, digest, notices } = await fetched('rules', first);
    expect(sources.map((s) => [s.path, s.text])).toEqual([
      ['acme/rules/rules/a.yml', 'rules: [] # a\n'],
      ['acme/rules/rules/deep/b.yaml', 'rules: [] # b\n'],
    ]);
    expect([commit, notices]).toEqual([first, []]);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await fetched('rules', first)).digest).toBe(digest);
  });

  it('of a name that can move are told to be pinned', async () => {
    const { commit, notices } = await fetched('', 'main');
    expect(commit).toBe(first);
    expect(notices).toEqual([expect.stringContaining(`commit ${first}. A branch or tag can be moved`)]);
  });

  it('may be one file', async () => {
    expect((await fetched('c.yml', first)).sources.map((s) => s.text)).toEqual(['c']);
    expect((await fetched('rules/deep/b.yaml', first)).sources).toHaveLength(1);
  });

  it('that are not there end the run', async () => {
    await expect(fetched('none', first)).rejects.toThrow('There are no policies at "acme/rules/none@');
    await expect(fetched('rules/README.md/x', first)).rejects.toThrow('There are no policies');
    await expect(fetched('', 'no-such-branch')).rejects.toThrow('GitHub finds nothing there');
    fake.grant({});
    await expect(fetched('rules', first)).rejects.toThrow('contents: read');
  });

  it('that GitHub does not list as a whole end the run', async () => {
    fake.world.caps.treeEntries = 1;
    await expect(fetched('', first)).rejects.toThrow('GitHub does not list all of');
  });
});
