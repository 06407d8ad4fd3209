import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { expectedOf, foldersIn, outcomeOf, strangersIn } from './harness.js';
import { gapsOf, identitiesOf } from './project.js';

/** One identity in many spellings, one expectation for all of them. */
const equivalents = '__tests__/cases/equivalents';

describe.each(foldersIn(equivalents))('%s', (name) => {
  const folder = join(equivalents, name);
  const spellings = foldersIn(folder);

  it.each(spellings)('%s', async (spelling) => {
    expect(strangersIn(join(folder, spelling), ['base', 'head'])).toEqual([]);
    const outcome = await outcomeOf(join(folder, spelling));
    const projected = { identities: identitiesOf(outcome, true), gaps: gapsOf(outcome) };
    expect(projected).toEqual(expectedOf(folder, projected));
  });

  it('has several spellings and nothing beside them', () => {
    expect(spellings.length).toBeGreaterThan(1);
    expect(strangersIn(folder, [...spellings, 'expected.json'])).toEqual([]);
  });
});
