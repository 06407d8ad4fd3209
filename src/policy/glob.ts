/**
 * Globs over strings with holes. `*` stands for any run of characters, `\*` for itself, nothing else is special (where a cloud's own pattern
 * is read: `*` and `?`). One algorithm answers all questions: do two patterns have a string in common? No regular expression is ever built from input.
 */
import { anyOf, not, type Truth, unknown } from './truth.js';
import { holesOf, known, showWords, type ValueOf, type Words } from './value.js';

/** A UTF-16 unit, any one of them, any run of characters, or a run that is fixed but not known (a hole). */
type Token = string | typeof one | typeof run | typeof opaque;
const one = 1;
const run = 2;
const opaque = 3;

/** Work beyond this (product of the lengths) is not done: the answer is unknown, never slow. */
const budget = 4_000_000;

function tokens(words: Words, special: string, hole: typeof run | typeof opaque): readonly Token[] {
  const out: Token[] = [];
  for (const part of words) {
    if (typeof part !== 'string') out.push(hole);
    else for (const c of part.split('')) out.push(!special.includes(c) ? c : c === '*' ? run : one);
  }
  return out;
}

/** The pattern of a rule: `*` is special unless `\\` stands before it. Without wildcards every character is itself. */
function asked(pattern: string, wildcards: '' | '*'): readonly Token[] {
  if (!wildcards) return pattern.split('');
  return [...pattern.matchAll(/\\\*|./gs)].map(([c]) => (c === '*' ? run : c === '\\*' ? '*' : c));
}

/** `a` may be opaque, which no single token can spell. */
const alike = (a: Token, b: Token): boolean => a !== opaque && (a === b || a === one || b === one);

/** Whether some string belongs to both. An opaque token belongs only to a run of the other side: the answer then holds whatever it stands for. */
function overlap(a: readonly Token[], b: readonly Token[]): boolean {
  // reach[j]: the first i tokens of `a` and the first j of `b` can be spelled alike. Row by row.
  let reach = new Uint8Array(b.length + 1);
  reach[0] = 1;
  for (let j = 1; j <= b.length && b[j - 1] === run; j++) reach[j] = 1;
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint8Array(b.length + 1);
    const x = a[i - 1] ?? '';
    next[0] = x === run ? (reach[0] ?? 0) : 0;
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1] ?? '';
      if (x === run || y === run) next[j] = (reach[j] ?? 0) | (next[j - 1] ?? 0);
      else if (alike(x, y)) next[j] = reach[j - 1] ?? 0;
    }
    reach = next;
  }
  return reach[b.length] === 1;
}

/** The common case, a whole string against a pattern, in time linear in both but for the last run: on a mismatch only that one grows. */
function spells(pattern: readonly Token[], text: string): boolean {
  let p = 0;
  let retryAt = -1;
  let retryFrom = 0;
  for (let i = 0; i < text.length; ) {
    if (pattern[p] === run) {
      retryAt = ++p;
      retryFrom = i;
    } else if (pattern[p] === text[i]) {
      p++;
      i++;
    } else if (retryAt >= 0) {
      p = retryAt;
      i = ++retryFrom;
    } else return false;
  }
  while (pattern[p] === run) p++;
  return p === pattern.length;
}

export interface Matching {
  readonly ignoreCase?: boolean;
  /** The wildcards of the value itself: none for a plain string, `*?` for a cloud's pattern. */
  readonly valueWildcards?: '*?';
}

const fold = (w: Words, how: Matching): Words => (how.ignoreCase ? w.map((p) => (typeof p === 'string' ? p.toLowerCase() : p)) : w);
const lengthOf = (w: Words): number => w.reduce((n, p) => n + (typeof p === 'string' ? p.length : 1), 0);

/** Different already before the first wildcard or hole: `s3:Get*` and `ec2:*`. Most pairs are, so this spares the work. */
function beginApart(value: Words[number] | undefined, pattern: string, special: string, wildcards: string): boolean {
  if (typeof value !== 'string') return false;
  for (let i = 0; i < Math.min(value.length, pattern.length); i++) {
    const [v, p] = [value[i] ?? '', pattern[i] ?? ''];
    if (special.includes(v) || wildcards.includes(p) || p === '\\') return false;
    if (v !== p) return true;
  }
  return false;
}

