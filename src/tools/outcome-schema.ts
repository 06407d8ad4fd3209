/**
 * `docs/outcome.schema.json`, made from the model: words come from its closed sets, and the compiler checks that every field of
 * `model/outcome.ts` is here and no other.
 */
import { changeKinds } from '../model/change.js';
import { type Credential, credentialKinds, identityKinds, type PrincipalKind, type Relation, systems } from '../model/fact.js';
import { levels, themes, type Waived } from '../model/finding.js';
import { gapKinds } from '../model/gap.js';
import { accessLevels, type NamedSet, type OwnershipField, ownershipFields } from '../model/inventory.js';
import type {
  Outcome,
  OutcomeChange,
  OutcomeCondition,
  OutcomeFinding,
  OutcomeGap,
  OutcomeIdentity,
  OutcomeRef,
  OutcomeRule,
  OutcomeSourced,
} from '../model/outcome.js';
import type { Location, Side } from '../model/span.js';

type Schema = Readonly<Record<string, unknown>>;
type Fields<T> = { readonly [K in keyof T]-?: Schema };
type Item<K extends keyof OutcomeIdentity> = OutcomeIdentity[K] extends readonly (infer T)[] ? T : never;

/** The members of a union that has no list in the model: a new one does not compile until it is here. */
const words = <T extends string>(each: Readonly<Record<T, true>>): readonly string[] => Object.keys(each);
const origins = words<Credential['origin']>({ literal: true, reference: true, generated: true, federated: true });
const lifetimes = words<Credential['lifetime']>({ static: true, expiring: true, 'short-lived': true, unknown: true });
const principalKinds = words<PrincipalKind>({
  anyone: true,
  account: true,
  identity: true,
  service: true,
  federated: true,
  group: true,
});
const relations = words<Relation>({ assumes: true, 'runs-as': true, uses: true, calls: true, 'member-of': true, 'acts-for': true });
const sides = words<Side>({ base: true, head: true });
const effects = words<'allow' | 'deny'>({ allow: true, deny: true });
const roles = words<NamedSet['role']>({ give: true, limit: true });
const modes = words<Outcome['mode']>({ review: true, scan: true, inventory: true });
const verdicts = words<Outcome['verdict']>({ pass: true, fail: true });

const text = (description: string): Schema => ({ type: 'string', description });
const name = (description: string): Schema => ({ type: 'string', minLength: 1, description });
const flag = (description: string): Schema => ({ type: 'boolean', description });
const number = (description: string, minimum = 0): Schema => ({ type: 'integer', minimum, description });
const oneOf = (all: readonly string[], description: string): Schema => ({ type: 'string', enum: all, description });
const only = (value: string): Schema => ({ type: 'string', const: value });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const ref = (definition: string): Schema => ({ $ref: `#/definitions/${definition}` });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const record = <T>(fields: Fields<T>, description: string, optional: readonly (keyof T)[] = []): Schema => ({
  type: 'object',
  description,
  properties: fields,
  required: Object.keys(fields).filter((field) => !optional.some((o) => o === field)),
  additionalProperties: false,
});

