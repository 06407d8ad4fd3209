/** The operators of `match` and `require`: one table for the evaluator, the schema and the reference page. */
import { equals, type Matching, matchesGlob, takesIn } from './glob.js';
import { allOf, anyOf, not, type Truth, unknown } from './truth.js';
import { known, type Value } from './value.js';
import type { FieldInfo, FieldType } from './vocabulary/field.js';

/** A field's value on one day. */
export type Predicate = (value: Value, today: number) => Truth;
/** An operand made comparable: durations and dates as days; for an ordered comparison, a word of a rank as its place in it. */
export type Comparable = string | number | boolean;

export const ordered: readonly FieldType[] = ['rank', 'number', 'date', 'duration'];

interface OperatorInfo {
  readonly doc: string;
  readonly fits: readonly FieldType[] | 'all';
}

/** Compares a field with one or several operands, of which any may hold. */
interface Comparison extends OperatorInfo {
  readonly takes: 'operand' | 'operands';
  test(value: Value, operand: Comparable, field: FieldInfo, today: number): Truth;
}
/** Says something about another test's answer. */
interface Quantifier extends OperatorInfo {
  readonly takes: 'test';
  test(value: Value, inner: Predicate, today: number): Truth;
}
interface Flag extends OperatorInfo {
  readonly takes: 'flag';
  test(value: Value, wanted: boolean): Truth;
}

/** Nothing there fails every comparison, what is not known fails none. */
const whenKnown = (value: Value, test: (v: Exclude<Value, { readonly is: 'absent' | 'unknown' }>) => Truth): Truth =>
  value.is === 'absent' ? false : value.is === 'unknown' ? unknown(value.why) : test(value);

/** Equality, or a glob where `wildcards` is `*`. */
function same(value: Value, operand: Comparable, field: FieldInfo, wildcards: '' | '*'): Truth {
  switch (value.is) {
    case 'absent':
      return false;
    case 'unknown':
      return unknown(value.why);
    case 'number':
    case 'boolean':
      return value.value === operand;
    case 'patterns':
      return takesIn(value, String(operand), wildcards, manner(field));
    case 'text':
      return matching(wildcards)(value.words, String(operand), manner(field));
    case 'list': {
      const [one, asked, how] = [matching(wildcards), String(operand), manner(field)];
      return anyOf(value.items, (item) => one(item, asked, how));
    }
  }
}

const matching = (wildcards: '' | '*'): typeof equals => (wildcards ? matchesGlob : equals);
const anyCase = { ignoreCase: true } as const;
const exactCase = { ignoreCase: false } as const;
const manner = ({ ignoreCase }: FieldInfo): Matching => (ignoreCase ? anyCase : exactCase);

function compareWith(holds: (left: number, right: number) => boolean): Comparison['test'] {
  return (value, operand, field) =>
    whenKnown(value, (v) => {
      const left = v.is === 'text' ? (field.words ?? []).indexOf(v.words.join('')) : v.is === 'number' ? v.value : Number.NaN;
      return holds(left, Number(operand));
    });
}

const items = (value: Value): readonly Value[] => (value.is === 'list' ? value.items.map((words) => ({ is: 'text', words })) : []);
const overItems =
  (fold: typeof anyOf): Quantifier['test'] =>
  (value, inner, today) =>
    value.is === 'unknown' ? unknown(value.why) : fold(items(value), (item) => inner(item, today));

const exists = (value: Value): Truth => {
  if (value.is === 'unknown') return unknown(value.why);
  if (value.is === 'list' || value.is === 'patterns') return value.items.length > 0;
  return value.is !== 'absent';
};

/** A list is known when all its items are, a text when it has no hole. */
const isKnown = (value: Value): boolean => {
  if (value.is === 'text') return known(value.words) !== undefined;
  if (value.is === 'list' || value.is === 'patterns') return value.items.every((item) => known(item) !== undefined);
  return value.is !== 'unknown';
};

export const operators = {
  is: {
    doc: 'Exactly this; `*` is an ordinary character here. On a list: one of its items is.',
    fits: 'all',
    takes: 'operand',
    test: (value, operand, field) => same(value, operand, field, ''),
  },
  in: {
    doc: 'Any of these, globs allowed. The same as a plain list, for use beside other operators.',
    fits: 'all',
    takes: 'operands',
    test: (value, operand, field) => same(value, operand, field, typeof operand === 'string' && operand.includes('*') ? '*' : ''),
  },
  glob: {
    doc: 'A glob (`*` is any run of characters), or any of several.',
    fits: ['string', 'list', 'patterns'],
    takes: 'operands',
    test: (value, operand, field) => same(value, operand, field, '*'),
  },
  lessThan: { doc: 'Less, weaker, earlier or shorter than this.', fits: ordered, takes: 'operand', test: compareWith((a, b) => a < b) },
  atMost: { doc: 'At most this.', fits: ordered, takes: 'operand', test: compareWith((a, b) => a <= b) },
  moreThan: { doc: 'More, stronger, later or longer than this.', fits: ordered, takes: 'operand', test: compareWith((a, b) => a > b) },
  atLeast: { doc: 'At least this.', fits: ordered, takes: 'operand', test: compareWith((a, b) => a >= b) },
  within: {
    doc: 'The date is today or later, and no later than this duration from today.',
    fits: ['date'],
    takes: 'operand',
    test: (value, operand, _, today) =>
      whenKnown(value, (v) => v.is === 'number' && v.value >= today && v.value <= today + Number(operand)),
  },
  exists: {
    doc: '`true`: the author states it, the list has items. `false`: the opposite.',
    fits: 'all',
    takes: 'flag',
    test: (value, wanted) => (wanted ? exists(value) : not(exists(value))),
  },
  known: {
    doc: '`true`: the files tell the value (or that there is none). Beside another test it keeps a rule from being left open where they do not.',
    fits: 'all',
    takes: 'flag',
    test: (value, wanted) => wanted === isKnown(value),
  },
  not: { doc: 'The test does not hold.', fits: 'all', takes: 'test', test: (value, inner, today) => not(inner(value, today)) },
  any: { doc: 'Some item of the list passes the test.', fits: ['list'], takes: 'test', test: overItems(anyOf) },
  all: { doc: 'Every item passes; of an empty list this is true.', fits: ['list'], takes: 'test', test: overItems(allOf) },
  none: {
    doc: 'No item passes; of an empty list this is true.',
    fits: ['list'],
    takes: 'test',
    test: (value, inner, today) => not(overItems(anyOf)(value, inner, today)),
  },
} as const satisfies Readonly<Record<string, Comparison | Quantifier | Flag>>;

export type OperatorName = keyof typeof operators;
export type Operator = Comparison | Quantifier | Flag;
export const operatorNames = Object.keys(operators) as readonly OperatorName[];

/** The operator of that name, with its widest type. */
export const operatorOf = (name: OperatorName): Operator => operators[name];

export const fits = (operator: OperatorInfo, type: FieldType): boolean => operator.fits === 'all' || operator.fits.includes(type);

/** What operands a field of the type takes, in words. */
export const operandDoc: Readonly<Record<FieldType, string>> = {
  string: 'text',
  rank: 'one of its words',
  number: 'a number',
  boolean: '`true` or `false`',
  list: 'text',
  patterns: 'text',
  date: 'a date, `today`, `today+90d` or `today-30d`',
  duration: 'a duration such as `90d`, or a number of days',
};
