/** Wrong words and wrong files: exit 2, nothing on standard output, and a message that says where and what to do. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Files, newFolder, newRepository, removeFolders, write } from '../edges/repository.js';
import { type Ran, run, runEach, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

interface Row {
  readonly name: string;
  readonly args: readonly string[];
  /** Files of the folder `.` in which the command runs, besides a user without an owner in `infra/main.tf`. */
  readonly files?: Files;
  readonly says: RegExp;
  /** Commands run in a folder unless they need a repository. */
  readonly repository?: boolean;
}

const config = (text: string | Buffer): Files => ({ '.github/identity-review.yml': text });
const registry = (text: string | Buffer): Files => ({ '.github/identities.yml': text });
const waivers = (text: string | Buffer): Files => ({ '.github/identity-waivers.yml': text });
const rule = (more: string): Files => ({
  'rules/own.yml': `rules:\n  - {id: own-rule, title: T, level: error, theme: ownership, why: W, fix: F, on: identity, ${more}}\n`,
});

const words: readonly Row[] = [
  { name: 'unknown flag', args: ['scan', '--fromat', 'json'], says: /^Unknown flag "--fromat"\. Did you mean --format\?$/ },
  { name: 'unknown flag with a value', args: ['scan', '--fail=on'], says: /^Unknown flag "--fail"\./ },
  { name: 'unknown short flag', args: ['scan', '-x'], says: /^Unknown flag "-x"\./ },
  { name: 'a flag without its value', args: ['scan', '--config'], says: /--config/ },
  { name: 'a value for a flag that takes none', args: ['scan', '--quiet=yes'], says: /--quiet/ },
  { name: 'unknown command', args: ['reviw'], says: /"reviw"\. Did you mean review\? Known: review, scan/ },
  { name: 'a property of every object as a command', args: ['constructor'], says: /cannot be "constructor"/ },
  { name: 'unknown format', args: ['scan', '--format', 'jsn'], says: /^--format cannot be "jsn"\. Did you mean json\? Known: terminal, / },
  { name: 'unknown level', args: ['scan', '--fail-on', 'errors'], says: /^--fail-on cannot be "errors"\. Did you mean error\?/ },
  {
    name: 'unknown preset',
    args: ['scan', '--preset', 'stritc'],
    says: /^The preset cannot be "stritc"\. Did you mean strict\? Known: recommended, strict\.$/,
  },
  { name: 'a time that is none', args: ['scan', '--now', '2026-02-30'], says: /^"2026-02-30" is not an RFC 3339 time\. Write it like/ },
  { name: 'an output without a file', args: ['scan', '--output', 'sarif'], says: /^--output takes FORMAT=FILE, .*"sarif"/ },
  { name: 'an output in no format', args: ['scan', '--output', 'pdf=a.pdf'], says: /^--output cannot be "pdf"/ },
  { name: 'an output that cannot be written', args: ['scan', '--output', 'json=infra'], says: /Cannot write the report "infra": .*EISDIR/ },
  {
    name: 'an output where no folder can be',
    args: ['scan', '--output', 'json=/proc/no/x'],
    says: /Cannot write the report "\/proc\/no\/x"/,
  },
  { name: 'two paths', args: ['scan', 'a', 'b'], says: /takes one path/ },
  { name: 'a base for a scan', args: ['scan', '--base', 'main'], says: /looks at one tree/ },
  { name: 'missing folder', args: ['scan', 'nowhere'], says: /Cannot read the folder "nowhere": there is no such folder\.$/ },
  { name: 'a file for a folder', args: ['scan', 'infra/main.tf'], says: /it is not a folder\.$/ },
  { name: 'half of two folders', args: ['review', '--base-dir', 'infra'], says: /^--base-dir and --head-dir go together\.$/ },
  { name: 'missing head folder', args: ['review', '--base-dir', 'infra', '--head-dir', 'nowhere'], says: /"nowhere"/ },
  {
    name: 'folders and revisions',
    args: ['review', '--base-dir', 'a', '--head-dir', 'b', '--head', 'c'],
    says: /no repository, --base or --head/,
  },
  { name: 'no repository', args: ['review'], says: /"\." is not in a git repository\. Check out first, or .*--base-dir/ },
  { name: 'a folder that is not there as a repository', args: ['review', 'nowhere'], says: /Cannot open "nowhere"/ },
  {
    name: 'missing config',
    args: ['scan', '--config', 'no.yml'],
    says: /Cannot read the config file ".*no\.yml"\. There is no such file\.$/,
  },
  { name: 'missing policies', args: ['scan', '--policies', 'no'], says: /There are no policies at "no"\.$/ },
  { name: 'nothing to explain', args: ['explain'], says: /takes the id of a rule or the key of an identity/ },
  {
    name: 'explain an unknown rule',
    args: ['explain', 'owner-mising'],
    says: /no rule "owner-mising" here\. Did you mean owner-missing\?$/,
  },
  {
    name: 'explain an unknown identity',
    args: ['explain', 'aws:user:robo'],
    says: /no identity "aws:user:robo" here\. Did you mean aws:user:robot\?$/,
  },
  { name: 'policy without a verb', args: ['policy'], says: /policy takes check, test or docs/ },
  { name: 'policy with a wrong verb', args: ['policy', 'chekc', 'rules'], says: /policy takes check, test or docs/ },
  { name: 'policy of nothing', args: ['policy', 'check', 'no'], says: /There are no policies at "no"\.$/ },
  { name: 'policy of a folder without rules', args: ['policy', 'check', 'infra'], says: /There are no policies at "infra"/ },
];

