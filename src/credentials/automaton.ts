/**
 * Finds many words in one pass over a text: the Aho-Corasick automaton as one table, ASCII case folded into it. Words are ASCII and in lower
 * case; whoever needs exact case looks at the place again, which is rare enough. Characters that no word has share one column, and states in
 * which a word ends have the highest numbers: so the table is small enough for the processor's cache and a step is two loads and a comparison.
 */
const ascii = 128;

export interface Automaton {
  /** Column of each ASCII character. */
  readonly columns: Uint8Array;
  /** A row has `1 << shift` columns. */
  readonly shift: number;
  /** The next state, by state and column. */
  readonly next: Uint16Array | Uint32Array;
  /** In this state and those after it a word ends. */
  readonly firstEnd: number;
  /** Words that end in a state, by state minus `firstEnd`. */
  readonly ends: readonly (readonly number[])[];
}

/** Builds the automaton of these words; the index of a word is how `scan` names it. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const columns = columnsOf(words);
  const shift = Math.ceil(Math.log2(Math.max(...columns) + 1));
  const trie = buildTrie(words, columns, 1 << shift);
  link(trie);
  return sealed(trie, columns, shift);
}

/**
 * Calls `visit` for each place where a word ends (exclusive offset), left to right, several words at one place in no special order.
 * Stops early when `visit` returns false, and returns the offset it got to.
 */
export function scan(automaton: Automaton, text: string, from: number, visit: (word: number, end: number) => boolean): number {
  const { columns, shift, next, firstEnd, ends } = automaton;
  const length = text.length;
  let state = 0;
  for (let i = from; i < length; i++) {
    const c = text.charCodeAt(i);
    state = c < ascii ? (next[(state << shift) | (columns[c] as number)] as number) : 0;
    if (state < firstEnd) continue;
    const ending = ends[state - firstEnd] as readonly number[];
    for (let k = 0; k < ending.length; k++) if (!visit(ending[k] as number, i + 1)) return i + 1;
  }
  return length;
}

/** One column for each character that occurs in a word, the same for both cases; column 0 for all others. */
function columnsOf(words: readonly string[]): Uint8Array {
  const columns = new Uint8Array(ascii);
  let last = 0;
  for (const word of words)
    for (let i = 0; i < word.length; i++) {
      const c = word.charCodeAt(i);
      if (columns[c] === 0) columns[c] = ++last;
    }
  columns.copyWithin(65, 97, 123);
  return columns;
}

interface Trie {
  readonly width: number;
  readonly next: Uint32Array;
  readonly ends: (number[] | undefined)[];
  states: number;
}

function buildTrie(words: readonly string[], columns: Uint8Array, width: number): Trie {
  const most = words.reduce((sum, w) => sum + w.length, 0) + 1;
  const trie: Trie = { width, next: new Uint32Array(most * width), ends: [], states: 1 };
  words.forEach((word, index) => {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const at = state * width + (columns[word.charCodeAt(i)] as number);
      if (trie.next[at] === 0) trie.next[at] = trie.states++;
      state = trie.next[at] as number;
    }
    const list = trie.ends[state];
    if (list) list.push(index);
    else trie.ends[state] = [index];
  });
  return trie;
}

/** Fills each missing step with the step of the longest suffix, breadth first, so that a suffix is always complete before it is used. */
function link({ width, next, ends, states }: Trie): void {
  const fail = new Uint32Array(states);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    const back = fail[state] as number;
    for (let c = 0; c < width; c++) {
      const child = next[state * width + c] as number;
      const suffix = state === 0 ? 0 : (next[back * width + c] as number);
      if (child === 0) {
        next[state * width + c] = suffix;
        continue;
      }
      fail[child] = suffix;
      const inherited = ends[suffix];
      if (inherited) ends[child] = [...(ends[child] ?? []), ...inherited];
      queue.push(child);
    }
  }
}

/** The states numbered anew, those in which words end last. */
function sealed({ width, next, ends, states }: Trie, columns: Uint8Array, shift: number): Automaton {
  const all = Array.from({ length: states }, (_, s) => s);
  const order = [...all.filter((s) => !ends[s]), ...all.filter((s) => ends[s])];
  const number = new Uint32Array(states);
  order.forEach((state, i) => {
    number[state] = i;
  });
  const table = states <= 65_536 ? new Uint16Array(states * width) : new Uint32Array(states * width);
  for (let s = 0; s < states; s++)
    for (let c = 0; c < width; c++) table[(number[s] as number) * width + c] = number[next[s * width + c] as number] as number;
  const ending = order.filter((s) => ends[s]);
  return { columns, shift, next: table, firstEnd: states - ending.length, ends: ending.map((s) => ends[s] ?? []) };
}
