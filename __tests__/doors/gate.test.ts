/** Through the door: a change that loosens its own gate is told, on its line, and cannot excuse itself. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Files, newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { report, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const configured = (text: string): Files => ({ '.github/identity-review.yml': text });
const waived = (rule: string, fingerprint: string): Files => ({
  '.github/identity-waivers.yml': `- {rule: ${rule}, fingerprint: "${fingerprint}", reason: Decided., owner: team-a, until: 2026-12-31}\n`,
});
const workflow: Files = {
  '.github/workflows/identity-review.yml':
    'on: pull_request\npermissions: {contents: read}\njobs:\n  review:\n    runs-on: ubuntu-latest\n    steps: [{uses: acme/identity-review@v1}]\n',
};

type Finding = {
  readonly rule: string;
  readonly level: string;
  readonly identity: null;
  readonly fingerprint: string;
  readonly waived: unknown;
};

async function gateFindings(base: Files, head: Files): Promise<readonly Finding[]> {
  const [before, after] = [newFolder(), newFolder()];
  write(before, { 'README.md': 'x', ...base });
  write(after, { 'README.md': 'x', ...head });
  const { findings } = await report(['review', '--base-dir', before, '--head-dir', after]);
  return (findings as unknown as readonly Finding[]).filter((f) => f.rule.startsWith('gate-'));
}
const told = (findings: readonly Finding[]) => findings.map((f) => `${f.rule} ${f.level}${f.waived ? ' waived' : ''}`);

describe('a change of the gate', () => {
  it('is an error when it lets more through, also when it switches these rules off', async () => {
    const off = 'rules: {gate-loosened: off, owner-missing: off}\n';
    expect(told(await gateFindings({}, configured(off)))).toEqual(['gate-loosened error', 'gate-loosened error']);
    expect(told(await gateFindings({}, configured('preset: strict\n')))).toEqual([]);
    expect(told(await gateFindings(workflow, {}))).toEqual(['gate-workflow-removed error']);
  });

  it('names no identity and stands on its line', async () => {
    const [finding] = await gateFindings({}, configured('preset: recommended\nignore: [infra/**]\n'));
    expect(finding).toMatchObject({
      identity: null,
      message: '.github/identity-review.yml lets more through: infra/** was reviewed and is left out.',
      location: { path: '.github/identity-review.yml', startLine: 2 },
    });
  });

  it('cannot bring its own exception, and one that was merged before holds', async () => {
    const loosened = configured('fail-on: never\n');
    const [finding] = await gateFindings({}, loosened);
    const excuse = waived('gate-loosened', finding?.fingerprint ?? '');
    expect(told(await gateFindings({}, { ...loosened, ...excuse }))).toEqual(['gate-loosened error', 'gate-waiver-added warning']);
    expect(told(await gateFindings(excuse, { ...loosened, ...excuse }))).toEqual(['gate-loosened error waived']);
  });

  it('by an exception beside a declaration is told, too', async () => {
    const bot = (comment: string) => ({ 'bot.tf': `${comment}resource "aws_iam_user" "bot" {\n  name = "bot"\n}\n` });
    const ignore = '# identity-review: ignore owner-missing reason="later" until=2026-12-31\n';
    expect(told(await gateFindings(bot(''), bot(ignore)))).toEqual(['gate-waiver-added warning']);
    expect(told(await gateFindings(bot(ignore), bot(ignore)))).toEqual([]);
  });

  it('follows the rules that stand', async () => {
    const mild = 'rules: {gate-loosened: note}\n';
    expect(told(await gateFindings(configured(mild), configured(`${mild}ignore: [a/**]\n`)))).toEqual(['gate-loosened note']);
  });

  it('in policies of its own', async () => {
    const rule = (level: string) =>
      `rules:\n  - {id: no-bots, title: T, level: ${level}, theme: ownership, why: W, fix: F, on: identity, match: {subject.name: bot}}\n`;
    const base = { ...configured('policies: [rules]\n'), 'rules/own.yml': rule('error') };
    expect(told(await gateFindings(base, { ...base, 'rules/own.yml': rule('note') }))).toEqual(['gate-loosened error']);
  });

  it('works on commits as on folders, and says nothing in a scan', async () => {
    const { path, commit, git } = newRepository();
    const from = commit({ 'README.md': 'x', ...workflow });
    git('rm', '--quiet', '.github/workflows/identity-review.yml');
    commit(configured('fail-on: never\n'));
    const { findings } = await report(['review', path, '--base', from]);
    expect(findings.map((f) => f.rule)).toEqual(['gate-loosened', 'gate-workflow-removed']);
    expect((await report(['scan', path])).findings.filter((f) => f.rule.startsWith('gate-'))).toEqual([]);
  });

  it('that has been made is looked over in a scan: exceptions that ended or mean nothing', async () => {
    const path = newFolder();
    const entry = (identity: string, until: string) =>
      `- {rule: owner-missing, identity: "${identity}", reason: Decided., owner: a, until: ${until}}\n`;
    write(path, {
      'main.tf': 'resource "aws_iam_role" "ci" {\n  name = "ci"\n  assume_role_policy = jsonencode({ Statement = [] })\n}\n',
      '.github/identity-waivers.yml':
        entry('aws:role:ci', '2099-01-01') + entry('aws:role:gone', '2099-01-01') + entry('aws:role:ci', '2020-01-01'),
    });
    const { findings } = await report(['scan', path]);
    const lines = findings.filter((f) => f.rule.startsWith('gate-')).map((f) => `${f.rule} ${f.location.startLine}`);
    expect(lines).toEqual(['gate-waiver-unused 2', 'gate-waiver-expired 3']);
  });
});
