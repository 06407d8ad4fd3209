/** The formats that other tools read: CSV, JUnit, GitLab, HTML, JSON; and the words that CONTRACT.md promises. */
import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/model/outcome.js';
import { formats, reporters } from '../../src/reporters/index.js';
import { htmlProblems, parseCsv, xmlProblems } from './inert.js';
import { changeOf, credentialOf, everyKind, findingOf, gapOf, identityOf, outcomeOf, placeOf, sourcedOf } from './outcomes.js';
import { problemsOf } from './validate-outcome.js';

function render(id: string, outcome: Outcome): string {
  const reporter = reporters.find((r) => r.id === id);
  if (!reporter) throw new Error(`no reporter ${id}`);
  return reporter.render(outcome, { color: false });
}
const waived = { until: '2027-01-31', by: 'ops', reason: 'moving' };

describe('the formats', () => {
  it('are those that were promised, and two more', () => {
    expect(formats).toEqual(['terminal', 'json', 'sarif', 'markdown', 'html', 'csv', 'junit', 'gitlab', 'gitlab-sast', 'annotations']);
  });

  it('give the same bytes for the same outcome', () => {
    for (const id of formats) expect(render(id, everyKind())).toBe(render(id, everyKind()));
  });

  it('end with a line end, or are empty', () => {
    for (const id of formats) for (const o of [everyKind(), outcomeOf()]) expect(render(id, o)).toMatch(/\n$|^$/);
  });
});

describe('JSON', () => {
  it('is an outcome of the published schema', () => {
    expect(problemsOf(JSON.parse(render('json', everyKind())))).toEqual([]);
  });
});

describe('CSV', () => {
  it('has one row for each identity', () => {
    const identities = [
      identityOf({
        metadata: {
          purpose: sourcedOf('ships, daily'),
          reviewBy: sourcedOf('2027-01-01'),
          rotation: sourcedOf('90d'),
          expires: sourcedOf('2028-01-01'),
          retireWhen: sourcedOf('the "old" app is gone'),
        },
        credentials: [
          credentialOf({ rotatedBy: 'a schedule', expires: '2027-06-01' }),
          credentialOf({ name: 'console password', lifetime: 'unknown' }),
        ],
      }),
      identityOf({ key: 'github:job:ci', owner: null }),
    ];
    const [head, first, second] = parseCsv(render('csv', outcomeOf({ identities })));
    expect(Object.fromEntries((head ?? []).map((column, i) => [column, first?.[i]]))).toEqual({
      key: 'aws:role:deploy',
      name: 'deploy',
      kind: 'workload-identity',
      provider: 'aws',
      type: 'aws.role',
      owner: 'team-platform',
      'owner source': 'tag owner',
      purpose: 'ships, daily',
      access: 'writes',
      'access in words': 'writes',
      'because of': 'inline policy',
      credentials: 'access key (static); console password (unknown)',
      'review by': '2027-01-01',
      rotation: '90d; a schedule',
      expires: '2028-01-01; 2027-06-01',
      'retire when': 'the "old" app is gone',
      path: 'infra/deploy.tf',
      line: '12',
    });
    expect(second?.slice(0, 7)).toEqual(['github:job:ci', 'deploy', 'workload-identity', 'aws', 'aws.role', '', '']);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    [' =1', "' =1"],
    ['\t=1', "' =1"],
    ['a=1', 'a=1'],
    ['a"b', 'a"b'],
    ['a\r\nb', 'a b'],
  ])('makes text of %j', (name, cell) => {
    expect(parseCsv(render('csv', outcomeOf({ identities: [identityOf({ name })] })))[1]?.[1]).toBe(cell);
  });
});

