import { describe, expect, it } from '@jest/globals';
import { checkPolicies } from '../../src/policy/check.js';
import { catalogue, vocabularyReference } from '../../src/policy/docs.js';
import { testExamples } from '../../src/policy/examples.js';
import type { Example, Rule } from '../../src/policy/rule.js';
import { targets } from '../../src/policy/rule.js';
import { nearest, suggest } from '../../src/policy/spelling.js';
import { file, vocabulary } from './make.js';

const example = (more: Partial<Example>): Example => ({ title: 'An example', files: { 'a.md': 'x\n```\ny' }, expect: 'finds', ...more });
const rule: Rule = {
  id: 'my-rule',
  title: 'A | title',
  level: 'error',
  theme: 'trust',
  why: 'Because.',
  fix: 'Do it.',
  controls: ['c-1'],
  on: 'grant',
  params: { days: { type: 'number', default: 9, doc: 'Days.' } },
  examples: [example({ line: 3 }), example({ title: 'A good one', expect: 'passes', files: { 'b.tf': 'ok' } })],
};

it('the catalogue tells all of a rule', () => {
  const page = catalogue([rule]);
  for (const part of ['## my-rule', '| A \\| title |', 'Because.', 'Do it.', 'c-1', '`days`', 'Finds: An example', 'Passes: A good one'])
    expect(page).toContain(part);
  // A fence inside an example must not end it.
  expect(page).toContain('````md\nx\n```\ny\n````');
});

it('the reference names every field of every target', () => {
  const page = vocabularyReference(vocabulary);
  for (const field of targets.flatMap((t) => vocabulary.fields(t))) expect(page).toContain(`\`${field.name}\``);
});

describe('examples', () => {
  const found = (line: number) => ({
    rule: 'my-rule',
    message: 'm.',
    location: { path: file('a.md').path, side: 'head' as const, startLine: line, startColumn: 1, endLine: line, endColumn: 2 },
  });
  const failures = async (bad: readonly number[], good: readonly number[]) => {
    const results = await testExamples([rule], async (_, files) => ('a.md' in files ? bad : good).map(found));
    return results.map((r) => r.failure);
  };

  it('hold or say why not', async () => {
    expect(await failures([3], [])).toEqual([undefined, undefined]);
    expect(await failures([], [])).toEqual(['it should find something, and finds nothing.', undefined]);
    expect(await failures([4], [])).toEqual(['it should find something on line 3, and finds it on line 4.', undefined]);
    expect(await failures([3], [1])).toEqual([undefined, 'it should pass, and finds: m.']);
  });

  it('are missed', async () => {
    const text = 'rules:\n  - {id: bare, title: t, level: note, theme: trust, why: w, fix: f, on: grant, match: {grant.via: x}}\n';
    expect((await checkPolicies([file('p.yml', text)], {})).unproven).toEqual(['bare']);
  });
});

describe('spelling', () => {
  it.each([
    ['fail_on', ['fail-on', 'gaps'], 'fail-on'],
    ['kind', ['subject.kind', 'credential.name'], 'subject.kind'],
    ['ERROR', ['error'], 'error'],
    ['zzz', ['error'], undefined],
    ['x'.repeat(100), ['x'], undefined],
  ])('%s', (wrong, words, right) => expect(nearest(wrong, words)).toBe(right));

  it('names all words when they are few and none is near', () =>
    expect(suggest('zzz', ['error', 'note'])).toBe('It is one of `error`, `note`.'));
});