const location = record<Location>(
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

const sourced = record<OutcomeSourced>(
  {
    value: text('What is said.'),
    source: name('Who says it: a tag, a label, a comment, the registry, CODEOWNERS.'),
    location: ref('location'),
  },
  'A value that knows where it comes from.',
);

const condition = record<OutcomeCondition>(
  {
    operator: name('As the system spells it.'),
    key: text('Condition key as written.'),
    values: list(text('A value.'), 'Alternatives.'),
  },
  'A narrowing constraint.',
);
const conditions = list(ref('condition'), 'All of them hold.');

const credential = record<Item<'credentials'>>(
  {
    kind: oneOf(credentialKinds, 'What it is.'),
    name: name('What a person would call it.'),
    origin: oneOf(origins, 'Where its value comes from.'),
    lifetime: oneOf(lifetimes, 'How long it lives.'),
    expires: orNull(text('Declared end of life.')),
    rotatedBy: orNull(text('The mechanism in the files that renews it.')),
    location: ref('location'),
  },
  'Something that proves the identity. Its value is never here.',
);

const grant = record<Item<'grants'>>(
  {
    effect: oneOf(effects, 'Whether it gives or takes.'),
    actions: list(text('A pattern.'), 'What may be done.'),
    notActions: flag('True when it means all actions but these.'),
    resources: list(text('A pattern.'), 'On what.'),
    notResources: flag('True when it means all resources but these.'),
    scope: text('Where it holds; * for everywhere.'),
    conditions,
    via: text('How it was given.'),
    level: oneOf([...accessLevels, 'unknown'], 'What it amounts to.'),
    location: ref('location'),
  },
  'A permission statement.',
);

const permissionSet = record<Item<'permissionSets'>>(
  {
    name: name('Its name.'),
    role: oneOf(roles, 'Whether it gives permissions or bounds them.'),
    via: text('How it was given.'),
    location: ref('location'),
  },
  'A permission set that is held by name alone.',
);

const principal = record<Item<'trust'>['principals'][number]>(
  { kind: oneOf(principalKinds, 'What the value names.'), value: text('As written.') },
  'Who may become the identity.',
);

const trust = record<Item<'trust'>>(
  {
    effect: oneOf(effects, 'Whether it lets in or keeps out.'),
    principals: list(principal, 'Any of them.'),
    actions: list(text('A pattern.'), 'How the identity may be taken.'),
    conditions,
    location: ref('location'),
  },
  'A trust statement.',
);

const link = record<Item<'links'>>(
  {
    relation: oneOf(relations, 'How it is tied.'),
    to: name('Key of the other identity.'),
    external: flag('True when the other identity is not declared in the files.'),
    via: text('What ties it.'),
    location: ref('location'),
  },
  'A tie to another identity.',
);

const isOwner = (field: OwnershipField): boolean => field === 'owner';
const metadata: Schema = {
  type: 'object',
  description: 'What is declared about its life, where known.',
  properties: Object.fromEntries(ownershipFields.filter((f) => !isOwner(f)).map((field) => [field, ref('sourced')])),
  additionalProperties: false,
};

const identity = record<OutcomeIdentity>(
  {
    key: name('Stable between runs and sides.'),
    kind: oneOf(identityKinds, 'What sort of non-human identity.'),
    provider: oneOf(systems, 'Whose identity.'),
    type: name('What it is there, such as aws.role.'),
    name: text('Display name.'),
    location: ref('location'),
    owner: orNull(ref('sourced')),
    metadata,
    credentials: list(credential, 'What proves it.'),
    grants: list(grant, 'What it may do.'),
    permissionSets: list(permissionSet, 'Permission sets whose content is not in the files.'),
    trust: list(trust, 'Who may become it.'),
    links: list(link, 'What it is tied to.'),
    access: record<OutcomeIdentity['access']>(
      {
        level: oneOf([...accessLevels, 'unknown'], 'The strongest thing it can do.'),
        because: list(text('A statement.'), 'Which statements make it so.'),
      },
      'What it can really do.',
    ),
  },
  'A non-human identity.',
);

const change = record<OutcomeChange>(
  {
    change: oneOf(changeKinds, 'What sort of change.'),
    identity: name('Key of the identity, permission set or resource.'),
    statement: name('One sentence for a person.'),
    location: ref('location'),
  },
  'A difference between base and head.',
);

const controls = list(name('Such as owasp-nhi-5.'), 'Controls of standards that ask for it.');

const finding = record<OutcomeFinding>(
  {
    rule: name('Rule id.'),
    level: oneOf(levels, 'How bad.'),
    theme: oneOf(themes, 'What it is about.'),
    message: name('What is wrong.'),
    fix: name('What to do.'),
    identity: orNull(name('Key of what it is about.')),
    location: ref('location'),
    related: list(
      record<OutcomeFinding['related'][number]>({ message: text('Why it matters.'), location: ref('location') }, 'Another place.'),
      'Other places that belong to it.',
    ),
    controls,
    fingerprint: name('Equal for the same finding in another run.'),
    waived: orNull(
      record<Waived>(
        { until: name('Last day, YYYY-MM-DD.'), by: text('Who answers for it.'), reason: text('Why.') },
        'An exception that holds.',
      ),
    ),
  },
  'What a rule says.',
);

const gap = record<OutcomeGap>(
  {
    kind: oneOf(gapKinds, 'Why it is not known.'),
    reason: name('One sentence for a person.'),
    location: {
      description: 'A place, a file, or null for the whole review.',
      anyOf: [ref('location'), record<{ path: string }>({ path: name('A file.') }, 'A file without a place.'), { type: 'null' }],
    },
    count: number('How often in this file.', 1),
  },
  'Something that could not be established. It is not a pass.',
);

const rule = record<OutcomeRule>(
  {
    id: name('Rule id.'),
    title: name('In a few words.'),
    level: oneOf(levels, 'As the rule has it; a config may change it for a finding.'),
    theme: oneOf(themes, 'What it is about.'),
    why: text('Why it exists.'),
    fix: text('How to satisfy it.'),
    controls,
  },
  'A rule that a finding names.',
);

const reference = record<OutcomeRef>(
  { ref: text('As it was asked for.'), commit: orNull(name('Full name of the commit.')) },
  'A side of the change; without a commit for a folder.',
);

const summary = record<Outcome['summary']>(
  {
    identities: record<Outcome['summary']['identities']>(
      { added: number('New.'), removed: number('Gone.'), changed: number('Different.') },
      'How many.',
    ),
    findings: record<Outcome['summary']['findings']>(
      { error: number('Not waived.'), warning: number('Not waived.'), note: number('Not waived.'), waived: number('Of any level.') },
      'How many.',
    ),
    gaps: number('Sum of their counts.'),
  },
  'The numbers.',
);

const coverage = record<Outcome['coverage']>(
  {
    files: record<Outcome['coverage']['files']>(
      { considered: number('That may matter.'), read: number('Of those, read.'), skipped: number('Of those, not read.') },
      'How many.',
    ),
    bytes: number('Read in all.'),
  },
  'What was looked at.',
);

/** The schema of the value that `--format json` prints. */
export const outcomeSchema = (): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'identity-review/1',
  ...record<Outcome>(
    {
      format: only('identity-review/1'),
      tool: record<Outcome['tool']>({ name: only('identity-review'), version: name('Its version.') }, 'Who says it.'),
      mode: oneOf(modes, 'What was asked: a change, everything judged as new, or everything without a verdict.'),
      now: { type: 'string', format: 'date-time', description: 'The time that deadlines are compared with.' },
      base: reference,
      head: reference,
      verdict: oneOf(verdicts, 'Whether the policies let it through.'),
      summary,
      identities: list(identity, 'Those touched by a change; all of them in a scan or inventory.'),
      changes: list(change, 'In terms of identities.'),
      findings: list(finding, 'In the order of their places.'),
      gaps: list(gap, 'What is not known.'),
      coverage,
      rules: list(rule, 'Those that the findings name.'),
    },
    'What identity-review found.',
  ),
  definitions: { location, sourced, condition },
});

/** All files of this generator, by path from the repository root. */
export const outcomeSchemaFiles = (): Readonly<Record<string, string>> => ({
  'docs/outcome.schema.json': `${JSON.stringify(outcomeSchema(), undefined, 1)}\n`,
});
