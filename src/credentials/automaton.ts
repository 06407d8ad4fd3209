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
  const trie = buildTrie(words, columns);
  return sealed(trie, link(trie), columns);
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

/** The words as a tree. States are in the order they were made; state 0 is the root, so 0 also says "none". */
interface Trie {
  readonly firstChild: Uint32Array;
  /** The next child of the same state. */
  readonly sibling: Uint32Array;
  /** Column of the step that leads here. */
  readonly column: Uint8Array;
  /** Words that end here. */
  readonly ends: (readonly number[] | undefined)[];
  states: number;
}

function buildTrie(words: readonly string[], columns: Uint8Array): Trie {
  const most = words.reduce((sum, w) => sum + w.length, 0) + 1;
  const trie: Trie = {
    firstChild: new Uint32Array(most),
    sibling: new Uint32Array(most),
    column: new Uint8Array(most),
    ends: [],
    states: 1,
  };
  const { firstChild, sibling, column, ends } = trie;
  for (const [index, word] of words.entries()) {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const c = columns[word.charCodeAt(i)] as number;
      let child = childOf(trie, state, c);
      if (child === 0) {
        child = trie.states++;
        column[child] = c;
        sibling[child] = firstChild[state] as number;
        firstChild[state] = child;
      }
      state = child;
    }
    ends[state] = [...(ends[state] ?? []), index];
  }
  return trie;
}

/** Lists of children: few states have more than one, and a table as wide as the alphabet would be memory that is touched for nothing. */
function childOf({ firstChild, sibling, column }: Trie, state: number, c: number): number {
  let child = firstChild[state] as number;
  while (child !== 0 && column[child] !== c) child = sibling[child] as number;
  return child;
}

interface Links {
  /** All states, each after those that are nearer to the root. */
  readonly order: Uint32Array;
  /** The state of the longest proper suffix. */
  readonly fail: Uint32Array;
}

/** Finds the suffix of each state, and what ends in a suffix ends in the state as well. */
function link(trie: Trie): Links {
  const { firstChild, sibling, column, ends, states } = trie;
  const [order, fail] = [new Uint32Array(states), new Uint32Array(states)];
  let last = 0;
  for (let head = 0; head <= last; head++) {
    const state = order[head] as number;
    for (let child = firstChild[state] as number; child !== 0; child = sibling[child] as number) {
      order[++last] = child;
      if (state === 0) continue;
      const suffix = longestSuffix(trie, fail, fail[state] as number, column[child] as number);
      fail[child] = suffix;
      const inherited = ends[suffix];
      if (inherited) ends[child] = [...(ends[child] ?? []), ...inherited];
    }
  }
  return { order, fail };
}

function longestSuffix(trie: Trie, fail: Uint32Array, from: number, c: number): number {
  let back = from;
  let child = childOf(trie, back, c);
  while (child === 0 && back !== 0) {
    back = fail[back] as number;
    child = childOf(trie, back, c);
  }
  return child;
}

/**
 * The whole table, in which states have new numbers, those in which words end last. A state steps as its suffix does except to its own children,
 * so its row is a copy of that row: a block of memory at once, where cell by cell took the better part of the time until the first text.
 */
function sealed({ firstChild, sibling, column, ends, states }: Trie, { order, fail }: Links, columns: Uint8Array): Automaton {
  const shift = Math.ceil(Math.log2(Math.max(...columns) + 1));
  const width = 1 << shift;
  const number = new Uint32Array(states);
  const ending: (readonly number[])[] = [];
  let plain = 0;
  for (let s = 0; s < states; s++) if (!ends[s]) number[s] = plain++;
  for (let s = 0; s < states; s++) {
    const words = ends[s];
    if (words) number[s] = plain + ending.push(words) - 1;
  }
  const next = states <= 65_536 ? new Uint16Array(states * width) : new Uint32Array(states * width);
  for (const state of order) {
    const row = (number[state] as number) * width;
    const from = (number[fail[state] as number] as number) * width;
    next.copyWithin(row, from, from + width);
    for (let child = firstChild[state] as number; child !== 0; child = sibling[child] as number)
      next[row + (column[child] as number)] = number[child] as number;
  }
  return { columns, shift, next, firstEnd: plain, ends: ending };
}
