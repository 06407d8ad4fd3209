/** Conditions as constraints on the values that a request carries for a key, each with its opposite, and values that meet several. */
import type { Condition } from '../model/fact.js';
import { literal } from '../model/text.js';
import type { Budget } from './budget.js';
import type { Glob } from './glob.js';
import { accepts, commonValue, outside, type Values, valuesOf } from './values.js';

/**
 * What must hold of a key's values, of which a request carries none, one or several: `all` of them, or `some`, belong to the set; `bare`
 * says whether none at all will do. `values` is undefined where the operator or its operands are not known.
 */
export interface Constraint {
  readonly on: 'all' | 'some';
  readonly values: Values | undefined;
  readonly bare: boolean;
  /** The key is one of those that carry several values. */
  readonly several: boolean;
}

const nothing: Values = { kind: 'globs', globs: [], negated: false, fold: false };
const anything: Values = { kind: 'globs', globs: [], negated: true, fold: false };

/** The key that a condition speaks of: two spellings that differ in case are one. */
export const keyOf = ({ key, operator }: Condition): string => (key === '' ? operator : key).toLowerCase();

export function constraintOf({ operator, values }: Condition): Constraint {
  const [, quantifier, base = '', ifExists] = /^(forallvalues:|foranyvalue:)?(.*?)(ifexists)?$/.exec(operator.toLowerCase()) ?? [];
  if (base === 'null') return presence(values.map(literal));
  const accepted = values.length === 0 ? undefined : valuesOf(base, values);
  const several = quantifier !== undefined;
  if (quantifier === 'foranyvalue:') return { on: 'some', values: accepted, bare: ifExists !== undefined, several };
  // A negated operator holds where the key is missing, as does "all of none".
  const bare = several || ifExists !== undefined || /^(string|arn|numeric|date)not|^notip/.test(base);
  return { on: 'all', values: accepted, bare, several };
}

/** `Null: true` asks for the key to be missing. Both together ask for nothing. */
function presence(asked: readonly (string | undefined)[]): Constraint {
  const [missing, present] = [asked.includes('true'), asked.includes('false')];
  if (asked.includes(undefined) || !(missing || present)) return { on: 'all', values: undefined, bare: true, several: false };
  const values: Values = missing && !present ? nothing : anything;
  return { on: 'all', values, bare: missing, several: false };
}

/** What holds exactly where the constraint does not. */
export const opposite = ({ on, values, bare, several }: Constraint): Constraint => ({
  several,
  on: on === 'all' && bare ? 'some' : 'all',
  values: values && outside(values),
  bare: !bare,
});

/** Values for a key that meet all constraints; an empty list leaves the key out. */
export function valuesFor(constraints: readonly Constraint[], budget: Budget): readonly Glob[] | 'none' | 'unknown' {
  if (constraints.every((c) => c.bare)) return [];
  const known = constraints.flatMap((c) => (c.values ? [{ ...c, values: c.values }] : []));
  const all = known.filter((c) => c.on === 'all').map((c) => c.values);
  const some = known.filter((c) => c.on === 'some').map((c) => c.values);
  // Of a key that carries one value, that one has to meet everything.
  const needed = some.length > 1 && constraints.some((c) => c.several) ? some.map((s) => [s]) : [some];
  const found: Glob[] = [];
  for (const together of needed) {
    const one = commonValue([...all, ...together], budget);
    // What is proved empty without those that are not known stays so.
    if (typeof one === 'string') return one;
    found.push(one);
  }
  return known.length < constraints.length ? 'unknown' : found;
}

/** Whether these values of a key meet a constraint; undefined where it is not known. */
export function meets({ on, values, bare }: Constraint, carried: readonly Glob[]): boolean | undefined {
  if (carried.length === 0) return bare;
  if (!values) return undefined;
  return on === 'all' ? carried.every((v) => accepts(values, v)) : carried.some((v) => accepts(values, v));
}
