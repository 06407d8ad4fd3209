/** Schema of rule files. The one for editors spells out the whole vocabulary; the one that is compiled checks shape and leaves meaning to `checkRule`. */

import { levels, themes } from '../../model/finding.js';
import { fits, operandDoc, operatorNames, operatorOf } from '../operators.js';
import { paramTypes, targets } from '../rule.js';
import { suggestionKinds } from '../suggestions.js';
import { type FieldInfo, type FieldType, family, fieldTypes } from '../vocabulary/field.js';
import { targetInfo, type Vocabulary } from '../vocabulary/index.js';
import { familySchema } from './families.js';
import { listOf, oneOf, paramValue, plain, record, type Schema, text, when } from './parts.js';

const ref = (name: string): Schema => ({ $ref: `#/definitions/${definition(name)}` });
/** Names of families hold characters that a JSON pointer in a URI must not. */
const definition = (name: string): string => name.replace(family, 'any');
const paramRef: Schema = record({ param: text('Name of a parameter.') }, {}, 'The value of a parameter of the rule.');

const example = record(
  {
    title: text('What it shows.'),
    files: { type: 'object', additionalProperties: { type: 'string' }, description: 'Path → text.' },
    expect: oneOf(['finds', 'passes'], 'Whether the rule finds something in the files.'),
  },
  { line: { type: 'integer', description: 'Line of the finding.' } },
  'Files that a test runs the rule over.',
);

const param = record(
  { type: oneOf(paramTypes, `One of ${paramTypes.join(', ')}.`), default: paramValue, doc: text('What it means.') },
  {},
  'A parameter that a config may set.',
);

function ruleSchema(match: Schema): Schema {
  return record(
    {
      id: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', description: 'An id in kebab-case, e.g. `role-has-owner`.' },
      title: text('What is wrong, in one line.'),
      level: oneOf(levels, `One of ${levels.join(', ')}.`),
      theme: oneOf(themes, `One of ${themes.join(', ')}.`),
      why: text('Why it matters.'),
      fix: text('What to do, in one sentence.'),
      on: oneOf(targets, `What it looks at: ${targets.map((t) => `${t} (${targetInfo[t].doc})`).join(' ')}`),
    },
    {
      controls: listOf(text('A control, e.g. `owasp-nhi-5`.'), 'Controls of standards that it serves.'),
      match,
      when: text('A CEL expression that has to hold too.'),
      require: {
        ...match,
        type: ['string', 'object'],
        description: 'What has to hold, or else it is a finding: tests, or a CEL expression.',
      },
      message: text('What is wrong here, with {field} placeholders.'),
      params: {
        type: 'object',
        additionalProperties: param,
        propertyNames: { pattern: '^[a-z][A-Za-z0-9]*$' },
        description: 'Parameters, named in camelCase.',
      },
      suggest: oneOf(suggestionKinds, 'A mechanical fix, offered as a suggested change.'),
      examples: listOf(example, 'At least one that finds and one that passes.'),
    },
    'A rule.',
  );
}

const rulesFile = (rule: Schema, definitions: Readonly<Record<string, Schema>>): Schema => ({
  title: 'identity-review rules',
  ...record(
    {},
    { rules: listOf(rule, 'A list of rules.'), families: listOf(familySchema, 'Credentials that the built-in families do not know.') },
    'A file of rules, of families of credentials, or of both.',
  ),
  definitions,
});

/** Compiled into the program. */
export const rulesShape: Schema = rulesFile(
  ruleSchema({ type: 'object', additionalProperties: ref('test'), description: 'Field → test; all have to hold.' }),
  {
    test: {
      type: ['string', 'number', 'boolean', 'array', 'object'],
      items: plain,
      additionalProperties: ref('test'),
      description: 'A value, a list of values, or a map of operators.',
    },
  },
);

const operandTypes: Readonly<Record<FieldType, Schema>> = {
  string: plain,
  rank: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  list: plain,
  patterns: plain,
  date: { type: 'string' },
  duration: { type: ['string', 'number'] },
};

/** A test of a field of the type: what an editor offers while one types. */
function testSchema(type: FieldType): Schema {
  const operand: Schema = { ...operandTypes[type], description: `Takes ${operandDoc[type]}.` };
  const operators = operatorNames
    .filter((name) => fits(operatorOf(name), type))
    .map((name): readonly [string, Schema] => {
      const { takes, doc } = operatorOf(name);
      const inner =
        takes === 'flag'
          ? { type: 'boolean' }
          : takes === 'test'
            ? ref(name === 'not' ? `test-${type}` : 'test-string')
            : { anyOf: [operand, listOf(operand, ''), paramRef] };
      return [name, { ...inner, description: doc }];
    });
  return {
    anyOf: [
      operand,
      listOf(operand, 'Any of these.'),
      paramRef,
      { type: 'object', properties: Object.fromEntries(operators), additionalProperties: false, minProperties: 1 },
    ],
  };
}

const fieldSchema = ({ type, doc, words }: FieldInfo): Schema => ({
  description: words ? `${doc} One of: ${words.join(', ')}.` : doc,
  allOf: [ref(`test-${type}`)],
});

const escaped = (text: string): string => text.replaceAll('.', '\\.');

function matchSchema(fields: readonly FieldInfo[]): Schema {
  const [families, exact] = [fields.filter((f) => f.name.endsWith(family)), fields.filter((f) => !f.name.endsWith(family))];
  return {
    properties: Object.fromEntries(exact.map((f) => [f.name, ref(f.name)])),
    patternProperties: Object.fromEntries(families.map((f) => [`^${escaped(f.name.slice(0, -family.length))}.+$`, ref(f.name)])),
    additionalProperties: false,
  };
}

/** For editors: knows each field of each target. */
export function rulesSchema(vocabulary: Vocabulary): Schema {
  const perTarget = targets.map((target) => {
    const fields = ref(`match-${targetInfo[target].focus}`);
    return when({ properties: { on: { const: target } } }, { properties: { match: fields, require: when({ type: 'object' }, fields) } });
  });
  const definitions = [
    ...fieldTypes.map((type): readonly [string, Schema] => [`test-${type}`, testSchema(type)]),
    ...targets
      .flatMap((target) => vocabulary.fields(target))
      .map((field): readonly [string, Schema] => [definition(field.name), fieldSchema(field)]),
    ...targets.map((target): readonly [string, Schema] => [`match-${targetInfo[target].focus}`, matchSchema(vocabulary.fields(target))]),
  ];
  const rule = { ...ruleSchema({ type: 'object', description: 'Field → test; all have to hold.' }), allOf: perTarget };
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...rulesFile(rule, Object.fromEntries(definitions)) };
}
