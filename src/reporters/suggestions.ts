/** Fixes that can be taken over with a click, as review comments. */
import type { Outcome, OutcomeFinding } from '../model/outcome.js';
import { clip, isSeen, markdown } from './escape.js';
import { open } from './ranking.js';

export interface Suggestion {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly body: string;
  readonly marker: string;
}

/** More would bury the conversation. */
const most = 10;
const mostText = 1_000;

/** The strongest first; findings that the same lines mend share one. */
export function suggestionsOf(outcome: Outcome): readonly Suggestion[] {
  const byEdit = new Map<string, OutcomeFinding[]>();
  for (const finding of open(outcome)) {
    // What cannot be seen is not offered to be taken over unread.
    if (!finding.suggestion || !isSeen(finding.suggestion.replacement + finding.suggestion.location.path)) continue;
    const { location, replacement } = finding.suggestion;
    const lines = `${location.path}\n${location.startLine}\n${location.endLine}\n${replacement}`;
    byEdit.set(lines, [...(byEdit.get(lines) ?? []), finding]);
  }
  return [...byEdit.values()].slice(0, most).flatMap(suggestionOf);
}

function suggestionOf(findings: readonly OutcomeFinding[]): readonly Suggestion[] {
  const [first] = findings;
  if (!first?.suggestion) return [];
  const { location, replacement } = first.suggestion;
  const marker = `<!-- identity-review: ${encodeURIComponent(`${first.rule} ${first.fingerprint}`)} -->`;
  const said = findings.map((f) => `${markdown(clip(f.message, mostText))} ${markdown(clip(f.fix, mostText))}`);
  const body = [marker, ...said, fenced(replacement)].join('\n\n');
  return [{ path: location.path, startLine: location.startLine, endLine: location.endLine, body, marker }];
}

/** A fence that the text cannot close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}suggestion\n${text}\n${fence}`;
}
