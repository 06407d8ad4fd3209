/** The body of a job summary, a check run or a comment: verdict, what changed, what is wrong, what is excused, what is not known. */
import { type Level, levels } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import type { Outcome, OutcomeChange, OutcomeFinding, OutcomeIdentity } from '../model/outcome.js';
import type { Location } from '../model/span.js';
import { clip, codeSpan, markdown as inert } from './escape.js';
import { type Entry, fitted, type Section } from './fit.js';
import { pathsSection } from './mermaid.js';
import { at, gapAt } from './place.js';
import { accessWord, count, gapWord, kindWord, list } from './prose/words.js';
import { type GapGroup, gapGroups, open, rankedChanges, signOf, waived } from './ranking.js';
import { defineReporter, type RenderOptions } from './reporter.js';

/** What is kept longest when there is not room for all. */
const ranks = { frequent: -1, error: 0, growth: 1, warning: 2, identity: 3, change: 4, note: 5, waived: 6, gap: 7 } as const;

const mostText = 1_000;
const text = (said: string): string => inert(clip(said, mostText));

/** How a place is shown: as code, with a link where the caller knows one. */
type Place = (location: Location) => string;

export const markdown = defineReporter({
  id: 'markdown',
  title: 'for a job summary or a comment',
  render(outcome, options) {
    const place = placer(options);
    const rest = options.budget ? `: see ${linked(inert(options.budget.rest), options.budget.url)}` : '';
    const left = (one: string, many?: string) => (n: number) => `- and ${count(n, `more ${one}`, `more ${many ?? `${one}s`}`)}${rest}\n`;
    const sections = [
      { open: headline(outcome), entries: [], close: '', left: () => '' },
      section('Most frequent', frequentEntries(outcome), left('rule')),
      section('Identities', identityEntries(outcome, place), left('identity', 'identities')),
      section('Changes', changeEntries(outcome, place), left('change')),
      { open: pathsSection(outcome), entries: [], close: '', left: () => '' },
      ...levels.map((level) => section(levelTitle[level], findingEntries(outcome, level, place), left(level))),
      section('Waived', waivedEntries(outcome, place), left('waived finding')),
      folded(outcome, left('reason')),
      { open: coverage(outcome), entries: [], close: '', left: () => '' },
    ].filter((s) => s.entries.length > 0 || s.open !== '');
    return fitted(sections, options.budget?.bytes ?? Number.POSITIVE_INFINITY);
  },
});

/** Past so many findings a reader wants to know first what they have in common. */
const manyFindings = 50;

/** How often each rule found something, where there are too many findings to read. Kept whatever is cut. */
function frequentEntries(outcome: Outcome): readonly Entry[] {
  const all = open(outcome);
  if (all.length <= manyFindings) return [];
  const titles = new Map(outcome.rules.map((rule) => [rule.id, rule.title]));
  const byRule = [...groupBy(all, (f) => f.rule)].sort(([, a], [, b]) => b.length - a.length);
  return byRule.map(([rule, found]) => {
    const files = new Set(found.map((f) => f.location.path)).size;
    return {
      text: `- **${found.length} ×** ${codeSpan(rule)} ${text(titles.get(rule) ?? '')}, in ${count(files, 'file')}\n`,
      rank: ranks.frequent,
    };
  });
}

const levelTitle: Readonly<Record<Level, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };

const section = (title: string, entries: readonly Entry[], left: Section['left']): Section => ({
  open: entries.length > 0 ? `\n### ${title} (${entries.length})\n\n` : '',
  entries,
  close: '',
  left,
});

function placer({ urlOf }: RenderOptions): Place {
  return (location) => {
    const shown = codeSpan(clip(at(location), mostText));
    return linked(shown, urlOf?.(location));
  };
}

/** Text that is inert, as a link where the address is one that cannot end the link. */
const linked = (shown: string, url: string | undefined): string =>
  url !== undefined && /^https?:\/\/[^\s<>()[\]`\\]+$/.test(url) ? `[${shown}](${url})` : shown;

function headline({ mode, verdict, summary: { findings: f, identities: i }, identities }: Outcome): string {
  if (mode === 'inventory') return `## Identity inventory: ${count(identities.length, 'identity', 'identities')}\n`;
  const found = [
    ...(f.error > 0 ? [count(f.error, 'error')] : []),
    ...(f.warning > 0 ? [count(f.warning, 'warning')] : []),
    ...(f.note > 0 ? [count(f.note, 'note')] : []),
    ...(f.waived > 0 ? [`${f.waived} waived`] : []),
  ];
  const moved = [
    ...(i.added > 0 ? [`${i.added} added`] : []),
    ...(i.changed > 0 ? [`${i.changed} changed`] : []),
    ...(i.removed > 0 ? [`${i.removed} removed`] : []),
  ];
  const words = verdict === 'pass' ? '✅ Identity review passed' : '❌ Identity review failed';
  const identitiesSaid = moved.length > 0 ? `Identities: ${moved.join(', ')}.` : 'No identity was added, changed or removed.';
  return `## ${words}\n\n${found.length > 0 ? `**${list(found)}.**` : '**No findings.**'} ${identitiesSaid}\n`;
}

