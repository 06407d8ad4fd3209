/** The part of the schema that tells of one identity. */
import { type Credential, credentialKinds, identityKinds, type PrincipalKind, type Relation, systems } from '../model/fact.js';
import { accessLevels, type NamedSet, type OwnershipField, ownershipFields } from '../model/inventory.js';
import type { OutcomeEscalation, OutcomeIdentity } from '../model/outcome.js';
import { conditions, flag, list, name, oneOf, orNull, record, ref, type Schema, text, words } from './outcome-schema-parts.js';

type Item<K extends keyof OutcomeIdentity> = OutcomeIdentity[K] extends readonly (infer T)[] ? T : never;

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
const effects = words<'allow' | 'deny'>({ allow: true, deny: true });
const roles = words<NamedSet['role']>({ give: true, limit: true });

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

const escalation = record<OutcomeEscalation>(
  {
    paths: list(name('Id of a known path.'), 'The shortest first; the others rest on the same statements.'),
    name: text('What is done.'),
    target: text('Key of the identity that it gets at, where the files declare it; else in words.'),
    reach: oneOf([...accessLevels, 'unknown'], 'What the identity amounts to then.'),
    steps: list(
      record<OutcomeEscalation['steps'][number]>(
        { action: name('What is done.'), via: text('How it was given.'), location: ref('location') },
        'An action and the statement that allows it.',
      ),
      'What it takes.',
    ),
    cut: text('The least that stops it.'),
    doubts: list(text('What is missing.'), 'What is not known and may stop it.'),
  },
  'A way to more rights.',
);

/** One entry of `identities`. */
const harmless = record<NonNullable<OutcomeIdentity['access']['harmless']>[number]>(
  { because: text('What keeps them closed.'), paths: list(name('Id of a known path.'), 'Those that it closes.') },
  'Paths that lead nowhere.',
);

export const identity = record<OutcomeIdentity>(
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
        escalations: list(escalation, 'Known paths to more rights that are open to it; absent where there are none.'),
        harmless: list(harmless, 'Known paths whose actions its statements name, and why they are closed; absent where there are none.'),
      },
      'What it can really do.',
      ['escalations', 'harmless'],
    ),
  },
  'A non-human identity.',
);
