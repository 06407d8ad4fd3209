import { describe, expect, it } from '@jest/globals';
import { secretsInExpression } from '../../../src/providers/github/secrets.js';
import { stopwatch } from '../../house/stopwatch.js';
import { steps, workflow } from './workflow.js';

/** One step; `with:` stands in line 8. */
const use = (action: string, inputs: string) => steps(`      - uses: ${action}\n        with: {${inputs}}\n`);

describe('logging in without a key', () => {
  it.each([
    [
      'aws-actions/configure-aws-credentials@v4',
      'role-to-assume: "arn:aws:iam::1:role/ci/deploy"',
      'OIDC token for AWS',
      'aws:role:deploy',
    ],
    [
      'google-github-actions/auth@v2',
      'workload_identity_provider: projects/1/x, service_account: ci@p.iam.gserviceaccount.com',
      'OIDC token for Google Cloud',
      'gcp:service-account:ci@p.iam.gserviceaccount.com',
    ],
    ['Azure/login@v2', 'client-id: 11-22, tenant-id: 33', 'OIDC token for Azure', 'azure:application:11-22'],
    ['hashicorp/vault-action@v3', 'method: jwt, role: ci', 'OIDC token for Vault', 'vault:role:ci'],
  ])('%s', (action, inputs, name, to) => {
    const t = use(action, inputs);
    expect(t.credentials).toEqual([`token "${name}" federated short-lived @8`]);
    expect(t.links).toEqual([`assumes ${to} via ${action.split('@')[0]?.toLowerCase()} @8`]);
  });

  it.each([
    ['inline-session-policy: \'{"Statement":[]}\'', 'a session policy'],
    ['managed-session-policies: "arn:aws:iam::aws:policy/ReadOnlyAccess"', 'a session policy'],
    ["inline-session-policy: ''", undefined],
    ["inline-session-policy: '${{ vars.POLICY }}'", undefined],
  ])('%s is within %s', (input, limit) => {
    const { facts } = use('aws-actions/configure-aws-credentials@v4', `role-to-assume: "arn:aws:iam::1:role/ci", ${input}`);
    expect(facts.flatMap((f) => (f.fact === 'link' ? [f.limit] : []))).toEqual([limit]);
  });

  it('keeps the tail of a role whose account is an expression, and the whole expression as a name', () => {
    const partly = use('aws-actions/configure-aws-credentials@v4', "role-to-assume: 'arn:aws:iam::${{ vars.ACCOUNT }}:role/ci'");
    expect(partly.links).toEqual(['assumes aws:role:ci via aws-actions/configure-aws-credentials @8']);
    const wholly = use('aws-actions/configure-aws-credentials@v4', "role-to-assume: '${{ vars.ROLE }}'");
    expect(wholly.links).toEqual(['assumes "<vars.ROLE>" via aws-actions/configure-aws-credentials @8']);
  });

  it('publishes by trust when no token is written', () => {
    expect(steps('      - uses: pypa/gh-action-pypi-publish@v1\n').credentials).toEqual([
      'token "OIDC token for PyPI" federated short-lived @7',
    ]);
    expect(use('pypa/gh-action-pypi-publish@v1', "password: '${{ secrets.PYPI }}'").credentials).toEqual([
      'token "PyPI token (PYPI)" reference static @8',
    ]);
  });

  it('is not claimed where something else lends the identity', () => {
    expect(use('azure/login@v2', 'auth-type: IDENTITY, client-id: 11').credentials).toEqual([]);
    expect(use('hashicorp/vault-action@v3', 'role: ci').credentials).toEqual([]);
    expect(
      use('aws-actions/configure-aws-credentials@v4', 'role-to-assume: "arn:aws:iam::1:role/a", role-chaining: true').credentials,
    ).toEqual([]);
  });
});