/** Only where nothing is judged: elsewhere the changes and findings name the identities. */
const identityEntries = ({ mode, identities }: Outcome, place: Place): readonly Entry[] =>
  mode === 'inventory' ? identities.map((i) => ({ text: identityLine(i, place), rank: ranks.identity })) : [];

function identityLine(i: OutcomeIdentity, place: Place): string {
  const owner = i.owner ? `owner ${text(i.owner.value)} (${text(i.owner.source)})` : 'no owner';
  const credentials = i.credentials.length > 0 ? `; credentials: ${text(list(i.credentials.map((c) => c.name)))}` : '';
  return `- ${codeSpan(clip(i.name, mostText))} ${place(i.location)}<br>${kindWord[i.kind]}, ${accessWord[i.access.level]}; ${owner}${credentials}\n`;
}

function changeEntries({ changes }: Outcome, place: Place): readonly Entry[] {
  const rank = (c: OutcomeChange): number => (['!', '+'].includes(signOf(c)) ? ranks.growth : ranks.change);
  return rankedChanges(changes).map((c) => ({
    text: `- ${codeSpan(signOf(c))} ${text(c.statement)} ${place(c.location)}\n`,
    rank: rank(c),
  }));
}

const findingEntries = (outcome: Outcome, level: Level, place: Place): readonly Entry[] =>
  open(outcome)
    .filter((f) => f.level === level)
    .map((f) => ({ text: findingLines(f, place), rank: ranks[level] }));

function findingLines(f: OutcomeFinding, place: Place): string {
  const controls = f.controls.length > 0 ? ` · ${text(f.controls.join(', '))}` : '';
  return [
    `- ${place(f.location)} **${text(f.message)}**`,
    `Fix: ${text(f.fix)}`,
    ...f.related.slice(0, 3).map((r) => `See ${place(r.location)} ${text(r.message)}`),
    `<sub>${codeSpan(f.rule)}${controls}</sub>\n`,
  ].join('<br>');
}

const waivedEntries = (outcome: Outcome, place: Place): readonly Entry[] =>
  waived(outcome).map((f) => ({
    text: `- ${place(f.location)} ${codeSpan(f.rule)} until ${text(f.waived?.until ?? '')} by ${text(f.waived?.by ?? '')}: ${text(f.waived?.reason ?? '')}\n`,
    rank: ranks.waived,
  }));

function folded(outcome: Outcome, left: Section['left']): Section {
  const entries = gapGroups(outcome.gaps).map((g) => ({ text: gapLine(g), rank: ranks.gap }));
  if (entries.length === 0) return { open: '', entries, close: '', left };
  const title = `Not established (${outcome.summary.gaps})`;
  return { open: `\n<details><summary>${title}</summary>\n\n`, entries, close: '\n</details>\n', left };
}

function gapLine({ kind, reason, gaps, count: n }: GapGroup): string {
  const [first] = gaps;
  const place = first ? gapAt(first) : '';
  const more = n > 1 ? ` and ${count(n - 1, 'more place')}` : '';
  return `- ${gapWord[kind]}: ${text(reason)}${place === '' ? '' : ` ${codeSpan(clip(place, mostText))}${more}`}\n`;
}

function coverage({ coverage: { files }, summary, base, head, mode, policies = [] }: Outcome): string {
  const read = `${files.read} of ${count(files.considered, 'file')} read${summary.gaps > 0 ? `, ${count(summary.gaps, 'gap')}` : ''}`;
  const refs = mode === 'review' ? `${reference(base)} → ${reference(head)}` : reference(head);
  const ruled = policies
    .slice(0, mostPolicies)
    .map((p) => ` · policies ${codeSpan(clip(p.source, 200))} at ${codeSpan(p.commit.slice(0, 12))}, ${codeSpan(p.digest.slice(0, 19))}`);
  return `\n<sub>${read} · ${refs}${ruled.join('')}</sub>\n`;
}

/** Nobody has more than a few. */
const mostPolicies = 5;

const reference = ({ ref, commit }: Outcome['base']): string => codeSpan(clip(commit ? commit.slice(0, 12) : ref, 100));
