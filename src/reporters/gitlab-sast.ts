/** GitLab's security report of the kind SAST, schema 15: findings land in its vulnerability report and in the merge request's widget. */
import type { Level } from '../model/finding.js';
import type { Outcome, OutcomeFinding, OutcomeRule } from '../model/outcome.js';
import { clip, jsonText, plain } from './escape.js';
import { gapWord } from './prose/words.js';
import { type GapGroup, gapGroups, open } from './ranking.js';
import { defineReporter } from './reporter.js';

const severity = { error: 'High', warning: 'Medium', note: 'Info' } as const satisfies Record<Level, string>;
const most = { name: 255, text: 4_000, messages: 1_000 } as const;

export const gitlabSast = defineReporter({
  id: 'gitlab-sast',
  title: 'GitLab SAST report JSON',
  render: (outcome) => jsonText(reportOf(outcome)),
});

function reportOf(outcome: Outcome) {
  const { name, version } = outcome.tool;
  const tool = { id: name, name, version, vendor: { name } };
  const titles = new Map(outcome.rules.map((rule) => [rule.id, rule]));
  // GitLab takes no fractions and no zone.
  const time = outcome.now.slice(0, 19);
  return {
    version: '15.2.1',
    scan: {
      type: 'sast',
      status: 'success',
      start_time: time,
      end_time: time,
      analyzer: tool,
      scanner: tool,
      messages: gapGroups(outcome.gaps).slice(0, most.messages).map(messageOf),
    },
    vulnerabilities: open(outcome).map((f) => vulnerabilityOf(f, titles.get(f.rule))),
  };
}

const text = (said: string, limit: number = most.text): string => plain(clip(said, limit));

const vulnerabilityOf = (f: OutcomeFinding, rule: OutcomeRule | undefined) => ({
  id: f.fingerprint,
  name: text(rule?.title ?? f.rule, most.name),
  description: text(f.message),
  severity: severity[f.level],
  solution: text(f.fix),
  location: {
    file: text(f.location.path),
    start_line: f.location.startLine,
    end_line: Math.max(f.location.startLine, f.location.endLine),
  },
  identifiers: [
    { type: 'identity_review_rule', name: text(f.rule, most.name), value: text(f.rule, most.name) },
    ...f.controls.map((control) => ({ type: 'control', name: text(control, most.name), value: text(control, most.name) })),
  ],
});

/** Not established is not a pass: it stands beside what was found. */
const messageOf = ({ kind, reason, count }: GapGroup) => ({
  level: 'warn',
  value: text(`Not established, ${gapWord[kind]}${count > 1 ? ` (${count} places)` : ''}: ${reason}`),
});
