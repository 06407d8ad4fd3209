/** What the schema of the outcome is made of: one function for each shape, and the definitions that many records share. */
import type { OutcomeCondition, OutcomeSourced } from '../model/outcome.js';
import type { Location, Side } from '../model/span.js';

/** A JSON Schema, draft-07. */
export type Schema = Readonly<Record<string, unknown>>;
type Fields<T> = { readonly [K in keyof T]-?: Schema };

/** Any text, also an empty one. */
export const text = (description: string): Schema => ({ type: 'string', description });
/** A text that is never empty. */
export const name = (description: string): Schema => ({ type: 'string', minLength: 1, description });
/** True or false. */
export const flag = (description: string): Schema => ({ type: 'boolean', description });
/** A whole number. */
export const number = (description: string, minimum = 0): Schema => ({ type: 'integer', minimum, description });
/** A closed set of words. */
export const oneOf = (all: readonly string[], description: string): Schema => ({ type: 'string', enum: all, description });
/** One word. */
export const only = (value: string): Schema => ({ type: 'string', const: value });
/** A list. */
export const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
/** One of the definitions that the schema carries. */
export const ref = (definition: string): Schema => ({ $ref: `#/definitions/${definition}` });
/** Null stands for "there is none". */
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
/** A closed record: `T` has these fields and no other, and all are required unless `optional` names them. */
export const record = <T>(fields: Fields<T>, description: string, optional: readonly (keyof T)[] = []): Schema => ({
  type: 'object',
  description,
  properties: fields,
  required: Object.keys(fields).filter((name) => !optional.some((o) => o === name)),
  additionalProperties: false,
});

/** The members of a union that has no list in the model: a new one does not compile until it is here. */
export const words = <T extends string>(each: Readonly<Record<T, true>>): readonly string[] => Object.keys(each);
const sides = words<Side>({ base: true, head: true });

/** The `location` of CONTRACT.md. */
export const location = record<Location>(
  {
    path: name('Relative to the root of the repository, with / between its parts.'),
    side: oneOf(sides, 'The tree that it stands in: before or after the change.'),
    startLine: number('From 1.', 1),
    startColumn: number('From 1.', 1),
    endLine: number('From 1.', 1),
    endColumn: number('From 1; the column after the last one.', 1),
  },
  'Where something stands.',
);

/** A metadata value. */
export const sourced = record<OutcomeSourced>(
  {
    value: text('What is said.'),
    source: name('Who says it: a tag, a label, a comment, the registry, CODEOWNERS.'),
    location: ref('location'),
  },
  'A value that knows where it comes from.',
);

/** A condition of a grant or of trust. */
export const condition = record<OutcomeCondition>(
  {
    operator: name('As the system spells it.'),
    key: text('Condition key as written.'),
    values: list(text('A value.'), 'Alternatives.'),
  },
  'A narrowing constraint.',
);
/** The conditions of one statement. */
export const conditions = list(ref('condition'), 'All of them hold.');
