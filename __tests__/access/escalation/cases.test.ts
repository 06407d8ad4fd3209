/** Hand-made cases, each a folder whose name says what comes out: `finds-…` or `passes-…`, and why. */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../src/model/outcome.js';
import { expectedOf, foldersIn, outcomeOf, strangersIn } from '../../cases/harness.js';

const cases = '__tests__/access/escalation/cases';

/** What each identity comes to, and by which lines. */
const told = ({ identities }: Outcome) =>
  identities
    .filter((i) => i.provider === 'aws')
    .map(({ key, access: { level, because, escalations = [], harmless = [] } }) => ({
      key,
      level,
      because,
      harmless,
      escalations: escalations.map(({ steps, ...rest }) => ({
        ...rest,
        steps: steps.map(({ action, via, location }) => `${action} by ${via} at line ${location.startLine}`),
      })),
    }));

describe.each(foldersIn(cases))('%s', (name) => {
  const folder = join(cases, name);

  it('comes out as it is called, with its reasons', async () => {
    expect(strangersIn(folder, ['head', 'expected.json'])).toEqual([]);
    const actual = told(await outcomeOf(folder));
    const weak = actual.filter((i) => !/:(ops|root)$/.test(i.key));
    const ways = weak.flatMap((i) => i.escalations.filter((e) => ['admin', 'escalates'].includes(e.reach) && e.doubts.length === 0));
    expect(ways.length > 0).toBe(name.startsWith('finds-'));
    expect(actual).toEqual(expectedOf(folder, actual));
  });
});
