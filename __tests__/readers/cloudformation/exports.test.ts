import { describe, expect, it } from '@jest/globals';
import { filePath, type Source } from '../../../src/model/span.js';
import { get, type Node } from '../../../src/model/tree.js';
import { cloudformation } from '../../../src/readers/cloudformation/index.js';
import { json } from '../../../src/syntax/json.js';
import { yaml } from '../../../src/syntax/yaml/index.js';
import { printed } from '../printed.js';

/** Reads the folder `stacks`; files of other folders are there when they are asked for. */
function subjectIn(files: Readonly<Record<string, string>>): Node | undefined {
  const sources = Object.entries(files).map(([path, text]): Source => ({ path: filePath(path), side: 'head', text }));
  const result = cloudformation.read({
    scope: 'stacks',
    files: sources
      .filter((s) => /^stacks\/[^/]+$/.test(s.path))
      .map((source) => ({ source, tree: (source.path.endsWith('.json') ? json : yaml).parse(source) })),
    open: (path) => sources.find((s) => s.path === path),
    below: () => sources.map((s) => s.path),
  });
  const resource = result.resources.find((r) => r.label === 'Subject');
  expect(result.gaps.map((g) => g.reason)).toEqual([]);
  return get(resource?.body, 'Value');
}

const importing = (name: string): string => `Resources:\n  Subject:\n    Type: My::Own::Thing\n    Properties:\n      Value: ${name}\n`;
const exporting = (name: string, value: string, more = ''): string =>
  `${more}Resources:\n  Role:\n    Type: AWS::IAM::Role\nOutputs:\n  Out:\n    Value: ${value}\n    Export: {Name: ${name}}\n`;
const value = (files: Readonly<Record<string, string>>, name = '!ImportValue role-arn'): string => {
  const node = subjectIn({ 'stacks/app.yaml': importing(name), ...files });
  return node?.kind === 'reference' ? node.to : printed(node);
};
const unknown = 'it is exported by another stack';

describe('a value that another stack exports', () => {
  it.each([
    ['a literal', { 'stacks/iam.yaml': exporting('role-arn', 'arn:aws:iam::111122223333:role/ci') }, 'arn:aws:iam::111122223333:role/ci'],
    ['a resource of its own', { 'stacks/iam.yaml': exporting('role-arn', '!GetAtt Role.Arn') }, 'stacks/iam.yaml#Role'],
    ['from a folder beside', { 'network/roles/iam.yml': exporting('role-arn', '!Ref Role') }, 'network/roles/iam.yml#Role'],
    [
      'of a synthesised template',
      {
        'stacks/Iam.template.json': JSON.stringify({
          Resources: { Role: { Type: 'AWS::IAM::Role' } },
          Outputs: { O: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Export: { Name: 'role-arn' } } },
        }),
      },
      'stacks/Iam.template.json#Role',
    ],
    [
      'under a name that a default completes',
      { 'stacks/iam.yaml': exporting('!Sub "${Kind}-arn"', 'arn:x', 'Parameters: {Kind: {Type: String, Default: role}}\n') },
      'arn:x',
    ],
    [
      'through a third one',
      {
        'stacks/iam.yaml': exporting('role-arn', '!ImportValue deeper'),
        'other/deep.yaml': exporting('deeper', 'arn:aws:iam::111122223333:role/deep'),
      },
      'arn:aws:iam::111122223333:role/deep',
    ],
    [
      'from beside, rather than from far',
      { 'stacks/iam.yaml': exporting('role-arn', 'near'), 'old/iam.yaml': exporting('role-arn', 'far') },
      'near',
    ],
  ])('%s', (_, files, expected) => expect(value(files)).toContain(expected));

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['that nobody exports', {}],
    ['that is exported under another name', { 'stacks/iam.yaml': exporting('role', 'arn:x') }],
    ['that two stages export', { 'dev/iam.yaml': exporting('role-arn', 'a'), 'prod/iam.yaml': exporting('role-arn', 'b') }],
    ['that rests on itself', { 'stacks/iam.yaml': exporting('role-arn', '!ImportValue role-arn') }],
    ['in a circle', { 'stacks/a.yaml': exporting('role-arn', '!ImportValue b'), 'stacks/b.yaml': exporting('b', '!ImportValue role-arn') }],
    ['of a file that is no template', { 'stacks/values.yaml': 'Outputs: {O: {Value: x, Export: {Name: role-arn}}}\n' }],
    [
      'of a tree with very many templates',
      Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`t${i}/iam.yaml`, exporting(i === 0 ? 'role-arn' : `n${i}`, 'x')])),
    ],
  ])('%s is not known', (_, files) => expect(value(files)).toContain(unknown));

  it('under a name that only the deployment tells is not known', () => {
    const name = '!Sub "${AWS::StackName}-arn"';
    expect(value({ 'stacks/iam.yaml': exporting(name, 'arn:x') }, `!ImportValue {"Fn::Sub": "\${AWS::StackName}-arn"}`)).toContain(unknown);
  });

  it('decides no condition, since the exporting stack may be given other parameters', () => {
    const app = `Conditions:\n  IsProd: !Equals [!ImportValue env, prod]\n${importing('!If [IsProd, yes, no]')}`;
    const env = 'Parameters: {Env: {Type: String, Default: prod}}\n';
    const node = subjectIn({ 'stacks/app.yaml': app, 'stacks/env.yaml': exporting('env', '!Ref Env', env) });
    expect(node?.kind).toBe('unknown');
  });
});