const revisions: readonly Row[] = [
  {
    name: 'unknown revision',
    args: ['review', '--base', 'mian'],
    says: /There is no revision "mian" in this repository\. Check its spelling/,
  },
  {
    name: 'a revision that is a flag',
    args: ['review', '--base=--output=stolen'],
    says: /"--output=stolen" cannot be the name of a revision/,
  },
  { name: 'a revision with a command in it', args: ['scan', '--head', '$(touch stolen)'], says: /There is no revision/ },
  { name: 'a revision that is a range', args: ['review', '--base', 'HEAD..HEAD'], says: /There is no revision/ },
  { name: 'a revision that names a file', args: ['review', '--base', 'HEAD:infra/main.tf'], says: /There is no revision/ },
].map((row) => ({ ...row, repository: true }));

const at = (file: string, place: string) => new RegExp(`^\\.github/${file.replace('.', '\\.')}:${place}: `);
const scan = ['scan'];
const files: readonly Row[] = [
  { name: 'config: broken YAML', args: scan, files: config('rules: [a\n'), says: at('identity-review.yml', '2:1') },
  { name: 'config: a list', args: scan, files: config('- rules\n'), says: /:1:1: The file must be a map\./ },
  {
    name: 'config: unknown key',
    args: scan,
    files: config('failon: error\n'),
    says: /:1:1: There is no `failon` here\. Did you mean `fail-on`\?$/,
  },
  {
    name: 'config: unknown rule',
    args: scan,
    files: config('rules:\n  owner-mising: off\n'),
    says: /:2:3: There is no rule `owner-mising`\. Did you mean `owner-missing`\?$/,
  },
  {
    name: 'config: wrong level',
    args: scan,
    files: config('rules:\n  owner-missing: eror\n'),
    says: /:2:18: .*`eror`\. Did you mean `error`\?$/,
  },
  { name: 'config: wrong fail-on', args: scan, files: config('fail-on: errors\n'), says: /:1:10: .*Did you mean `error`\?$/ },
  {
    name: 'config: unknown preset',
    args: scan,
    files: config('preset: stritc\n'),
    says: /:1:9: There is no preset `stritc`\. Did you mean `strict`\?$/,
  },
  {
    name: 'config: unknown parameter',
    args: scan,
    files: config('rules: {static-credential: {params: {maxDay: 1}}}\n'),
    says: /:1:38: .*no parameter `maxDay`\. Did you mean `maxDays`\?$/,
  },
  {
    name: 'config: parameter of another type',
    args: scan,
    files: config('rules: {static-credential: {params: {maxDays: soon}}}\n'),
    says: /:1:47: .*is a number\./,
  },
  {
    name: 'config: two documents',
    args: scan,
    files: config('preset: strict\n---\npreset: strict\n'),
    says: /:3:1: The file has more than one document/,
  },
  {
    name: 'config: binary',
    args: scan,
    files: config(Buffer.from([0, 1, 2])),
    says: /identity-review\.yml cannot be read: it is not a text file\.$/,
  },
  {
    name: 'config: an alias that holds itself',
    args: scan,
    files: config('rules: &a\n  x: *a\n'),
    says: /:2:6: .*an alias contains itself\./,
  },
  { name: 'config: policies that are not there', args: scan, files: config('policies: [no]\n'), says: /There are no policies at "no"\.$/ },
  {
    name: 'config: commands for a terminal and a runner',
    args: scan,
    files: config('"\\e[31m\\n::error::x##[set-env]": 1\n'),
    says: /:1:1: There is no `\W*\[31m ::error::x# #\[set-env\]` here\./,
  },
  { name: 'registry: broken YAML', args: scan, files: registry('identities: [\n'), says: at('identities.yml', '2:1') },
  {
    name: 'registry: no list',
    args: scan,
    files: registry('owner: me\n'),
    says: /:1:1: The registry has no `identities` list\. Start the file with/,
  },
  {
    name: 'registry: an entry for nothing',
    args: scan,
    files: registry('identities:\n  - owner: me\n'),
    says: /:2:5: .*names no `identity`\. Give its key/,
  },
  {
    name: 'registry: unknown field',
    args: scan,
    files: registry('identities:\n  - identity: a\n    ownr: me\n'),
    says: /:3:5: `ownr` is not a field .*Known fields: identity, owner/,
  },
  {
    name: 'registry: two documents',
    args: scan,
    files: registry('identities: []\n---\nidentities: []\n'),
    says: /:3:1: The registry has more than one document\./,
  },
  {
    name: 'registry: binary',
    args: scan,
    files: registry(Buffer.from([0])),
    says: /identities\.yml cannot be read: it is not a text file\.$/,
  },
  { name: 'waivers: a map', args: scan, files: waivers('rule: x\n'), says: /:1:1: The file must be a list\./ },
  {
    name: 'waivers: half an entry',
    args: scan,
    files: waivers('- rule: owner-missing\n'),
    says: /:1:3: Entry 1 lacks `reason`\. Add `reason`\.$/m,
  },
  {
    name: 'waivers: unknown rule',
    args: scan,
    files: waivers('- {rule: owner-mising, identity: a, reason: r, owner: o, until: 2027-01-01}\n'),
    says: /:1:10: There is no rule `owner-mising`\. Did you mean `owner-missing`\?$/,
  },
  {
    name: 'waivers: for everything',
    args: scan,
    files: waivers('- {rule: owner-missing, identity: "*", reason: r, owner: o, until: 2027-01-01}\n'),
    says: /:1:35: A waiver for every identity is no exception/,
  },
  {
    name: 'waivers: a day that does not exist',
    args: scan,
    files: waivers('- {rule: owner-missing, identity: a, reason: r, owner: o, until: 2027-02-30}\n'),
    says: /`2027-02-30` is no day\./,
  },
  {
    name: 'policies: no rules',
    args: ['policy', 'check', 'rules'],
    files: { 'rules/own.yml': 'rule\n' },
    says: /^rules\/own\.yml:1:1: The file must be a map\./,
  },
  {
    name: 'policies: unknown field',
    args: ['scan', '--policies', 'rules'],
    files: rule('match: {subject.knd: robot}'),
    says: /^rules\/own\.yml:2:\d+: .*no field `subject\.knd`\. Did you mean `subject\.kind`\?$/,
  },
  {
    name: 'policies: a value that the field never has',
    args: ['policy', 'check', 'rules'],
    files: rule('match: {subject.kind: robott}'),
    says: /:2:\d+: .*never `robott`\. Did you mean `robot`\?$/,
  },
  {
    name: 'policies: broken expression',
    args: ['policy', 'test', 'rules'],
    files: rule('when: "subject.kind =="'),
    says: /^rules\/own\.yml:2:\d+: /,
  },
  {
    name: 'policies: the id of another rule',
    args: ['scan', '--policies', 'rules'],
    files: {
      'rules/own.yml': rule('match: {subject.kind: robot}')['rules/own.yml']?.toString().replace('own-rule', 'owner-missing') ?? '',
    },
    says: /:2:10: There is already a rule `owner-missing`\. Give it another id/,
  },
  {
    name: 'policies: binary',
    args: ['policy', 'check', 'rules'],
    files: { 'rules/own.yml': Buffer.from([0]) },
    says: /Cannot read the policy file ".*rules\/own\.yml"\. It is not a text file\.$/,
  },
];

const user = { 'infra/main.tf': 'resource "aws_iam_user" "robot" {\n  name = "robot"\n}\n' };

function place({ files: more = {}, repository }: Row): string {
  if (!repository) {
    const folder = newFolder();
    write(folder, { ...user, ...more });
    return folder;
  }
  const made = newRepository();
  made.commit({ ...user, ...more });
  return made.path;
}

describe.each([
  ['words', words],
  ['revisions', revisions],
  ['files', files],
])('wrong %s', (_, rows) => {
  let ran: ReadonlyMap<Row, Ran>;
  beforeAll(async () => {
    ran = await runEach(rows, (row) => run(row.args, { cwd: place(row) }));
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    const { code, out, err } = ran.get(row) ?? { code: null, out: '', err: '' };
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd()).toMatch(row.says);
    for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/^[^\p{Cc}]*[^\p{Cc}\s][.?]$/u);
  });
});
