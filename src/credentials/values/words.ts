/** How much of a text is language: known words, and runs of letters that sound like words. */
import { commonWords } from '../../data/common-words.js';

const shortestWord = 4;
const longestWord = 14;

interface Language {
  readonly known: ReadonlySet<string>;
  /** Letter triples of the known words, their beginnings and ends marked: what a made-up but pronounceable name is made of too. */
  readonly triples: ReadonlySet<string>;
}
let learnt: Language | undefined;

/** Learnt when the first value is to be judged, which takes some milliseconds. */
function language(): Language {
  if (learnt) return learnt;
  const known = new Set(commonWords.trim().split(/\s+/));
  const triples = new Set<string>();
  for (const word of known) for (let i = 0, marked = `^${word}$`; i + 3 <= marked.length; i++) triples.add(marked.slice(i, i + 3));
  learnt = { known, triples };
  return learnt;
}

/** Share of familiar triples from which on a run of letters sounds like a word. Chance alone gives about a quarter. */
const familiarShare = 0.7;

/** True where a lower-case run of letters sounds like a word without being a known one. */
function soundsLikeWord(run: string): boolean {
  if (run.length < 5) return false;
  const { triples } = language();
  let familiar = 0;
  for (let i = 0; i + 3 <= run.length; i++) if (triples.has(run.slice(i, i + 3))) familiar++;
  return familiar / (run.length - 2) >= familiarShare;
}

/** Letters of a lower-case run that known words cover, most at once. */
function coveredLetters(run: string): number {
  const { known, triples } = language();
  const best = [0];
  for (let end = 1; end <= run.length; end++) {
    let most = best[end - 1] ?? 0;
    // Where no known word ends so, none ends here.
    if (end >= shortestWord && triples.has(`${run.slice(end - 2, end)}$`))
      for (let size = shortestWord; size <= longestWord && size <= end; size++)
        if (known.has(run.slice(end - size, end))) most = Math.max(most, (best[end - size] ?? 0) + size);
    best.push(most);
  }
  return best[run.length] ?? 0;
}

export interface Wording {
  /** Runs of letters, split where lower case turns into upper case. */
  readonly runs: readonly string[];
  /** Letters that belong to words or to what sounds like one. */
  readonly letters: number;
  /** Of all letters and digits, the part that those letters are. */
  readonly share: number;
}

/** Longer texts are judged by their beginning. */
const longestLook = 256;

/** The language in a text. */
export function wordingOf(text: string): Wording {
  const look = text.slice(0, longestLook);
  const runs = look.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  let letters = 0;
  for (const run of runs) {
    const lower = run.toLowerCase();
    letters += soundsLikeWord(lower) ? lower.length : coveredLetters(lower);
  }
  // Words may run on without a change of case (`mySecretpassword`, `PASSWORD`): cases do not cut them.
  const whole = (look.match(/[A-Za-z]+/g) ?? []).reduce((sum, run) => sum + coveredLetters(run.toLowerCase()), 0);
  const all = look.match(/[A-Za-z0-9]/g)?.length ?? 0;
  const most = Math.max(letters, whole);
  return { runs, letters: most, share: all === 0 ? 0 : most / all };
}
