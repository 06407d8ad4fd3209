/** JUnit XML, for CI systems that show test results. It fails exactly when the review fails. */
import type { Outcome, OutcomeFinding } from '../model/outcome.js';
import { clip, xml } from './escape.js';
import { at, gapAt } from './place.js';
import { count, gapWord } from './prose/words.js';
import { type GapGroup, gapGroups, open, waived } from './ranking.js';
import { defineReporter } from './reporter.js';

type Result = 'passed' | 'failed' | 'skipped';
interface Case {
  readonly result: Result;
  readonly of: string;
  readonly name: string;
  readonly type: string;
  readonly message: string;
  readonly body: readonly string[];
}

const mostText = 4_000;
const short = (text: string): string => xml(clip(text, mostText));

export const junit = defineReporter({
  id: 'junit',
  title: 'JUnit XML for CI systems',
  render(outcome) {
    const cases = [...findingCases(outcome), ...gapCases(outcome)];
    const shown = cases.length > 0 ? cases : [nothing(outcome)];
    const n = (result: Result): number => shown.filter((c) => c.result === result).length;
    const counts = `tests="${shown.length}" failures="${n('failed')}" errors="0" skipped="${n('skipped')}"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="identity-review" ${counts}>`,
      `  <testsuite name="identity-review" ${counts} timestamp="${xml(outcome.now)}">`,
      ...shown.flatMap(lines),
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
});

/** Which level fails a review is the caller's choice, so that the verdict decides: a review that passes has no failed case. */
function findingCases(outcome: Outcome): readonly Case[] {
  const strong = open(outcome).some((f) => f.level !== 'note');
  const fails = (f: OutcomeFinding): boolean => outcome.verdict === 'fail' && (f.level !== 'note' || !strong);
  return [
    ...open(outcome).map((f) => findingCase(f, fails(f) ? 'failed' : 'passed', f.message)),
    ...waived(outcome).map((f) =>
      findingCase(f, 'skipped', f.waived ? `Waived until ${f.waived.until} by ${f.waived.by}: ${f.waived.reason}` : f.message),
    ),
  ];
}

const findingCase = (f: OutcomeFinding, result: Result, message: string): Case => ({
  result,
  of: f.rule,
  name: `${at(f.location)} ${f.message}`,
  type: f.level,
  message,
  body: [f.message, `Fix: ${f.fix}`, `At: ${at(f.location)}`, ...f.related.map((r) => `See: ${at(r.location)} ${r.message}`)],
});

/** A gap is not a pass. It fails the run only where nothing else does and the verdict says so. */
function gapCases(outcome: Outcome): readonly Case[] {
  const blamed = outcome.verdict === 'fail' && open(outcome).length === 0;
  return gapGroups(outcome.gaps).map((g) => gapCase(g, blamed ? 'failed' : 'skipped'));
}

const gapCase = ({ kind, reason, gaps, count: n }: GapGroup, result: Result): Case => ({
  result,
  of: `gap-${kind}`,
  name: reason,
  type: kind,
  message: `Not established, ${gapWord[kind]}: ${reason}`,
  body: [`${count(n, 'place')}:`, ...gaps.slice(0, 20).map((g) => gapAt(g) || 'the whole review')],
});

const nothing = (outcome: Outcome): Case => ({
  result: outcome.verdict === 'fail' ? 'failed' : 'passed',
  of: 'identity-review',
  name: 'no findings',
  type: 'verdict',
  message: `The review says ${outcome.verdict}.`,
  body: [],
});

function lines(c: Case): readonly string[] {
  const head = `    <testcase classname="${short(c.of)}" name="${short(c.name)}"`;
  const body = c.body.map((line) => short(line)).join('\n');
  switch (c.result) {
    case 'failed':
      return [`${head}>`, `      <failure type="${xml(c.type)}" message="${short(c.message)}">${body}</failure>`, '    </testcase>'];
    case 'skipped':
      return [`${head}>`, `      <skipped message="${short(c.message)}"/>`, '    </testcase>'];
    case 'passed':
      return c.body.length === 0 ? [`${head}/>`] : [`${head}>`, `      <system-out>${body}</system-out>`, '    </testcase>'];
  }
}
