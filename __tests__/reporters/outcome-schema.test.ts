import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changeKinds } from '../../src/model/change.js';
import { outcomeSchemaFiles } from '../../src/tools/outcome-schema.js';
import { changeOf, everyKind, findingOf, gapOf, identityOf, outcomeOf, placeOf } from './outcomes.js';
import { problemsOf, validateOutcome } from './validate-outcome.js';

describe('the schema of the outcome', () => {
  it('is what docs/outcome.schema.json holds', () => {
    for (const [path, text] of Object.entries(outcomeSchemaFiles())) expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('takes an outcome with every kind, and an empty one', () => {
    expect(problemsOf(everyKind())).toEqual([]);
    expect(problemsOf(outcomeOf())).toEqual([]);
    expect(problemsOf(outcomeOf({ mode: 'inventory', identities: [identityOf()] }))).toEqual([]);
  });

  it('knows every kind of change', () => {
    for (const change of changeKinds) validateOutcome(outcomeOf({ changes: [changeOf({ change })] }));
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a field too many', { ...outcomeOf(), extra: 1 }],
    ['a field too few', { ...outcomeOf(), gaps: undefined }],
    ['another format', { ...outcomeOf(), format: 'identity-review/2' }],
    ['a time that is none', outcomeOf({ now: 'today' })],
    ['a kind of change that is none', outcomeOf({ changes: [{ ...changeOf(), change: 'new' as 'identity-added' }] })],
    ['a level that is none', outcomeOf({ findings: [{ ...findingOf(), level: 'fatal' as 'error' }] })],
    ['a finding without a fix', outcomeOf({ findings: [findingOf({ fix: '' })] })],
    ['a line before the first', outcomeOf({ changes: [changeOf({ location: placeOf('a', 0) })] })],
    ['an end before the start', outcomeOf({ changes: [changeOf({ location: placeOf('a', 5, { endLine: 4 }) })] })],
    ['a gap that was met never', outcomeOf({ gaps: [gapOf({ count: 0 })] })],
    ['source text in a location', outcomeOf({ gaps: [gapOf({ location: { ...placeOf(), text: 'secret' } as never })] })],
    ['metadata of no known field', outcomeOf({ identities: [identityOf({ metadata: { owner: { ...identityOf().owner } as never } })] })],
    ['counts that do not add up', { ...outcomeOf({ findings: [findingOf()] }), summary: outcomeOf().summary }],
    ['a finding whose rule is not told', { ...outcomeOf({ findings: [findingOf()] }), rules: [] }],
  ];
  it.each(wrong)('refuses %s', (_, value) => {
    expect(problemsOf(value)).not.toEqual([]);
    expect(() => validateOutcome(value)).toThrow('not an outcome');
  });
});
