import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, Run } from 'sarif';
import type { Outcome } from '../../src/model/outcome.js';
import type { RenderOptions } from '../../src/reporters/reporter.js';
import { sarif } from '../../src/reporters/sarif.js';
import { everyKind, findingOf, gapOf, outcomeOf, placeOf, ruleOf } from './outcomes.js';

// The standard's own schema: see fixtures/README.md.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const official = ajv.compile(JSON.parse(readFileSync('__tests__/reporters/fixtures/sarif-schema-2.1.0.json', 'utf8')));

function runOf(outcome: Outcome, options: Partial<RenderOptions> = {}): Run {
  const run = unchecked(outcome, options);
  official({ version: '2.1.0', runs: [run] });
  expect(official.errors ?? []).toEqual([]);
  return run;
}
/** For what is so large that the check would take seconds. */
function unchecked(outcome: Outcome, options: Partial<RenderOptions> = {}): Run {
  const log = JSON.parse(sarif.render(outcome, { color: false, ...options })) as Log;
  const [run] = log.runs;
  if (!run) throw new Error('no run');
  return run;
}
const resultsOf = (outcome: Outcome, options?: Partial<RenderOptions>) => runOf(outcome, options).results ?? [];
const notificationsOf = (outcome: Outcome) => runOf(outcome).invocations?.[0]?.toolExecutionNotifications ?? [];

