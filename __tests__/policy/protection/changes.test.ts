/** What a change does to the gate itself, as data. */
import { describe, expect, it } from '@jest/globals';
import { locate, type Side, type Source } from '../../../src/model/span.js';
import type { GateFiles } from '../../../src/policy/protection/gate.js';
import { gateChanges } from '../../../src/policy/protection.js';
import { file } from '../make.js';

const sourceOn = (side: Side, path: string, text: string): Source => ({ ...file(path, text), side });
type Texts = {
  readonly config?: string;
  readonly waivers?: string;
  readonly baseline?: string;
  readonly policies?: string;
  readonly workflow?: string | null;
};

function filesOf(side: Side, { config, waivers, baseline, policies, workflow }: Texts): GateFiles {
  const one = (path: string, text: string | null | undefined) => (typeof text === 'string' ? [sourceOn(side, path, text)] : []);
  return {
    config: one('.github/identity-review.yml', config)[0],
    waivers: one('.github/identity-waivers.yml', waivers)[0],
    baseline: one('.github/identity-baseline.yml', baseline)[0],
    policies: one('policies/own.yml', policies),
    workflows: one('.github/workflows/review.yml', workflow),
  };
}

/** `kind name@line`, in order. */
const said = (before: Texts, after: Texts, outside = {}): readonly string[] =>
  gateChanges(filesOf('base', before), filesOf('head', after), outside).map(
    ({ change, name, at }) => `${change} ${name}@${at.source.side === 'base' ? 'base:' : ''}${locate(at).startLine}`,
  );

describe('the config', () => {
  it.each<[string, string | undefined, string | undefined, readonly string[]]>([
    ['fails on less', 'fail-on: warning\n', 'preset: recommended\nfail-on: error\n', ['fail-on-lowered fail-on@2']],
    ['fails on nothing, where nothing was said', undefined, 'fail-on: never\n', ['fail-on-lowered fail-on@1']],
    ['fails on more', 'fail-on: error\n', 'fail-on: note\n', []],
    ['no longer fails on gaps', 'gaps: fail\n', 'gaps: report\n', ['gaps-no-longer-fail gaps@1']],
    ['is gone, and was strict', 'fail-on: note\n', undefined, ['fail-on-lowered fail-on@base:1']],
    ['switches a rule off', '', 'rules:\n  owner-missing: off\n', ['rule-weakened owner-missing@2']],
    ['makes a rule milder', 'rules: {purpose-missing: error}\n', 'rules: {purpose-missing: note}\n', ['rule-weakened purpose-missing@1']],
    ['makes a rule stricter', 'rules: {purpose-missing: note}\n', 'rules: {purpose-missing: error}\n', []],
    ['takes back what it had made stricter', 'rules: {purpose-missing: error}\n', '{}\n', ['rule-weakened purpose-missing@1']],
    ['changes a parameter', '', 'rules:\n  static-credential: {params: {maxDays: 900}}\n', ['params-changed static-credential@2']],
    ['leaves a path out', 'ignore: [docs/**]\n', 'ignore:\n  - docs/**\n  - infra/**\n', ['path-ignored infra/**@3']],
    ['leaves out less', 'ignore: [docs/**, infra/**]\n', 'ignore: [docs/**]\n', []],
    ['takes no policies in', 'policies: [acme/rules@v1]\n', 'policies: []\n', ['policies-removed acme/rules@v1@base:1']],
    ['pins policies anew', 'policies: [acme/rules@v1]\n', 'policies: [acme/rules@v2]\n', ['policies-repinned acme/rules@v1@1']],
    [
      'is milder for some',
      '',
      'overrides:\n  - paths: [infra/**]\n    rules: {owner-missing: note}\n',
      ['rule-weakened owner-missing for infra/**@2'],
    ],
    [
      'is no longer stricter for some',
      'overrides: [{paths: [prod/**], rules: {purpose-missing: error}}]\n',
      '{}\n',
      ['rule-weakened purpose-missing for prod/**@base:1'],
    ],
    [
      'orders its overrides otherwise',
      'overrides: [{paths: [a/**], rules: {static-user: note}}, {paths: [b/**], rules: {static-user: error}}]\n',
      'overrides: [{paths: [b/**], rules: {static-user: error}}, {paths: [a/**], rules: {static-user: note}}]\n',
      ['params-changed overrides@1'],
    ],
    ['finds owners elsewhere', '', 'ownership: {owner: [contact]}\n', ['owner-key-added owner from contact@1']],
    ['cannot be read', 'fail-on: error\n', 'fail-on: [\n', ['config-unreadable the config@1']],
    ['is laid out otherwise', 'fail-on: error\npreset: strict\n', '# words\npreset: "strict"\n\nfail-on: error\n', []],
  ])('%s', (_, before, after, expected) => {
    const of = (config: string | undefined): Texts => (config === undefined ? {} : { config });
    expect(said(of(before), of(after))).toEqual(expected);
  });

  it('with a milder preset is one thing, however many rules that is', () => {
    expect(said({ config: 'preset: strict\n' }, { config: 'preset: recommended\n' })).toEqual(['preset-weakened the preset@1']);
    expect(said({ config: 'preset: recommended\n' }, { config: 'preset: strict\n' })).toEqual([]);
  });

  it('counts less than what the workflow says', () => {
    expect(said({ config: 'fail-on: note\n' }, { config: 'fail-on: never\n' }, { failOn: 'error' })).toEqual([]);
  });
});

