import { describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../../src/model/tree.js';
import { printed } from '../printed.js';
import { read, valueIn } from './reading.js';

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
    expect(itemsOf(valueIn(read(subject(value, rest)))).map((n) => n.kind)).toEqual(Array(6).fill('unknown'));
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

  it('pays for each use of a long value', () => {
    const long = (letter: string): string => letter.repeat(3_000_000);
    const rest = `Parameters: {P: {Type: String, Default: ${long('a')}b}, Q: {Type: String, Default: ${long('a')}c}, D: {Type: String, Default: "${'{{resolve:a:b}}'.repeat(100_000)}"}}
Conditions: {${Array.from({ length: 20_000 }, (_, i) => `C${i}: !Equals [!Ref P, !Ref Q]`).join(', ')}}`;
    const uses = (value: (i: number) => string): string => Array.from({ length: 20_000 }, (_, i) => value(i)).join(', ');
    const values = [uses((i) => `!If [C${i}, a, b]`), uses(() => '!Ref P'), uses(() => '!Sub "${P}x"'), uses(() => '!Sub "x${D}"')];
    const started = performance.now();
    const result = read(subject(`[${values.join(', ')}]`, rest));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(result.gaps.map((g) => g.kind)).toEqual(['too-large']);
    expect(itemsOf(valueIn(result))).toHaveLength(80_000);
  });
});
