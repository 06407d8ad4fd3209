/** The command line speaks with GitHub through its own client: the token of the environment, and the proxy that stands in the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { run, useCli } from '../doors/cli.js';
import { newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { type FakeGitHub, startGitHub } from './server.js';

useCli();

let fake: FakeGitHub;
beforeAll(async () => {
  const rules = newRepository();
  rules.commit({ 'team.yml': 'rules: []\n' });
  fake = await startGitHub(rules.path);
});
afterEach(() => {
  const { problems } = fake;
  fake.reset();
  expect(problems).toEqual([]);
});
afterAll(async () => {
  await fake.close();
  removeFolders();
});

const secret = 'ghp_nobodys';
const patience = { IDENTITY_REVIEW_API_TIMEOUT: '5', IDENTITY_REVIEW_API_PATIENCE: '1' };

async function scan(env: Readonly<Record<string, string>>) {
  const folder = newFolder();
  write(folder, { 'README.md': 'x' });
  return run(['scan', folder, '--policies', 'acme/rules@main'], { env: { GITHUB_TOKEN: secret, ...patience, ...env } });
}

describe('a terminal', () => {
  it('asks with the token of its environment, which it never shows', async () => {
    const { code, out, err } = await scan({ GITHUB_API_URL: fake.url });
    expect({ code, err: err.includes('pin them') }).toEqual({ code: 0, err: true });
    expect(new Set(fake.seen.map(({ authorization }) => authorization))).toEqual(new Set([`token ${secret}`]));
    expect(out + err).not.toContain(secret);
  });

  it('goes through the proxy of its environment', async () => {
    const proxy = await fake.proxy();
    const { code } = await scan({ GITHUB_API_URL: 'http://github.example', http_proxy: proxy.url });
    await proxy.close();
    expect({ code, asked: [...new Set(proxy.asked)] }).toEqual({ code: 0, asked: ['github.example:80'] });
  });

  it('says in one line what is wrong with the token, and asks once', async () => {
    fake.fault({ how: { status: 401, message: 'Bad credentials' } });
    const { code, err } = await scan({ GITHUB_API_URL: fake.url });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('GitHub does not accept the token (401)') });
    expect(err).not.toContain(secret);
    expect(fake.seen).toHaveLength(1);
  });
});
