import { describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../../src/model/tree.js';
import { stopwatch } from '../../house/stopwatch.js';
import { printed } from '../printed.js';
import { read, readAll, valueIn } from './reading.js';

describe('hostile templates', () => {
  const subject = (value: string, rest = ''): string => `${rest}\nResources: {Subject: {Type: A::B::C, Properties: {Value: ${value}}}}`;
  const functions = [
    'Ref',
    'GetAtt',
    'Sub',
    'Join',
    'Split',
    'Select',
    'FindInMap',
    'If',
    'Length',
    'Base64',
    'ImportValue',
    'Transform',
    'Equals',
    'constructor',
  ];
  const wrong = [
    '',
    '5',
    '[]',
    '[[]]',
    '{}',
    '[a]',
    '[a, b, c, d, e]',
    '[{}, {}, {}]',
    '[~, ~, ~]',
    '{a: b}',
    '[[a], [b], [c]]',
    '[!Ref Subject, !Ref Subject]',
  ];

  it.each(functions)('survives !%s with wrong arguments', (name) => {
    for (const argument of wrong) {
      const result = read(subject(`!${name} ${argument}`));
      expect(result.resources).toHaveLength(1);
      expect(printed(valueIn(result))).toBeDefined();
    }
  });

  it('survives parameters, mappings and conditions that rest on themselves', () => {
    const rest = `Parameters: {P: {Type: String, Default: !Ref P}, Q: {Type: {}, Default: [1]}, R: 5}
Mappings: {M: {a: {b: !FindInMap [M, a, b]}}, N: !FindInMap [N, a, b]}
Conditions: {C: !Or [!Condition D, !Condition D], D: !And [!Condition C, !Condition C]}`;
    const value = '[!Ref P, !Ref Q, !Ref R, !FindInMap [M, a, b], !FindInMap [N, a, b], !If [C, 1, 2]]';
    const kinds = itemsOf(valueIn(read(subject(value, rest)))).map((n) => n.kind);
    expect(kinds).toEqual([...Array(5).fill('unknown'), 'scalar', 'scalar']);
  });

  it('stops at strings that double with each level', () => {
    let value = '"0123456789"';
    for (let i = 0; i < 60; i++) value = `!Sub ["\${v}\${v}", {v: ${value}}]`;
    const result = read(subject(value));
    expect(result.gaps.map((g) => g.kind)).toEqual(['too-large']);
  });

  it('decides a chain of conditions that is longer than the stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => `  C${i}: !Not [!Condition C${i + 1}]`).join('\n');
    expect(printed(valueIn(read(subject('!If [C0, a, b]', `Conditions:\n${chain}`))))).toBe('?(it depends on condition C0)');
  });

  it('reads a huge join and many lookups in time', () => {
    const items = Array.from({ length: 50_000 }, (_, i) => `"${i}"`).join(', ');
    expect(valueIn(read(subject(`!Join [",", [${items}]]`)))?.kind).toBe('scalar');
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: {v: ${i}}`).join(', ');
    const lookups = Array.from({ length: 20_000 }, (_, i) => `!FindInMap [M, k${i}, v]`).join(', ');
    expect(itemsOf(valueIn(read(subject(`[${lookups}]`, `Mappings: {M: {${keys}}}`))))).toHaveLength(20_000);
  });

  it('stops at loops in loops', () => {
    const many = Array.from({ length: 200 }, (_, i) => `v${i}`).join(', ');
    let body = '{"R${A}${B}${C}${D}": {Type: A::B::C}}';
    for (const name of ['A', 'B', 'C', 'D']) body = `{"Fn::ForEach::${name}": [${name}, [${many}], ${body}]}`;
    const spent = stopwatch();
    const result = read(`AWSTemplateFormatVersion: "2010-09-09"\nResources: ${body}`);
    expect(spent()).toBeLessThan(10_000);
    expect(result.gaps.map((g) => g.kind)).toEqual(['too-large']);
  });

  it('stops at a loop whose values grow the strings in it', () => {
    const long = 'x'.repeat(1_000_000);
    const value = `!Sub "${'${V}'.repeat(1000)}"`;
    const result = read(subject(`{"Fn::ForEach::L": [V, [${long}], {a: ${value}, b: "${'${V}'.repeat(1000)}"}]}`));
    expect(result.gaps.map((g) => g.kind)).toEqual(['too-large']);
  });

  it('stops at stacks that double with each level', () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `t${i}.yaml`,
        `Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: t${i + 1}.yaml}}, B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: t${i + 1}.yaml}}}`,
      ]),
    );
    const result = readAll({ 't0.yaml': files['t0.yaml'] ?? '' }, files);
    expect(result.gaps.map((g) => g.kind)).toContain('too-large');
    expect(result.resources.length).toBeLessThan(1000);
  });

  it('reports stacks that are made from themselves', () => {
    const stack = (url: string): string => `Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}}`;
    const own = readAll({ 'a.yaml': stack('a.yaml') });
    expect(own.gaps.map((g) => g.reason)).toEqual(['stack A is made from a template that it is itself a part of']);
    const both = readAll({ 'a.yaml': stack('b.yaml'), 'b.yaml': stack('./a.yaml') });
    expect(both.resources.map((r) => r.address)).toEqual(['a.yaml#A', 'a.yaml#A/A', 'b.yaml#A', 'b.yaml#A/A']);
  });

  it('opens nothing outside the repository', () => {
    for (const url of [
      '../../../etc/passwd.yaml',
      '/etc/passwd',
      'https://s3.amazonaws.com/b/t.yaml',
      's3://b/t.yaml',
      '""',
      '[]',
      '!Ref X',
    ]) {
      const result = read(`Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${url}}}}`, 'a/b.yaml');
      expect(result.gaps.map((g) => g.reason)).toEqual([
        'the resources of stack A are not known: its template is not a file of this repository',
      ]);
    }
  });

  it('pays for each use of a long value', () => {
    const long = (letter: string): string => letter.repeat(3_000_000);
    const rest = `Parameters: {P: {Type: String, Default: ${long('a')}b}, Q: {Type: String, Default: ${long('a')}c}, D: {Type: String, Default: "${'{{resolve:a:b}}'.repeat(100_000)}"}}
Conditions: {${Array.from({ length: 20_000 }, (_, i) => `C${i}: !Equals [!Ref P, !Ref Q]`).join(', ')}}`;
    const uses = (value: (i: number) => string): string => Array.from({ length: 20_000 }, (_, i) => value(i)).join(', ');
    const values = [uses((i) => `!If [C${i}, a, b]`), uses(() => '!Ref P'), uses(() => '!Sub "${P}x"'), uses(() => '!Sub "x${D}"')];
    const spent = stopwatch();
    const result = read(subject(`[${values.join(', ')}]`, rest));
    expect(spent()).toBeLessThan(10_000);
    expect(result.gaps.map((g) => g.kind)).toEqual(['too-large']);
    expect(itemsOf(valueIn(result))).toHaveLength(100_000);
  });
});
