/**
 * The heart of the algebra: a string that belongs to all of some patterns and to none of others, or the proof that there is none. The
 * shortest one is looked for among all of them at once, letter by letter, so the answer is exact; when the budget ends it is not known.
 */
import type { Budget } from './budget.js';
import { type Glob, includes, intersects, isHole, longest } from './glob.js';

/** All strings that each of `within` matches and none of `without`. */
export interface Region {
  readonly within: readonly Glob[];
  readonly without: readonly Glob[];
}

/** A word is a pattern without wildcards. `none` is proved; `unknown` is not. */
export type Sample = Glob | 'none' | 'unknown';

export function sample(region: Region, budget: Budget): Sample {
  const { within } = region;
  if ([...within, ...region.without].some((g) => g.length > longest)) return 'unknown';
  const guess = guessed(region, budget);
  if (guess) return guess;
  const apart = within.some((a, i) => within.slice(i + 1).some((b) => !intersects(a, b)));
  if (apart || region.without.some((out) => within.some((g) => includes(out, g)))) return 'none';
  // A pattern that shares nothing with the others has no say.
  const without = region.without.filter((out) => within.every((g) => intersects(out, g)));
  return shortest({ within, without }, budget);
}

export const belongs = ({ within, without }: Region, word: Glob): boolean =>
  within.every((g) => includes(g, word)) && !without.some((g) => includes(g, word));

const fillings = [['x'], [...'other'], []];

/** Most regions have a word in them that anybody would guess: the narrowest pattern with something short for its wildcards. */
function guessed(region: Region, budget: Budget): Glob | undefined {
  const narrowest = region.within.reduce<Glob | undefined>((best, g) => (best && weight(best) >= weight(g) ? best : g), undefined);
  if (!narrowest) return belongs(region, ['x']) ? ['x'] : undefined;
  budget.left -= 1 + region.within.length + region.without.length;
  for (const filling of fillings) {
    const word: string[] = [];
    for (const s of narrowest) {
      if (s === '*') word.push(...filling);
      else word.push(s === '?' ? 'x' : s);
    }
    if (belongs(region, word)) return word;
  }
  return undefined;
}

const weight = (g: Glob): number => g.reduce((n, s) => n + (s === '*' || s === '?' ? 0 : 1), 0);

// ── the search ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** How far each pattern has got: the places in it that the word so far may have led to. */
type Place = readonly number[];
interface State {
  readonly places: readonly Place[];
  readonly word: Glob;
}

function shortest({ within, without }: Region, budget: Budget): Sample {
  const globs = [...within, ...without];
  const first: State = { places: globs.map((g) => closed(g, [0])), word: [] };
  const seen = new Set<string>();
  let open: State[] = [first];
  while (open.length > 0) {
    const next: State[] = [];
    for (const state of open) {
      if (isThere(state, globs, within.length)) return state.word;
      const cost = state.places.reduce((n, at) => n + at.length + 1, 0);
      for (const letter of lettersAt(state, globs)) {
        budget.left -= cost;
        if (budget.left < 0) return 'unknown';
        const places = globs.map((g, i) => step(g, state.places[i] ?? [], letter));
        const key = places.map((p) => p.join()).join('|');
        if (seen.has(key) || isLost(places, globs, within.length)) continue;
        seen.add(key);
        next.push({ places, word: [...state.word, letter] });
      }
    }
    open = next;
  }
  return 'none';
}

/** `*` may be passed over. */
function closed(g: Glob, places: Iterable<number>): Place {
  const all = new Set(places);
  for (const p of all) if (g[p] === '*') all.add(p + 1);
  return [...all].sort((a, b) => a - b);
}

const step = (g: Glob, at: Place, letter: string): Place =>
  closed(
    g,
    at.flatMap((p) => {
      const symbol = g[p];
      if (symbol === '*') return [p];
      return symbol === letter || (symbol === '?' && !isHole(letter)) ? [p + 1] : [];
    }),
  );

const isThere = ({ places }: State, globs: readonly Glob[], within: number): boolean =>
  places.every((at, i) => at.includes(globs[i]?.length ?? 0) === i < within);

/** A pattern that must match no longer can, or one that must not match has matched for good. */
const isLost = (places: readonly Place[], globs: readonly Glob[], within: number): boolean =>
  places.some((at, i) => {
    const g = globs[i] ?? [];
    return i < within ? at.length === 0 : g.at(-1) === '*' && at.includes(g.length);
  });

/** Letters that some pattern waits for, and one that none does: all others are like it. */
function lettersAt({ places }: State, globs: readonly Glob[]): readonly string[] {
  const waited = new Set<string>();
  for (const [i, at] of places.entries())
    for (const p of at) {
      const symbol = globs[i]?.[p];
      if (symbol !== undefined && symbol !== '*' && symbol !== '?') waited.add(symbol);
    }
  const other = [...'xyz0123456789abcdefghijklmnopqrstuvw'].find((c) => !waited.has(c)) ?? '\u00b7';
  return [other, ...[...waited].sort()];
}
