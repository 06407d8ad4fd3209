/** What rules may ask of a way to more rights that is open to a subject. */
import { accessLevels, type Escalation } from '../../model/inventory.js';
import { boolean, notKnown, number, string, strings } from '../value.js';
import { defineNoun, type Row } from './field.js';

const statementCount = ({ steps }: Escalation): number => new Set(steps.map((s) => s.grant)).size;
const isInOneStatement = (e: Escalation): boolean =>
  statementCount(e) === 1 && e.target.subject === undefined && e.target.name.startsWith('any ');

const strong = accessLevels.slice(accessLevels.indexOf('escalates'));

/** Whether it is surely a way to the rights of an administrator that shows only when statements or targets are looked at together. */
export const isSurelyTogether = (e: Escalation): boolean =>
  e.doubts.length === 0 && strong.some((l) => l === e.reach) && !isInOneStatement(e);

const rows: readonly Row<Escalation>[] = [
  { name: 'path', type: 'string', doc: 'Id of the known path, e.g. `aws-lambda-001`.', get: (e) => string(e.path) },
  {
    name: 'paths',
    type: 'list',
    doc: 'Ids of all known paths that rest on the same statements.',
    get: (e) => strings([e.path, ...e.alike]),
  },
  { name: 'name', type: 'string', doc: 'What is done, in words.', get: (e) => string(e.name) },
  { name: 'actions', type: 'list', ignoreCase: true, doc: 'The actions it takes.', get: (e) => strings(e.steps.map((s) => s.action)) },
  { name: 'target', type: 'string', doc: 'What it gets at: a name, or `any role`.', get: (e) => string(e.target.name) },
  {
    name: 'isTargetDeclared',
    type: 'boolean',
    doc: 'What it gets at stands in the files.',
    get: (e) => boolean(e.target.subject !== undefined),
  },
  {
    name: 'isTargetKnown',
    type: 'boolean',
    doc: 'What it gets at is known from the files; false for workloads that are kept elsewhere and run as nobody knows whom.',
    get: (e) => boolean(!e.target.isElsewhere),
  },
  {
    name: 'reach',
    type: 'rank',
    words: accessLevels,
    doc: 'What the subject amounts to then.',
    get: (e) => (e.reach === 'unknown' ? notKnown(`how strong ${e.target.name} is`) : string(e.reach)),
  },
  {
    name: 'statementCount',
    type: 'number',
    doc: 'How many statements it takes together.',
    get: (e) => number(statementCount(e)),
  },
  { name: 'cut', type: 'string', doc: 'The least that stops it.', get: (e) => string(e.cut.advice) },
  {
    name: 'isInOneStatement',
    type: 'boolean',
    doc: 'One statement gives it on everything of its kind, so that the statement alone tells it.',
    get: (e) => boolean(isInOneStatement(e)),
  },
  {
    name: 'certain',
    type: 'boolean',
    doc: 'Nothing that the files do not tell may stop it, and what it gets at is known.',
    get: (e) => (e.doubts.length === 0 ? boolean(!e.target.isElsewhere) : notKnown(e.doubts.join('; '))),
  },
];

export const escalationFields = defineNoun('escalation', ({ focus }) => (focus.is === 'escalation' ? focus.escalation : undefined), rows);
