/** Bounds of one evaluation: what is written is hostile, and a few lines can ask for more depth or memory than there is. */
import { type Gap, gap } from '../model/gap.js';
import type { FilePath, Span } from '../model/span.js';
import { type UnknownNode, unknown } from '../model/tree.js';
import { limits } from '../syntax/syntax.js';

/** Deep enough for a tree as deep as a syntax allows with references as deep on its ground; the JavaScript stack holds several times that. */
const deepest = 2 * limits.depth;

/** Counts what is made, and how deep evaluation is. Whatever would break a bound becomes an unknown, and the file gets one gap. */
export class Bounds {
  readonly #gaps: Gap[] = [];
  #left: number;
  #depth = 0;

  constructor(
    private readonly at: Span | FilePath,
    budget: number = limits.characters,
  ) {
    this.#left = budget;
  }

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** Takes the size of a value that is about to be made; false when too little is left. */
  afford(size: number): boolean {
    if (size <= this.#left) {
      this.#left -= size;
      return true;
    }
    if (this.#left > 0) this.#gaps.push(gap('too-large', 'what is written here is too large to evaluate', this.at));
    this.#left = 0;
    return false;
  }

  /** Runs a step deeper; gives `tooDeep` instead where the nesting has no end. */
  within<T>(step: () => T, tooDeep: () => T): T {
    if (this.#depth >= deepest) return tooDeep();
    this.#depth++;
    const result = step();
    this.#depth--;
    return result;
  }
}

/** Stands for a value that would break the bounds. */
export const tooLarge = (at: Span): UnknownNode => unknown('the value is too large to evaluate', at);

/** Stands for a value whose parts are nested without an end. */
export const tooDeep = (at: Span): UnknownNode => unknown('it is nested too deeply to evaluate', at);

/** An unknown named after what stands there, so that a string around it reads `<region>-role` instead of telling the whole reason. */
export const missing = (name: string, why: string, at: Span): UnknownNode => ({ ...unknown(why, at), name });
