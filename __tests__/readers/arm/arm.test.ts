import { describe, expect, it } from '@jest/globals';
import { filePath, locate, type Source } from '../../../src/model/span.js';
import { arm } from '../../../src/readers/arm/index.js';
import type { ReadResult } from '../../../src/readers/reader.js';
import { json } from '../../../src/syntax/json.js';
import { read as readBicep } from '../bicep/reading.js';
import { printed } from '../printed.js';
import { propertyOf, reasonsOf } from '../reading.js';

const schema = (scope = 'deploymentTemplate') => `https://schema.management.azure.com/schemas/2019-04-01/${scope}.json#`;

/** Reads `main.json`; the other files can be opened. */
function read(template: object, more: Readonly<Record<string, string>> = {}): ReadResult {
  const text = JSON.stringify({ $schema: schema(), ...template }, null, 1);
  const sources = new Map(
    Object.entries({ ...more, 'main.json': text }).map(([path, t]): [string, Source] => [
      path,
      { path: filePath(path), side: 'head', text: t },
    ]),
  );
  const source = sources.get('main.json');
  return arm.read({ scope: 'main.json', files: source ? [{ source, tree: json.parse(source) }] : [], open: (path) => sources.get(path) });
}

const resource = (name: string, more: object = {}) => ({ type: 'A.B/c', apiVersion: '1', name, ...more });
const labels = (template: object) => read(template).resources.map((r) => r.label);

