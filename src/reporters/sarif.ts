/** SARIF 2.1.0, in the subset and within the limits that code scanning services take. */
import type { Log, Notification, PropertyBag, ReportingDescriptor, Result, Location as SarifLocation } from 'sarif';
import type { Level } from '../model/finding.js';
import { gapKinds } from '../model/gap.js';
import type { Outcome, OutcomeFinding, OutcomeRule, OutcomeSuggestion } from '../model/outcome.js';
import { clip, jsonText, markdown, plain } from './escape.js';
import { count, gapWord } from './prose/words.js';
import { type GapGroup, gapGroups, open, waived } from './ranking.js';
import { defineReporter } from './reporter.js';
import { gapPlaceOf, placeOf, root } from './sarif-place.js';

/** GitHub refuses what is over its limits as a whole, so that more would lose everything. */
const most = { results: 25_000, related: 1_000, tags: 20, description: 1_024, text: 4_000, notifications: 1_000, gapPlaces: 20 } as const;

/** On GitHub's scale: high, medium, low. */
const severity: Readonly<Record<Level, string>> = { error: '8.0', warning: '5.5', note: '2.0' };

export const sarif = defineReporter({
  id: 'sarif',
  title: 'SARIF 2.1.0 for code scanning',
  render: (outcome, options) => jsonText(logOf(outcome, options.waived !== 'leave-out')),
});

function logOf(outcome: Outcome, withWaived: boolean): Log {
  const findings = [...open(outcome), ...(withWaived ? waived(outcome) : [])];
  const rules = rulesOf(outcome, findings);
  const indexOf = new Map(rules.map((rule, i) => [rule.id, i]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: outcome.tool.name,
            semanticVersion: outcome.tool.version,
            rules,
            notifications: gapKinds.map((kind) => ({ id: kind, shortDescription: { text: `Not established: ${gapWord[kind]}` } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(outcome, findings.length) }],
        results: findings.slice(0, most.results).map((f) => resultOf(f, indexOf.get(f.rule) ?? 0)),
        properties: {
          mode: outcome.mode,
          verdict: outcome.verdict,
          ...(outcome.policies ? { policies: outcome.policies } : {}),
        },
      },
    ],
  };
}

/** Every rule that a finding names; one that came without its words still has its name. */
function rulesOf(outcome: Outcome, findings: readonly OutcomeFinding[]): ReportingDescriptor[] {
  const told = new Map(outcome.rules.map((rule) => [rule.id, descriptorOf(rule)]));
  for (const { rule: id, level } of findings) if (!told.has(id)) told.set(id, { id, defaultConfiguration: { level } });
  return [...told.values()];
}

const descriptorOf = (rule: OutcomeRule): ReportingDescriptor => ({
  id: rule.id,
  shortDescription: { text: sentence(rule.title, most.description) },
  fullDescription: { text: sentence(rule.why, most.description) },
  help: {
    text: [rule.why, `Fix: ${rule.fix}`, controlsLine(rule.controls)]
      .filter((line) => line !== '')
      .map((line) => sentence(line))
      .join('\n\n'),
    markdown: [
      markdown(clip(rule.why, most.text)),
      `**Fix:** ${markdown(clip(rule.fix, most.text))}`,
      markdown(controlsLine(rule.controls)),
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  },
  defaultConfiguration: { level: rule.level },
  properties: {
    tags: [...new Set(['security', rule.theme, ...rule.controls])].slice(0, most.tags),
    'security-severity': severity[rule.level],
  },
});

const controlsLine = (controls: readonly string[]): string => (controls.length === 0 ? '' : `Controls: ${controls.join(', ')}`);

/** SARIF reads `[text](target)` in a message as a link. */
const sentence = (text: string, limit: number = most.text): string => plain(clip(text, limit)).replaceAll('](', ']\u2060(');

function resultOf(f: OutcomeFinding, ruleIndex: number): Result {
  const related = unique(f.related.map((r) => placeOf(r.location, sentence(r.message))));
  return {
    ruleId: f.rule,
    ruleIndex,
    level: f.level,
    message: { text: `${sentence(f.message)}\nFix: ${sentence(f.fix)}` },
    locations: [placeOf(f.location, f.location.side === 'base' ? 'As it was before the change.' : undefined)],
    ...(related.length > 0 ? { relatedLocations: related.slice(0, most.related) } : {}),
    partialFingerprints: { 'identityReview/v1': f.fingerprint },
    ...(f.suggestion ? { fixes: [fixOf(f, f.suggestion)] } : {}),
    // Where suppressions are told at all, an empty list says that there is none.
    suppressions: f.waived ? [suppression(f.waived)] : [],
    properties: propertiesOf(f),
  };
}

/** Whole lines are replaced, without the end of the last one. */
const fixOf = (f: OutcomeFinding, { location, replacement }: OutcomeSuggestion): NonNullable<Result['fixes']>[number] => ({
  description: { text: sentence(f.fix) },
  artifactChanges: [
    {
      artifactLocation: placeOf(location).physicalLocation?.artifactLocation ?? {},
      replacements: [
        {
          deletedRegion: {
            startLine: location.startLine,
            startColumn: location.startColumn,
            endLine: location.endLine,
            endColumn: location.endColumn,
          },
          insertedContent: { text: replacement },
        },
      ],
    },
  ],
});

const suppression = ({ until, by, reason }: NonNullable<OutcomeFinding['waived']>): NonNullable<Result['suppressions']>[number] => ({
  kind: 'external',
  status: 'accepted',
  justification: sentence(`${reason} (${by}, until ${until})`),
});

const propertiesOf = (f: OutcomeFinding): PropertyBag => ({
  theme: f.theme,
  ...(f.identity === null ? {} : { identity: f.identity }),
  ...(f.controls.length > 0 ? { controls: f.controls } : {}),
});

/** Not established is not a pass: a consumer of the file sees it beside the results. */
function notifications(outcome: Outcome, results: number): Notification[] {
  const groups = gapGroups(outcome.gaps);
  const told = groups.slice(0, most.notifications).map(notificationOf);
  const silent = groups.slice(most.notifications).reduce((n, g) => n + g.count, 0);
  if (silent > 0) told.push({ level: 'warning', message: { text: `${count(silent, 'more gap')} did not fit into this file.` } });
  const over = results - most.results;
  if (over > 0) told.push({ level: 'warning', message: { text: `${count(over, 'more finding')} did not fit into this file.` } });
  return told;
}

function notificationOf({ kind, reason, gaps, count: n }: GapGroup): Notification {
  const places = unique(gaps.slice(0, most.gapPlaces).flatMap(gapPlaceOf));
  return {
    descriptor: { id: kind, index: gapKinds.indexOf(kind) },
    level: kind === 'unresolved' ? 'note' : 'warning',
    message: { text: sentence(`${gapWord[kind]}: ${reason}${n > 1 ? ` (${count(n, 'place')})` : ''}`) },
    ...(places.length > 0 ? { locations: places } : {}),
  };
}

/** SARIF wants its lists of locations without repetition. */
const unique = (places: readonly SarifLocation[]): SarifLocation[] => [
  ...new Map(places.map((place) => [JSON.stringify(place), place])).values(),
];
