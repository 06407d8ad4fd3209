/** Small pieces that the schemas are made of. Keywords that would need code of ajv at run time (uniqueItems, minLength, formats) are not used. */
import { levels } from '../../model/finding.js';

/** A JSON Schema, draft-07. */
export type Schema = Readonly<Record<string, unknown>>;

export const text = (description: string): Schema => ({ type: 'string', pattern: '\\S', description });
export const oneOf = (words: readonly string[], description: string): Schema => ({ type: 'string', enum: words, description });
export const listOf = (items: Schema, description: string): Schema => ({ type: 'array', items, description });

export function record(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>>,
  description: string,
): Schema {
  return {
    type: 'object',
    description,
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

export const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day as YYYY-MM-DD.' };
export const plain: Schema = { type: ['string', 'number', 'boolean'] };
export const paramValue: Schema = {
  type: ['string', 'number', 'boolean', 'array'],
  items: { type: 'string' },
  description: 'Text, a number, true or false, or a list of texts.',
};

const ruleLevel = oneOf([...levels, 'off'], `One of ${levels.join(', ')}, off.`);

/** `if`, `then`, `else`; made from entries, since an object literal with `then` looks like a promise. */
export const when = (test: Schema, holds: Schema, otherwise: Schema = {}): Schema =>
  Object.fromEntries([
    ['if', test],
    ['then', holds],
    ['else', otherwise],
  ]);

/** `rule: level`, or `rule: {level, params}`. */
export const ruleChoices: Schema = {
  type: 'object',
  description: 'Rule id → level, or level and parameters.',
  additionalProperties: {
    type: ['string', 'object'],
    description: `A level (${levels.join(', ')}, off), or a map of level and params.`,
    ...when({ type: 'string' }, ruleLevel, {
      properties: {
        level: ruleLevel,
        params: { type: 'object', additionalProperties: paramValue, description: "Values of the rule's parameters." },
      },
      additionalProperties: false,
    }),
  },
};
