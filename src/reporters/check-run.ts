/** What a check run says: a summary, and an annotation for each finding that stands on a line of the head. */
import type { Level } from '../model/finding.js';
import type { Outcome, OutcomeFinding } from '../model/outcome.js';
import { clip, plain } from './escape.js';
import { markdown } from './markdown.js';
import { count } from './prose/words.js';
import { open } from './ranking.js';
import type { Budget, RenderOptions } from './reporter.js';

/** As the Checks API has it. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface CheckRun {
  readonly title: string;
  readonly summary: string;
  readonly conclusion: 'success' | 'failure';
  /** Strongest first. */
  readonly annotations: readonly CheckAnnotation[];
}

const levelOf = { error: 'failure', warning: 'warning', note: 'notice' } as const satisfies Record<Level, string>;

/** Of GitHub, in characters; bytes are never fewer. */
const mostSummary = 65_000;
const mostTitle = 255;
const mostText = 4_000;
/** Ten requests: whoever has more to read than that reads the report. */
const mostAnnotations = 500;

/** Everything of one review. The verdict of the check run is that of the review. */
export function checkRun(outcome: Outcome, urlOf: RenderOptions['urlOf'], rest: Omit<Budget, 'bytes'>): CheckRun {
  const { findings } = outcome.summary;
  const titles = new Map(outcome.rules.map((rule) => [rule.id, rule.title]));
  const placed = open(outcome).filter(isPlaced);
  return {
    title: `${count(findings.error, 'error')}, ${count(findings.warning, 'warning')}, ${count(findings.note, 'note')}`,
    summary: markdown.render(outcome, { color: false, budget: { bytes: mostSummary, ...rest }, ...(urlOf ? { urlOf } : {}) }),
    conclusion: outcome.verdict === 'pass' ? 'success' : 'failure',
    annotations: placed.slice(0, mostAnnotations).map((f) => annotationOf(f, titles.get(f.rule) ?? f.rule)),
  };
}

/** What stands at base has no line in this commit; a path with characters that are not seen is better told where they show. */
const isPlaced = ({ location: { path, side } }: OutcomeFinding): boolean => side === 'head' && plain(path) === path;

function annotationOf(f: OutcomeFinding, title: string): CheckAnnotation {
  const { path, startLine, endLine, startColumn, endColumn } = f.location;
  const oneLine = endLine <= startLine;
  return {
    path,
    start_line: startLine,
    end_line: Math.max(startLine, endLine),
    // GitHub takes columns within one line only, and its end column is the last one.
    ...(oneLine && endColumn > startColumn ? { start_column: startColumn, end_column: endColumn - 1 } : {}),
    annotation_level: levelOf[f.level],
    title: plain(clip(title, mostTitle)),
    message: [f.message, `Fix: ${f.fix}`, f.rule].map((line) => plain(clip(line, mostText))).join('\n'),
  };
}
