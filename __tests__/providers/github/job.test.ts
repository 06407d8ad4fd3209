import { describe, expect, it } from '@jest/globals';
import { steps, workflow } from './workflow.js';

const one = (head: string, job = 'runs-on: ubuntu-latest') => workflow(`${head}jobs:\n  build: {${job}}\n`);

describe('a job is an identity', () => {
  it('is named after its file and id, and answers to both', () => {
    expect(one('on: push\n').subjects).toEqual([
      'github.job pipeline .github/workflows/ci.yml#build github:job:.github/workflows/ci.yml#build',
    ]);
  });

  it('is the workflow to its callers when it is the only job', () => {
    expect(one('on: workflow_call\n').subjects[0]).toContain(' github:workflow:.github/workflows/ci.yml');
    const two = workflow('on: workflow_call\njobs:\n  a: {runs-on: x}\n  b: {runs-on: x}\n');
    expect(two.subjects.join()).not.toContain('github:workflow');
    expect(two.attributes('a').jobs).toBe('2 @3');
  });

  it('names its environment in both spellings', () => {
    expect(one('on: push\n', 'environment: prod').attributes('build').environment).toBe('"prod" @3');
    expect(one('on: push\n', 'environment: {name: prod, url: x}').attributes('build').environment).toBe('"prod" @3');
    expect(one('on: push\n', "environment: '${{ inputs.where }}'").attributes('build').environment).toBe(
      '?(the environment is an expression) @3',
    );
    expect(one('on: push\n').attributes('build').environment).toBeUndefined();
  });

  it('calls a reusable workflow, which gets neither its environment nor more than is passed', () => {
    const call = workflow(
      'on: push\nenv: {A: "${{ secrets.A_TOKEN }}"}\njobs:\n  go:\n    uses: ./.github/workflows/other.yml\n    secrets: inherit\n',
    );
    expect(call.links).toEqual(['calls github:workflow:.github/workflows/other.yml via uses @5']);
    expect(call.attributes('go')).toMatchObject({ reusable: 'true @5', secretsInherit: 'true @6', secrets: '[] @4' });
    const elsewhere = workflow(
      'on: push\njobs:\n  go:\n    uses: acme/ci/.github/workflows/other.yml@v1\n    secrets: {T: "${{ secrets.T }}"}\n',
    );
    expect(elsewhere.links).toEqual(['calls github:workflow:acme/ci/.github/workflows/other.yml via uses @4']);
    expect(elsewhere.attributes('go').unpinnedActionsWithSecrets).toBe('["acme/ci/.github/workflows/other.yml"] @4');
  });
});

describe('permissions of the token', () => {
  it('are those of the workflow', () => {
    const t = one('on: push\npermissions:\n  contents: read\n  packages: write\n  issues: none\n');
    expect(t.grants).toEqual([
      'read on contents in * via workflow permissions @3',
      'read,write on packages in * via workflow permissions @4',
    ]);
    expect(t.attributes('build')).toMatchObject({
      tokenPermissions: '"explicit" @3',
      permissionsLevel: '"workflow" @3',
      idToken: 'false @3',
    });
  });

  it('of the job replace those of the workflow', () => {
    const t = one('on: push\npermissions: write-all\n', 'permissions: {id-token: write}');
    expect(t.grants).toEqual(['write on id-token in * via job permissions @4']);
    expect(t.attributes('build')).toMatchObject({ tokenPermissions: '"explicit" @4', permissionsLevel: '"job" @4', idToken: 'true @4' });
  });

  it('can be everything, nothing or only reading', () => {
    expect(one('on: push\npermissions: write-all\n').grants).toEqual(['read,write on * in * via workflow permissions @2']);
    expect(one('on: push\npermissions: write-all\n').attributes('build').idToken).toBe('true @2');
    expect(one('on: push\npermissions: read-all\n').grants).toEqual(['read on * in * via workflow permissions @2']);
    expect(one('on: push\npermissions: read-all\n').attributes('build').idToken).toBe('false @2');
    const none = one('on: push\npermissions: {}\n');
    expect(none.grants).toEqual([]);
    expect(none.attributes('build').tokenPermissions).toBe('"explicit" @2');
  });

  it('are left to the repository, or to the caller', () => {
    expect(one('on: push\n').attributes('build')).toMatchObject({
      tokenPermissions: '"default" @3',
      permissionsLevel: '"default" @3',
      idToken: 'false @3',
    });
    expect(one('on: workflow_call\n').attributes('build')).toMatchObject({
      tokenPermissions: '"caller" @3',
      idToken: '?(the calling workflow decides) @3',
    });
    expect(one('on: [workflow_call, push]\n').attributes('build').tokenPermissions).toBe('"default" @3');
  });

  it('that make no sense are told, not taken for none', () => {
    const t = one('on: push\npermissions: {contents: admin}\n');
    expect(t.reasons).toEqual(['permission contents is neither read, write nor none']);
    expect(one('on: push\npermissions: all\n').reasons).toHaveLength(1);
    expect(one('on: push\npermissions: all\n').attributes('build').tokenPermissions).toMatch(/^\?/);
  });
});

