import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type GitHub, openGitHub } from '../../src/edges/github/client.js';
import { ApiError, type ApiFailure } from '../../src/edges/github/failure.js';
import { operation } from '../../src/edges/github/operation.js';
import { listOf, numberAt } from '../../src/edges/github/read.js';
import { type FakeGitHub, startGitHub } from './server.js';

let fake: FakeGitHub;
beforeAll(async () => {
  fake = await startGitHub();
});
afterAll(() => fake.close());
afterEach(() => {
  const { problems } = fake;
  fake.reset();
  expect(problems).toEqual([]);
});

const list = operation('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests: read', (data) =>
  listOf(data, (entry) => numberAt(entry, 'id')),
);
const create = operation('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests: write', (data) =>
  numberAt(data, 'id'),
);
const remove = operation('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', 'pull-requests: write', () => true);

const place = { owner: 'acme', repo: 'shop' };
const issue = { ...place, issue_number: 7 };
const token = 'ghs_thisisnotatokenthatworksanywhere';

const clientAt = (apiUrl: string, patience = { timeoutMs: 400, budgetMs: 1500 }): GitHub =>
  openGitHub({ door: 'terminal', apiUrl, token, patience });

async function failureOf(promise: Promise<unknown>): Promise<ApiFailure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ApiError) return error.failure;
    throw error;
  }
  throw new Error('it did not fail');
}

const post = (github: GitHub): Promise<number> =>
  github.make(create, { ...issue, body: 'once' }, async () => (await github.ask(list, issue)).at(-1));

describe.each(['action', 'terminal'] as const)('in the %s', (door) => {
  it('asks with the token and reads what it needs', async () => {
    const github = openGitHub({ door, apiUrl: fake.url, token });
    expect(await github.ask(create, { ...issue, body: 'hello' })).toBe(100);
    expect(await github.ask(list, issue)).toEqual([100]);
    expect(fake.seen.map((s) => s.authorization)).toEqual([`token ${token}`, `token ${token}`]);
  });
});

describe('lists', () => {
  it('are read page by page, up to a limit that is told', async () => {
    for (let id = 1; id <= 230; id++) fake.world.comments.push({ id, user: fake.world.self, body: '' });
    const whole = await clientAt(fake.url).all(list, issue, 1000);
    expect({ length: whole.items.length, more: whole.more, requests: fake.seen.length }).toEqual({ length: 230, more: false, requests: 3 });
    const part = await clientAt(fake.url).all(list, issue, 150);
    expect({ length: part.items.length, more: part.more }).toEqual({ length: 150, more: true });
  });
});

describe('what is asked twice', () => {
  it('a question, after trouble of the server, a cut, half an answer or silence', async () => {
    for (const how of [{ status: 500 }, { status: 502 }, 'lost', 'cut', 'garbled', 'silent'] as const) {
      fake.fault({ times: 1, how });
      expect(await clientAt(fake.url).ask(list, issue)).toEqual([]);
    }
  });

  it('a write that a limit held up, after the time that GitHub names', async () => {
    fake.fault({ times: 1, how: { status: 429, headers: { 'retry-after': '1' } } });
    const started = performance.now();
    expect(await post(clientAt(fake.url))).toBe(100);
    expect(performance.now() - started).toBeGreaterThan(900);
  });

  it('a deletion; what is gone is gone', async () => {
    fake.world.comments.push({ id: 5, user: fake.world.self, body: '' });
    fake.fault({ route: 'DELETE', times: 1, how: 'cut' });
    expect(await clientAt(fake.url).ask(remove, { ...place, comment_id: 5 })).toBe(true);
    expect(fake.world.comments).toEqual([]);
  });
});

describe('what is never done twice', () => {
  it.each(['cut', 'garbled'] as const)('something made whose answer was %s', async (how) => {
    fake.fault({ route: 'POST', times: 1, how });
    expect(await post(clientAt(fake.url))).toBe(100);
    expect(fake.world.comments).toHaveLength(1);
  });

  it.each(['lost', 'silent', { status: 502 }] as const)('something that was not made is made once: %j', async (how) => {
    fake.fault({ route: 'POST', times: 1, how });
    expect(await post(clientAt(fake.url))).toBe(100);
    expect(fake.world.comments).toHaveLength(1);
  });
});

describe('when it stays so', () => {
  const refusals: readonly (readonly [ApiFailure['kind'], Parameters<FakeGitHub['fault']>[0]['how']])[] = [
    ['unauthorised', { status: 401 }],
    ['forbidden', { status: 403 }],
    ['rate-limited', { status: 403, message: 'You have exceeded a secondary rate limit.' }],
    ['rate-limited', { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } }],
    ['rate-limited', { status: 429, headers: { 'retry-after': '3600' } }],
    ['not-found', { status: 404 }],
    ['not-found', { status: 301, headers: { location: 'http://127.0.0.1:1/elsewhere' } }],
    ['conflict', { status: 409 }],
    ['unprocessable', { status: 422 }],
    ['unavailable', { status: 500 }],
    ['unavailable', 'lost'],
    ['malformed', 'garbled'],
  ];
  it.each(refusals)('%s: %j', async (kind, how) => {
    fake.fault({ how });
    const failure = await failureOf(clientAt(fake.url, { timeoutMs: 300, budgetMs: 400 }).ask(list, issue));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(failure)).not.toContain(token);
  });

  it('a missing permission is named', async () => {
    fake.grant({ contents: 'read' });
    expect(await failureOf(post(clientAt(fake.url)))).toMatchObject({ kind: 'forbidden', permission: 'pull-requests: write' });
  });

  it('nothing more is asked once a limit is reached or the token is bad', async () => {
    for (const how of [{ status: 429, headers: { 'retry-after': '600' } }, { status: 401 }]) {
      fake.reset();
      fake.fault({ how });
      const github = clientAt(fake.url);
      const first = await failureOf(github.ask(list, issue));
      expect(await failureOf(github.ask(list, issue))).toEqual(first);
      expect(fake.seen).toHaveLength(1);
    }
  });

  it('a server that is silent costs no more than the patience of a run', async () => {
    fake.fault({ how: 'silent' });
    const github = clientAt(fake.url, { timeoutMs: 100, budgetMs: 400 });
    const started = performance.now();
    for (let i = 0; i < 10; i++) await failureOf(github.ask(list, issue));
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});

describe('a clock that is wrong', () => {
  it('makes nobody wait: the reset of a limit is held against the date of the answer', async () => {
    for (const hours of [-5, 5]) {
      fake.reset();
      fake.skew(hours * 3_600_000);
      const reset = String(Math.floor((Date.now() + hours * 3_600_000) / 1000) + 1);
      fake.fault({ times: 1, how: { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } } });
      expect(await clientAt(fake.url, { timeoutMs: 400, budgetMs: 2500 }).ask(list, issue)).toEqual([]);
    }
  });
});

describe('a long series of writes', () => {
  it('keeps a pause after the first few', async () => {
    const github = clientAt(fake.url, { timeoutMs: 400, budgetMs: 7500 });
    const started = performance.now();
    for (let i = 0; i < 6; i++) await post(github);
    expect(performance.now() - started).toBeGreaterThan(290);
  });
});
