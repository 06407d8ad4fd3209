/** Every command of CONTRACT.md, as its users call it. */
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { version } from '../../src/data/version.js';
import { formats } from '../../src/reporters/index.js';
import { newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { now, open, type Ran, report, run, runEach, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const owned = '  tags = {\n    owner = "team-a"\n    purpose = "ships the shop"\n    "review-by" = "2027-01-01"\n  }\n';
const files = {
  'infra/main.tf': `resource "aws_iam_user" "bot" {\n  name = "bot"\n}\n\nresource "aws_iam_role" "job" {\n  name = "job"\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })\n${owned}}\n`,
  'cluster/app.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: app, namespace: shop}\n',
};

let folder: string;
let empty: string;
beforeAll(() => {
  [folder, empty] = [newFolder(), newFolder()];
  write(folder, files);
});
const change = () => ['review', '--base-dir', empty, '--head-dir', folder];

describe('help and version', () => {
  it.each([[[]], [['scan', '-h']]])('%j prints the help', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const word of ['review', 'scan', 'inventory', 'explain', 'policy', 'init', '--fail-on', ...formats]) expect(out).toContain(word);
  });

  it.each(['--version', '-v'])('%s prints the version', async (flag) => {
    expect(await run([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('review, scan and inventory', () => {
  it('differ in what they look at and in the verdict', async () => {
    const [reviewed, scanned, listed] = await Promise.all([report(change()), report(['scan', folder]), report(['inventory', folder])]);
    expect(reviewed).toMatchObject({ code: 1, verdict: 'fail', summary: { identities: { added: 3 } } });
    expect(open(reviewed)).toContain('owner-missing aws:user:bot');
    expect(scanned.findings).toEqual(reviewed.findings);
    expect({ changes: scanned.changes, code: scanned.code }).toEqual({ changes: [], code: 1 });
    expect({ findings: listed.findings, code: listed.code }).toEqual({ findings: [], code: 0 });
    expect(listed.identities.map((i) => [i.key, i.owner?.value])).toEqual([
      ['aws:role:job', 'team-a'],
      ['aws:user:bot', undefined],
      ['kubernetes:service-account:shop/app', undefined],
    ]);
  });

  it('take a reference of a repository', async () => {
    const { path, commit, git } = newRepository();
    commit({ 'a.tf': 'resource "aws_iam_user" "a" {\n  name = "a"\n}\n' });
    git('tag', 'v1');
    commit({ 'b.tf': 'resource "aws_iam_user" "b" {\n  name = "b"\n}\n' });
    expect((await report(['inventory', path, '--head', 'v1'])).identities.map((i) => i.key)).toEqual(['aws:user:a']);
    expect(open(await report(['review', path, '--base', 'v1']))).toContain('owner-missing aws:user:b');
  });

  it('fail at the level that --fail-on names', async () => {
    const codes = async (config: string, ...flags: string[]) => {
      const place = newFolder();
      write(place, { ...files, '.github/identity-review.yml': config });
      return (await run(['scan', place, '--quiet', ...flags])).code;
    };
    const onlyNotes = 'rules: {owner-missing: note}\n';
    expect(await codes('', '--fail-on', 'never')).toBe(0);
    expect(await codes(onlyNotes)).toBe(0);
    expect(await codes(onlyNotes, '--fail-on', 'note')).toBe(1);
    expect(await codes('fail-on: never\n')).toBe(0);
    expect(await codes('fail-on: never\n', '--fail-on', 'error')).toBe(1);
  });

  it('judge more strictly with --preset strict', async () => {
    const levels = async (...flags: string[]) => JSON.parse((await run([...change(), '--format', 'json', ...flags])).out).summary.findings;
    const [usual, strict] = [await levels(), await levels('--preset', 'strict')];
    expect(strict.error).toBeGreaterThan(usual.error);
  });

  it('judge by further rules with --policies', async () => {
    const place = newFolder();
    write(place, {
      'rules/bots.yml':
        'rules:\n  - {id: no-bots, title: No bots, level: error, theme: ownership, why: They never sleep., fix: Hire a person., on: identity, match: {subject.name: bot}}\n',
    });
    expect(open(await report([...change(), '--policies', join(place, 'rules')]))).toContain('no-bots aws:user:bot');
    const { out } = await run(['explain', 'no-bots', folder, '--policies', join(place, 'rules')]);
    expect(out).toContain('They never sleep.');
  });
});

describe('reports', () => {
  it('are the same bytes for the same input, in every format, on standard output and in files', async () => {
    const place = newFolder();
    const outputs = formats.flatMap((f) => ['--output', `${f}=${join(place, 'new/folder', f)}`]);
    const all = await run([...change(), ...now, '--no-color', ...outputs]);
    expect(all.code).toBe(1);
    const ran = await runEach(formats, (format) => run([...change(), ...now, '--format', format]));
    for (const format of formats) {
      const { code, out, err } = ran.get(format) as Ran;
      expect({ format, code, err }).toEqual({ format, code: 1, err: '' });
      expect(out).toBe(readFileSync(join(place, 'new/folder', format), 'utf8'));
    }
    expect(all.out).toBe(ran.get('terminal')?.out);
    for (const format of ['json', 'sarif', 'gitlab']) expect(() => JSON.parse(ran.get(format)?.out ?? '')).not.toThrow();
  });

  it('replace what was there, whole', async () => {
    write(folder, { 'report.json': 'x'.repeat(1_000_000) });
    const file = join(folder, 'report.json');
    await run(['inventory', folder, ...now, '--output', `json=${file}`]);
    expect(JSON.parse(readFileSync(file, 'utf8')).mode).toBe('inventory');
  });
});

describe('explain', () => {
  it('says why a rule exists and how to satisfy it', async () => {
    const { code, out, err } = await run(['explain', 'owner-missing'], { cwd: empty });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^owner-missing \(error, ownership\)\n.*\n\nWhy\n {2}\S.*\n\nHow to satisfy it\n {2}\S/);
  });

  it('says all that is known of an identity, with places', async () => {
    const { code, out } = await run(['explain', 'aws:role:job', folder]);
    expect(code).toBe(0);
    for (const known of ['aws:role:job  infra/main.tf:5', 'owner: team-a', 'purpose: ships the shop', 'lambda.amazonaws.com'])
      expect(out).toContain(known);
  });
});

describe('policy', () => {
  const rules = (expect: string) => ({
    'rules.yml': `rules:\n  - id: own-rule\n    title: Users are out\n    level: error\n    theme: ownership\n    why: They are old.\n    fix: Use a role.\n    on: identity\n    match: {subject.type: aws.user}\n    examples:\n      - {title: A user, files: {a.tf: 'resource "aws_iam_user" "u" {}'}, expect: ${expect}}\n      - {title: Nothing, files: {a.tf: ''}, expect: passes}\n`,
  });
  const place = (expect: string) => {
    const made = newFolder();
    write(made, rules(expect));
    return made;
  };

  it('check tells whether they are right', async () => {
    expect(await run(['policy', 'check', place('finds')])).toEqual({
      code: 0,
      out: '1 rule without an error; 0 of them do not prove themselves by examples.\n',
      err: '',
    });
    expect((await run(['policy', 'check', place('passes')])).err).toBe('own-rule: has no example that finds, or none that passes.\n');
  });

  it('test runs their examples', async () => {
    expect(await run(['policy', 'test', place('finds')])).toEqual({ code: 0, out: '2 passed, 0 failed\n', err: '' });
    const { code, out } = await run(['policy', 'test', place('passes')]);
    expect(code).toBe(1);
    expect(out).toMatch(/^own-rule: "A user": .*\n1 passed, 1 failed\n$/);
  });

  it('docs prints their pages', async () => {
    const { code, out } = await run(['policy', 'docs', place('finds')]);
    expect(code).toBe(0);
    for (const part of ['## own-rule', 'Users are out', 'They are old.', 'Use a role.', 'resource "aws_iam_user"'])
      expect(out).toContain(part);
  });

  it('takes the folder of the built-in ones', async () => {
    expect((await run(['policy', 'check', 'policies'])).code).toBe(0);
  });
});

describe('init', () => {
  const written = ['.github/workflows/identity-review.yml', '.github/identity-review.yml', '.github/identities.yml'];

  it('writes a workflow, a config and a registry with which everything runs', async () => {
    const place = newFolder();
    write(place, files);
    expect(await run(['init'], { cwd: place })).toEqual({ code: 0, out: written.map((f) => `wrote ${f}\n`).join(''), err: '' });
    const registry = join(place, '.github/identities.yml');
    expect(readFileSync(registry, 'utf8')).toContain('"aws:user:bot"');
    expect(readFileSync(registry, 'utf8')).not.toContain('aws:role:job');
    expect((await report(['scan', place])).findings.length).toBeGreaterThan(0);
    const filled = readFileSync(registry, 'utf8')
      .replace('identities: []', 'identities:')
      .replaceAll(/^ {2}# (?=- | {2})/gm, '  ')
      .replaceAll(/owner:$/gm, 'owner: team-b')
      .replaceAll(/(purpose|review-by):$/gm, '$1: 2027-01-01');
    write(place, { '.github/identities.yml': filled });
    expect((await report(['inventory', place])).identities.map((i) => i.owner?.value)).toEqual(
      expect.arrayContaining(['team-a', 'team-b', 'team-b']),
    );
  });

  it('overwrites nothing, be it a link to nowhere', async () => {
    const place = newFolder();
    write(place, { '.github/identity-review.yml': 'preset: strict\n' });
    mkdirSync(join(place, '.github/workflows'));
    symlinkSync(join(place, 'elsewhere'), join(place, '.github/workflows/identity-review.yml'));
    const { code, out, err } = await run(['init', place]);
    expect({ code, out }).toEqual({ code: 0, out: 'wrote .github/identities.yml\n' });
    expect(err).toMatch(/^\S+ is there already and stays as it is\.\n\S+ is there already/);
    expect(readFileSync(join(place, '.github/identity-review.yml'), 'utf8')).toBe('preset: strict\n');
    expect(existsSync(join(place, 'elsewhere'))).toBe(false);
  });

  it('writes names that break out of nothing', async () => {
    const place = newFolder();
    const name = 'a\\n\\u2028identities: [x]\\u0085 # \\"\\u001b[31m';
    write(place, { 'main.tf': `resource "aws_iam_user" "bot" {\n  name = "${name}"\n}\n` });
    await run(['init', place]);
    const lines = readFileSync(join(place, '.github/identities.yml'), 'utf8').split(/[\n\r\u0085\u2028\u2029]/);
    expect(lines.filter((l) => !/^\s*#/.test(l))).toEqual(['identities: []', '']);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    expect((await run(['scan', place, '--quiet'])).code).toBe(1);
  });
});