describe('JUnit', () => {
  const resultOf = (o: Outcome): string => /tests="\d+" failures="\d+" errors="\d+" skipped="\d+"/.exec(render('junit', o))?.[0] ?? '';
  const of = (tests: number, failures: number, skipped: number): string =>
    `tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const warning = findingOf({ level: 'warning' });
  const note = findingOf({ level: 'note' });

  it('fails exactly when the review fails', () => {
    expect(resultOf(outcomeOf())).toBe(of(1, 0, 0));
    expect(resultOf(outcomeOf({ findings: [findingOf(), warning, note] }))).toBe(of(3, 2, 0));
    expect(resultOf(outcomeOf({ findings: [warning, note] }))).toBe(of(2, 0, 0));
    expect(resultOf(outcomeOf({ findings: [warning, note], verdict: 'fail' }))).toBe(of(2, 1, 0));
    expect(resultOf(outcomeOf({ findings: [note], verdict: 'fail' }))).toBe(of(1, 1, 0));
    expect(resultOf(outcomeOf({ findings: [findingOf()], verdict: 'pass' }))).toBe(of(1, 0, 0));
    expect(resultOf(outcomeOf({ findings: [findingOf({ waived })] }))).toBe(of(1, 0, 1));
    expect(resultOf(outcomeOf({ gaps: [gapOf()] }))).toBe(of(1, 0, 1));
    expect(resultOf(outcomeOf({ gaps: [gapOf()], verdict: 'fail' }))).toBe(of(1, 1, 0));
    expect(resultOf(outcomeOf({ verdict: 'fail' }))).toBe(of(1, 1, 0));
  });

  it('is well-formed and says what to do', () => {
    const xml = render('junit', outcomeOf({ findings: [findingOf({ message: 'a < b & "c"' })] }));
    expect(xmlProblems(xml)).toEqual([]);
    expect(xml).toContain('<testcase classname="grant-is-admin" name="infra/deploy.tf:12 a &lt; b &amp; &quot;c&quot;">');
    expect(xml).toContain('<failure type="error" message="a &lt; b &amp; &quot;c&quot;">');
    expect(xml).toContain('Fix: Name the actions and resources that the workload needs.');
    expect(xmlProblems(render('junit', everyKind()))).toEqual([]);
  });
});

describe('GitLab', () => {
  it('lists issues with severity, fingerprint and line', () => {
    const outcome = outcomeOf({
      findings: [findingOf({ level: 'warning' }), findingOf(), findingOf({ waived })],
      gaps: [gapOf({ count: 2 }), gapOf({ kind: 'unreadable', location: null })],
    });
    expect(JSON.parse(render('gitlab', outcome))).toEqual([
      {
        description: 'deploy may do everything (* on *). Fix: Name the actions and resources that the workload needs.',
        check_name: 'grant-is-admin',
        fingerprint: '0123456789abcdef',
        severity: 'critical',
        location: { path: 'infra/deploy.tf', lines: { begin: 12 } },
      },
      expect.objectContaining({ severity: 'major' }),
      {
        description: 'Not established, not known from the files (2 places): the value of var.region',
        check_name: 'gap-unresolved',
        fingerprint: 'gap unresolved infra/main.tf the value of var.region',
        severity: 'info',
        location: { path: 'infra/main.tf', lines: { begin: 4 } },
      },
    ]);
  });
});

describe('HTML', () => {
  it('is one page that runs and fetches nothing', () => {
    const page = render('html', everyKind());
    expect(htmlProblems(page)).toEqual([]);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('tells findings, changes, identities, exceptions and gaps', () => {
    const page = render(
      'html',
      outcomeOf({
        findings: [findingOf({ related: [{ message: 'attached here', location: placeOf('b.tf', 2) }] }), findingOf({ waived })],
        changes: [changeOf()],
        identities: [identityOf()],
        gaps: [gapOf()],
      }),
    );
    for (const said of ['Findings (1)', 'Changes (1)', 'Identities (1)', 'Waived (1)', 'Not established (1)', 'b.tf:2', 'team-platform'])
      expect(page).toContain(said);
  });
});
