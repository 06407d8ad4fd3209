/** What a person reads in ten seconds: what changed, then what is wrong with the line and the fix, then what is not known. */
import type { Level } from '../model/finding.js';
import type { Outcome, OutcomeChange, OutcomeFinding } from '../model/outcome.js';
import { plain } from './escape.js';
import { at, gapAt } from './place.js';
import { accessWord, count, gapWord, kindWord } from './prose/words.js';
import { gapGroups, open, rankedChanges, signOf, waived } from './ranking.js';
import { defineReporter } from './reporter.js';

type Paint = (style: keyof typeof styles, text: string) => string;
const styles = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
const levelStyle: Readonly<Record<Level, keyof typeof styles>> = { error: 'red', warning: 'yellow', note: 'cyan' };
const signStyle = { '+': 'green', '-': 'dim', '!': 'red', '~': 'yellow' } as const;

/** How many gap groups are told one by one. */
const mostGaps = 8;

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
      .map((b) => b.join('\n'))
      .join('\n\n')}\n`;
  },
});

function changes({ changes: all }: Outcome, paint: Paint): string[] {
  if (all.length === 0) return [];
  const line = (c: OutcomeChange) => [
    `  ${paint(signStyle[signOf(c)], signOf(c))} ${plain(c.statement)}`,
    paint('dim', `    ${at(c.location)}`),
  ];
  return [paint('bold', 'Changes'), ...rankedChanges(all).flatMap(line)];
}

function findings(outcome: Outcome, paint: Paint): string[] {
  const all = open(outcome);
  if (all.length === 0) return [];
  const lines = (f: OutcomeFinding) => [
    `  ${paint(levelStyle[f.level], f.level.padEnd(8))}${paint('bold', at(f.location))}  ${plain(f.message)}`,
    `          fix: ${plain(f.fix)}`,
    paint('dim', `          ${f.rule}${f.controls.length > 0 ? ` · ${f.controls.slice(0, 3).join(', ')}` : ''}`),
    ...f.related.slice(0, 3).map((r) => paint('dim', `          ${at(r.location)}  ${plain(r.message)}`)),
  ];
  return [paint('bold', 'Findings'), ...all.flatMap(lines)];
}

function exceptions(outcome: Outcome, paint: Paint): string[] {
  const all = waived(outcome);
  if (all.length === 0) return [];
  const line = (f: OutcomeFinding) =>
    `  ${at(f.location)}  ${f.rule}, until ${f.waived?.until} by ${plain(f.waived?.by ?? '')}: ${plain(f.waived?.reason ?? '')}`;
  return [paint('bold', 'Waived'), ...all.map(line)];
}

function gaps(outcome: Outcome, paint: Paint): string[] {
  const groups = gapGroups(outcome.gaps);
  if (groups.length === 0) return [];
  const rest = groups.slice(mostGaps).reduce((n, g) => n + g.count, 0);
  return [
    paint('bold', 'Not established'),
    ...groups.slice(0, mostGaps).flatMap((g) => {
      const [first] = g.gaps;
      const places = `${first ? gapAt(first) : ''}${g.count > 1 ? ` and ${count(g.count - 1, 'more place')}` : ''}`;
      return [`  ${gapWord[g.kind]}: ${plain(g.reason)}`, ...(places ? [paint('dim', `    ${places}`)] : [])];
    }),
    ...(rest > 0 ? [`  and ${count(rest, 'more gap')} (--format json lists them all)`] : []),
  ];
}

function inventory({ identities }: Outcome, paint: Paint): string[] {
  if (identities.length === 0) return ['No identities were found.'];
  return [
    paint('bold', count(identities.length, 'identity', 'identities')),
    ...identities.flatMap((i) => [
      `  ${paint('bold', plain(i.name))}  ${kindWord[i.kind]}, ${accessWord[i.access.level]}`,
      paint('dim', `    ${plain(i.key)}  ${at(i.location)}`),
      `    owner: ${i.owner ? `${plain(i.owner.value)} (${i.owner.source})` : 'none'}${i.credentials.length > 0 ? `; credentials: ${i.credentials.map((c) => plain(c.name)).join(', ')}` : ''}`,
    ]),
  ];
}

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