describe('rules of its own', () => {
  const rule = (id: string, level: string, kind = 'robot') =>
    `  - {id: ${id}, title: T, level: ${level}, theme: ownership, why: W, fix: F, on: identity, match: {subject.kind: ${kind}}}\n`;
  it('that go, are milder or ask for something else', () => {
    const before = { policies: `rules:\n${rule('a-one', 'error')}${rule('b-two', 'error')}${rule('c-three', 'error')}` };
    const after = { policies: `rules:\n${rule('b-two', 'note')}${rule('c-three', 'error', 'agent')}${rule('d-four', 'error')}` };
    expect(said(before, after)).toEqual(['rule-removed a-one@base:2', 'rule-weakened b-two@2', 'rule-changed c-three@3']);
  });
});

describe('exceptions', () => {
  const one = (until: string) => `- rule: owner-missing\n  identity: aws:user:bot\n  reason: r\n  owner: o\n  until: ${until}\n`;
  it('in the baseline', () => {
    const baseline = (...prints: readonly string[]) =>
      `salt: "00"\naccepted:\n${prints.map((p) => `  - { rule: owner-missing, fingerprint: ${p} }\n`).join('')}`;
    expect(said({ baseline: baseline('"a1"') }, { baseline: baseline('"a1"', '"b2"') })).toEqual(['waiver-added owner-missing for b2@4']);
    expect(said({ baseline: baseline('"a1"', '"b2"') }, { baseline: baseline('"a1"') })).toEqual([]);
  });

  it('many of which are one decision', () => {
    const accepted = [...Array(11).keys()].map((i) => `  - { rule: owner-missing, fingerprint: "${i}" }\n`).join('');
    expect(said({}, { baseline: `salt: "00"\naccepted:\n${accepted}` })).toEqual(['waiver-added 11 at once@3']);
  });

  it('that come, and that last longer', () => {
    expect(said({}, { waivers: one('2027-01-01') })).toEqual(['waiver-added owner-missing for aws:user:bot until 2027-01-01@1']);
    expect(said({ waivers: one('2027-01-01') }, { waivers: one('2027-02-01') })).toHaveLength(1);
    expect(said({ waivers: one('2027-01-01') }, { waivers: `# moved\n${one('2027-01-01')}` })).toEqual([]);
    expect(said({ waivers: one('2027-01-01') }, {})).toEqual([]);
  });
});

