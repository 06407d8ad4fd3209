/**
 * No output, log or error ever holds a secret's value. Secrets are planted wherever they stand in real files; every command runs over
 * them in every format; nothing that comes out may have twelve characters in a row of any of them, plain or encoded.
 *
 * Out of scope, because they are names or words that a person wrote to be shown: the name of a thing, a path, a key, an account, an owner,
 * a purpose, a waiver's reason, the words of a command line. A token of a well-known family is taken out of these as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/model/outcome.js';
import { explainIdentity } from '../../src/reporters/explain.js';
import { formats } from '../../src/reporters/index.js';
import { now, type Ran, run, runEach, useCli } from '../doors/cli.js';
import { newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { Canaries, type Planted, Search } from './leak-canaries.js';
import { cloudformation, kubernetes } from './leak-declared.js';
import { others, own, workflows, wrong } from './leak-fixtures.js';
import { terraform } from './leak-terraform.js';

useCli();
afterAll(removeFolders);

const plant = (c: Canaries): Planted => ({
  ...terraform(c),
  ...cloudformation(c),
  ...kubernetes(c),
  ...workflows(c),
  ...others(c),
  ...own(c),
});
const canaries = new Canaries('new');
const planted = plant(canaries);
const wrongFiles = wrong(canaries);
/** The same files with every secret of before, as the other side of a change. */
const old = new Canaries('old');
const before = plant(old);
const search = new Search([...canaries.all, ...old.all]);

/** Each file cut off behind each of its secrets, and in the middle of it: quotes and brackets stay open. */
const cutOff = (): Planted =>
  Object.fromEntries(
    Object.entries(planted).flatMap(([path, text]) =>
      canaries.all.flatMap(({ value }, i) => {
        const at = text.indexOf(value);
        if (at < 0) return [];
        const name = path.startsWith('.github/workflows/') ? `.github/workflows/cut-${i}.yml` : `cut-${i}/${path}`;
        return path.startsWith('.github/id') ? [] : [[name, text.slice(0, at + value.length - (i % 2) * 3)]];
      }),
    ),
  );

const traces = ({ out, err }: Ran, folder?: string): readonly string[] => {
  const written = folder === undefined ? [] : readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [...new Set([out, err, ...written].flatMap((text) => search.in(text)))];
};

const folderOf = (files: Planted): string => {
  const folder = newFolder();
  write(folder, files);
  return folder;
};
const everyFormat = (into: string): readonly string[] => formats.flatMap((format) => ['--output', `${format}=${join(into, format)}`]);

it('the search finds what it is for', () => {
  const [first] = canaries.all;
  const value = first?.value ?? '';
  for (const text of [value, `x${value.slice(2, 14)}y`, Buffer.from(`ab${value}`).toString('base64'), encodeURIComponent(value)])
    expect(search.in(`… ${text} …`)).toHaveLength(1);
  expect(search.in(value.slice(0, 11))).toEqual([]);
  expect(canaries.all.length).toBeGreaterThan(100);
});

describe('nothing of a secret comes out', () => {
  let whole: string;
  beforeAll(() => {
    whole = folderOf(planted);
  });

  it.each(['scan', 'inventory'])('of %s', async (command) => {
    const reports = newFolder();
    const ran = await run([command, whole, ...now, ...everyFormat(reports)]);
    expect({ code: ran.code, traces: traces(ran, reports) }).toEqual({ code: command === 'scan' ? 1 : 0, traces: [] });
    const outcome = JSON.parse(readFileSync(join(reports, 'json'), 'utf8')) as Outcome;
    expect(outcome.identities.length).toBeGreaterThan(15);
    expect(outcome.identities.flatMap((i) => search.in(explainIdentity(i)))).toEqual([]);
    if (command === 'scan') expect(outcome.findings.filter((f) => f.rule === 'credential-in-file').length).toBeGreaterThan(25);
  });

  it.each([
    ['that renews them', before],
    ['that adds them', {}],
  ])('of review of a change %s', async (_, base) => {
    const reports = newFolder();
    const ran = await run(['review', '--base-dir', folderOf(base), '--head-dir', whole, ...now, ...everyFormat(reports)]);
    expect(traces(ran, reports)).toEqual([]);
    expect(ran.code).toBeLessThan(2);
  });

  it('of files that are cut off behind them', async () => {
    const reports = newFolder();
    const ran = await run(['scan', folderOf(cutOff()), ...now, ...everyFormat(reports)]);
    expect(traces(ran, reports)).toEqual([]);
    expect(ran.code).toBeLessThan(2);
  });

  it('of explain, init and policy test', async () => {
    const rule = `rules:\n  - id: own-rule\n    title: T\n    level: error\n    theme: ownership\n    why: W\n    fix: F\n    on: credential\n    match: {credential.origin: literal}\n    message: "{credential.name} of {subject.name}"\n    examples:\n      - {title: E, files: {a.tf: 'provider "aws" { secret_key = "${canaries.all[1]?.value}" }'}, expect: passes}\n`;
    const rules = folderOf({ 'own.yml': rule });
    const started = folderOf({ ...terraform(canaries), ...workflows(canaries) });
    const ran = await runEach(
      [
        ['explain', 'aws:user:bot', whole],
        ['explain', 'aws:role:job', whole],
        ['init', started],
        ['policy', 'test', rules],
        ['policy', 'check', rules],
      ],
      (args) => run(args),
    );
    expect([...ran.values()].flatMap((r) => traces(r))).toEqual([]);
    expect([...ran.values()].map((r) => r.code)).toEqual(expect.arrayContaining([0, 1]));
    expect(search.in(readFileSync(join(started, '.github/identities.yml'), 'utf8'))).toEqual([]);
  });

  it('of messages about wrong files', async () => {
    const ran = await runEach(wrongFiles, (files) =>
      run(['scan', '.', '--policies', 'rules'], { cwd: folderOf({ 'rules/x.yml': 'rules: []\n', ...files }) }),
    );
    for (const [files, one] of ran) expect({ files, code: one.code, traces: traces(one) }).toEqual({ files, code: 2, traces: [] });
  });

  it('of the environment and of git’s settings', async () => {
    const token = canaries.all.find((c) => c.value.startsWith('ghp_'))?.value ?? '';
    const repository = newRepository();
    repository.commit({ 'main.tf': 'resource "aws_iam_user" "bot" {}\n' });
    repository.git('config', 'remote.origin.url', `https://robot:${token}@git.example/shop.git`);
    repository.git('config', 'http.extraheader', `Authorization: Bearer ${token}`);
    repository.git('config', 'remote.origin.promisor', 'true');
    const blob = repository.git('rev-parse', 'HEAD:main.tf');
    const env = { GITHUB_TOKEN: token, AWS_SECRET_ACCESS_KEY: token };
    for (const args of [
      ['review', '--base', 'HEAD~1'],
      ['review', '--base', '0'.repeat(40)],
      ['scan', '--head', blob],
      ['scan', '--head', 'HEAD'],
      ['scan', '.'],
    ])
      expect(traces(await run(args, { cwd: repository.path, env }))).toEqual([]);
  });
});
