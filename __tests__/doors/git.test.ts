/** Reviews of real repositories, from the outside. */
import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newFolder, newRepository, removeFolders, repositoryAt, type TestRepository } from '../edges/repository.js';
import { now, open, report, run, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const user = (name: string, more = ''): string => `resource "aws_iam_user" "${name}" {\n  name = "${name}"\n${more}}\n`;
const account = (name: string): string => `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}}\n`;
const ofBot = 'owner-missing aws:user:bot';

/** `main` with one user, and a branch off it that adds `bot`. */
function changed(...options: string[]): TestRepository {
  const repository = newRepository(...options);
  repository.commit({ 'infra/old.tf': user('old') });
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.commit({ 'infra/bot.tf': user('bot') });
  return repository;
}

const cloneOf = ({ path }: TestRepository, ...options: string[]): TestRepository => {
  const clone = newFolder();
  repositoryAt(clone).git('clone', '--quiet', ...options, `file://${path}`, '.');
  return repositoryAt(clone);
};

describe('a change is found', () => {
  it('on a branch, in the work tree and from a folder below', async () => {
    const { path, write, git } = changed();
    const committed = await report(['review', path]);
    expect(open(committed)).toContain(ofBot);
    expect(committed).toMatchObject({ code: 1, verdict: 'fail', summary: { identities: { added: 1, removed: 0, changed: 0 } } });
    expect(await report(['review', '--base', 'main', '--head', 'feature'], { cwd: path })).toMatchObject({ changes: committed.changes });
    expect(await report(['review'], { cwd: join(path, 'infra') })).toEqual({ ...committed });
    write({ 'infra/untracked.tf': user('untracked') });
    expect((await report(['review'], { cwd: path })).changes.map((c) => c.identity)).toEqual(['aws:user:bot', 'aws:user:untracked']);
    expect(git('status', '--porcelain')).toBe('?? infra/untracked.tf');
  });

  it('in a bare repository', async () => {
    const bare = cloneOf(changed(), '--bare');
    expect(open(await report(['review', bare.path, '--base', 'main', '--head', 'feature']))).toContain(ofBot);
    expect((await report(['scan', bare.path, '--head', 'main'])).identities.map((i) => i.key)).toEqual(['aws:user:old']);
  });

  it('from where the branch left, not against what main is today', async () => {
    const { path, git, commit } = changed();
    git('checkout', '--quiet', 'main');
    commit({ 'infra/later.tf': user('later') });
    const { changes } = await report(['review', path, '--head', 'feature']);
    expect(changes.map((c) => c.identity)).toEqual(['aws:user:bot']);
  });

  it('the other way round as removals, which fail nothing', async () => {
    const { path } = changed();
    const { code, changes } = await report(['review', '--base-dir', join(path, 'infra'), '--head-dir', newFolder()]);
    expect({ code, changes: changes.map((c) => c.change) }).toEqual({ code: 0, changes: ['identity-removed', 'identity-removed'] });
  });
});

describe('what is not there', () => {
  it('a shallow clone without the base says what to do', async () => {
    const { code, out, err } = await run(['review', '--base', 'main'], { cwd: cloneOf(changed(), '--depth=1', '--branch=feature').path });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /"main" is not in this shallow clone\. Set fetch-depth: 0 in actions\/checkout, or run git fetch --depth=1 origin main/,
    );
  });

  it('a blob that is missing is a gap', async () => {
    const repository = changed();
    const blob = repository.git('rev-parse', 'feature:infra/bot.tf');
    rmSync(join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { code, gaps } = await report(['review', repository.path, '--base', 'main', '--head', 'feature']);
    expect(code).toBe(0);
    expect(gaps).toEqual([expect.objectContaining({ kind: 'unreadable', location: { path: 'infra/bot.tf' } })]);
  });

  it('the files of a submodule are a gap', async () => {
    const repository = newRepository();
    repository.commit({ 'a.tf': user('a') });
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.git('submodule', '--quiet', 'add', `file://${changed().path}`, 'modules/shared');
    repository.git('commit', '--quiet', '--message', 'submodule');
    const { gaps, changes } = await report(['review', repository.path]);
    expect(changes).toEqual([]);
    expect(gaps).toEqual([expect.objectContaining({ kind: 'unsupported', location: { path: 'modules/shared' } })]);
  });

  it('a symbolic link is a gap and is not followed', async () => {
    const outside = newFolder();
    writeFileSync(join(outside, 'secret.tf'), user('outside'));
    const { path, commit } = changed();
    symlinkSync(join(outside, 'secret.tf'), join(path, 'infra/link.tf'));
    commit({});
    for (const args of [
      ['review', path],
      ['review', path, '--head', 'HEAD'],
      ['scan', path],
    ]) {
      const { gaps, identities } = await report(args);
      expect(identities.map((i) => i.key)).not.toContain('aws:user:outside');
      expect(gaps).toEqual([expect.objectContaining({ kind: 'unreadable', location: { path: 'infra/link.tf' } })]);
    }
  });
});

describe('the same identities', () => {
  it('in a folder of another name are neither added nor removed', async () => {
    const { path, git, commit } = changed();
    commit({ 'infra/roles.tf': user('one') + user('two'), 'cluster/sa.yaml': account('three') });
    git('branch', '--force', 'main');
    renameSync(join(path, 'infra'), join(path, 'platform'));
    renameSync(join(path, 'cluster'), join(path, 'apps'));
    commit({});
    const { code, summary, findings } = await report(['review', path]);
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(summary.identities).toMatchObject({ added: 0, removed: 0 });
  });

  it('with the line ends of Windows, and in UTF-16', async () => {
    const files = { 'main.tf': user('bot', '  tags = {\n    owner = "team"\n  }\n'), 'sa.yaml': account('app') };
    const recoded = (recode: (text: string) => Buffer | string) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, recode(text)]));
    const forms = [
      (text: string) => text,
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => Buffer.from(`\uFEFF${text}`),
      (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ];
    const [first, ...others] = await Promise.all(
      forms.map((form) => {
        const repository = newRepository();
        repository.commit({ 'README.md': 'x' });
        repository.write(recoded(form));
        return report(['review', repository.path]);
      }),
    );
    expect(first?.changes).toHaveLength(2);
    for (const other of others) {
      expect(other.changes).toEqual(first?.changes);
      expect(other.findings).toEqual(first?.findings);
    }
  });

  it('in files whose names are no UTF-8', async () => {
    const repository = newRepository();
    repository.commit({ 'README.md': 'x' });
    const odd = Buffer.concat([Buffer.from(`${repository.path}/caf`), Buffer.from([0xe9]), Buffer.from('.tf')]);
    writeFileSync(odd, user('bot'));
    const inWorkTree = await report(['review', repository.path]);
    expect(open(inWorkTree)).toContain(ofBot);
    repository.git('checkout', '--quiet', '-b', 'feature');
    repository.commit({});
    expect((await report(['review', repository.path, '--head', 'feature'])).findings).toEqual(inWorkTree.findings);
  });
});

it('a repository without commits can be scanned and not reviewed', async () => {
  const { path, write } = newRepository();
  write({ 'main.tf': user('bot') });
  const { code, out, err } = await run(['review', path]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/no commits yet.*Use scan/);
  expect(open(await report(['scan', path]))).toContain(ofBot);
});

it('a review runs nothing of the repository and leaves nothing in it', async () => {
  const repository = changed();
  const trap = join(repository.path, 'trap');
  for (const setting of ['core.fsmonitor', 'diff.external', 'core.pager', 'filter.x.clean', 'diff.x.textconv'])
    repository.git('config', setting, `touch ${trap}`);
  repository.commit({ '.gitattributes': '*.tf filter=x diff=x\n' });
  rmSync(trap, { force: true });
  repository.write({ 'infra/bot.tf': user('bot', '  path = "/"\n') });
  const before = [readdirSync(join(repository.path, '.git')), readFileSync(join(repository.path, '.git/index'))];
  await report(['review', repository.path]);
  await run(['scan', repository.path, '--head', 'feature', ...now]);
  expect(readdirSync(repository.path)).not.toContain('trap');
  expect([readdirSync(join(repository.path, '.git')), readFileSync(join(repository.path, '.git/index'))]).toEqual(before);
});