/** Does the value belong to the pattern (or, for a value that is a pattern itself, do they share a string)? `wildcards` are the pattern's. */
function decide(value: Words, pattern: string, wildcards: '' | '*', how: Matching): Truth {
  const left = fold(value, how);
  const right = how.ignoreCase ? pattern.toLowerCase() : pattern;
  const special = how.valueWildcards ?? '';
  const text = known(left);
  const whole = text === undefined || [...special].some((c) => text.includes(c)) ? undefined : text;
  if (whole !== undefined && !wildcards) return whole === right;
  if (beginApart(left[0], right, special, wildcards)) return false;
  if (lengthOf(left) * (pattern.length + 1) > budget) return unknown('a value that is too long to compare');
  const sought = asked(right, wildcards);
  if (whole !== undefined) return spells(sought, whole);
  if (overlap(tokens(left, special, opaque), sought)) return true;
  const holes = holesOf(value);
  if (holes.length === 0 || !overlap(tokens(left, special, run), sought)) return false;
  // Who says what is missing is told alone: the same words join the rules that wait for it.
  const reasons = value.flatMap((part) => (typeof part === 'string' || part.why === undefined ? [] : [part.why]));
  return reasons.length === holes.length
    ? unknown(...reasons)
    : unknown(`${holes.map((h) => `<${h}>`).join(', ')} in \`${showWords(value)}\``);
}

/** Answers for whole texts, by pattern and text. Pure, so they hold for the life of the program; past the bound nothing is kept. */
type Answers = Map<string, Map<string, Truth>>;
/** One for each way to ask: the pattern with or without wildcards, case kept or not, the value a plain text or a cloud's pattern. */
const answers: readonly Answers[] = Array.from({ length: 8 }, () => new Map());
const mostAnswers = 100_000;
const longestKept = 500;
let kept = 0;

const answersTo = (wildcards: '' | '*', { ignoreCase, valueWildcards }: Matching): Answers | undefined =>
  answers[(wildcards ? 1 : 0) + (ignoreCase ? 2 : 0) + (valueWildcards ? 4 : 0)];

/** The same few patterns are asked of the same few texts over and over: `decide`, remembered. */
function compare(value: Words, pattern: string, wildcards: '' | '*', how: Matching): Truth {
  const [text] = value;
  if (value.length !== 1 || typeof text !== 'string' || text.length > longestKept) return decide(value, pattern, wildcards, how);
  const all = answersTo(wildcards, how);
  const known = all?.get(pattern) ?? new Map<string, Truth>();
  const answer = known.get(text) ?? decide(value, pattern, wildcards, how);
  if (kept < mostAnswers && !known.has(text)) {
    all?.set(pattern, known);
    known.set(text, answer);
    kept++;
  }
  return answer;
}

/** `*` in the pattern stands for any run of characters. */
export const matchesGlob = (value: Words, pattern: string, how: Matching = {}): Truth => compare(value, pattern, '*', how);

/** The very string; no character is special. */
export function equals(value: Words, asked: string, how: Matching = {}): Truth {
  const [text] = value;
  // Most tests of all: not worth a look into what is remembered.
  if (value.length === 1 && typeof text === 'string' && !how.ignoreCase && !how.valueWildcards) return text === asked;
  return compare(value, asked, '', how);
}

const cloudPattern = { valueWildcards: '*?' } as const;

/** The pattern takes in everything that is sought: what is open there is opaque here, so only a run of the pattern covers it. */
const subsumes = (pattern: Words, sought: readonly Token[], hole: typeof run | typeof opaque): boolean =>
  overlap(
    sought.map((t) => (t === run ? opaque : t)),
    tokens(pattern, '*?', hole),
  );

/** Does a set of cloud patterns take in (some of) what is asked for? Wildcards and the negated form are worked out. */
export function takesIn(set: ValueOf<'patterns'>, pattern: string, wildcards: '' | '*', how: Matching): Truth {
  if (!set.negated) {
    const asPattern = { ...how, ...cloudPattern };
    return anyOf(set.items, (item) => compare(item, pattern, wildcards, asPattern));
  }
  const sought = asked(how.ignoreCase ? pattern.toLowerCase() : pattern, wildcards);
  const outside = anyOf(set.items, (item) => {
    const left = fold(item, how);
    if (subsumes(left, sought, opaque)) return true;
    return subsumes(left, sought, run)
      ? unknown(
          holesOf(item)
            .map((h) => `<${h}>`)
            .join(', '),
        )
      : false;
  });
  return not(outside);
}
