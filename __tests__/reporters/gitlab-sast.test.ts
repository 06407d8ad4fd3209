import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/model/outcome.js';
import { gitlabSast } from '../../src/reporters/gitlab-sast.js';
import { everyKind, findingOf, gapOf, outcomeOf } from './outcomes.js';

const reportOf = (outcome: Outcome) => JSON.parse(gitlabSast.render(outcome, { color: false }));

/** What GitLab's schema 15 requires of a report. */
const required = {
  scan: ['analyzer', 'end_time', 'scanner', 'start_time', 'status', 'type'],
  tool: ['id', 'name', 'version', 'vendor'],
  vulnerability: ['id', 'identifiers', 'location'],
};

describe('the SAST report', () => {
  it('has what GitLab requires, in the form that it takes', () => {
    const { version, scan, vulnerabilities } = reportOf(everyKind());
    expect(version).toMatch(/^15\.\d+\.\d+$/);
    for (const field of required.scan) expect(scan).toHaveProperty(field);
    for (const field of required.tool) expect([scan.analyzer, scan.scanner].map((tool) => tool[field])).not.toContain(undefined);
    expect([scan.start_time, scan.end_time]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/), scan.start_time]);
    expect(vulnerabilities.length).toBeGreaterThan(10);
    for (const v of vulnerabilities) {
      for (const field of required.vulnerability) expect(v).toHaveProperty(field);
      expect(['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical']).toContain(v.severity);
      expect(v.identifiers.length).toBeGreaterThan(0);
      expect(v.location.end_line).toBeGreaterThanOrEqual(v.location.start_line);
    }
  });

  it('leaves accepted exceptions out and tells what is not established', () => {
    const outcome = outcomeOf({
      findings: [findingOf({ waived: { until: '2027-01-01', by: 'x', reason: 'y' } })],
      gaps: [gapOf({ count: 2 })],
    });
    const { scan, vulnerabilities } = reportOf(outcome);
    expect(vulnerabilities).toEqual([]);
    expect(scan.messages).toEqual([{ level: 'warn', value: expect.stringContaining('(2 places): the value of var.region') }]);
  });
});
