/** `policy docs`: the catalogue of rules and the reference of the vocabulary, as Markdown. */
import { type Operator, operandDoc, operatorNames, operatorOf } from './operators.js';
import type { Example, Rule } from './rule.js';
import { targets } from './rule.js';
import { type Field, type FieldType, fieldTypes, type Noun, nouns } from './vocabulary/field.js';
import { targetInfo, type Vocabulary } from './vocabulary/index.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** A fence that the text cannot close. */
function fenced(path: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  const language = /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? '';
  return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}`;
}

const exampleText = (word: string, { title, files }: Example): string =>
  [`${word}: ${title}`, ...Object.entries(files).map(([path, text]) => `\`${path}\`\n\n${fenced(path, text)}`)].join('\n\n');

function ruleText(rule: Rule): string {
  const { examples = [], params = {} } = rule;
  const bad = examples.find((e) => e.expect === 'finds');
  const good = examples.find((e) => e.expect === 'passes');
  const rows = Object.entries(params).map(([name, p]) => [`\`${name}\``, p.type, `\`${String(p.default)}\``, p.doc]);
  return [
    `## ${rule.id}`,
    `**${rule.title}.** Level ${rule.level}, theme ${rule.theme}, looks at ${rule.on}.`,
    `Why: ${rule.why}`,
    `Fix: ${rule.fix}`,
    rule.controls.length > 0 ? `Controls: ${rule.controls.join(', ')}` : '',
    rows.length > 0 ? table(['Parameter', 'Type', 'Default', 'Meaning'], rows) : '',
    bad ? exampleText('Finds', bad) : '',
    good ? exampleText('Passes', good) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** One section per rule, in the order given. */
export function catalogue(rules: readonly Rule[]): string {
  const overview = table(
    ['Rule', 'Level', 'Theme', 'What it finds'],
    rules.map((r) => [`[${r.id}](#${r.id})`, r.level, r.theme, r.title]),
  );
  return `${['# Rules', overview, ...rules.map(ruleText)].join('\n\n')}\n`;
}

const fieldRow = ({ name, type, doc, words }: Field): readonly string[] => [
  `\`${name}\``,
  type,
  words ? `${doc} ${type === 'rank' ? 'From weakest to strongest' : 'One of'}: ${words.map((w) => `\`${w}\``).join(', ')}.` : doc,
];

const typesOf = ({ fits }: Operator): string => (fits === 'all' ? 'all' : fits.join(', '));

function nounText(noun: Noun, vocabulary: Vocabulary): string {
  const target = targets.find((t) => targetInfo[t].focus === noun) ?? 'subject';
  const fields = vocabulary.fields(target).filter((f) => f.name.startsWith(`${noun}.`));
  return `### ${noun}\n\n${table(['Field', 'Type', 'Meaning'], fields.map(fieldRow))}`;
}

const typeDocs: Readonly<Record<FieldType, string>> = {
  string: 'Text.',
  rank: 'A word of an ordered list; `atLeast`, `atMost`, `lessThan`, `moreThan` compare its place.',
  number: 'A number.',
  boolean: 'Yes or no.',
  list: 'Texts. A plain test asks for any item; `any`, `all`, `none` say which.',
  patterns: 'A set of cloud patterns, asked what it takes in.',
  date: 'A day.',
  duration: 'A length of time.',
};

/** `docs/policy-vocabulary.md`. */
export function vocabularyReference(vocabulary: Vocabulary): string {
  return `${[
    '# What rules can ask',
    'Generated from `src/policy`. A rule looks `on` one kind of thing and names fields by their full name, e.g. `grant.level`. Every rule can ask for the fields of `subject`, the identity, permission set or resource that the thing belongs to.',
    '## Targets',
    table(
      ['`on`', 'Looks at', 'Fields'],
      targets.map((t) => [
        `\`${t}\``,
        targetInfo[t].doc,
        targetInfo[t].focus === 'subject' ? 'subject' : `subject, ${targetInfo[t].focus}`,
      ]),
    ),
    '## Tests',
    'A plain value is compared for equality; text with `*` is a glob, in which `\\*` is the character itself. A list means any of its values. A map holds operators, all of which have to hold. `{param: name}` stands for the value of a parameter. A field that the author does not state fails every test but `exists: false` and those inside `not` and `none`. A field whose value is not known from the files makes the answer unknown unless nothing hangs on it; a rule that ends in unknown is reported as a gap, never as a pass and never as a finding.',
    table(
      ['Operator', 'Fits', 'Meaning'],
      operatorNames.map((name) => [`\`${name}\``, typesOf(operatorOf(name)), operatorOf(name).doc]),
    ),
    table(
      ['Type', 'Meaning', 'A test takes'],
      fieldTypes.map((type) => [type, typeDocs[type], operandDoc[type]]),
    ),
    '## CEL',
    '`when` and `require` may be [CEL](https://cel.dev) expressions over the same fields: lists are `list<string>`, numbers and durations (in days) are `double`, dates and `today` are text as YYYY-MM-DD, families such as `subject.tags` are maps, parameters are `params.<name>`. Ask `has(subject.owner)` before reading a field that may not be stated. Besides the standard functions: `glob(text, pattern)`, `takesIn(grant.covers, "iam:PassRole")`, `rank(grant.level) >= rank("writes")`. `matches` is not available.',
    '## Fields',
    ...nouns.map((noun) => nounText(noun, vocabulary)),
  ].join('\n\n')}\n`;
}