describe('the workflow', () => {
  const workflow = ({ on = 'pull_request', head = '', job = '', step = '', uses = 'acme/identity-review@v1', input = '' } = {}) =>
    [
      `on: ${on}`,
      ...(head === '' ? [] : [head]),
      'jobs:',
      '  review:',
      '    runs-on: ubuntu-latest',
      ...(job === '' ? [] : [`    ${job}`]),
      '    steps:',
      '      - uses: actions/checkout@v6',
      `      - uses: ${uses}`,
      ...(step === '' ? [] : [`        ${step}`]),
      ...(input === '' ? [] : [`        with: {${input}}`]),
      '',
    ].join('\n');
  const changes = (before: Parameters<typeof workflow>[0], after: Parameters<typeof workflow>[0]) =>
    said({ workflow: workflow(before) }, { workflow: workflow(after) });

  it('is gone, with its file or within it', () => {
    expect(said({ workflow: workflow() }, { workflow: null })).toEqual(['workflow-removed .github/workflows/review.yml@base:1']);
    expect(said({ workflow: workflow() }, { workflow: workflow({ uses: 'actions/setup-node@v6' }) })).toEqual([
      'workflow-removed .github/workflows/review.yml@base:1',
    ]);
    expect(changes({}, { uses: 'evil/identity-review@v1' })).toEqual(['action-replaced the review@7']);
  });

  it('moves to another file or job', () => {
    const moved = { ...filesOf('head', {}), workflows: [sourceOn('head', '.github/workflows/gate.yml', workflow())] };
    expect(gateChanges(filesOf('base', { workflow: workflow() }), moved, {})).toEqual([]);
    expect(said({ workflow: workflow() }, { workflow: workflow().replace('  review:', '  gate:') })).toEqual([]);
  });

  it.each<[string, Parameters<typeof workflow>[0], Parameters<typeof workflow>[0], readonly string[]]>([
    ['loses a trigger', { on: '[pull_request, merge_group]' }, { on: 'merge_group' }, ['trigger-removed pull_request@1']],
    ['gains a trigger', {}, { on: '[pull_request, push]' }, []],
    ['is for some paths only', {}, { on: '{pull_request: {paths: [src/**]}}' }, ['trigger-narrowed pull_request.paths@1']],
    ['is for all paths again', { on: '{pull_request: {paths: [src/**]}}' }, {}, []],
    ['may be skipped', {}, { job: 'if: github.actor != 0' }, ['condition-added job review@5']],
    ['may have its step skipped', {}, { step: 'if: false' }, ['condition-added a step of job review@8']],
    ['may fail', {}, { job: 'continue-on-error: true' }, ['failure-ignored job review@5']],
    ['may fail, says an expression', {}, { step: 'continue-on-error: ${{ vars.LAX }}' }, ['failure-ignored a step of job review@8']],
    ['may not fail, in other words', {}, { step: 'continue-on-error: false' }, []],
    [
      'loses a permission',
      { head: 'permissions: {contents: read, checks: write}' },
      { head: 'permissions: {contents: read, checks: read}' },
      ['permission-removed checks@2'],
    ],
    ['loses all', { head: 'permissions: {contents: read}' }, { head: 'permissions: {}' }, ['permission-removed contents@2']],
    ['says permissions elsewhere', { head: 'permissions: {contents: read}' }, { job: 'permissions: {contents: read}' }, []],
    ['fails on less', { input: 'fail-on: warning' }, { input: 'fail-on: error' }, ['input-changed fail-on@8']],
    ['fails on more', { input: 'fail-on: error' }, { input: 'fail-on: warning' }, []],
    ['fails on nothing', {}, { input: 'fail-on: never' }, ['input-changed fail-on@8']],
    ['reads another config', {}, { input: 'config: lax.yml' }, ['input-changed config@8']],
    ['writes another file', {}, { input: 'sarif-file: x.sarif' }, []],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it('changes in a way that nobody foresaw', () => {
    const runner = (text: string) => text.replace('runs-on: ubuntu-latest', 'runs-on: my-own');
    expect(said({ workflow: workflow() }, { workflow: runner(workflow()) })).toEqual(['workflow-changed review@3']);
    expect(
      said({ workflow: workflow() }, { workflow: `# words\n${workflow().replace('on: pull_request', 'on:   "pull_request"')}` }),
    ).toEqual([]);
    expect(changes({}, { uses: 'acme/identity-review@v2' })).toEqual(['workflow-changed review@3']);
  });

  it.each([
    ['review', 'review || true', 'failure-ignored the command of job a@6'],
    ['review', 'review; exit 0', 'failure-ignored the command of job a@6'],
    ['review --fail-on note', 'review --fail-on=error', 'input-changed --fail-on@6'],
    ['review', 'review --fail-on never', 'input-changed --fail-on@6'],
    ['review', 'review --config lax.yml', 'input-changed --config@6'],
    ['review --quiet', 'review', 'command-changed job a@6'],
  ])('that runs the command line: %s → %s', (before, after, expected) => {
    const run = (command: string) => ({
      workflow: `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npx identity-review ${command}\n`,
    });
    expect(said(run(before), run(after))).toEqual([expected]);
  });

  it('that only mentions it is none', () => {
    const job = (step: string) => ({ workflow: `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - ${step}\n` });
    for (const step of ['run: tar -czf identity-review-1.tar.gz dist', 'uses: acme/identity-review-rules@v1', 'uses: ./local'])
      expect(said(job(step), job('run: make'))).toEqual([]);
    for (const step of [
      'run: node identity-review/dist/cli/index.js review .',
      'uses: ./.github/workflows/identity-review.yml',
      'uses: ./actions/identity-review',
    ])
      expect(said(job(step), job('run: make'))).toHaveLength(1);
  });

  it('that runs it through an action of its own', () => {
    const composite = (step: string) => `name: review\nruns:\n  using: composite\n  steps:\n    - uses: ${step}\n`;
    const of = (side: Side, text: string) => ({
      ...filesOf(side, {}),
      workflows: [sourceOn(side, '.github/actions/review/action.yml', text)],
    });
    const changed = (after: string) =>
      gateChanges(of('base', composite('acme/identity-review@v1')), of('head', after), {}).map(({ change, name }) => `${change} ${name}`);
    expect(changed(composite('acme/lint@v1'))).toEqual(['workflow-removed .github/actions/review/action.yml']);
    expect(changed(composite('acme/identity-review@v1\n      continue-on-error: true'))).toEqual(['failure-ignored a step of job runs']);
    expect(changed(composite('acme/identity-review@v1'))).toEqual([]);
  });

  it('that cannot be read says nothing more', () => {
    expect(said({ workflow: workflow() }, { workflow: '' })).toEqual(['workflow-removed .github/workflows/review.yml@base:1']);
  });
});
