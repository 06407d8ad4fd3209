import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { expectedOf, foldersIn, outcomeOf, strangersIn } from './harness.js';
import { project } from './project.js';

const cases = '__tests__/cases/changes';
const parts = ['base', 'head', 'expected.json'];

describe('changes', () => {
  it.each(foldersIn(cases))('%s', async (name) => {
    const folder = join(cases, name);
    expect(strangersIn(folder, parts)).toEqual([]);
    expect(foldersIn(folder)).toContain('head');
    const outcome = await outcomeOf(folder);
    const projected = project(outcome);
    expect(projected).toEqual(expectedOf(folder, projected));
    // The same change gives the same bytes, and what is called silent says nothing.
    expect(JSON.stringify(await outcomeOf(folder))).toBe(JSON.stringify(outcome));
    if (name.endsWith('-is-silent')) expect(outcome.changes).toEqual([]);
  });

  it('lie in folders, nothing beside them', () => {
    expect(strangersIn(cases, foldersIn(cases))).toEqual([]);
  });
});
