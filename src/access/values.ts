/** Sets of values that a condition's operator accepts, each with its complement, and values that belong to several of them at once. */
import { literal, type Text } from '../model/text.js';
import type { Budget } from './budget.js';
import { type Glob, glob, includes, written } from './glob.js';
import { type Sample, sample } from './sample.js';

/** Patterns, any of which matches (or none, when negated); or points of a line, between whose edges all points are alike. */
export type Values =
  | { readonly kind: 'globs'; readonly globs: readonly Glob[]; readonly negated: boolean; readonly fold: boolean }
  | { readonly kind: 'points'; readonly line: Line; readonly holds: (at: number) => boolean; readonly edges: readonly number[] };

/** A sort of values that have an order. */
interface Line {
  readonly read: (value: string) => number;
  readonly show: (at: number) => string;
  /** How far behind an edge the next point is looked for. */
  readonly unit: number;
}

/** The values outside a set. */
export const outside = (v: Values): Values => (v.kind === 'globs' ? { ...v, negated: !v.negated } : { ...v, holds: (at) => !v.holds(at) });

/** What an operator (in lower case, without quantifier and IfExists) accepts; undefined when it is not understood. */
export function valuesOf(operator: string, values: readonly Text[]): Values | undefined {
  const negated = /not/.test(operator);
  const plain = operator.replace('not', '');
  const fold = plain === 'stringequalsignorecase' || plain === 'bool';
  switch (plain) {
    case 'stringequals':
    case 'stringequalsignorecase':
    case 'binaryequals':
    case 'bool':
    case 'resourcenames':
      return { kind: 'globs', globs: values.map((v) => exact(v, fold)), negated, fold };
    case 'stringlike':
    case 'arnlike':
    case 'arnequals':
      return { kind: 'globs', globs: values.map((v) => glob(v)), negated, fold };
    default:
      return compared(plain, values, negated);
  }
}

/** Where `*` is a character like any other. */
const exact = (v: Text, fold: boolean): Glob => glob(v, fold).map((s) => (s === '*' || s === '?' ? `$${s}` : s));

const order = /^(numeric|date)(equals|lessthan|lessthanequals|greaterthan|greaterthanequals)$/;

function compared(operator: string, values: readonly Text[], negated: boolean): Values | undefined {
  const literals = values.map(literal);
  if (literals.includes(undefined)) return undefined;
  const known = literals.flatMap((v) => v ?? []);
  const found = operator === 'ipaddress' ? addresses(known) : ordered(operator, known);
  return found && negated ? outside(found) : found;
}

const lines: Readonly<Record<string, Line>> = {
  numeric: { read: Number, show: String, unit: 1 },
  date: {
    read: (v) => (/^\d+$/.test(v) ? Number(v) * 1000 : Date.parse(v)),
    show: (at) => new Date(at).toISOString().replace('.000Z', 'Z'),
    unit: 86_400_000,
  },
};

function ordered(operator: string, values: readonly string[]): Values | undefined {
  const [, kind = '', relation = ''] = order.exec(operator) ?? [];
  const [line, compare] = [lines[kind], holds[relation]];
  if (!line || !compare) return undefined;
  const bounds = values.map(line.read);
  if (!bounds.every(Number.isFinite)) return undefined;
  return { kind: 'points', line, holds: (at) => bounds.some((bound) => compare(at, bound)), edges: bounds };
}

const holds: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  equals: (v, b) => v === b,
  lessthan: (v, b) => v < b,
  lessthanequals: (v, b) => v <= b,
  greaterthan: (v, b) => v > b,
  greaterthanequals: (v, b) => v >= b,
};

// ── addresses ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
interface Block {
  readonly from: number;
  readonly to: number;
}

const addressLine: Line = { read: (v) => block(v)?.from ?? Number.NaN, show: (at) => dotted(at), unit: 1 };

/** Blocks of IPv4 addresses; those of IPv6 are compared as they are written. */
function addresses(values: readonly string[]): Values | undefined {
  const blocks = values.map(block);
  if (blocks.includes(undefined)) return undefined;
  const known = blocks.flatMap((b) => b ?? []);
  return {
    kind: 'points',
    line: addressLine,
    holds: (at) => known.some(({ from, to }) => from <= at && at <= to),
    edges: known.flatMap(({ from, to }) => [from, to]),
  };
}

const dotted = (n: number): string => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');

function block(value: string): Block | undefined {
  const [, a, b, c, d, bits = '32'] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(value) ?? [];
  const parts = [a, b, c, d].map(Number);
  if (parts.some((p) => Number.isNaN(p) || p > 255) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  const start = Math.floor(parts.reduce((n, p) => n * 256 + p, 0) / size) * size;
  return { from: start, to: start + size - 1 };
}

// ── one value for all ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** A value that belongs to every set; `none` is proved. */
export function commonValue(sets: readonly Values[], budget: Budget): Sample {
  const globs = sets.flatMap((s) => (s.kind === 'globs' ? [s] : []));
  const points = sets.flatMap((s) => (s.kind === 'points' ? [s] : []));
  if (globs.length === sets.length && globs.every((s) => s.fold === globs[0]?.fold)) return commonWord(globs, budget);
  const [first] = points;
  if (first && points.length === sets.length && points.every((s) => s.line === first.line)) return commonPoint(first.line, points);
  // Sets of different sorts, or of which some mind the case of letters and some do not: values around their edges are tried.
  const hints = sets.flatMap((s) => (s.kind === 'points' ? around(s.line, s.edges).map(s.line.show) : s.globs.map(written)));
  return hints.map((hint) => [...hint]).find((word) => sets.every((s) => accepts(s, word))) ?? 'unknown';
}

/** Between two edges all points are alike, so one of each stretch settles it. */
function commonPoint(line: Line, sets: readonly Extract<Values, { kind: 'points' }>[]): Sample {
  const edges = sets.flatMap((s) => s.edges);
  const found = around(line, edges).find((at) => sets.every((s) => s.holds(at)));
  return found === undefined ? 'none' : [...line.show(found)];
}

function around({ unit, show, read }: Line, edges: readonly number[]): readonly number[] {
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((at, i) => ((sorted[i] ?? at) + at) / 2);
  const near = sorted.flatMap((at) => [at, at - unit, at + unit]);
  // A point counts as it is shown: an address has no half.
  return [...near, ...between.filter((at) => read(show(at)) === at)].filter((at) => Number.isFinite(read(show(at))));
}

/** Whether a value belongs to the set. */
export function accepts(set: Values, word: Glob): boolean {
  if (set.kind === 'globs') return set.globs.some((g) => includes(g, set.fold ? folded(word) : word)) !== set.negated;
  const at = set.line.read(written(word));
  return Number.isFinite(at) && set.holds(at);
}

type Globs = Extract<Values, { kind: 'globs' }>;
const folded = (word: Glob): Glob => word.map((s) => (s.length === 1 ? s.toLowerCase() : s));

function commonWord(sets: readonly Globs[], budget: Budget): Sample {
  const without = sets.filter((s) => s.negated).flatMap((s) => s.globs);
  let unsure = false;
  for (const within of choices(sets.filter((s) => !s.negated).map((s) => s.globs))) {
    const word = budget.left < 0 ? 'unknown' : sample({ within, without }, budget);
    if (typeof word === 'object') return word;
    if (word === 'unknown') unsure = true;
    if (budget.left < 0) return 'unknown';
  }
  return unsure ? 'unknown' : 'none';
}

/** One of each list, in every combination. */
function* choices<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const item of first) for (const others of choices(rest)) yield [item, ...others];
}
