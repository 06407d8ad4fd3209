/** What GitHub's faults do to a review: nothing to its verdict where git can answer, nothing twice, and a word about what was lost. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bot, older, pullRequest } from '../doors/action-repositories.js';
import { useAction } from '../doors/action-run.js';
import { removeFolders } from '../edges/repository.js';
import { checkoutOf, type Done, run } from './job.js';
import { pageOf, type Row } from './reliability.js';
import { type FakeGitHub, type How, startGitHub } from './server.js';

useAction();

const page = 'docs/reliability.md';
const change = pullRequest({ 'old.tf': older }, { 'bot.tf': bot });
const repository = '/repos/{owner}/{repo}';

afterAll(removeFolders);

type Break = (fake: FakeGitHub) => void;
const always =
  (how: How, route = ''): Break =>
  (fake) =>
    fake.fault({ route, how });
/** Each kind of request meets it once. */
const atFirst =
  (how: How): Break =>
  (fake) => {
    for (const route of [
      `GET ${repository}/compare`,
      `GET ${repository}/git/trees`,
      `GET ${repository}/git/blobs`,
      `GET ${repository}/issues`,
      `POST ${repository}/issues`,
      `POST ${repository}/check-runs`,
    ])
      fake.fault({ route, times: 1, how });
  };
const both =
  (...breaks: readonly Break[]): Break =>
  (fake) => {
    for (const one of breaks) one(fake);
  };
const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const primary = (seconds: number): How => ({
  status: 403,
  message: 'API rate limit exceeded for installation.',
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds) },
});
const skewed = (hours: number): Break => {
  const seconds = hours * 3600;
  return both(
    (fake) => fake.skew(seconds * 1000),
    (fake) => fake.fault({ route: `POST ${repository}/issues`, times: 1, how: primary(seconds + 1) }),
  );
};

const faults: readonly (readonly [string, Break])[] = [
  ['none', () => {}],
  ['401, a bad token', always({ status: 401, message: 'Bad credentials' })],
  ['403, the token may only read contents', (fake) => fake.grant({ contents: 'read' })],
  ['403, the token may nothing', (fake) => fake.grant({})],
  ['403, a primary limit that resets in an hour', always(primary(3600))],
  ['403, a secondary limit that names no time', always({ status: 403, message: secondary })],
  ['403, a secondary limit that names a second, at first', atFirst({ status: 403, message: secondary, headers: { 'retry-after': '1' } })],
  ['404', always({ status: 404, message: 'Not Found' })],
  ['409', always({ status: 409, message: 'Conflict' })],
  ['409, at first', atFirst({ status: 409, message: 'Conflict' })],
  ['422 for all that is written', always({ status: 422, message: 'Validation Failed' }, 'POST ')],
  ['429 that asks for a second, at first', atFirst({ status: 429, headers: { 'retry-after': '1' } })],
  ['429 that asks for an hour', always({ status: 429, headers: { 'retry-after': '3600' } })],
  ['500', always({ status: 500 })],
  ['500, at first', atFirst({ status: 500 })],
  ['502, a burst of three', (fake) => fake.fault({ times: 3, how: { status: 502 } })],
  ['502, at first', atFirst({ status: 502 })],
  ['answers are slow', always({ delayMs: 60 })],
  ['no answer', always('silent')],
  ['no answer, at first', atFirst('silent')],
  ['connections are cut before anything is done', always('lost')],
  ['connections are cut before anything is done, at first', atFirst('lost')],
  ['answers are cut after the work is done', always('cut')],
  ['answers are cut after the work is done, at first', atFirst('cut')],
  ['half of the JSON', always('garbled')],
  ['half of the JSON, at first', atFirst('garbled')],
  ['our clock is five hours ahead, and a limit resets in a second', skewed(-5)],
  ['our clock is five hours behind, and a limit resets in a second', skewed(5)],
];

const rulesIn = ({ report }: Done) =>
  report && { verdict: report.verdict, findings: report.findings.map(({ rule, location }) => `${rule} ${location.path}`) };

