/** What a field of the vocabulary holds for one thing: nothing, something that is not known, or a value of the field's type. */
import type { Attribute } from '../model/fact.js';
import type { Text } from '../model/text.js';

/** A string that may have holes, as in `Text`. */
export type Words = Text['parts'];

export type Value =
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly why: string }
  | { readonly is: 'text'; readonly words: Words }
  /** Numbers, and dates and durations as days; `shown` is how the author wrote it. */
  | { readonly is: 'number'; readonly value: number; readonly shown?: string }
  | { readonly is: 'boolean'; readonly value: boolean }
  | { readonly is: 'list'; readonly items: readonly Words[] }
  /** A set of globs; `negated` is everything but them. */
  | { readonly is: 'patterns'; readonly items: readonly Words[]; readonly negated: boolean };
export type ValueOf<Kind extends Value['is']> = Extract<Value, { readonly is: Kind }>;

export const absent: Value = { is: 'absent' };
export const notKnown = (why: string): Value => ({ is: 'unknown', why });
export const string = (value: string | undefined): Value => (value === undefined ? absent : { is: 'text', words: [value] });
export const number = (value: number | undefined, shown?: string): Value =>
  value === undefined ? absent : { is: 'number', value, ...(shown === undefined ? {} : { shown }) };
export const boolean = (value: boolean): Value => ({ is: 'boolean', value });
export const words = (value: Text | undefined): Value => (value ? { is: 'text', words: value.parts } : absent);
export const strings = (items: Iterable<string>): Value => ({ is: 'list', items: [...items].map((s) => [s]) });
export const texts = (items: Iterable<Text>): Value => ({ is: 'list', items: [...items].map((t) => t.parts) });

export function attributeValue(attribute: Attribute | undefined, name: string): Value {
  if (!attribute) return absent;
  const { value } = attribute;
  if (value === undefined) return notKnown(attribute.why ?? `attribute ${name}`);
  if (typeof value === 'string') return string(value);
  if (typeof value === 'number') return number(value);
  return typeof value === 'boolean' ? boolean(value) : strings(value);
}

/** The whole string, when nothing is missing. */
export const known = (w: Words): string | undefined => (w.every((p) => typeof p === 'string') ? w.join('') : undefined);

/** The names of what is missing. */
export const holesOf = (w: Words): readonly string[] => w.flatMap((p) => (typeof p === 'string' ? [] : [p.name]));

/** For a person: holes stand as `<name>`. */
export const showWords = (w: Words): string => w.map((p) => (typeof p === 'string' ? p : `<${p.name}>`)).join('');
