import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newFolder, newRepository, removeFolders } from '../edges/repository.js';
import { bot, older, pullRequest, shallowClone } from './action-repositories.js';
import { step, useAction } from './action-run.js';

useAction();
afterAll(removeFolders);

const noCommit = '0'.repeat(40);
const errors = (commands: readonly string[]) => commands.filter((c) => c.startsWith('::error '));

describe('a pull request', () => {
  it('is told in annotations, summary, files, outputs and exit code', async () => {
    const { origin, head, payload } = pullRequest({ 'old.tf': older }, { 'infra/bot.tf': bot });
    const { code, commands, summary, outputs } = await step({
      workspace: origin.path,
      event: 'pull_request',
      payload,
      inputs: { 'report-file': 'out/report.json', 'sarif-file': 'out/report.sarif', 'html-file': 'out/report.html' },
    });
    expect(code).toBe(1);
    expect(commands).toContainEqual(expect.stringMatching(/^::error file=infra\/bot\.tf,line=\d+,/));
    expect(commands.at(-1)).toMatch(/^::error title=Identity review::Identity review failed: \d+ errors?/);
    expect(summary).toContain(`https://github.example/acme/shop/blob/${head}/infra/bot.tf#L`);
    expect(outputs).toMatchObject({
      verdict: 'fail',
      'identities-added': '1',
      'identities-changed': '0',
      'report-file': 'out/report.json',
      'sarif-file': 'out/report.sarif',
    });
    const report = JSON.parse(readFileSync(join(origin.path, 'out/report.json'), 'utf8'));
    expect(report).toMatchObject({ format: 'identity-review/1', head: { commit: head }, summary: { identities: { added: 1 } } });
    expect(outputs.errors).toBe(String(report.summary.findings.error));
    expect(outputs.warnings).toBe(String(report.summary.findings.warning));
    expect(JSON.parse(readFileSync(join(origin.path, 'out/report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(origin.path, 'out/report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('from a fork is told the same, whatever else the token may not do', async () => {
    const { origin, payload } = pullRequest({ 'old.tf': older }, { 'bot.tf': bot }, { 'later.tf': 'locals {}' }, true);
    const { code, outputs } = await step({
      workspace: origin.path,
      event: 'pull_request',
      payload,
      inputs: { 'github-token': 'read-only' },
    });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'identities-added': '1' });
  });

  it('without an identity in it passes and says nothing', async () => {
    const { origin, payload } = pullRequest({ 'bot.tf': bot }, { 'README.md': 'words' });
    const { code, commands, outputs } = await step({ workspace: origin.path, event: 'pull_request', payload });
    expect({ code, commands: commands.filter((c) => !/^::(end)?group::/.test(c)), verdict: outputs.verdict }).toEqual({
      code: 0,
      commands: [],
      verdict: 'pass',
    });
  });

  it('is not blamed for what happened on the target meanwhile, shallow or not', async () => {
    const { origin, payload } = pullRequest({ 'bot.tf': bot }, { 'docs/a.md': 'a' }, { 'bot.tf': 'locals {}\n', 'old.tf': older });
    for (const workspace of [origin.path, shallowClone(origin, 'merge').path]) {
      const { code, outputs } = await step({ workspace, event: 'pull_request', payload });
      expect({ code, added: outputs['identities-added'] }).toEqual({ code: 0, added: '0' });
    }
  });

  it('cannot relax its own gate', async () => {
    const lax = { '.github/identity-review.yml': 'fail-on: never\n', 'lax.yml': 'fail-on: never\n' };
    const { origin, payload } = pullRequest({ 'a.md': 'a' }, { ...lax, 'bot.tf': bot });
    const gate = { workspace: origin.path, payload };
    const plain = await step({ ...gate, event: 'pull_request' });
    expect(plain.code).toBe(1);
    expect(plain.commands).toContainEqual(expect.stringContaining('.github/identity-review.yml is part of this change'));
    expect((await step({ ...gate, event: 'pull_request_target' })).code).toBe(1);
    const named = await step({ ...gate, event: 'pull_request', inputs: { config: './lax.yml' } });
    expect(named.code).toBe(2);
    expect(errors(named.commands)).toEqual([expect.stringContaining('only in the head of this change')]);
  });

  it('from an old branch goes by the config that the target has today', async () => {
    const { origin, payload } = pullRequest(
      { '.github/identity-review.yml': 'fail-on: never\n' },
      { 'bot.tf': bot },
      { '.github/identity-review.yml': 'fail-on: error\n' },
    );
    expect((await step({ workspace: origin.path, event: 'pull_request', payload })).code).toBe(1);
  });
});

describe('other events', () => {
  it('a push to a new branch: everything is new', async () => {
    const repository = newRepository();
    const after = repository.commit({ 'bot.tf': bot });
    const { code, outputs } = await step({ workspace: repository.path, event: 'push', payload: { before: noCommit, after } });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'fail', 'identities-added': '1' });
  });

  it('a push to a branch: what came since', async () => {
    const repository = newRepository();
    const before = repository.commit({ 'bot.tf': bot });
    const after = repository.commit({ 'old.tf': older });
    const { code, outputs } = await step({ workspace: repository.path, event: 'push', payload: { before, after } });
    expect({ code, added: outputs['identities-added'] }).toEqual({ code: 0, added: '1' });
  });

  it('a merge queue', async () => {
    const { origin, base, merge } = pullRequest({ 'old.tf': older }, { 'bot.tf': bot });
    const payload = { merge_group: { base_sha: base, head_sha: merge } };
    const { code, outputs } = await step({ workspace: origin.path, event: 'merge_group', payload });
    expect({ code, added: outputs['identities-added'] }).toEqual({ code: 1, added: '1' });
  });

  it('a start by hand: a scan, or what the inputs name', async () => {
    const { origin } = pullRequest({ 'old.tf': older }, { 'bot.tf': bot });
    const all = await step({ workspace: origin.path, event: 'workflow_dispatch' });
    expect({ code: all.code, added: all.outputs['identities-added'] }).toEqual({ code: 1, added: '2' });
    const inputs = { 'base-ref': 'main', 'head-ref': 'feature', 'fail-on': 'never' };
    const named = await step({ workspace: origin.path, event: 'workflow_dispatch', inputs });
    expect({ code: named.code, added: named.outputs['identities-added'] }).toEqual({ code: 0, added: '1' });
  });
});

describe('a shallow checkout', () => {
  it('gets the commits that it lacks from its origin, and changes no branch', async () => {
    const { origin, payload } = pullRequest({ 'old.tf': older }, { 'bot.tf': bot });
    const clone = shallowClone(origin, 'merge');
    const refs = clone.git('for-each-ref');
    const { code, outputs, log } = await step({
      workspace: clone.path,
      event: 'pull_request',
      payload,
      inputs: { 'github-token': 'a-token-that-nobody-sees' },
    });
    expect({ code, added: outputs['identities-added'] }).toEqual({ code: 1, added: '1' });
    expect(clone.git('for-each-ref')).toBe(refs);
    expect(existsSync(join(clone.path, '.git/FETCH_HEAD'))).toBe(false);
    expect(log).not.toContain('a-token-that-nobody-sees');
    expect(log).not.toContain(Buffer.from('x-access-token:a-token-that-nobody-sees').toString('base64'));
  });

  it('without an origin says what to do', async () => {
    const { origin, base, payload } = pullRequest({ 'old.tf': older }, { 'bot.tf': bot });
    const clone = shallowClone(origin, 'merge');
    clone.git('remote', 'remove', 'origin');
    const { code, commands } = await step({ workspace: clone.path, event: 'pull_request', payload });
    expect(code).toBe(2);
    expect(errors(commands)).toEqual([
      `::error title=Identity review::The checkout lacks commit ${base}, and fetching failed: there is no origin that can be read. ` +
        'Set fetch-depth: 0 in actions/checkout.',
    ]);
  });
});

describe('what the user got wrong', () => {
  it('a config stands on its line', async () => {
    const { origin, payload } = pullRequest({ '.github/identity-review.yml': 'preset: recommended\nfail-on: eror\n' }, { 'bot.tf': bot });
    const { code, commands, outputs } = await step({ workspace: origin.path, event: 'pull_request', payload });
    expect(code).toBe(2);
    expect(errors(commands)).toEqual([expect.stringMatching(/^::error title=Identity review,file=\.github\/identity-review\.yml,line=2,/)]);
    expect(outputs).toEqual({});
  });

  it('an input, a payload, no checkout', async () => {
    const { path } = newRepository();
    const input = await step({ workspace: path, event: 'push', inputs: { 'fail-on': 'errors' } });
    expect({ code: input.code, said: errors(input.commands)[0] }).toEqual({
      code: 2,
      said: expect.stringContaining('Did you mean error?'),
    });
    const payload = await step({ workspace: path, event: 'pull_request' });
    expect({ code: payload.code, said: errors(payload.commands)[0] }).toEqual({ code: 2, said: expect.stringContaining('base-ref') });
    const checkout = await step({ workspace: newFolder(), event: 'schedule' });
    expect({ code: checkout.code, said: errors(checkout.commands)[0] }).toEqual({
      code: 2,
      said: expect.stringContaining('Check out first'),
    });
  });
});

describe('channels', () => {
  it('that need a token and have none are named', async () => {
    const repository = newRepository();
    repository.commit({ 'a.md': 'a' });
    const inputs = { comment: 'always', annotations: 'check-run', 'check-name': 'x', suggestions: 'true', 'policies-token': 'hidden' };
    const { code, commands, log } = await step({ workspace: repository.path, event: 'schedule', inputs });
    expect(code).toBe(0);
    expect(commands.filter((c) => c.includes('It takes a github-token.'))).toHaveLength(3);
    expect(log).not.toContain('hidden');
  });

  it('that fail take nothing from the others and do not touch the verdict', async () => {
    const repository = newRepository();
    repository.commit({ 'bot.tf': bot });
    symlinkSync(newFolder(), join(repository.path, 'out'));
    const { code, commands, outputs } = await step({
      workspace: repository.path,
      event: 'schedule',
      inputs: { 'fail-on': 'never', 'report-file': 'out/report.json' },
      env: { GITHUB_STEP_SUMMARY: join(repository.path, 'nowhere/summary.md') },
    });
    expect(code).toBe(0);
    expect(commands).toContainEqual(expect.stringMatching(/^::notice .*Left out: the job summary\./));
    expect(commands).toContainEqual(expect.stringMatching(/^::notice .*Left out: the report-file\. .*symbolic link/));
    expect(outputs).toEqual(expect.objectContaining({ verdict: 'pass', 'identities-added': '1' }));
    expect(outputs).not.toHaveProperty('report-file');
  });

  it('obey nothing that the change says', async () => {
    const nasty = 'a,b:c%0A::set-output name=x::y ##[error]z';
    const { origin, payload } = pullRequest(
      { 'a.md': 'a' },
      { 'a,b:c/bot.tf': `resource "aws_iam_user" "bot" {\n  name = "${nasty.replaceAll('%', '%%')}\\n::add-mask::z"\n}\n` },
    );
    const { commands, log } = await step({ workspace: origin.path, event: 'pull_request', payload, inputs: { 'fail-on': 'never' } });
    expect(commands).toContainEqual(expect.stringMatching(/^::\w+ file=a%2Cb%3Ac\/bot\.tf,line=1,/));
    expect(commands.filter((c) => !/^::(error|warning|notice|group|endgroup)\b/.test(c))).toEqual([]);
    expect(log).not.toContain('##[');
  });
});
