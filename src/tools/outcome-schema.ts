/**
 * `docs/outcome.schema.json`, made from the model: words come from its closed sets, and the compiler checks that every field of
 * `model/outcome.ts` is here and no other.
 */

import { changeKinds } from '../model/change.js';
import { levels, themes, type Waived } from '../model/finding.js';
import { gapKinds } from '../model/gap.js';
import type {
  Outcome,
  OutcomeChange,
  OutcomeFinding,
  OutcomeGap,
  OutcomePolicies,
  OutcomeRef,
  OutcomeRule,
  OutcomeSuggestion,
  OutcomeWitness,
} from '../model/outcome.js';
import { identity } from './outcome-schema-identity.js';
import {
  condition,
  list,
  location,
  name,
  number,
  oneOf,
  only,
  orNull,
  record,
  ref,
  type Schema,
  sourced,
  text,
  words,
} from './outcome-schema-parts.js';
import { path } from './outcome-schema-path.js';

const modes = words<Outcome['mode']>({ review: true, scan: true, inventory: true });
const allowing = words<OutcomeWitness['allowedAt']>({ base: true, head: true });
const verdicts = words<Outcome['verdict']>({ pass: true, fail: true });

const witness = record<OutcomeWitness>(
  {
    allowedAt: oneOf(allowing, 'Which side allows it: head where access is gained, base where some is only lost.'),
    principal: orNull(name('Who asks; null for the identity itself.')),
    action: name('What is asked for.'),
    resource: name('On what.'),
    scope: orNull(name('Where; null where that makes no difference.')),
    conditions: list(
      record<OutcomeWitness['conditions'][number]>(
        { key: text('Condition key.'), values: list(text('A value.'), 'None: the request does not carry the key.') },
        'What the request carries for one key.',
      ),
      'What the request carries.',
    ),
  },
  'A request that only one side allows.',
);

const change = record<OutcomeChange>(
  {
    change: oneOf(changeKinds, 'What sort of change.'),
    identity: name('Key of the identity, permission set or resource.'),
    statement: name('One sentence for a person.'),
    witness,
    location: ref('location'),
  },
  'A difference between base and head.',
  ['witness'],
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
    suggestion: record<OutcomeSuggestion>(
      { location: ref('location'), replacement: text('What could stand there, without the end of the last line.') },
      'Whole lines of the head, and a mechanical fix for them.',
    ),
  },
  'What a rule says.',
  ['suggestion'],
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

const policies = list(
  record<OutcomePolicies>(
    {
      source: name('As it was asked for: OWNER/REPO[/PATH]@REF.'),
      commit: name('The commit that was read.'),
      digest: name('Of the rule files, paths and contents.'),
    },
    'A repository of policies.',
  ),
  'Repositories of policies that the review went by.',
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
      paths: list(path, 'Ways from identity to identity that the change opens, shortest first; for a scan all there are.'),
      gaps: list(gap, 'What is not known.'),
      policies,
      coverage,
      rules: list(rule, 'Those that the findings name.'),
    },
    'What identity-review found.',
    ['policies'],
  ),
  definitions: { location, sourced, condition },
});

/** All files of this generator, by path from the repository root. */
export const outcomeSchemaFiles = (): Readonly<Record<string, string>> => ({
  'docs/outcome.schema.json': `${JSON.stringify(outcomeSchema(), undefined, 1)}\n`,
});
