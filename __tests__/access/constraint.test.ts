import { describe, expect, it } from '@jest/globals';
import { constraintOf, meets, opposite, valuesFor } from '../../src/access/constraint.js';
import { written } from '../../src/access/glob.js';
import { condition } from './make.js';

type Row = [operator: string, values: string | string[]];
const constraints = (rows: readonly (Row | ['not', ...Row])[]) =>
  rows.map((row) =>
    row.length === 3 ? opposite(constraintOf(condition(row[1], 'k', row[2]))) : constraintOf(condition(row[0], 'k', row[1])),
  );
const told = (rows: Parameters<typeof constraints>[0]): string => {
  const found = valuesFor(constraints(rows), { left: 100_000 });
  return typeof found === 'string' ? `(${found})` : found.map(written).join('+') || '(left out)';
};

describe('values that meet conditions', () => {
  it.each<[string, (Row | ['not', ...Row])[]]>([
    ['a', [['StringEquals', 'a']]],
    ['(left out)', [['StringNotEquals', 'a']]],
    ['(left out)', [['StringEqualsIfExists', 'a']]],
    ['(left out)', [['not', 'StringEquals', 'a']]],
    ['a', [['not', 'StringNotEquals', 'a']]],
    ['x', [['not', 'StringEqualsIfExists', 'a']]],
    [
      '(none)',
      [
        ['StringEquals', 'a'],
        ['not', 'StringEquals', ['a', 'b']],
      ],
    ],
    [
      'b',
      [
        ['StringEquals', ['a', 'b']],
        ['not', 'StringEquals', 'a'],
      ],
    ],
    [
      '(none)',
      [
        ['StringEquals', 'a'],
        ['StringEquals', 'b'],
      ],
    ],
    [
      'A',
      [
        ['StringEqualsIgnoreCase', 'a'],
        ['StringEquals', 'A'],
      ],
    ],
    [
      'o-1x',
      [
        ['StringLike', 'o-*'],
        ['StringLike', '*1?'],
        ['not', 'StringEquals', 'o-1'],
      ],
    ],
    ['(left out)', [['Null', 'true']]],
    ['x', [['Null', 'false']]],
    [
      '(none)',
      [
        ['Null', 'true'],
        ['StringEquals', 'a'],
      ],
    ],
    [
      'a',
      [
        ['not', 'Null', 'true'],
        ['StringEqualsIfExists', 'a'],
      ],
    ],
    ['true', [['Bool', 'true']]],
    ['4', [['NumericLessThan', '5']]],
    [
      '6',
      [
        ['NumericLessThanEquals', '6'],
        ['not', 'NumericLessThan', '6'],
      ],
    ],
    ['2026-01-02T00:00:00Z', [['DateGreaterThan', '2026-01-01T00:00:00Z']]],
    ['10.0.0.0', [['IpAddress', '10.0.0.0/8']]],
    [
      '10.1.0.0',
      [
        ['IpAddress', '10.0.0.0/8'],
        ['not', 'IpAddress', '10.0.0.0/16'],
      ],
    ],
    ['(left out)', [['NotIpAddress', '10.0.0.0/8']]],
    [
      'a+b',
      [
        ['ForAnyValue:StringEquals', 'a'],
        ['ForAnyValue:StringEquals', 'b'],
      ],
    ],
    ['(left out)', [['ForAllValues:StringEquals', 'a']]],
    ['x', [['not', 'ForAllValues:StringEquals', 'a']]],
    [
      '(none)',
      [
        ['ForAllValues:StringEquals', ['a', 'b']],
        ['ForAnyValue:StringEquals', 'c'],
      ],
    ],
    [
      'b',
      [
        ['ForAllValues:StringEquals', ['a', 'b']],
        ['not', 'ForAnyValue:StringEquals', 'a'],
        ['Null', 'false'],
      ],
    ],
    // What the files or this tool do not know.
    ['(unknown)', [['StringEquals', []]]],
    ['(unknown)', [['Moon', 'full']]],
    ['<var.org>', [['StringEquals', '<var.org>']]],
  ])('%s', (expected, rows) => {
    expect(told(rows)).toBe(expected);
  });

  it.each<[Row, string[], boolean | undefined]>([
    [['StringEquals', 'a'], ['a'], true],
    [['StringEquals', 'a'], [], false],
    [['StringLike', 'a*'], ['ab'], true],
    [['ArnEquals', 'arn:a:*'], ['arn:a:b'], true],
    [['StringEquals', '*'], ['a'], false],
    [['ForAnyValue:StringEquals', 'a'], ['b', 'a'], true],
    [['ForAllValues:StringEquals', 'a'], ['b', 'a'], false],
    [['IpAddress', '10.0.0.0/8'], ['11.0.0.1'], false],
    [['Moon', 'full'], ['x'], undefined],
  ])('%j met by %j: %s, and its opposite the other way round', (row, values, expected) => {
    const constraint = constraintOf(condition(row[0], 'k', row[1]));
    const carried = values.map((v) => [...v]);
    expect(meets(constraint, carried)).toBe(expected);
    expect(meets(opposite(constraint), carried)).toBe(expected === undefined ? undefined : !expected);
  });
});
