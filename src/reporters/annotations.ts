/** Workflow commands that GitHub shows beside the changed lines; they need no permission. */
import type { Level } from '../model/finding.js';
import { levels } from '../model/finding.js';
import type { Outcome, OutcomeFinding } from '../model/outcome.js';
import type { Location } from '../model/span.js';
import { clip, commandData, commandProperty, plain } from './escape.js';
import { at } from './place.js';
import { count, list } from './prose/words.js';
import { open } from './ranking.js';
import { defineReporter } from './reporter.js';

const commandOf = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<Level, string>;

/**
 * GitHub shows the first ten of a kind and step and drops the rest without a word. Notices have other uses, too: what a run could not do is
 * told by one.
 */
const mostOf: Readonly<Record<Level, number>> = { error: 10, warning: 10, note: 6 };
const mostTitle = 255;
const mostText = 4_000;

export const annotations = defineReporter({
  id: 'annotations',
  title: 'GitHub workflow commands, at most ten errors and ten warnings',
  render(outcome) {
    const all = open(outcome);
    const titles = new Map(outcome.rules.map((rule) => [rule.id, rule.title]));
    const shown = levels.flatMap((level) => all.filter((f) => f.level === level).slice(0, shownOf(level, all, outcome)));
    const lines = shown.map((f) => commandLine(f, titles.get(f.rule) ?? f.rule));
    const rest = restLine(outcome, all, shown);
    return [...lines, ...(rest === '' ? [] : [rest])].map((line) => `${line}\n`).join('');
  },
});

/** Whether there is more to mend than commands can show. */
export const isCutShort = (outcome: Outcome): boolean =>
  levels.some((level) => level !== 'note' && open(outcome).filter((f) => f.level === level).length > mostOf[level]);

/** The line that tells of the rest is a notice itself and takes one notice's place. */
function shownOf(level: Level, all: readonly OutcomeFinding[], outcome: Outcome): number {
  if (level !== 'note') return mostOf[level];
  const over = levels.some((l) => all.filter((f) => f.level === l).length > mostOf[l]);
  return over || outcome.summary.gaps > 0 ? mostOf.note - 1 : mostOf.note;
}

function commandLine(f: OutcomeFinding, title: string): string {
  const placed = placeProperties(f.location);
  const text = [placed === '' ? `${at(f.location)}: ${f.message}` : f.message, `Fix: ${f.fix}`, f.rule];
  return command(commandOf[f.level], placed, title, text.map((line) => plain(clip(line, mostText))).join('\n'));
}

const command = (name: string, placed: string, title: string, text: string): string =>
  `::${name} ${placed}title=${commandProperty(plain(clip(title, mostTitle)))}::${commandData(text)}`;

/** Nothing for a line that head has not, and for a path that cannot be said in a log line: those stand in the message. */
function placeProperties({ path, side, startLine, startColumn, endLine, endColumn }: Location): string {
  if (side === 'base' || plain(path) !== path) return '';
  // The runner drops a command that gives columns for more than one line.
  const columns = startLine === endLine && endColumn > startColumn ? `col=${startColumn},endColumn=${endColumn},` : '';
  return `file=${commandProperty(path)},line=${startLine},endLine=${Math.max(startLine, endLine)},${columns}`;
}

function restLine(outcome: Outcome, all: readonly OutcomeFinding[], shown: readonly OutcomeFinding[]): string {
  const hidden = new Set(all.filter((f) => !shown.includes(f)));
  const parts = levels.flatMap((level) => {
    const n = [...hidden].filter((f) => f.level === level).length;
    return n > 0 ? [count(n, `more ${level}`)] : [];
  });
  const { gaps } = outcome.summary;
  const told = [...parts, ...(gaps > 0 ? [`${count(gaps, 'gap')} where something is not established`] : [])];
  return told.length === 0 ? '' : command('notice', '', 'Identity review', `${list(told)}: the full report tells.`);
}
