import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { pulumi } from '../../../src/readers/pulumi/index.js';
import { bodyOf, propertyOf, readYaml, reasonsOf } from '../reading.js';

const program = (text: string, more: Readonly<Record<string, string>> = {}) =>
  readYaml(pulumi, { 'infra/Pulumi.yaml': `name: shop\nruntime: yaml\n${text}`, ...more });
const value = (written: string, more = '') =>
  propertyOf(program(`${more}\nresources:\n  x:\n    type: a:b:C\n    properties:\n      value: ${written}\n`), 'x', 'value');

describe('Pulumi YAML', () => {
  it('reads resources with their place, comments and one spelling of their type', () => {
    const { resources } = program(`
resources:
  # owner: team-a
  ci:
    type: aws:iam/role:Role
    properties: {name: ci}
  app:
    type: azuread:index/application:Application
`);
    expect(resources.map((r) => [r.dialect, r.type, r.address])).toEqual([
      ['pulumi', 'aws:iam:Role', 'infra/Pulumi.yaml#ci'],
      ['pulumi', 'azuread:Application', 'infra/Pulumi.yaml#app'],
    ]);
    expect(resources[0]?.comments.map((c) => c.text)).toEqual(['owner: team-a']);
    expect(resources[0] && locate(resources[0].head).startLine).toBe(6);
  });

  it('hands Kubernetes objects on as such', () => {
    const { resources } = program(
      'resources:\n  a:\n    type: kubernetes:core/v1:ServiceAccount\n  b:\n    type: kubernetes:rbac.authorization.k8s.io/v1:ClusterRole\n',
    );
    expect(resources.map((r) => [r.dialect, r.type])).toEqual([
      ['kubernetes', 'ServiceAccount'],
      ['kubernetes', 'rbac.authorization.k8s.io/ClusterRole'],
    ]);
  });

  it.each([
    ['plain ${pulumi.project}', '"plain shop"'],
    ['${pulumi.stack}', '?(pulumi.stack is known at deploy time)'],
    ['role-${pulumi.stack}', '"role-<pulumi.stack>"'],
    ['$${kept}', '"${kept}"'],
    ['${nobody}', '?(nobody is not declared in this program)'],
    ["{'fn::join': ['-', [a, '${pulumi.stack}', b]]}", '"a-<pulumi.stack>-b"'],
    ["{'fn::toJSON': {Version: '2012-10-17'}}", '{Version: "2012-10-17"}'],
    ["{'fn::select': [1, [a, b]]}", '"b"'],
    ["{'fn::secret': hush}", '"hush"'],
    ["{'fn::split': ['/', 'a/b']}", '["a", "b"]'],
    ["{'fn::rotate': 1}", '?(fn::rotate is not evaluated)'],
    ["{'fn::invoke': {function: aws:getCallerIdentity, return: accountId}}", '?(aws:getCallerIdentity is asked at deploy time)'],
  ])('evaluates %s', (written, expected) => expect(value(written)).toBe(expected));

  it('takes settings from defaults, and from the stacks where they agree', () => {
    const text = 'config:\n  team: {type: string, default: core}\n  env: {type: string}\n  size: {type: string}\n';
    const stacks = {
      'infra/Pulumi.dev.yaml': 'config:\n  shop:env: live\n  shop:size: s\n',
      'infra/Pulumi.prod.yaml': 'config:\n  shop:env: live\n  shop:size: l\n',
    };
    const read = program(
      `${text}resources:\n  x:\n    type: a:b:C\n    properties: {team: '\${team}', env: '\${env}', size: '\${size}'}\n`,
      stacks,
    );
    expect(bodyOf(read, 'x')).toBe('{team: "core", env: "live", size: ?(setting size differs between stacks or is a secret)}');
  });

  it('refers to other resources, with what is written there', () => {
    const read = program(`
variables: {suffix: '\${role.name}-x'}
resources:
  role: {type: 'aws:iam:Role', properties: {name: ci}}
  key: {type: 'aws:iam:AccessKey', properties: {user: '\${role.name}', arn: '\${role.arn}', text: 'of \${role.arn}', more: '\${suffix}', whole: '\${role}'}}
`);
    expect(propertyOf(read, 'key', 'user')).toBe('&role.name = "ci"');
    expect(propertyOf(read, 'key', 'arn')).toBe('&role.arn');
    expect(propertyOf(read, 'key', 'text')).toBe('"of <role.arn -> role>"');
    expect(propertyOf(read, 'key', 'more')).toBe('"ci-x"');
    expect(propertyOf(read, 'key', 'whole')).toBe('&role');
  });

  it('writes a policy document as its arguments say', () => {
    const read = program(`
variables:
  trust:
    fn::invoke:
      function: aws:iam:getPolicyDocument
      arguments:
        statements:
          - actions: ['sts:AssumeRole']
            principals: [{type: Service, identifiers: [lambda.amazonaws.com]}]
            conditions: [{test: StringEquals, variable: 'aws:SourceAccount', values: ['1']}]
resources:
  role: {type: 'aws:iam:Role', properties: {assumeRolePolicy: '\${trust.json}'}}
`);
    expect(bodyOf(read, 'role')).toBe(
      '{assumeRolePolicy: {Statement: [{Action: ["sts:AssumeRole"], Effect: "Allow", Principal: {Service: ["lambda.amazonaws.com"]}, Condition: {StringEquals: {aws:SourceAccount: ["1"]}}}]}}',
    );
  });

  it('reads files of the repository and no others', () => {
    const text = (path: string) => `resources:\n  x:\n    type: a:b:C\n    properties: {value: {'fn::readFile': '${path}'}}\n`;
    const files = { 'policies/ci.json': '{"Statement":[]}' };
    const read = (path: string) =>
      propertyOf(readYaml(pulumi, { 'infra/Pulumi.yaml': text(path), ...files }, ['infra/Pulumi.yaml']), 'x', 'value');
    expect(read('../policies/ci.json')).toBe('"{\\"Statement\\":[]}"');
    for (const path of ['../../etc/passwd', '/etc/passwd', 'none.json'])
      expect(read(path)).toBe('?(the file that is read is not in the repository)');
  });

  it('says what it does not read', () => {
    expect(reasonsOf(readYaml(pulumi, { 'Pulumi.yaml': 'name: x\nruntime: nodejs\n' }))).toEqual([
      'this Pulumi program is written in nodejs: the identities that it makes are not reviewed',
    ]);
    expect(reasonsOf(program('resources:\n  a: {type: a:b:C}\n  x: {properties: {}}\n'))).toEqual(['resource x has no type']);
  });

  it('ends where a program does not', () => {
    expect(value('${a}', "variables: {a: '${b}', b: '${a}'}")).toBe('?(a refers to itself)');
    const doubling = Array.from({ length: 40 }, (_, i) => `  v${i + 1}: '\${v${i}}\${v${i}}'`).join('\n');
    const read = program(`variables:\n  v0: '0123456789'\n${doubling}\nresources: {x: {type: 'a:b:C', properties: {value: '\${v40}'}}}\n`);
    expect(propertyOf(read, 'x', 'value')).toContain('too large');
    expect(reasonsOf(read)).toEqual(['what is written here is too large to evaluate']);
  });
});
