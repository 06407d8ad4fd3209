import type { OffsetMap } from '../model/tree.js';

/** Builds a decoded string together with the places of its characters, so that a document embedded in it keeps exact spans. */
export class DecodedText {
  #value = '';
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** Where the next character of the source would stand if the current piece went on. */
  #next = -1;

  /** Characters that stand in the source as they are. */
  copy(source: string, start: number, end: number): void {
    this.put(source.slice(start, end), start);
  }

  /** Characters that the source spells otherwise (an escape, a folded line break), standing at `at`. */
  put(decoded: string, at: number): void {
    if (decoded === '') return;
    if (at !== this.#next) {
      this.#from.push(this.#value.length);
      this.#to.push(at);
    }
    this.#value += decoded;
    this.#next = at + decoded.length;
  }

  get value(): string {
    return this.#value;
  }

  get offsets(): OffsetMap {
    return { from: this.#from, to: this.#to };
  }
}

/** Where a character of a decoded string stands in the source. */
export function placeOf({ from, to }: OffsetMap, offset: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (to[low - 1] ?? 0) + offset - (from[low - 1] ?? 0);
}
