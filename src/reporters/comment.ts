/** The one comment of a pull request: its marker, then the report as far as GitHub takes it. */
import type { Outcome } from '../model/outcome.js';
import { markdown } from './markdown.js';
import type { Budget, RenderOptions } from './reporter.js';

export const commentModes = ['never', 'on-findings', 'on-failure', 'always'] as const;
export type CommentMode = (typeof commentModes)[number];

/** Of GitHub, in characters, marker and all; bytes are never fewer. */
const mostBody = 65_536;

/** A line that GitHub does not show and that nobody's text can imitate in ours: brackets are encoded in it and taken out of force elsewhere. */
export const markerOf = (what: string): string => `<!-- identity-review: ${encodeURIComponent(what)} -->`;

/** The whole body. Without a finding it says so, which is what a comment that told of findings turns into. */
export function comment(outcome: Outcome, marker: string, urlOf: RenderOptions['urlOf'], rest: Omit<Budget, 'bytes'>): string {
  const budget = { bytes: mostBody - marker.length - 1, ...rest };
  return `${marker}\n${markdown.render(outcome, { color: false, budget, ...(urlOf ? { urlOf } : {}) })}`;
}

/** Whether there is something to say. A comment that is there already is kept up to date in any mode but `never`. */
export function isDue(mode: CommentMode, { verdict, summary: { findings } }: Outcome): boolean {
  switch (mode) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'on-failure':
      return verdict === 'fail';
    case 'on-findings':
      return findings.error + findings.warning + findings.note > 0;
  }
}
