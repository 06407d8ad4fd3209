/** What every outcome must be, whichever test made it: the published schema, and what a schema cannot say. */
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Outcome } from '../../src/model/outcome.js';
import { outcomeSchema } from '../../src/tools/outcome-schema.js';

const ajv = new Ajv({ allErrors: true, strict: true });
formats.default(ajv);
const shape = ajv.compile<Outcome>(outcomeSchema());

/** Problems in words; an empty list for a right outcome. */
export function problemsOf(value: unknown): readonly string[] {
  if (!shape(value)) return (shape.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''} ${JSON.stringify(e.params)}`);
  return [...countProblems(value), ...ruleProblems(value), ...placeProblems(value)];
}

/** Throws with every problem. */
export function validateOutcome(value: unknown): asserts value is Outcome {
  const problems = problemsOf(value);
  if (problems.length > 0) throw new Error(`not an outcome:\n${problems.slice(0, 20).join('\n')}`);
}

function countProblems({ summary, findings, gaps, coverage }: Outcome): readonly string[] {
  const open = findings.filter((f) => !f.waived);
  const wanted = {
    error: open.filter((f) => f.level === 'error').length,
    warning: open.filter((f) => f.level === 'warning').length,
    note: open.filter((f) => f.level === 'note').length,
    waived: findings.length - open.length,
  };
  const { files } = coverage;
  return [
    ...(JSON.stringify(wanted) === JSON.stringify(summary.findings) ? [] : [`summary.findings should be ${JSON.stringify(wanted)}`]),
    ...(gaps.reduce((n, g) => n + g.count, 0) === summary.gaps ? [] : ['summary.gaps is not the sum of the counts']),
    ...(files.read + files.skipped <= files.considered ? [] : ['more files read and skipped than considered']),
  ];
}

function ruleProblems({ findings, rules }: Outcome): readonly string[] {
  const known = new Set(rules.map((r) => r.id));
  return [...new Set(findings.map((f) => f.rule))].filter((id) => !known.has(id)).map((id) => `no rule ${id}`);
}

/** Every location of the value, wherever it stands: an end is not before its start. */
function placeProblems(value: unknown, at = ''): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.entries(value).flatMap(([key, v]) => placeProblems(v, `${at}/${key}`));
  if (!('startLine' in value)) return below;
  const { startLine, startColumn, endLine, endColumn } = value as { [K in 'startLine' | 'startColumn' | 'endLine' | 'endColumn']: number };
  const backwards = endLine < startLine || (endLine === startLine && endColumn < startColumn);
  return backwards ? [...below, `${at} ends before it starts`] : below;
}
