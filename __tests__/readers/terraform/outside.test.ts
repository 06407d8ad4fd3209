/** Terraform that reaches out of its repository, through the door: refused wherever the repository lies, told as a gap, and nothing leaks. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { now, type Report, run, useCli } from '../../doors/cli.js';
import { newFolder, removeFolders, repositoryAt, write } from '../../edges/repository.js';

useCli();
afterAll(removeFolders);

/** Stands in every file outside. It would be an administrator's policy, were it taken in. */
const canary = 'canary-5f3a9c';
const secret = JSON.stringify({ Statement: [{ Sid: canary, Effect: 'Allow', Action: '*', Resource: '*' }] });

const policy = (name: string, value: string): string =>
  `resource "aws_iam_policy" "${name}" {\n  name   = "${name}"\n  policy = ${value}\n}\n`;

/** What each policy is made of, and why it is not known. */
const reaches = {
  link: ['file("link.json")', 'the file that is read is not in the repository'],
  template: ['templatefile("${path.module}/link.tftpl", { x = 1 })', 'the file that is read is not in the repository'],
  folder: ['file("linked/policy.json")', 'the file that is read is not in the repository'],
  chain: ['file("linked/../link.json")', 'the file that is read is not in the repository'],
  above: ['file("../../policy.json")', 'the path is not inside of the repository'],
  far: ['templatefile("../../../../../../../../etc/passwd", {})', 'the path is not inside of the repository'],
  absolute: ['file("/etc/passwd")', 'the path is not inside of the repository'],
  home: ['file("~/.aws/credentials")', 'the file that is read is not in the repository'],
  set: ['join("", [for f in fileset(path.module, "{link,linked}*.json") : file(f)])', 'the document is empty'],
  inside: ['join("", [for f in fileset(path.module, "linked/**") : file(f)])', 'the document is empty'],
} as const;

/** Links lead to a folder beside the one that is reviewed. */
function fill(repository: string): void {
  const outside = join(dirname(repository), 'outside');
  write(outside, { 'policy.json': secret, 'policy.tftpl': secret });
  write(dirname(repository), { 'policy.json': secret });
  const main = Object.entries(reaches).map(([name, [value]]) => policy(name, value));
  write(repository, { 'infra/main.tf': main.join('\n') });
  symlinkSync(join(outside, 'policy.json'), join(repository, 'infra/link.json'));
  symlinkSync(join(outside, 'policy.tftpl'), join(repository, 'infra/link.tftpl'));
  symlinkSync(outside, join(repository, 'infra/linked'));
}

describe('what lies outside of a repository is refused, be it in the form of a', () => {
  const outputs = new Map<string, string>();
  const commands = ['work tree', 'commit', 'bare repository', 'scan of a commit', 'folder', 'two folders'] as const;
  beforeAll(async () => {
    const folder = join(newFolder(), 'repository');
    mkdirSync(folder);
    const repository = repositoryAt(folder);
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.commit({ 'README.md': 'x' });
    repository.git('branch', 'before');
    fill(folder);
    const reviewed = ['review', folder, '--base', 'before'];
    const all = async (name: (typeof commands)[number], args: readonly string[]): Promise<void> => {
      const { out, err } = await run([...args, ...now, '--format', 'json']);
      outputs.set(name, out + err);
    };
    await all('work tree', reviewed);
    await all('folder', ['scan', folder]);
    const empty = newFolder();
    await all('two folders', ['review', '--base-dir', empty, '--head-dir', folder]);
    repository.commit({});
    await all('commit', [...reviewed, '--head', 'HEAD']);
    await all('scan of a commit', ['scan', folder, '--head', 'HEAD']);
    const bare = join(dirname(folder), 'bare.git');
    repository.git('clone', '--quiet', '--bare', `file://${folder}`, bare);
    await all('bare repository', ['review', bare, '--base', 'before', '--head', 'HEAD']);
  });

  it.each(commands)('%s', (name) => {
    const out = outputs.get(name) ?? '';
    expect(out).not.toContain(canary);
    expect(out).not.toContain('root:');
    const { gaps, findings } = JSON.parse(out) as Report;
    expect(findings.filter((f) => f.rule.startsWith('grant'))).toEqual([]);
    const reasons = gaps.filter((g) => g.location?.path === 'infra/main.tf').map((g) => g.reason);
    for (const [, why] of Object.values(reaches)) expect(reasons.some((reason) => reason.includes(why))).toBe(true);
    // As many as there are places, however many of them stand together in one gap.
    const documents = gaps.filter((g) => /^the document is (?:not known|empty)/.test(g.reason));
    expect(documents.reduce((sum, g) => sum + g.count, 0)).toBe(Object.keys(reaches).length);
    // The links themselves are told too.
    for (const link of ['link.json', 'link.tftpl', 'linked'])
      expect(gaps).toContainEqual(expect.objectContaining({ kind: 'unreadable', location: { path: `infra/${link}` } }));
  });
});
