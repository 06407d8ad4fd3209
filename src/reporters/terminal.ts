/** What a person reads in ten seconds: what changed, then what is wrong with the line and the fix, then what is not known. */
import type { Level } from '../model/finding.js';
import type { Outcome, OutcomeChange, OutcomeFinding, OutcomeIdentity } from '../model/outcome.js';
import { clip, logLine, plain } from './escape.js';
import { at, gapAt } from './place.js';
import { accessWord, count, gapWord, kindWord } from './prose/words.js';
import { gapGroups, open, rankedChanges, signOf, waived } from './ranking.js';
import { defineReporter } from './reporter.js';

type Paint = (style: keyof typeof styles, text: string) => string;
const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
const levelStyle: Readonly<Record<Level, keyof typeof styles>> = { error: 'red', warning: 'yellow', note: 'cyan' };
const signStyle = { '+': 'green', '-': 'dim', '!': 'red', '~': 'yellow' } as const;

/** Longer lists are cut, what matters most stays: errors are always told. */
const most = { changes: 40, lesser: 40, waived: 10, gaps: 8, related: 3 } as const;
const mostText = 1_000;
const text = (said: string): string => plain(clip(said, mostText));
const rest = (n: number, one: string, many?: string): string[] =>
  n > 0 ? [`  and ${count(n, `more ${one}`, many && `more ${many}`)} (--format json lists them all)`] : [];

export const terminal = defineReporter({
  id: 'terminal',
  title: 'for a person at a terminal',
  render(outcome, { color }) {
    const paint: Paint = (style, text) => (color ? `\u001B[${styles[style]}m${text}\u001B[0m` : text);
    const blocks = [
      outcome.mode === 'inventory' ? inventory(outcome, paint) : changes(outcome, paint),
      findings(outcome, paint),
      exceptions(outcome, paint),
      gaps(outcome, paint),
      verdict(outcome, paint),
    ];
    return `${blocks
      .filter((b) => b.length > 0)
      .map((b) => b.map(logLine).join('\n'))
      .join('\n\n')}\n`;
  },
});

function changes({ mode, changes: all }: Outcome, paint: Paint): string[] {
  if (all.length === 0) return mode === 'review' ? ['No identity changes.'] : [];
  const line = (c: OutcomeChange) => [
    `  ${paint(signStyle[signOf(c)], signOf(c))} ${text(c.statement)}`,
    paint('dim', `    ${at(c.location)}`),
  ];
  const shown = rankedChanges(all).slice(0, most.changes);
  return [paint('bold', 'Changes'), ...shown.flatMap(line), ...rest(all.length - shown.length, 'change')];
}

function findings(outcome: Outcome, paint: Paint): string[] {
  const all = open(outcome);
  if (all.length === 0) return [];
  const errors = all.filter((f) => f.level === 'error').length;
  const shown = all.slice(0, Math.max(errors, most.lesser));
  const lines = (f: OutcomeFinding) => [
    `  ${paint(levelStyle[f.level], f.level.padEnd(8))}${paint('bold', at(f.location))}  ${text(f.message)}`,
    `          fix: ${text(f.fix)}`,
    paint('dim', `          ${text([f.rule, ...(f.controls.length > 0 ? [f.controls.slice(0, 3).join(', ')] : [])].join(' · '))}`),
    ...f.related.slice(0, most.related).map((r) => paint('dim', `          ${at(r.location)}  ${text(r.message)}`)),
  ];
  return [paint('bold', 'Findings'), ...shown.flatMap(lines), ...rest(all.length - shown.length, 'finding')];
}

function exceptions(outcome: Outcome, paint: Paint): string[] {
  const all = waived(outcome);
  if (all.length === 0) return [];
  const shown = all.slice(0, most.waived);
  const why = ({ waived: w }: OutcomeFinding) => (w ? `until ${w.until} by ${w.by}: ${w.reason}` : '');
  const line = (f: OutcomeFinding) => `  ${at(f.location)}  ${text(`${f.rule}, ${why(f)}`)}`;
  return [paint('bold', 'Waived'), ...shown.map(line), ...rest(all.length - shown.length, 'waived finding')];
}

function gaps(outcome: Outcome, paint: Paint): string[] {
  const groups = gapGroups(outcome.gaps);
  if (groups.length === 0) return [];
  const silent = groups.slice(most.gaps).reduce((n, g) => n + g.count, 0);
  return [
    paint('bold', 'Not established'),
    ...groups.slice(0, most.gaps).flatMap((g) => {
      const [first] = g.gaps;
      const places = `${first ? gapAt(first) : ''}${g.count > 1 ? ` and ${count(g.count - 1, 'more place')}` : ''}`;
      return [`  ${gapWord[g.kind]}: ${text(g.reason)}`, ...(places ? [paint('dim', `    ${places}`)] : [])];
    }),
    ...rest(silent, 'gap'),
  ];
}

function inventory({ identities }: Outcome, paint: Paint): string[] {
  if (identities.length === 0) return ['No identities were found.'];
  return [
    paint('bold', count(identities.length, 'identity', 'identities')),
    ...identities.flatMap((i) => [
      `  ${paint('bold', text(i.name))}  ${kindWord[i.kind]}, ${accessWord[i.access.level]}`,
      paint('dim', `    ${text(i.key)}  ${at(i.location)}`),
      `    owner: ${text(ownerAndCredentials(i))}`,
    ]),
  ];
}

const ownerAndCredentials = ({ owner, credentials }: OutcomeIdentity): string =>
  [
    owner ? `${owner.value} (${owner.source})` : 'none',
    ...(credentials.length > 0 ? [`credentials: ${credentials.map((c) => c.name).join(', ')}`] : []),
  ].join('; ');

function verdict(outcome: Outcome, paint: Paint): string[] {
  const { identities, findings: f, gaps: g } = outcome.summary;
  const { files } = outcome.coverage;
  const word = outcome.verdict === 'pass' ? paint('green', 'PASS') : paint('red', 'FAIL');
  const found = [
    count(f.error, 'error'),
    count(f.warning, 'warning'),
    count(f.note, 'note'),
    ...(f.waived > 0 ? [`${f.waived} waived`] : []),
  ];
  const moved = `identities: ${identities.added} added, ${identities.changed} changed, ${identities.removed} removed`;
  const seen = `${files.read} of ${count(files.considered, 'file')} read${g > 0 ? `, ${count(g, 'gap')}` : ''}`;
  return outcome.mode === 'inventory' ? [seen] : [`${paint('bold', word)}  ${found.join(', ')}  |  ${moved}  |  ${seen}`];
}
