/** A change is judged by what stood before it: it cannot relax its own gate. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Files, newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { open, type Report, report, run, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const bot = (beside = ''): Files => ({ 'infra/bot.tf': `${beside}resource "aws_iam_user" "bot" {\n  name = "bot"\n}\n` });
const configured = (text: string): Files => ({ '.github/identity-review.yml': text });
const off = configured('rules: {owner-missing: off}\n');
const ownerless = 'owner-missing aws:user:bot';
const waiver = (more: string) => ({
  '.github/identity-waivers.yml': `- {rule: owner-missing, reason: Until the move., owner: team-a, approver: boss, until: 2026-12-31, ${more}}\n`,
});

type Reviewed = Report & { readonly code: number | null };

/** Reviews the change from one folder to another, which has everything that the first has. */
async function reviewed(base: Files, head: Files, ...flags: string[]): Promise<Reviewed> {
  const [before, after] = [newFolder(), newFolder()];
  write(before, { 'README.md': 'x', ...base });
  write(after, { 'README.md': 'x', ...base, ...head });
  return report(['review', '--base-dir', before, '--head-dir', after, ...flags]);
}

/** The same change as commits of a repository. */
async function committed(base: Files, head: Files): Promise<Reviewed> {
  const { path, commit } = newRepository();
  const from = commit({ 'README.md': 'x', ...base });
  commit(head);
  return report(['review', path, '--base', from]);
}

describe('the config', () => {
  it('of the base switches rules off, that of the change does not', async () => {
    expect(open(await reviewed(off, bot()))).not.toContain(ownerless);
    expect(open(await reviewed({}, { ...bot(), ...off }))).toContain(ownerless);
    expect(open(await committed({}, { ...bot(), ...off }))).toContain(ownerless);
    expect(open(await reviewed(configured('fail-on: error\n'), { ...bot(), ...off }))).toContain(ownerless);
    expect((await reviewed(configured('fail-on: error\n'), { ...bot(), ...configured('fail-on: never\n') })).code).toBe(1);
    expect(open(await reviewed(configured('ignore: [docs/**]\n'), { ...bot(), ...configured('ignore: ["**"]\n') }))).toContain(ownerless);
  });

  it('of the change may be broken: it counts once it is merged', async () => {
    const broken = { ...bot(), ...configured('rules: [') };
    expect(open(await reviewed({}, broken))).toContain(ownerless);
    const place = newFolder();
    write(place, broken);
    expect((await run(['scan', place])).code).toBe(2);
  });

  it('names policies of the base', async () => {
    const rule = (match: string): Files => ({
      'rules/own.yml': `rules:\n  - {id: no-bots, title: T, level: error, theme: ownership, why: W, fix: F, on: identity, match: {subject.name: ${match}}}\n`,
    });
    const named = configured('policies: [rules]\n');
    expect(open(await reviewed({ ...named, ...rule('bot') }, { ...bot(), ...rule('nobody') }))).toContain('no-bots aws:user:bot');
    expect(open(await committed({ ...named, ...rule('bot') }, { ...bot(), ...rule('nobody') }))).toContain('no-bots aws:user:bot');
    const { path, commit } = newRepository();
    commit({ 'README.md': 'x', ...named });
    commit({ ...bot(), ...rule('nobody') });
    const { code, err } = await run(['review', path, '--base', 'HEAD~1'], { cwd: path });
    expect(code).toBe(2);
    expect(err).toMatch(/"rules" is only in the head of this change/);
  });

  it('given on the command line is the caller’s own', async () => {
    const place = newFolder();
    write(place, off);
    expect(open(await reviewed({}, bot(), '--config', `${place}/.github/identity-review.yml`))).not.toContain(ownerless);
  });
});

describe('a waiver', () => {
  it('of the base waives until its day, and not after', async () => {
    const { path, commit } = newRepository();
    const from = commit(waiver('identity: "aws:user:b*"'));
    commit(bot());
    const on = async (day: string) => {
      const { out, code } = await run(['review', path, '--base', from, '--format', 'json', '--now', day]);
      const { findings } = JSON.parse(out) as Report;
      return { code, waived: findings.find((f) => f.rule === 'owner-missing')?.waived };
    };
    const granted = { until: '2026-12-31', by: 'boss', reason: 'Until the move.' };
    expect(await on('2026-11-21')).toEqual({ code: 0, waived: granted });
    expect(await on('2026-12-31T23:59:59Z')).toEqual({ code: 0, waived: granted });
    expect(await on('2027-01-01')).toEqual({ code: 1, waived: null });
  });

  it('of the change waives nothing in it', async () => {
    const waived = { ...bot(), ...waiver('identity: aws:user:bot') };
    expect(open(await reviewed({}, waived))).toContain(ownerless);
    expect(open(await committed({}, waived))).toContain(ownerless);
  });

  it('can be for one finding', async () => {
    const { findings } = (await reviewed({}, bot())) as unknown as { findings: readonly { rule: string; fingerprint: string }[] };
    const { fingerprint } = findings.find((f) => f.rule === 'owner-missing') ?? {};
    expect(open(await reviewed(waiver(`fingerprint: "${fingerprint}"`), bot()))).not.toContain(ownerless);
  });
});

describe('an exception beside the declaration', () => {
  const ignore = '# identity-review: ignore owner-missing reason="moves soon" until=2026-12-31\n';

  it('that the change adds waives nothing in it', async () => {
    expect(open(await reviewed({}, bot(ignore)))).toContain(ownerless);
    expect(open(await reviewed(bot('# identity-review: owner=team-a\n'), bot(ignore)))).toContain(ownerless);
  });

  it('waives in a scan', async () => {
    const place = newFolder();
    write(place, bot(ignore));
    expect(open(await report(['scan', place]))).not.toContain(ownerless);
    const { out } = await run(['scan', place, '--format', 'json', '--now', '2027-01-01']);
    expect(open(JSON.parse(out) as Report)).toContain(ownerless);
  });

  it('that stood before waives what the change does', async () => {
    const touched = configured('report: touched\n');
    const changed = { 'infra/bot.tf': `${ignore}resource "aws_iam_user" "bot" {\n  name = "bot"\n  tags = { purpose = "ships" }\n}\n` };
    const { findings } = await reviewed({ ...touched, ...bot(ignore) }, changed);
    expect(findings.filter((f) => f.rule === 'owner-missing').map((f) => f.waived?.until)).toEqual(['2026-12-31']);
    expect(open(await reviewed({ ...touched, ...bot() }, changed))).toContain(ownerless);
  });
});

it('the registry is that of the change: a new identity comes with its owner', async () => {
  const registry = (owner: string): Files => ({
    '.github/identities.yml': `identities:\n  - identity: aws:user:bot\n    owner: ${owner}\n    purpose: ships\n    review-by: 2027-03-01\n`,
  });
  const changed = await reviewed(registry('nobody'), { ...bot(), ...registry('team-a') });
  expect(open(changed)).not.toContain(ownerless);
  expect(changed.identities.map((i) => i.owner?.value)).toEqual(['team-a']);
});
