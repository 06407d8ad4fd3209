/** What rules may ask of a subject: an identity, a permission set, or a resource that guards itself. */
import { identityKinds, systems } from '../../model/fact.js';
import { accessLevels, type OwnershipField, ownershipFields, type Subject } from '../../model/inventory.js';
import { dayOf, durationOf } from '../time.js';
import { absent, attributeValue, boolean, notKnown, number, string, strings, texts, type Value, words } from '../value.js';
import { environmentOf, environments } from './environment.js';
import { isSurelyTogether } from './escalation.js';
import { defineNoun, type Row } from './field.js';
import { openIn } from './missing.js';

/** What is written and not known from the files is neither there nor missing. */
const unstated = (s: Subject, field: OwnershipField): Value => {
  const missing = s.ownershipUnknown?.[field];
  return missing === undefined ? absent : notKnown(missing);
};
const written = (s: Subject, field: OwnershipField): Value => {
  const said = s.ownership[field];
  return said ? string(said.value) : unstated(s, field);
};

/** A metadata value as days; a text that says no day is told, not passed over. */
function inDays(s: Subject, field: OwnershipField, parse: (text: string) => number | undefined, what: string): Value {
  const at = s.ownership[field];
  if (!at) return unstated(s, field);
  const days = parse(at.value);
  return days === undefined ? notKnown(`the ${field} of ${at.source} is not ${what}`) : number(days, at.value);
}

function tagValue(s: Subject, key: string): Value {
  const wanted = key.toLowerCase();
  return words(s.tags.find((t) => t.key.toLowerCase() === wanted)?.value);
}

const trustedProjects = (s: Subject): ReadonlySet<string> =>
  new Set(s.trust.flatMap((t) => (t.admits ?? []).flatMap(({ issuer, project }) => (project === undefined ? [] : `${issuer} ${project}`))));

