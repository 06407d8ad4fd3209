/** Schemas of the config file and the waivers file. */
import { ownershipFields } from '../../model/inventory.js';
import { failOns } from '../config.js';
import { kebab } from '../kebab.js';
import { environments } from '../vocabulary/environment.js';
import { day, listOf, oneOf, record, ruleChoices, type Schema, text } from './parts.js';

const globs = (what: string): Schema => listOf(text('A path with globs, e.g. `infra/**`.'), what);

const override = record(
  { rules: ruleChoices },
  {
    paths: globs('Declared in one of these files.'),
    environments: listOf(oneOf(environments, `One of ${environments.join(', ')}.`), 'Belongs to one of these environments.'),
  },
  'Other choices for some paths or environments; the last one that means an identity wins.',
);

const keys = (field: string): Schema =>
  listOf(text('A tag, label or annotation key.'), `Keys under which \`${field}\` is looked for, besides the built-in ones.`);

export const configSchema: Schema = {
  ...record(
    {},
    {
      preset: text('Which rules are on to begin with: recommended or strict.'),
      policies: listOf(text('A path, or owner/repo[/path]@ref.'), 'Further rules.'),
      'fail-on': oneOf(failOns, 'The weakest finding that fails the review.'),
      gaps: oneOf(['report', 'fail'], 'Whether what could not be read or resolved fails the review.'),
      report: oneOf(['introduced', 'touched'], 'Only what the change introduces, or all that is wrong with the identities it touches.'),
      rules: ruleChoices,
      overrides: listOf(override, 'Applied in order.'),
      ownership: record(
        {},
        Object.fromEntries(ownershipFields.map((f) => [kebab(f), keys(kebab(f))])),
        'Where owners, purposes and dates are written.',
      ),
      ignore: globs('Files that are not reviewed.'),
    },
    'Configuration of identity-review, `.github/identity-review.yml`.',
  ),
  title: 'identity-review configuration',
};

const waiver: Schema = {
  ...record(
    {
      rule: text('A rule id.'),
      reason: text('Why it is right to let this stand.'),
      owner: text('Who answers for it.'),
      until: day,
    },
    {
      identity: text('An identity key, `*` stands for any run of characters.'),
      fingerprint: text('The fingerprint of one finding.'),
      approver: text('Who agreed.'),
    },
    'An exception.',
  ),
};

export const waiversSchema: Schema = {
  title: 'identity-review waivers',
  ...listOf(waiver, 'Exceptions, `.github/identity-waivers.yml`: a list of rule, identity or fingerprint, reason, owner, approver, until.'),
};

const acceptedFinding = record(
  { rule: text('A rule id.'), fingerprint: text('The fingerprint of the finding.') },
  {},
  'A finding that stood.',
);

export const baselineSchema: Schema = {
  ...record(
    {
      salt: { type: 'string', pattern: '^[0-9a-f]{32,64}$', description: 'Key of digests of values, in hexadecimal.' },
      accepted: listOf(acceptedFinding, 'What is accepted until it is taken out.'),
    },
    {},
    'What stood when reviews began, `.github/identity-baseline.yml`; `identity-review baseline` writes it.',
  ),
  title: 'identity-review baseline',
};

/** A preset is a map of rule choices. */
export const presetSchema: Schema = { title: 'identity-review preset', ...ruleChoices };
