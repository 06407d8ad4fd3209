/**
 * Finds many words in one pass over a text: the Aho-Corasick automaton as one dense table, ASCII case folded into it. Words are ASCII and in
 * lower case; whoever needs exact case looks at the place again, which is rare enough. One load from the table per character, whatever is found.
 */
const width = 128;

export interface Automaton {
  /** Row of a state starts at the state's own number; a target that ends a word stands as its complement (`~state`). */
  readonly next: Int32Array;
  /** Words that end in a state, by state / width. */
  readonly ends: readonly (readonly number[] | undefined)[];
}

/** Builds the automaton of these words; the index of a word is how `scan` names it. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const trie = buildTrie(words);
  link(trie);
  return seal(trie);
}

/**
 * Calls `visit` for each place where a word ends (exclusive offset), left to right, several words at one place in no special order.
 * Stops early when `visit` returns false, and returns the offset it got to.
 */
export function scan(automaton: Automaton, text: string, from: number, visit: (word: number, end: number) => boolean): number {
  const { next, ends } = automaton;
  const length = text.length;
  let state = 0;
  for (let i = from; i < length; i++) {
    const c = text.charCodeAt(i);
    state = c < width ? (next[state + c] as number) : 0;
    if (state >= 0) continue;
    state = ~state;
    for (const word of ends[state / width] ?? []) if (!visit(word, i + 1)) return i + 1;
  }
  return length;
}

interface Trie {
  readonly next: Int32Array;
  readonly ends: (number[] | undefined)[];
  states: number;
}

function buildTrie(words: readonly string[]): Trie {
  const cells = (words.reduce((sum, w) => sum + w.length, 0) + 1) * width;
  const trie: Trie = { next: new Int32Array(cells), ends: [], states: 1 };
  words.forEach((word, index) => {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const at = state + word.charCodeAt(i);
      if (trie.next[at] === 0) trie.next[at] = trie.states++ * width;
      state = trie.next[at] as number;
    }
    const list = trie.ends[state / width];
    if (list) list.push(index);
    else trie.ends[state / width] = [index];
  });
  return trie;
}

/** Fills each missing step with the step of the longest suffix, breadth first, so that a suffix is always complete before it is used. */
function link(trie: Trie): void {
  const { next, ends } = trie;
  const fail = new Int32Array(trie.states);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    const back = fail[state / width] as number;
    for (let c = 0; c < width; c++) {
      const child = next[state + c] as number;
      if (child === 0) {
        next[state + c] = next[back + c] as number;
        continue;
      }
      const suffix = state === 0 ? 0 : (next[back + c] as number);
      fail[child / width] = suffix;
      const inherited = ends[suffix / width];
      if (inherited) ends[child / width] = [...(ends[child / width] ?? []), ...inherited];
      queue.push(child);
    }
  }
}

function seal(trie: Trie): Automaton {
  const next = trie.next.slice(0, trie.states * width);
  for (let row = 0; row < next.length; row += width) next.copyWithin(row + 65, row + 97, row + 123);
  for (let i = 0; i < next.length; i++) {
    const target = next[i] as number;
    if (trie.ends[target / width]) next[i] = ~target;
  }
  return { next, ends: trie.ends };
}