const rows: readonly Row<Subject>[] = [
  { name: 'key', type: 'string', doc: 'Identity key, `<provider>:<type>:<name>`.', get: (s) => string(s.key) },
  { name: 'name', type: 'string', doc: 'Name where it lives.', get: (s) => (s.fullName ? words(s.fullName) : string(s.name)) },
  {
    name: 'category',
    type: 'string',
    words: ['identity', 'permission-set', 'resource', 'guardrail'],
    doc: 'What it is to a policy.',
    get: (s) => string(s.category),
  },
  {
    name: 'kind',
    type: 'string',
    words: identityKinds,
    doc: 'Kind of identity; absent for the other categories.',
    get: (s) => string(s.kind),
  },
  { name: 'provider', type: 'string', words: systems, doc: 'The system it lives in.', get: (s) => string(s.provider) },
  { name: 'type', type: 'string', doc: 'Entity type, e.g. `aws.role`.', get: (s) => string(s.type) },
  { name: 'label', type: 'string', doc: 'How its author names it in the file, e.g. `aws_iam_role.ci`.', get: (s) => string(s.label) },
  { name: 'path', type: 'string', doc: 'File that declares it.', get: (s) => string(s.head.source.path) },
  { name: 'description', type: 'string', doc: 'Description as declared.', get: (s) => words(s.description) },
  {
    name: 'environment',
    type: 'string',
    words: environments,
    doc: 'Guessed from tags, labels, the declared environment, the path and the name; absent when nothing says.',
    get: environmentOf,
  },
  { name: 'isNew', type: 'boolean', doc: 'This change adds it.', get: (s, scene) => boolean(scene.news.subjects.has(s.key)) },
  {
    name: 'access',
    type: 'rank',
    words: accessLevels,
    doc: 'What all its grants together amount to.',
    get: (s) =>
      s.access.level === 'unknown'
        ? openIn(
            s.grants.filter((g) => g.level === 'unknown'),
            `what ${s.key} may do`,
          )
        : string(s.access.level),
  },
  {
    name: 'escalations',
    type: 'list',
    doc: 'Ids of the known paths to more rights that are open to it, e.g. `aws-lambda-001`; those that need least first.',
    get: (s) => strings((s.access.escalations ?? []).flatMap((e) => [e.path, ...e.alike])),
  },
  {
    name: 'escalatesTogether',
    type: 'boolean',
    doc: 'A known path to the rights of an administrator is surely open to it that no single statement on everything gives.',
    get: (s) => boolean((s.access.escalations ?? []).some(isSurelyTogether)),
  },
  { name: 'tagKeys', type: 'list', doc: 'Keys of its tags, labels and annotations.', get: (s) => strings(s.tags.map((t) => t.key)) },
  {
    name: 'tags.<key>',
    type: 'string',
    doc: 'Value of a tag, label or annotation; the key in any case.',
    get: (s, _, key) => tagValue(s, key),
    keys: (s) => s.tags.map((t) => t.key),
  },
  { name: 'owner', type: 'string', doc: 'Who answers for it.', get: (s) => written(s, 'owner') },
  { name: 'purpose', type: 'string', doc: 'What it is for.', get: (s) => written(s, 'purpose') },
  { name: 'reviewBy', type: 'date', doc: 'When it has to be looked at again.', get: (s) => inDays(s, 'reviewBy', dayOf, 'a date') },
  { name: 'expires', type: 'date', doc: 'When it ends.', get: (s) => inDays(s, 'expires', dayOf, 'a date') },
  {
    name: 'rotation',
    type: 'duration',
    doc: 'How often its credentials are said to be rotated.',
    get: (s) => inDays(s, 'rotation', durationOf, 'a duration'),
  },
  { name: 'retireWhen', type: 'string', doc: 'The condition under which it is to be removed.', get: (s) => written(s, 'retireWhen') },
  ...ownershipFields.map(
    (field): Row<Subject> => ({
      name: `${field}Source`,
      type: 'string',
      doc: `Where \`${field}\` is stated, e.g. \`tag owner\`, \`registry\`, \`CODEOWNERS\`.`,
      get: (s) => string(s.ownership[field]?.source),
    }),
  ),
  { name: 'credentialCount', type: 'number', doc: 'How many credentials it has.', get: (s) => number(s.credentials.length) },
  {
    name: 'credentialKinds',
    type: 'list',
    doc: 'Kinds of its credentials.',
    get: (s) => strings(new Set(s.credentials.map((c) => c.kind))),
  },
  {
    name: 'rotatedBy',
    type: 'list',
    doc: 'Mechanisms in the files that rotate its credentials.',
    get: (s) => strings(new Set(s.credentials.flatMap((c) => c.rotatedBy ?? []))),
  },
  { name: 'grantCount', type: 'number', doc: 'How many permission statements it holds.', get: (s) => number(s.grants.length) },
  {
    name: 'trustedProjects',
    type: 'list',
    doc: 'Projects of outside issuers whose runs may become it, e.g. `github acme/shop`.',
    get: (s) => strings(trustedProjects(s)),
  },
  { name: 'trustedProjectCount', type: 'number', doc: 'How many such projects there are.', get: (s) => number(trustedProjects(s).size) },
  { name: 'trustCount', type: 'number', doc: 'How many statements say who may become it.', get: (s) => number(s.trust.length) },
  {
    name: 'permissionSets',
    type: 'list',
    doc: 'Names of permission sets that it holds and whose content is not in the files.',
    get: (s) => texts(s.namedSets.filter((n) => n.role === 'give').map((n) => n.name)),
  },
  {
    name: 'boundaries',
    type: 'list',
    doc: 'Names of the permission boundaries that limit it.',
    get: (s) => texts(s.namedSets.filter((n) => n.role === 'limit').map((n) => n.name)),
  },
  { name: 'links', type: 'list', doc: 'Keys of what it is tied to.', get: (s) => strings(s.links.map((l) => l.to)) },
  { name: 'usedBy', type: 'list', doc: 'Keys of what uses or holds it.', get: (s) => strings(s.usedBy) },
  { name: 'usedByCount', type: 'number', doc: 'How many use or hold it.', get: (s) => number(s.usedBy.length) },
];

export const subjectFields = defineNoun('subject', (scene) => scene.subject, rows);

/** A provider's attribute of the given name. */
export const readAttribute = (s: Subject, name: string): Value => attributeValue(s.attributes[name], `attribute ${name}`);
