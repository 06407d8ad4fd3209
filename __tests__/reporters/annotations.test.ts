import { describe, expect, it } from '@jest/globals';
import type { Level } from '../../src/model/finding.js';
import type { Outcome } from '../../src/model/outcome.js';
import { filePath } from '../../src/model/span.js';
import { annotations } from '../../src/reporters/annotations.js';
import { findingOf, gapOf, outcomeOf, placeOf } from './outcomes.js';

const linesOf = (outcome: Outcome): readonly string[] => annotations.render(outcome, { color: false }).split('\n').slice(0, -1);
const many = (level: Level, n: number) => Array.from({ length: n }, (_, i) => findingOf({ level, message: `${level} ${i}` }));
const countOf = (lines: readonly string[], command: string): number => lines.filter((l) => l.startsWith(`::${command} `)).length;

describe('annotations', () => {
  it('stand at the line, with the title of the rule and the fix', () => {
    expect(linesOf(outcomeOf({ findings: [findingOf()] }))).toEqual([
      '::error file=infra/deploy.tf,line=12,endLine=12,col=3,endColumn=20,title=A statement gives full control::' +
        'deploy may do everything (* on *).%0AFix: Name the actions and resources that the workload needs.%0Agrant-is-admin',
    ]);
  });

  it('are errors, warnings and notices', () => {
    const lines = linesOf(outcomeOf({ findings: [...many('note', 1), ...many('warning', 1), ...many('error', 1)] }));
    expect(lines.map((l) => l.split(' ')[0])).toEqual(['::error', '::warning', '::notice']);
  });

  it('have no columns for several lines, nor for nothing', () => {
    const several = linesOf(outcomeOf({ findings: [findingOf({ location: placeOf('a.tf', 2, { endLine: 5, endColumn: 2 }) })] }));
    expect(several[0]).toMatch(/^::error file=a\.tf,line=2,endLine=5,title=/);
    const nothing = linesOf(outcomeOf({ findings: [findingOf({ location: placeOf('a.tf', 2, { endColumn: 3 }) })] }));
    expect(nothing[0]).toMatch(/^::error file=a\.tf,line=2,endLine=2,title=/);
  });

  it('have no file where head has no such line, and say the place', () => {
    const base = linesOf(outcomeOf({ findings: [findingOf({ location: placeOf('old.tf', 2, { side: 'base' }) })] }));
    expect(base[0]).toMatch(/^::error title=[^:]*::old\.tf:2 \(base\): deploy may do everything/);
    const strange = linesOf(outcomeOf({ findings: [findingOf({ location: placeOf('', 2, { path: filePath('a\n::error::b.tf') }) })] }));
    expect(strange).toHaveLength(1);
    expect(strange[0]).toMatch(/^::error title=[^:]*::a ::error::b\.tf:2: deploy/);
  });

  it('are at most ten of a kind, strongest first, and tell the rest', () => {
    const lines = linesOf(outcomeOf({ findings: [...many('note', 12), ...many('warning', 10), ...many('error', 13)] }));
    expect([countOf(lines, 'error'), countOf(lines, 'warning'), countOf(lines, 'notice')]).toEqual([10, 10, 6]);
    expect(lines.at(-1)).toBe('::notice title=Identity review::3 more errors and 7 more notes: the full report tells.');
  });

  it('need no last line when all are shown', () => {
    expect(linesOf(outcomeOf({ findings: [...many('note', 6), ...many('error', 10)] }))).toHaveLength(16);
    expect(linesOf(outcomeOf())).toEqual([]);
  });

  it('tell that something is not established', () => {
    expect(linesOf(outcomeOf({ gaps: [gapOf({ count: 3 })] }))).toEqual([
      '::notice title=Identity review::3 gaps where something is not established: the full report tells.',
    ]);
  });

  it('leave waived findings alone', () => {
    expect(linesOf(outcomeOf({ findings: [findingOf({ waived: { until: '2027-01-01', by: 'x', reason: 'y' } })] }))).toEqual([]);
  });

  it('stay below the limits of a title and a message', () => {
    const outcome = outcomeOf({ findings: [findingOf({ message: 'm'.repeat(200_000) })] });
    const [line = ''] = linesOf({ ...outcome, rules: outcome.rules.map((r) => ({ ...r, title: 't'.repeat(1_000) })) });
    expect(/title=([^:]*)::/.exec(line)?.[1]?.length).toBe(255);
    expect(line.length).toBeLessThan(10_000);
  });
});
