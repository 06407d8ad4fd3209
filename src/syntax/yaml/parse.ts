/** The third-party parser behind a wall: text → events, with one repair; whatever it throws becomes a value without source text. */
import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { limits } from '../syntax.js';

export interface Events {
  readonly events: readonly Event[];
  /** The text that the events' offsets are about. */
  readonly text: string;
  /** From an offset of `text` to the offset of the text that was handed in. */
  readonly original: (offset: number) => number;
}

/** Why a text has no events, and at which of its offsets. Holds no source text. */
export interface Failure {
  readonly kind: 'unparsed' | 'too-large';
  readonly reason: string;
  readonly at: number;
}

/** Characters that may still be parsed again for repairs; shared by all documents of a file, so that a hostile one costs no more. */
export interface Budget {
  characters: number;
}

export const repairBudget = (): Budget => ({ characters: limits.characters / 4 });

const width = 4;
const maxInsertions = 200;
const deficient = 'deficient indentation';
/** The next document begins here: moving it to the right would swallow it. */
const marker = /^(?:---|\.\.\.)/;
const same = (offset: number): number => offset;

/**
 * Parses, and indents lines of flow collections and quoted scalars that stand too far left: the specification forbids them, and js-yaml with it,
 * but the tools whose files we read (libyaml, Go) accept them.
 */
export function parse(text: string, budget: Budget): Events | Failure {
  const insertions: number[] = [];
  let repaired = text;
  let lastLine = 0;
  for (;;) {
    const result = tryParse(repaired);
    if ('events' in result) {
      return { ...result, text: repaired, original: insertions.length === 0 ? same : (offset) => withoutInsertions(offset, insertions) };
    }
    const line = startOfLine(repaired, result.at);
    const failure = { ...result, at: withoutInsertions(result.at, insertions) };
    const repairable = result.reason === deficient && line >= lastLine && !marker.test(repaired.slice(line, line + 3));
    if (!repairable || insertions.length === maxInsertions || budget.characters < repaired.length) return failure;
    budget.characters -= repaired.length;
    lastLine = line;
    const at = Math.max(line, (insertions.at(-1) ?? -width) + width);
    insertions.push(at);
    repaired = `${repaired.slice(0, at)}${' '.repeat(width)}${repaired.slice(at)}`;
  }
}

function tryParse(text: string): { readonly events: readonly Event[] } | Failure {
  try {
    // The parser counts the document itself as a level.
    return { events: parseEvents(text, { maxDepth: limits.depth + 1 }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { kind: 'unparsed', reason: 'the parser gave up', at: 0 };
    const tooDeep = error.reason.startsWith('nesting exceeded');
    return {
      kind: tooDeep ? 'too-large' : 'unparsed',
      reason: tooDeep ? `nested deeper than ${limits.depth} levels` : withoutSource(error.reason),
      at: error.mark?.position ?? 0,
    };
  }
}

/** Two of the parser's reasons quote the text that they are about. */
const withoutSource = (reason: string): string =>
  /^(?:tag name cannot contain such characters|undeclared tag handle)/.exec(reason)?.[0] ?? reason;

function startOfLine(text: string, offset: number): number {
  let i = offset;
  while (i > 0 && text.charCodeAt(i - 1) !== 10 && text.charCodeAt(i - 1) !== 13) i--;
  return i;
}

/** `insertions` ascend and are offsets of the repaired text. */
function withoutInsertions(offset: number, insertions: readonly number[]): number {
  let low = 0;
  let high = insertions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((insertions[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const last = insertions[low - 1];
  return last === undefined ? offset : Math.max(last, offset - width) - (low - 1) * width;
}