describe('ARM templates', () => {
  it('reads resources with their place', () => {
    const { resources } = read({ $schema: schema('subscriptionDeploymentTemplate'), resources: [resource('one')] });
    expect(resources.map((r) => [r.dialect, r.type, r.address])).toEqual([['arm', 'A.B/c', 'main.json#c.one']]);
    expect(printed(resources[0]?.body)).toBe('{name: "one", targetScope: "subscription"}');
    expect(resources[0] && locate(resources[0].head).startLine).toBe(7);
  });

  it.each([
    ["[parameters('known')]", '"k"'],
    ["[parameters('open')]", '?(parameter open has no default)'],
    ["[concat('a-', parameters('open'), '-b')]", '"a-<open>-b"'],
    ["[variables('v').list[1]]", '"k!"'],
    ["[VARIABLES('twice')[1]]", '"t1"'],
    ["[format('{0}''{1}', 'it', 's')]", '"it\'s"'],
    ["[if(equals(parameters('known'), 'k'), 'yes', 'no')]", '"yes"'],
    ['[[not an expression]', '"[not an expression]"'],
    ['[a list?', '"[a list?"'],
    ['[broken(]', '?(the expression cannot be read)'],
    ['[subscription().subscriptionId]', '?(subscription() is known at deploy time)'],
    ["[reference('y')]", '?(reference(…) is known at deploy time)'],
    ["[myFunctions.make('x')]", '?(myFunctions.make() is not evaluated)'],
    ['[and(true(), not(false()), greater(add(1, 2), 2))]', 'true'],
    ["[variables('circle')]", '?(circle refers to itself)'],
  ])('evaluates %s', (written, expected) => {
    const result = read({
      parameters: { known: { type: 'string', defaultValue: 'k' }, open: { type: 'string' } },
      variables: {
        v: { list: ['a', "[concat(parameters('known'), '!')]"] },
        circle: "[variables('circle')]",
        copy: [{ name: 'twice', count: 2, input: "[concat('t', copyIndex('twice'))]" }],
      },
      resources: [resource('x', { value: written })],
    });
    expect(propertyOf(result, 'c.x', 'value')).toBe(expected);
  });

  it('keeps the places of what an expression says', () => {
    const { resources } = read({ resources: [resource('x', { value: "[concat('some', 'where')]" })] });
    const [only] = resources;
    const value = only?.body.entries.find((e) => e.key.value === 'value')?.value;
    expect(value?.kind === 'scalar' && value.offsets?.to.map((o) => value.span.source.text.slice(o, o + 4))).toEqual(['some', 'wher']);
  });

  it('takes parameters from the file beside it', () => {
    const template = {
      parameters: { p: { type: 'string' }, q: { type: 'securestring' } },
      resources: [resource('x', { p: "[parameters('p')]", q: "[parameters('q')]" })],
    };
    const result = read(template, { 'main.parameters.json': '{"parameters": {"P": {"value": "given"}, "q": {"reference": {}}}}' });
    expect(propertyOf(result, 'c.x', 'p')).toBe('"given"');
    expect(propertyOf(result, 'c.x', 'q')).toBe('?(parameter q is kept in a vault)');
  });

  it('makes one resource for each round of a loop, and leaves out what no deployment has', () => {
    expect(
      labels({
        parameters: { n: { type: 'int' }, none: { type: 'int', defaultValue: 0 }, off: { type: 'bool', defaultValue: false } },
        resources: [
          resource("[concat('r', copyIndex(1))]", { copy: { name: 'l', count: 2 } }),
          resource('many', { copy: { name: 'l', count: "[parameters('n')]" } }),
          resource('perhaps', { copy: { name: 'l', count: "[parameters('none')]" } }),
          resource('off', { condition: "[parameters('off')]" }),
          resource('never', { condition: false }),
        ],
      }),
    ).toEqual(['c.r1[0]', 'c.r2[1]', 'c.many[*]', 'c.perhaps[*]', 'c.off']);
  });

  it('reads children, symbols and nested deployments', () => {
    const result = read({
      parameters: { p: { defaultValue: 'outer' } },
      resources: [
        resource('parent', { resources: [{ type: 'd', name: 'child' }] }),
        {
          type: 'Microsoft.Resources/deployments',
          name: 'inner',
          properties: {
            expressionEvaluationOptions: { scope: 'inner' },
            parameters: { p: { value: "[parameters('p')]" } },
            template: { parameters: { p: {} }, resources: [resource("[concat(parameters('p'), '!')]")] },
          },
        },
        { type: 'Microsoft.Resources/deployments', name: 'link', properties: { templateLink: { uri: 'https://example.org/x.json' } } },
      ],
    });
    expect(result.resources.map((r) => [r.type, r.label])).toEqual([
      ['A.B/c', 'c.parent'],
      ['A.B/c/d', 'd.parent/child'],
      ['A.B/c', 'deployments.inner/c.outer!'],
    ]);
    expect(propertyOf(result, 'd.parent/child', 'parent')).toBe('&c.parent');
    expect(reasonsOf(result)).toEqual([
      'deployment deployments.link: it links a template that is not in the repository; what it declares is not reviewed',
    ]);
    expect(labels({ resources: { one: resource('x'), two: resource('y', { existing: true }) } })).toEqual(['one']);
  });

  it('refers to the resources that it declares', () => {
    const result = read({
      resources: [
        resource('user', {
          id: "[reference(resourceId('A.B/c', 'made')).principalId]",
          full: "[reference('made', '1', 'Full').identity]",
          self: "[resourceId('A.B/c', 'made')]",
        }),
        resource('made'),
      ],
    });
    expect(propertyOf(result, 'c.user', 'id')).toBe('&c.made.properties.principalId');
    expect(propertyOf(result, 'c.user', 'full')).toBe('&c.made.identity');
    expect(propertyOf(result, 'c.user', 'self')).toBe(
      '&c.made.id = "/subscriptions/<subscription().subscriptionId>/resourceGroups/<resourceGroup().name>/providers/A.B/c/made"',
    );
  });

  it('says the same as the Bicep that it was compiled from', () => {
    const bicep = readBicep(`
param prefix string = 'ci'
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: '\${prefix}-id' }
resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'fixed'
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7')
  }
}
resource vm 'Microsoft.Compute/virtualMachines@2023-03-01' = { name: 'vm', identity: { type: 'SystemAssigned' } }`);
    const compiled = read({
      parameters: { prefix: { type: 'string', defaultValue: 'ci' } },
      resources: {
        identity: {
          type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
          apiVersion: '2023-01-31',
          name: "[format('{0}-id', parameters('prefix'))]",
        },
        grant: {
          type: 'Microsoft.Authorization/roleAssignments',
          apiVersion: '2022-04-01',
          name: 'fixed',
          properties: {
            principalId: "[reference('identity').principalId]",
            principalType: 'ServicePrincipal',
            roleDefinitionId: "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7')]",
          },
          dependsOn: ['identity'],
        },
        vm: { type: 'Microsoft.Compute/virtualMachines', apiVersion: '2023-03-01', name: 'vm', identity: { type: 'SystemAssigned' } },
      },
    });
    const shown = ({ resources }: ReadResult) => resources.map((r) => [r.dialect, r.type, r.label, printed(r.body)]);
    expect(shown(compiled)).toEqual(shown(bicep));
    expect(compiled.resources.map((r) => r.type)).toContain('identity');
  });

  it('leaves what was compiled to the Bicep that is there', () => {
    const template = { metadata: { _generator: { name: 'bicep' } }, resources: [resource('x')] };
    expect(read(template, { 'main.bicep': '' }).resources).toEqual([]);
    expect(labels(template)).toEqual(['c.x']);
  });

  it('takes nothing from other JSON, and tells what it cannot read', () => {
    expect(read({ $schema: 'https://json-schema.org/draft/2020-12/schema#', resources: [resource('x')] }).resources).toEqual([]);
    expect(reasonsOf(read({ resources: ['x'] }))).toEqual(['a resource of this template has no type']);
    expect(reasonsOf(read({ resources: 'x' }))).toEqual(['resources is neither a list nor a map']);
  });

  it('ends where a template does not', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`v${i + 1}`, `[concat(variables('v${i}'), variables('v${i}'))]`]),
    );
    expect(reasonsOf(read({ variables: { v0: '0123456789', ...doubling }, resources: [resource("[variables('v60')]")] }))).toContain(
      'what is written here is too large to evaluate',
    );
    let nested: object = { resources: [resource('deep')] };
    for (let i = 0; i < 30; i++)
      nested = { resources: [{ type: 'Microsoft.Resources/deployments', name: 'n', properties: { template: nested } }] };
    expect(reasonsOf(read(nested)).join()).toContain('deployments are nested too deep');
    expect(propertyOf(read({ resources: [resource('x', { v: `[${'a('.repeat(5000)}]` })] }), 'c.x', 'v')).toBe(
      '?(the expression cannot be read)',
    );
  });
});
