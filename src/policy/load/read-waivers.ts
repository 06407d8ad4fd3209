/** `.github/identity-waivers.yml` → waivers. */

import { validateWaivers } from '../../data/validators.js';
import type { ConfigError } from '../../model/config-error.js';
import type { Source } from '../../model/span.js';
import type { Waiver } from '../config.js';
import type { Problem } from '../problem.js';
import { suggest } from '../spelling.js';
import { dayOf } from '../time.js';
import { into, readUserFile } from './document.js';
import { shapeProblems } from './shape-errors.js';

function* problemsOf(waiver: Waiver, index: number, ruleIds: readonly string[]): Generator<Problem> {
  const { rule, identity, fingerprint, until } = waiver;
  if (!ruleIds.includes(rule)) yield { at: [index, 'rule'], message: `There is no rule \`${rule}\`.`, mend: suggest(rule, ruleIds) };
  if ((identity === undefined) === (fingerprint === undefined)) {
    yield {
      at: [index],
      message: 'A waiver names an identity or a fingerprint, one of the two.',
      mend: 'Take the fingerprint from the report.',
    };
  }
  if (identity === '*')
    yield {
      at: [index, 'identity'],
      message: 'A waiver for every identity is no exception.',
      mend: `Turn the rule off in the config instead.`,
    };
  if (until !== undefined && dayOf(until) === undefined)
    yield { at: [index, 'until'], message: `\`${until}\` is no day.`, mend: 'Write an existing day as YYYY-MM-DD.' };
}

/** Without a file there are none. Waivers with an error are left out. */
export function readWaivers(
  source: Source | undefined,
  ruleIds: readonly string[],
): { readonly waivers: readonly Waiver[]; readonly errors: readonly ConfigError[] } {
  if (!source) return { waivers: [], errors: [] };
  const file = readUserFile(source);
  const errors = [...file.errors];
  const report = into(errors, file);
  const data = file.data ?? [];
  if (!validateWaivers(data)) {
    for (const problem of shapeProblems(validateWaivers.errors ?? [])) report(problem);
    return { waivers: [], errors };
  }
  const waivers = data.filter((waiver, index) => {
    const problems = [...problemsOf(waiver, index, ruleIds)];
    for (const problem of problems) report(problem);
    return problems.length === 0;
  });
  const at = (waiver: Waiver) => file.spanOf({ at: [data.indexOf(waiver as (typeof data)[number])], message: '', mend: '' });
  return { waivers: waivers.map((waiver) => ({ ...waiver, at: at(waiver) })), errors };
}
