/** Parameters with a default: what a stack runs with unless somebody says otherwise. */
import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { dig } from '../../../src/model/tree.js';
import { printed } from '../printed.js';
import { read, readAll } from './reading.js';

const parameters = (text: string) => read(text).resources.filter((r) => r.type === 'Parameter');

describe('parameters', () => {
  it('are told where they have a default, with what is said of them', () => {
    const found = parameters(`Parameters:
  Env: {Type: String, Default: dev}
  # owner: team-shop
  Token: {Type: String, NoEcho: true, Default: abc}
  Open: {Type: String}
Resources: {A: {Type: T::T::T}}
`);
    expect(found.map((r) => `${r.label} ${printed(r.body)}`)).toEqual([
      'Env {Type: "String", Default: "dev"}',
      'Token {Type: "String", NoEcho: true, Default: "abc"}',
    ]);
    expect(found[1]?.comments.map((c) => c.text)).toEqual(['owner: team-shop']);
  });

  it('are not told where the stack around gives another value', () => {
    const stack = (given: string) => `Resources: {In: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: in.yaml${given}}}}`;
    const inner = 'Parameters: {Token: {Type: String, Default: abc}}\nResources: {A: {Type: T::T::T}}';
    const labels = (given: string) => readAll({ 'main.yaml': stack(given) }, { 'in.yaml': inner }).resources.map((r) => r.label);
    expect([labels(''), labels(', Parameters: {Token: other}')]).toEqual([
      ['In', 'In/A', 'In/Token'],
      ['In', 'In/A'],
    ]);
  });

  it('give a value that knows where it is written', () => {
    const { resources } = read('Parameters: {P: {Type: String, Default: x}}\nResources:\n  A: {Type: T::T::T, Properties: {V: !Ref P}}\n');
    const value = dig(resources.find((r) => r.label === 'A')?.body, 'V');
    expect(value?.kind === 'scalar' && value.written && locate(value.written).startLine).toBe(1);
    expect(value && locate(value.span).startLine).toBe(3);
  });
});