describe('SARIF', () => {
  it('says a finding with its rule, place, fingerprint and fix', () => {
    const run = runOf(outcomeOf({ findings: [findingOf()] }));
    expect(run.tool.driver.rules).toEqual([
      {
        id: 'grant-is-admin',
        shortDescription: { text: 'A statement gives full control' },
        fullDescription: { text: 'Whoever holds any credential of this identity owns the whole system.' },
        help: {
          text: 'Whoever holds any credential of this identity owns the whole system.\n\nFix: Name the actions and resources that the workload needs.\n\nControls: owasp-nhi-5, nist-ac-6',
          markdown:
            'Whoever holds any credential of this identity owns the whole system.\n\n**Fix:** Name the actions and resources that the workload needs.\n\nControls: owasp\\-nhi\\-\u20605, nist\\-ac\\-\u20606',
        },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['security', 'least-privilege', 'owasp-nhi-5', 'nist-ac-6'], 'security-severity': '8.0' },
      },
    ]);
    expect(run.results).toEqual([
      {
        ruleId: 'grant-is-admin',
        ruleIndex: 0,
        level: 'error',
        message: {
          text: 'deploy may do everything (* on *).\nFix: Name the actions and resources that the workload needs.',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'infra/deploy.tf', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12, startColumn: 3, endLine: 12, endColumn: 20 },
            },
          },
        ],
        partialFingerprints: { 'identityReview/v1': '0123456789abcdef' },
        suppressions: [],
        properties: { theme: 'least-privilege', identity: 'aws:role:deploy', controls: ['owasp-nhi-5', 'nist-ac-6'] },
      },
    ]);
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
  });

  it('carries a mechanical fix', () => {
    const location = placeOf('infra/deploy.tf', 12, { startColumn: 1, endColumn: 9 });
    const [result] = resultsOf(outcomeOf({ findings: [findingOf({ suggestion: { location, replacement: '# owner\nresource' } })] }));
    expect(result?.fixes?.[0]?.artifactChanges[0]).toEqual({
      artifactLocation: { uri: 'infra/deploy.tf', uriBaseId: '%SRCROOT%' },
      replacements: [
        { deletedRegion: { startLine: 12, startColumn: 1, endLine: 12, endColumn: 9 }, insertedContent: { text: '# owner\nresource' } },
      ],
    });
  });

  it('holds every kind, and nothing', () => {
    expect(resultsOf(everyKind()).length).toBe(27);
    expect(resultsOf(outcomeOf())).toEqual([]);
  });

  it('points every result at its rule', () => {
    const run = runOf(everyKind());
    for (const r of run.results ?? []) expect(run.tool.driver.rules?.[r.ruleIndex ?? -1]?.id).toBe(r.ruleId);
  });

  it('keeps a finding whose rule came without its words', () => {
    const run = runOf({ ...outcomeOf({ findings: [findingOf({ rule: 'own-rule' })] }), rules: [] });
    expect(run.tool.driver.rules).toEqual([{ id: 'own-rule', defaultConfiguration: { level: 'error' } }]);
  });

  it('marks a waived finding as suppressed, or leaves it out for GitHub', () => {
    const outcome = outcomeOf({
      findings: [findingOf({ waived: { until: '2027-01-31', by: 'ops', reason: 'migration' } }), findingOf()],
    });
    expect(resultsOf(outcome).map((r) => r.suppressions)).toEqual([
      [],
      [{ kind: 'external', status: 'accepted', justification: 'migration (ops, until 2027-01-31)' }],
    ]);
    expect(resultsOf(outcome, { waived: 'leave-out' }).map((r) => r.suppressions)).toEqual([[]]);
  });

  it('says that a place is of the base', () => {
    const [result] = resultsOf(outcomeOf({ findings: [findingOf({ location: placeOf('old.tf', 3, { side: 'base' }) })] }));
    expect(result?.locations?.[0]).toMatchObject({ message: { text: 'As it was before the change.' }, properties: { side: 'base' } });
  });

  const regions = [
    ['one line', {}, { startLine: 12, startColumn: 3, endLine: 12, endColumn: 20 }],
    ['several lines', { endLine: 14, endColumn: 1 }, { startLine: 12, startColumn: 3, endLine: 14, endColumn: 1 }],
    ['nothing wide', { endColumn: 3 }, { startLine: 12, startColumn: 3 }],
    ['backwards', { endLine: 11 }, { startLine: 12, startColumn: 3 }],
  ] as const;
  it.each(regions)('gives only columns that hold: %s', (_, more, region) => {
    const [result] = resultsOf(outcomeOf({ findings: [findingOf({ location: placeOf('a.tf', 12, more) })] }));
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual(region);
  });

  const paths = [
    ['a b/ä.tf', 'a%20b/%C3%A4.tf'],
    ['http://evil.example/x', 'http%3A//evil.example/x'],
    ['50%/#1?.tf', '50%25/%231%3F.tf'],
    ['a\\b\n\u001b[31m.tf', 'a%5Cb%0A%1B%5B31m.tf'],
    ['half \ud800 pair', 'half%20%EF%BF%BD%20pair'],
  ] as const;
  it.each(paths)('spells %j as an address below the root', (path, uri) => {
    const [result] = resultsOf(outcomeOf({ findings: [findingOf({ location: placeOf(path, 1, { path: path as never }) })] }));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it('tells related places once each', () => {
    const related = [
      { message: 'given here', location: placeOf('b.tf', 1) },
      { message: 'given here', location: placeOf('b.tf', 1) },
      ...Array.from({ length: 1_500 }, (_, i) => ({ message: 'and here', location: placeOf('c.tf', i + 1) })),
    ];
    const [result] = unchecked(outcomeOf({ findings: [findingOf({ related })] })).results ?? [];
    expect(result?.relatedLocations?.length).toBe(1_000);
    expect(new Set(result?.relatedLocations?.map((l) => JSON.stringify(l))).size).toBe(1_000);
    resultsOf(outcomeOf({ findings: [findingOf({ related: related.slice(0, 5) })] }));
    expect(result?.relatedLocations?.[1]?.physicalLocation?.artifactLocation?.uri).toBe('c.tf');
  });

  it('tells gaps in groups, as notifications', () => {
    const told = notificationsOf(
      outcomeOf({
        gaps: [
          gapOf({ count: 2 }),
          gapOf({ location: { path: placeOf('x.tf').path } }),
          gapOf({ kind: 'unparsed', location: null, reason: 'line 3' }),
        ],
      }),
    );
    expect(told.map((n) => [n.descriptor, n.level, n.message.text, n.locations?.length])).toEqual([
      [{ id: 'unresolved', index: 2 }, 'note', 'not known from the files: the value of var.region (3 places)', 2],
      [{ id: 'unparsed', index: 1 }, 'warning', 'could not be parsed: line 3', undefined],
    ]);
  });

  it('stays below the limits of GitHub, and says what it left out', () => {
    const findings = Array.from({ length: 25_002 }, (_, i) => findingOf({ level: i < 3 ? 'note' : 'error', fingerprint: String(i) }));
    const outcome = outcomeOf({ findings, gaps: Array.from({ length: 1_001 }, (_, i) => gapOf({ reason: `reason ${i}` })) });
    const run = unchecked(outcome);
    expect(run.results?.length).toBe(25_000);
    expect(run.results?.filter((r) => r.level === 'note').length).toBe(1);
    const told = run.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(told.slice(-2).map((n) => n.message.text)).toEqual([
      '1 more gap did not fit into this file.',
      '2 more findings did not fit into this file.',
    ]);
  });

  it('cuts texts and tags at the limits', () => {
    const long = 'x'.repeat(100_000);
    const rules = [ruleOf({ title: long, why: long, controls: Array.from({ length: 30 }, (_, i) => `c${i}`) })];
    const run = runOf({ ...outcomeOf({ findings: [findingOf({ message: long })] }), rules });
    const [rule] = run.tool.driver.rules ?? [];
    expect(rule?.shortDescription?.text.length).toBe(1_024);
    expect(rule?.fullDescription?.text.length).toBe(1_024);
    expect(rule?.properties?.tags?.length).toBe(20);
    expect(run.results?.[0]?.message.text?.length).toBeLessThan(10_000);
  });

  it('names its schema', () => {
    expect(JSON.parse(sarif.render(outcomeOf(), { color: false }))).toMatchObject({
      $schema: expect.stringMatching(/^https:\/\/docs\.oasis-open\.org\/sarif\/sarif\/v2\.1\.0\//),
      version: '2.1.0',
    });
  });

  it('gives the same bytes for the same outcome', () => {
    expect(sarif.render(everyKind(), { color: false })).toBe(sarif.render(everyKind(), { color: false }));
  });
});