/** What passes is waited for with more patience than it takes, so a busy machine changes nothing; what stays is waited for in vain. */
const passes = (fault: string): boolean => /at first$|a burst|resets in a second$/.test(fault);
/** Only where nobody answers is it worth the time to wait for less. */
const timeouts: Readonly<Record<string, string>> = { 'no answer': '0.6', 'no answer, at first': '1' };
const envFor = (fault: string) => ({
  IDENTITY_REVIEW_API_TIMEOUT: timeouts[fault] ?? '20',
  IDENTITY_REVIEW_API_PATIENCE: passes(fault) ? '30' : '4.5',
});
const inputs = { comment: 'always', annotations: 'check-run' };

/** What a fault did to a job with a checkout and to one without. */
interface Met {
  readonly here: Done;
  readonly without: Done;
  readonly comments: readonly unknown[];
  readonly checkRuns: readonly unknown[];
  readonly problems: readonly string[];
}

/** Some are met by processes, to see them end: with connections that hang, too. */
const alone = new Set(['none', 'no answer', 'answers are cut after the work is done, at first']);

async function meet(fault: string, break_: Break): Promise<Met> {
  const [near, far] = await Promise.all([startGitHub(change.origin.path), startGitHub(change.origin.path)]);
  for (const fake of [near, far]) break_(fake);
  const job = { event: 'pull_request', payload: change.payload, env: envFor(fault), alone: alone.has(fault) };
  const [here, without] = await Promise.all([
    run(near, { ...job, workspace: checkoutOf(change.origin, change.merge), inputs }),
    run(far, job),
  ]);
  await Promise.all([near.close(), far.close()]);
  const { comments, checkRuns } = near.world;
  return { here, without, comments, checkRuns, problems: [...near.problems, ...far.problems] };
}

const met = new Map<string, Met>();

/** Most of the time they wait, and wait together. */
beforeAll(async () => {
  const left = faults.values();
  const lane = async (): Promise<void> => {
    for (const [fault, break_] of left) met.set(fault, await meet(fault, break_));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
});

const metWith = (fault: string): Met => {
  const result = met.get(fault);
  if (result === undefined) throw new Error(`${fault} was not met`);
  return result;
};

describe('a fault of GitHub', () => {
  it.each(faults)('%s', (fault) => {
    const { here, without, comments, checkRuns, problems } = metWith(fault);
    const sound = rulesIn(metWith('none').here);
    expect(here.code).toBe(1);
    expect(rulesIn(here)).toEqual(sound);
    expect(without.code).toBe(without.report ? 1 : 2);
    if (without.report) expect(rulesIn(without)).toEqual(sound);
    expect(comments.length).toBeLessThan(2);
    expect(checkRuns.length).toBeLessThan(2);
    // Where the check run does not stand, the commands do.
    if (checkRuns.length === 0) expect(here.commands).toContainEqual(expect.stringContaining('::error file=bot.tf,line=1'));
    expect(problems).toEqual([]);
  });

  it('is told in docs/reliability.md as it is', () => {
    const fresh = pageOf(faults.map(([fault]) => rowOf(fault, metWith(fault))));
    if (process.env.UPDATE === '1') writeFileSync(page, fresh);
    expect(readFileSync(page, 'utf8')).toBe(fresh);
  });
});

const rowOf = (fault: string, { here, without, comments, checkRuns }: Met): Row => ({
  fault,
  verdict: 'the same',
  comment: comments.length === 1 ? 'once' : 'no',
  checkRun: checkRuns.length === 1 ? 'once' : 'no',
  notices: here.notices.map(plain),
  without: without.report ? 'the same verdict' : `exit 2: ${plain(errorIn(without))}`,
});

const errorIn = ({ commands }: Done): string =>
  commands.flatMap((line) => /^::error title=Identity review::(.*)$/.exec(line)?.[1] ?? []).join(' ');

/** Without what differs from run to run. */
const plain = (text: string): string =>
  text
    .replace(/"[^" ]*edges-test-[^" ]*"/g, 'The workspace')
    .replaceAll('%0A', ' ')
    .replace(/to wait 3[56]\d\d seconds/g, 'to wait 3600 seconds');