describe('triggers', () => {
  it.each([
    ['on: push\n', '["push"]'],
    ['on: [push, issues]\n', '["push","issues"]'],
    ['on: {push: {branches: [main]}, issues: null}\n', '["push","issues"]'],
  ])('are read from %j', (head, names) => {
    expect(one(head).attributes('build').triggers).toBe(`${names} @1`);
  });

  it('tell who else can pull them', () => {
    const t = one('on:\n  push:\n  pull_request:\n  issue_comment:\n  pull_request_target:\n').attributes('build');
    expect(t.outsiderTriggers).toBe('["issue_comment","pull_request_target"] @4');
    expect(t.forkTriggers).toBe('["pull_request"] @3');
  });

  it('are unknown when there are none', () => {
    expect(one('name: x\n').attributes('build').triggers).toMatch(/^\?/);
    expect(one('on: push\n').attributes('build').outsiderTriggers).toBe('[] @1');
  });
});

describe('the runner', () => {
  it.each([
    ['ubuntu-24.04', 'hosted'],
    ['[ubuntu-latest]', 'hosted'],
    ['self-hosted', 'self-hosted'],
    ['[linux, self-hosted]', 'self-hosted'],
    ['{group: ours}', 'self-hosted'],
    ['{labels: ubuntu-latest}', 'hosted'],
    ['gpu', 'unknown'],
    ["'${{ inputs.runner }}'", 'unknown'],
    ["'${{ matrix.os }}', strategy: {matrix: {os: [ubuntu-latest, macos-14]}}", 'hosted'],
    ["'${{ matrix.os }}', strategy: {matrix: {os: [ubuntu-latest], include: [{os: self-hosted}]}}", 'self-hosted'],
    ["'${{ matrix.os }}', strategy: {matrix: {os: [ubuntu-latest, self-hosted], exclude: [{os: self-hosted}]}}", 'hosted'],
    ["'${{ matrix.os }}', strategy: {matrix: {os: [ubuntu-latest, self-hosted], exclude: [{os: self-hosted, a: 1}]}}", 'self-hosted'],
    ["'${{ matrix.os }}', strategy: {matrix: '${{ fromJSON(inputs.m) }}'}", 'unknown'],
  ])('%s is %s', (runsOn, kind) => {
    expect(one('on: push\n', `runs-on: ${runsOn}`).attributes('build').runner).toBe(`"${kind}" @3`);
  });
});

describe('actions', () => {
  const sha = 'a'.repeat(40);

  it('may leave the token of a checkout behind', () => {
    expect(steps('      - uses: actions/checkout@v4\n').attributes('build').persistsCredentials).toBe('true @7');
    expect(
      steps('      - uses: actions/checkout@v4\n        with: {persist-credentials: false}\n').attributes('build').persistsCredentials,
    ).toBe('false @4');
    expect(
      steps("      - uses: actions/checkout@v4\n        with: {persist-credentials: '${{ inputs.p }}'}\n").attributes('build')
        .persistsCredentials,
    ).toBe('?(an expression decides) @8');
  });

  it('may check out what a stranger wrote', () => {
    const t = steps("      - uses: actions/checkout@v4\n        with: {ref: '${{ github.event.pull_request.head.sha }}'}\n");
    expect(t.attributes('build').checksOutPullRequest).toBe('true @8');
    expect(steps('      - uses: actions/checkout@v4\n        with: {ref: main}\n').attributes('build').checksOutPullRequest).toBe(
      'false @4',
    );
  });

  it('are trusted with secrets although they can change', () => {
    const t = steps(
      [
        `      - uses: acme/pinned@${sha}`,
        "        with: {token: '${{ secrets.A }}'}",
        '      - uses: ./local',
        "        with: {token: '${{ secrets.A }}'}",
        '      - uses: acme/own-token@v1',
        "        with: {token: '${{ secrets.GITHUB_TOKEN }}'}",
        '      - uses: Acme/Loose@v1',
        "        env: {TOKEN: '${{ secrets.A }}'}",
        '      - uses: docker://acme/image:1',
        "        with: {token: '${{ toJSON(secrets) }}'}",
        '',
      ].join('\n'),
    );
    expect(t.attributes('build').unpinnedActionsWithSecrets).toBe('["acme/loose","docker://acme/image:1"] @13');
  });

  it('make App tokens that are wide, or outlive the job', () => {
    const app = (inputs: string) =>
      steps(`      - uses: actions/create-github-app-token@v2\n        with: {client-id: a, ${inputs}}\n`).attributes('build');
    expect(app('permission-issues: write')).toMatchObject({ appTokenScoped: 'true @7', appTokenKept: 'false @7' });
    expect(app('permission-issues: write, owner: acme')).toMatchObject({ appTokenScoped: 'false @7' });
    expect(app('permission-issues: write, owner: acme, repositories: a')).toMatchObject({ appTokenScoped: 'true @7' });
    expect(app('skip-token-revoke: true')).toMatchObject({ appTokenScoped: 'false @7', appTokenKept: 'true @8' });
    expect(steps('      - run: make\n').attributes('build').appTokenScoped).toBeUndefined();
  });
});
