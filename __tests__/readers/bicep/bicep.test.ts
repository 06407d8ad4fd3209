import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { stopwatch } from '../../house/stopwatch.js';
import { propertyOf, reasonsOf } from '../reading.js';
import { read } from './reading.js';

const labels = (files: Parameters<typeof read>[0]) => read(files).resources.map((r) => r.label);

describe('Bicep', () => {
  it('reads resources with their place and comments', () => {
    const { resources, gaps } = read(`targetScope = 'subscription'
// owner: team-a
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'fixed'
  properties: { principalType: 'ServicePrincipal' }
}
`);
    expect(gaps).toEqual([]);
    expect(resources.map((r) => [r.dialect, r.type, r.address])).toEqual([
      ['arm', 'Microsoft.Authorization/roleAssignments', 'main.bicep#assignment'],
    ]);
    expect(resources[0]?.comments.map((c) => c.text)).toEqual(['owner: team-a']);
    expect(resources[0] && locate(resources[0].head).startLine).toBe(3);
    expect(propertyOf({ resources, gaps, moves: [] }, 'assignment', 'targetScope')).toBe('"subscription"');
  });

  it('refers to other resources, declared and existing', () => {
    const result = read(`
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'ci' }
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'kv' }
resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4')
    about: '\${identity.name} of \${vault.name}'
    secret: vault.getSecret('x')
  }
}`);
    expect(result.resources.map((r) => r.label)).toEqual(['identity', 'grant']);
    expect(propertyOf(result, 'grant', 'name')).toBe('?(guid(vault.id, identity.id) is known at deploy time)');
    expect(propertyOf(result, 'grant', 'properties', 'principalId')).toBe('&identity.properties.principalId');
    expect(propertyOf(result, 'grant', 'properties', 'roleDefinitionId')).toBe(
      '"/subscriptions/<subscription().subscriptionId>/providers/Microsoft.Authorization/roleDefinitions/b86a8fe4"',
    );
    expect(propertyOf(result, 'grant', 'properties', 'about')).toBe('"ci of kv"');
    expect(propertyOf(result, 'grant', 'properties', 'secret')).toBe('&vault.getSecret()');
  });

  it('takes parameters from defaults and parameter files', () => {
    const template = `
param a string = 'default'
param b string
param c string
param d string?
@secure()
param e string
resource r 'A.B/c@1' = { name: a, b: b, c: c, d: d, e: e }`;
    const result = read({
      'main.bicep': template,
      'main.dev.bicepparam': "using './main.bicep'\nparam b = 'same'\nparam c = 'dev'\n",
      'env/main.prod.bicepparam': "using '../main.bicep'\nvar x = 'sa'\nparam b = '${x}me'\nparam c = 'prod'\n",
      'main.parameters.json': '{"parameters": {"e": {"reference": {"secretName": "x"}}}}',
    });
    expect(['name', 'b', 'c', 'd', 'e'].map((key) => propertyOf(result, 'r', key))).toEqual([
      '"default"',
      '"same"',
      '?(param c differs between parameter files)',
      'null',
      '?(parameter e is kept in a vault)',
    ]);
    expect(propertyOf(read(template), 'r', 'b')).toBe('?(param b has no default)');
  });

  it('makes one resource for each round of a loop', () => {
    const result = read(`
param open array
var names = ['a', 'b']
resource some 'A.B/c@1' = [for (n, i) in names: if (n != 'x') { name: '\${n}\${i}' }]
resource many 'A.B/c@1' = [for o in open: { name: o.name }]
resource none 'A.B/c@1' = [for n in []: { name: n }]
resource last 'A.B/c@1' = { name: some[1].name, id: some[0].id, more: many[0].id }`);
    expect(result.resources.map((r) => r.label)).toEqual(['some[0]', 'some[1]', 'many[*]', 'last']);
    expect(propertyOf(result, 'some[1]', 'name')).toBe('"b1"');
    expect(propertyOf(result, 'many[*]', 'name')).toBe('?(it is an item of a list that is not known: param open has no default)');
    expect(propertyOf(result, 'last', 'name')).toBe('&some[1].name = "b1"');
    expect(propertyOf(result, 'last', 'id')).toBe('&some[0].id');
  });

  it('leaves a resource out only where no deployment has it', () => {
    expect(
      labels(`
param enabled bool = false
param names array = []
var never = false
resource a 'A.B/c@1' = if (enabled) { name: 'a' }
resource b 'A.B/c@1' = if (never) { name: 'b' }
resource c 'A.B/c@1' = [for n in names: { name: n }]`),
    ).toEqual(['a', 'c[*]']);
  });

  it('reads nested resources under their full type', () => {
    const result = read(`
resource server 'Microsoft.Sql/servers@2021-11-01' existing = {
  name: 'sql'
  resource admin 'administrators' = {
    name: 'ActiveDirectory'
    resource deep 'Other.Type/x@1' = { name: 'deep' }
  }
}
output id string = server::admin.id
resource user 'A.B/c@1' = { name: server::admin.name }`);
    expect(result.resources.map((r) => [r.label, r.type])).toEqual([
      ['admin', 'Microsoft.Sql/servers/administrators'],
      ['deep', 'Other.Type/x'],
      ['user', 'A.B/c'],
    ]);
    expect(propertyOf(result, 'admin', 'parent')).toBe('&server');
    expect(propertyOf(result, 'user', 'name')).toBe('&admin.name = "ActiveDirectory"');
  });

  it('reads modules through the files that use them', () => {
    const result = read({
      'main.bicep': `
param prefix string = 'x'
module one 'modules/identity.bicep' = { name: 'm1', params: { name: '\${prefix}-one', enabled: true } }
module two 'modules/identity.bicep' = [for n in ['a', 'b']: { name: 'm2', scope: subscription('s'), params: { name: n, enabled: false } }]
resource user 'A.B/c@1' = { name: one.outputs.name, id: two[1].outputs.principal }
`,
      'modules/identity.bicep': `
param name string
param enabled bool
resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: name }
resource extra 'A.B/c@1' = if (enabled) { name: 'extra' }
output name string = id.name
output principal string = id.properties.principalId`,
    });
    expect(result.gaps).toEqual([]);
    expect(result.resources.map((r) => r.address)).toEqual([
      'main.bicep#module.one/id',
      'main.bicep#module.one/extra',
      'main.bicep#module.two[0]/id',
      'main.bicep#module.two[1]/id',
      'main.bicep#user',
    ]);
    expect(result.resources[0] && locate(result.resources[0].head).path).toBe('modules/identity.bicep');
    expect(propertyOf(result, 'module.one/id', 'name')).toBe('"x-one"');
    expect(propertyOf(result, 'user', 'name')).toBe('&module.one.outputs.name = "x-one"');
    expect(propertyOf(result, 'module.two[0]/id', 'targetScope')).toBe('?(subscription(…) is known at deploy time)');
  });

  it('reads a module by itself that only tests use, and files that only use one another', () => {
    expect(
      labels({
        'avm/main.bicep': "param n string\nresource r 'A.B/c@1' = { name: n }",
        'avm/tests/e2e/main.test.bicep': "module m '../../main.bicep' = { params: { n: 'a' } }\nresource t 'A.B/c@1' = { name: 't' }",
      }),
    ).toEqual(['r', 't']);
    const circle = read({
      'a.bicep': "module b 'b.bicep' = {}\nresource r 'A.B/c@1' = { name: 'a' }",
      'b.bicep': "module a 'a.bicep' = {}\nresource r 'A.B/c@1' = { name: 'b' }",
    });
    expect(circle.resources.map((r) => r.address)).toEqual(['a.bicep#module.b/r', 'a.bicep#r']);
    expect(reasonsOf(circle)).toEqual(['module a uses itself: what it declares is not reviewed']);
  });

  it('tells which modules it cannot read', () => {
    expect(
      reasonsOf(
        read(
          "module a 'br/public:avm/res/x:1.0.0' = {}\nmodule b 'ts:x' = {}\nmodule c 'none.bicep' = {}\nmodule d '../../etc/x.bicep' = {}\nmodule e 'x.json' = {}",
        ),
      ),
    ).toEqual([
      'module a comes from a registry (br/public:avm/res/x:1.0.0): what it declares is not reviewed',
      'module b comes from a registry (ts:x): what it declares is not reviewed',
      'module c is not in the repository: what it declares is not reviewed',
      'module d is not in the repository: what it declares is not reviewed',
      'module e is an ARM template, which is read by itself: what it declares is not reviewed',
    ]);
  });

  it('loads files of the repository and no others', () => {
    const result = read({
      'infra/main.bicep':
        "var c = loadJsonContent('../config.json')\nresource r 'A.B/c@1' = { name: c.names[0], text: loadTextContent('a.txt'), out: loadTextContent('../../x'), yaml: loadYamlContent('c.yml').a }",
      'config.json': '{"names": ["ci"]}',
      'infra/a.txt': 'text',
      'infra/c.yml': 'a: 1\n',
    });
    expect(['name', 'text', 'out', 'yaml'].map((key) => propertyOf(result, 'r', key))).toEqual([
      '"ci"',
      '"text"',
      '?(the file that loadTextContent() loads is not in the repository)',
      '1',
    ]);
  });

  it('ends where a template does not', () => {
    expect(propertyOf(read("var a = b\nvar b = a\nresource r 'A.B/c@1' = { name: a }"), 'r', 'name')).toBe('?(a refers to itself)');
    const doubling = Array.from({ length: 60 }, (_, i) => `var v${i + 1} = '\${v${i}}\${v${i}}'`).join('\n');
    const result = read(`var v0 = '0123456789'\n${doubling}\nresource r 'A.B/c@1' = { name: v60 }`);
    expect(reasonsOf(result)).toContain('what is written here is too large to evaluate');
    expect(reasonsOf(read("resource r 'A.B/c@1' = [for i in range(0, 5000): { name: '${i}' }]"))).toEqual([
      'a loop makes more than 800 copies; the rest is not read',
    ]);
    const tower: Record<string, string> = {};
    for (let i = 0; i < 30; i++)
      tower[`m${i}.bicep`] = `module a 'm${i + 1}.bicep' = {}\nmodule b 'm${i + 1}.bicep' = {}\nresource r 'A.B/c@1' = { name: 'x' }`;
    const spent = stopwatch();
    expect(reasonsOf(read(tower)).join()).toContain('too');
    expect(spent()).toBeLessThan(5000);
  });
});
