/**
 * Runs a pattern over a text, all ways at once: time grows with the length of the text times that of the pattern, whatever they are. Of the
 * ways that match, the one that a backtracking search would find first counts, as in Go.
 */
import { word } from './pattern-classes.js';
import type { Assertion, Program } from './pattern-program.js';

/** Steps of one search through one text, all matches together. */
const mostSteps = 3_000_000;

/** The beginning and end of the match and of each of its groups, in characters; undefined where a group has no part in it. */
export type Match = readonly (number | undefined)[];

interface Thread {
  readonly at: number;
  readonly saved: Match;
}

export class Search {
  readonly characters: readonly string[];
  readonly #codes: readonly number[];
  #left = mostSteps;

  constructor(
    private readonly program: Program,
    text: string,
  ) {
    this.characters = [...text];
    this.#codes = this.characters.map((c) => c.codePointAt(0) ?? 0);
  }

  /** True when a search was given up. */
  get exhausted(): boolean {
    return this.#left < 0;
  }

  /** The first match at or after a place. */
  from(start: number): Match | undefined {
    let found: Match | undefined;
    let threads: readonly Thread[] = [];
    for (let place = start; place <= this.#codes.length && !this.exhausted; place++) {
      const next: Thread[] = [];
      const seen = new Set<number>();
      // What began earlier goes before what begins here.
      const alive = threads.flatMap((t) => this.#follow(t, place, seen));
      if (!found) alive.push(...this.#follow({ at: 0, saved: [] }, place, seen));
      const code = this.#codes[place];
      for (const thread of alive) {
        const step = this.program.instructions[thread.at];
        if (step?.op === 'match') {
          found = thread.saved;
          break;
        }
        if (step?.op === 'character' && code !== undefined && step.test(code)) next.push({ at: thread.at + 1, saved: thread.saved });
      }
      threads = next;
      if (found && threads.length === 0) break;
    }
    return this.exhausted ? undefined : found;
  }

  /** The threads that wait for a character, or have matched, behind all steps that take none; the preferred first. */
  #follow(thread: Thread, place: number, seen: Set<number>): Thread[] {
    const waiting: Thread[] = [];
    const open: Thread[] = [thread];
    for (let t = open.pop(); t; t = open.pop()) {
      if (seen.has(t.at)) continue;
      seen.add(t.at);
      this.#left--;
      const step = this.program.instructions[t.at];
      if (!step) continue;
      if (step.op === 'split') open.push({ at: step.second, saved: t.saved }, { at: step.first, saved: t.saved });
      else if (step.op === 'save') {
        const saved = [...t.saved];
        saved[step.slot] = place;
        open.push({ at: t.at + 1, saved });
      } else if (step.op === 'assert') {
        if (this.#holds(step.what, place)) open.push({ at: t.at + 1, saved: t.saved });
      } else waiting.push(t);
    }
    return waiting;
  }

  #holds(what: Assertion, place: number): boolean {
    const before = this.#codes[place - 1];
    const after = this.#codes[place];
    switch (what) {
      case 'begin':
        return before === undefined;
      case 'end':
        return after === undefined;
      case 'line-begin':
        return before === undefined || before === 10;
      case 'line-end':
        return after === undefined || after === 10;
      case 'boundary':
        return isWord(before) !== isWord(after);
      case 'no-boundary':
        return isWord(before) === isWord(after);
    }
  }
}

const isWord = (code: number | undefined): boolean => code !== undefined && word(code);
