import { describe, expect, it } from '@jest/globals';
import { collect } from '../../src/collect/collect.js';
import { Reading } from '../../src/collect/read.js';
import { partsOf } from '../../src/collect/wholes.js';
import { fromMemory } from '../../src/edges/memory.js';
import { type FilePath, filePath } from '../../src/model/span.js';
import { cloudformation } from '../../src/readers/cloudformation/index.js';
import { syntaxes } from '../../src/syntax/index.js';

const whole = (of: string, ...parts: readonly string[]): { readonly of: FilePath; readonly parts: readonly FilePath[] } => ({
  of: filePath(of),
  parts: parts.map(filePath),
});
const parts = (...wholes: readonly ReturnType<typeof whole>[]): readonly string[] => [...partsOf(wholes)];

describe('parts of wholes', () => {
  it.each([
    ['nothing', [], []],
    ['one level', [whole('a', 'b')], ['b']],
    ['two levels', [whole('b', 'c'), whole('a', 'b', 'c')], ['b', 'c']],
    ['a part of two', [whole('a', 'c'), whole('b', 'c')], ['c']],
    ['a round: the first speaks', [whole('a', 'b'), whole('b', 'a')], ['b']],
    ['two rounds', [whole('a', 'b'), whole('b', 'a'), whole('c', 'd'), whole('d', 'c')], ['b', 'd']],
    ['a round with an entry', [whole('b', 'c'), whole('c', 'b'), whole('a', 'b', 'c')], ['b', 'c']],
  ])('%s', (_, wholes, expected) => {
    expect(parts(...wholes)).toEqual(expected);
  });
});

describe('a nested template', () => {
  const main = 'Resources: {Iam: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: iam/role.yaml, Parameters: {Name: ci}}}}';
  const role = 'Parameters: {Name: {Type: String}}\nResources: {Role: {Type: AWS::IAM::Role, Properties: {RoleName: !Ref Name}}}';
  const read = async (base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const reading = new Reading(await collect(fromMemory(base, head), [cloudformation], []), syntaxes);
    return (await reading.side('head')).resources.map((r) => r.address);
  };

  it('is judged once, in the stack that makes it, when both are changed', async () => {
    expect(await read({}, { 'main.yaml': main, 'iam/role.yaml': role })).toEqual(['main.yaml#Iam', 'main.yaml#Iam/Role']);
  });

  it('is judged by itself when it alone is read', async () => {
    expect(await read({ 'main.yaml': main }, { 'main.yaml': main, 'iam/role.yaml': role })).toEqual(['iam/role.yaml#Role']);
  });
});
