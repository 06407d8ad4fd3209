/** GitLab's code quality report. */
import type { Level } from '../model/finding.js';
import type { Outcome, OutcomeFinding } from '../model/outcome.js';
import { clip, jsonText, plain } from './escape.js';
import { gapWord } from './prose/words.js';
import { type GapGroup, gapGroups, open } from './ranking.js';
import { defineReporter } from './reporter.js';

const severity = { error: 'critical', warning: 'major', note: 'info' } as const satisfies Record<Level, string>;
const mostText = 4_000;

export const gitlab = defineReporter({
  id: 'gitlab',
  title: 'GitLab code quality JSON',
  render: (outcome) => jsonText([...open(outcome).map(issueOf), ...gapIssues(outcome)]),
});

const issueOf = (f: OutcomeFinding) => ({
  description: plain(clip(`${f.message} Fix: ${f.fix}`, mostText)),
  check_name: f.rule,
  fingerprint: f.fingerprint,
  severity: severity[f.level],
  location: { path: f.location.path, lines: { begin: f.location.startLine } },
});

/** GitLab has no place for what is not known but its list of issues, and there only for what stands in a file. */
const gapIssues = (outcome: Outcome) => gapGroups(outcome.gaps).flatMap(gapIssue);

function gapIssue({ kind, reason, gaps, count }: GapGroup) {
  const place = gaps.find((g) => g.location !== null)?.location;
  if (!place) return [];
  return [
    {
      description: plain(clip(`Not established, ${gapWord[kind]}${count > 1 ? ` (${count} places)` : ''}: ${reason}`, mostText)),
      check_name: `gap-${kind}`,
      fingerprint: plain(clip(`gap ${kind} ${place.path} ${reason}`, mostText)),
      severity: 'info',
      location: { path: place.path, lines: { begin: 'startLine' in place ? place.startLine : 1 } },
    },
  ];
}