describe('logging in with a key', () => {
  it('tells a pair of AWS keys once, and the role they assume', () => {
    const t = use(
      'aws-actions/configure-aws-credentials@v4',
      "aws-access-key-id: '${{ secrets.ID }}', aws-secret-access-key: '${{ secrets.KEY }}', role-to-assume: 'arn:aws:iam::1:role/ci'",
    );
    expect(t.credentials).toEqual(['access-key "AWS access key (KEY)" reference static @8']);
    expect(t.links).toEqual(['assumes aws:role:ci via aws-actions/configure-aws-credentials @8']);
  });

  it.each([
    ['google-github-actions/auth@v2', 'credentials_json', 'private-key "Google service account key (S)"'],
    ['azure/login@v2', 'creds', 'password "Azure service principal secret (S)"'],
    ['hashicorp/vault-action@v3', 'secretId', 'secret "Vault AppRole secret id (S)"'],
    ['docker/login-action@v3', 'password', 'password "registry password (S)"'],
    ['actions/create-github-app-token@v2', 'private-key', 'private-key "GitHub App private key (S)"'],
    ['actions/checkout@v4', 'ssh-key', 'private-key "deploy key (S)"'],
  ])('%s by %s', (action, input, said) => {
    expect(use(action, `${input}: '\${{ secrets.S }}'`).credentials).toEqual([`${said} reference static @8`]);
  });

  it('does not count the token that ends with the job', () => {
    expect(use('docker/login-action@v3', "username: x, password: '${{ secrets.GITHUB_TOKEN }}'").credentials).toEqual([]);
    expect(use('actions/checkout@v4', "token: '${{ github.token }}'").credentials).toEqual([]);
    expect(use('actions/checkout@v4', "token: '${{ secrets.PAT || github.token }}'").credentials).toEqual([
      'token "GitHub token (PAT)" reference static @8',
    ]);
  });

  it('says so when it cannot tell where a key comes from', () => {
    expect(use('docker/login-action@v3', "password: '${{ steps.ecr.outputs.password }}'").credentials).toEqual([
      'password "registry password" reference unknown @8',
    ]);
  });

  it('knows the variables of well-known programs, each secret once', () => {
    const t = steps(
      [1, 2].map(() => "      - run: npm publish\n        env: {NODE_AUTH_TOKEN: '${{ secrets.NPM }}', REGISTRY: x}\n").join(''),
    );
    expect(t.credentials).toEqual(['token "npm token (NPM)" reference static @8']);
  });
});

describe('secrets', () => {
  it('are listed once, whatever their case, without the token of the job', () => {
    const t = workflow(`on: push
env:
  A: \${{ secrets.deploy_token }}
jobs:
  build:
    runs-on: x
    steps:
      - run: echo "\${{ secrets.DEPLOY_TOKEN }}" "\${{ secrets['ACCOUNT_ID'] }}" "\${{ secrets.GITHUB_TOKEN }}"
  other:
    runs-on: x
    steps: [{run: 'echo \${{ secrets.NOT_OURS }}'}]
`);
    expect(t.attributes('build').secrets).toBe('["ACCOUNT_ID","DEPLOY_TOKEN"] @8');
    expect(t.credentials).toEqual([
      'token "DEPLOY_TOKEN" reference static @8',
      'secret "ACCOUNT_ID" reference unknown @8',
      'secret "NOT_OURS" reference static @11',
      'token "DEPLOY_TOKEN" reference static @3',
    ]);
  });

  it.each([
    ['secrets.A', ['A'], false],
    ['SECRETS.a || inputs.secrets.b', ['A'], false],
    ["format('{0} secrets.C', secrets [ 'A' ])", ['A'], false],
    ['toJSON(secrets)', [], true],
    ['secrets[matrix.name]', [], true],
    ["secrets[format('{0}', 'x')]", [], true],
    ['my-secrets.a && steps.secrets.outputs.x', [], false],
    ["contains('secrets', 'x')", [], false],
  ])('in %s', (expression, names, whole) => {
    expect(secretsInExpression(expression)).toMatchObject({ names, whole });
  });

  it('may be read all at once', () => {
    expect(steps("      - run: echo '${{ toJSON(secrets) }}'\n").attributes('build').wholeSecretsContext).toBe('true @7');
    expect(steps('      - run: make\n').attributes('build').wholeSecretsContext).toBe('false @4');
  });
});

