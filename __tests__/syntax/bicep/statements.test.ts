import { describe, expect, it } from '@jest/globals';
import { parse, statement } from './kit.js';

const read = (text: string) => parse(text).statements.map(statement);

describe('Bicep statements', () => {
  it('reads declarations', () => {
    expect(
      read(`
targetScope = 'subscription'
metadata name = 'x'
@description('''
Who
''')
@secure()
param secret string
param size 'small' | 'large' = 'small'
param shape {
  // with = in a comment
  name: string
  sub: { size: int }[]?
} = { name: 'a' }
param maybe string?
param list (
  | 'a'
  | 'b'
)[] = []
type t = | 'a'
  | 'b'
func f(a string) string => '\${a}!'
import { one, two as three } from 'shared.bicep'
import * as shared from 'shared.bicep'
var v = 1
#disable-next-line no-unused
output o string = v
module m 'sub/m.bicep' = if (v > 0) {
  name: 'm'
}
`),
    ).toEqual([
      "targetScope 'subscription'",
      'metadata(name)',
      '@description @secure param secret',
      "param size = 'small'",
      "param shape = {name: 'a'}",
      'param maybe ?',
      'param list = []',
      'type(t)',
      'func(f)',
      'import(one,three)',
      'import(shared)',
      'var v = 1',
      'output o = v',
      "module m 'sub/m.bicep' = if (v > 0) {name: 'm'}",
    ]);
  });

  it('reads resources with all their shapes', () => {
    expect(
      read(`
@batchSize(1)
resource many 'A/b@1' = [for n in names: if (n != '') {
  name: n
}]
resource old 'A/b@1' existing = { name: 'old' }
resource outer 'A/b@1' = {
  name: 'outer'
  @description('inner')
  resource inner 'c' = {
    name: 'inner'
  }
  resource: 'a property of that name'
}`),
    ).toEqual([
      "resource many 'A/b@1' = for n in names: if (n != '') {name: n}",
      "resource old 'A/b@1' existing = {name: 'old'}",
      "resource outer 'A/b@1' = {name: 'outer', resource: 'a property of that name', resource inner 'c' = {name: 'inner'}}",
    ]);
  });

  it('reads parameter files', () => {
    expect(read("using './main.bicep'\nparam a = 'x'\nparam b = readEnvironmentVariable('B')\n")).toEqual([
      "using './main.bicep'",
      "param a = 'x'",
      "param b = readEnvironmentVariable('B')",
    ]);
  });

  it('keeps comments with their place', () => {
    const { comments } = parse('// owner: team-a\nparam a string /* why */\n');
    expect(comments.map((c) => [c.text, c.span.start])).toEqual([
      ['owner: team-a', 0],
      ['why', 32],
    ]);
  });

  it('loses one statement to an error and no more', () => {
    const { statements, gaps } = parse('var a = 1\nvar b = { x: \nvar c = 3\nresource d \nvar e = 5\n) (\nvar f = 6\n');
    expect(statements.map(statement)).toEqual(['var a = 1', 'var c = 3', 'var e = 5', 'var f = 6']);
    expect(gaps).toHaveLength(3);
    for (const g of gaps) expect(g.reason).toContain('the statement around it was not read');
  });
});