describe('secrets written into the file', () => {
  const canary = 'k9#Canary-7fQ2zL';
  const pem = `-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0${'B'.repeat(40)}\\n-----END PRIVATE KEY-----`;

  it.each([
    ['env of a step', `      - run: x\n        env: {DB_PASSWORD: '${canary}'}\n`, 'password "DB_PASSWORD"'],
    ['input of an action', `      - uses: a/b@v1\n        with: {api-key: '${canary}'}\n`, 'secret "api-key"'],
    ['key of a log-in', `      - uses: docker/login-action@v3\n        with: {password: '${canary}'}\n`, 'password "registry password"'],
    ['any name, by its shape', `      - run: x\n        env: {THING: "${pem}"}\n`, 'private-key "THING"'],
  ])('%s', (_, text, said) => {
    const t = steps(text);
    expect(t.credentials).toEqual([`${said} literal static hidden @8`]);
    expect(t.text()).not.toContain(canary);
    expect(t.text()).not.toContain('MIIEvQ');
  });

  it('in the environment of the workflow and in containers', () => {
    const t = workflow(`on: push
env: {SIGNING_KEY: '${canary}'}
jobs:
  build:
    runs-on: x
    container:
      image: acme/x
      credentials: {username: a, password: '${canary}'}
      env: {API_TOKEN: '${canary}'}
    services:
      db: {image: postgres, env: {POSTGRES_PASSWORD: '${canary}'}, credentials: {password: '\${{ secrets.R }}'}}
`);
    expect(t.credentials).toEqual([
      'signing-key "SIGNING_KEY" literal static hidden @2',
      'token "API_TOKEN" literal static hidden @9',
      'password "POSTGRES_PASSWORD" literal static hidden @11',
      'password "registry password" literal static hidden @8',
      'secret "R" reference static @11',
    ]);
    expect(t.text()).not.toContain(canary);
  });

  it.each([
    'POSTGRES_PASSWORD: postgres',
    'API_TOKEN: ""',
    'API_TOKEN: changeme',
    'API_TOKEN: <your token>',
    'API_TOKEN: $TOKEN',
    "API_TOKEN: '${{ steps.x.outputs.token }}'",
    'TOKEN_URL: https://auth.example.com/token',
    'SECRET_NAME: prod/database/main',
    'PASSWORD_FILE: /run/secrets/db',
    'token-format: access_token',
    'MAX_TOKENS: 4096',
    'PUBLIC_KEY: MIIBIjANBgkqhkiG9w0',
  ])('is not seen in %s', (entry) => {
    expect(steps(`      - run: x\n        env: {${entry}}\n`).credentials).toEqual([]);
  });
});

describe('hostile shapes', () => {
  it.each([
    'jobs: {a: {steps: 1, permissions: [a], on: {}, env: x, services: [1], container: [x], runs-on: {a: b}, strategy: [1]}}',
    'on: {a: {b: c}}\njobs: {a: {steps: [1, [2], null, {uses: {a: b}, with: [1], env: 3}], uses: 5, secrets: [inherit], environment: [x]}}',
    'on: 5\npermissions: null\njobs: {a: {runs-on: null, uses: null, steps: null, env: null, secrets: null}}',
    "on: ['${{ x }}']\njobs: {a: {uses: '${{ x }}', runs-on: '${{ matrix.a }}', strategy: {matrix: {a: {b: c}}}, environment: {name: [x]}}}",
    "on: push\njobs: {a: {steps: [{uses: 'docker://'}, {uses: '@'}, {uses: ''}, {uses: a/b, with: {x: '${{ }}'}}]}}",
  ])('do not throw: %s', (text) => {
    expect(() => workflow(text).text()).not.toThrow();
  });

  it('stay fast on long expressions', () => {
    const spent = stopwatch();
    secretsInExpression(`${'secrets['.repeat(20_000)}${"'".repeat(20_000)}${'secrets . '.repeat(20_000)}`);
    secretsInExpression(`secrets${' '.repeat(200_000)}x`);
    expect(spent()).toBeLessThan(5_000);
  });
});
