/** Schema of credential families that a policy file declares. */
import { checksumNames } from '../../credentials/checksums.js';
import { credentialKinds, identityKinds } from '../../model/fact.js';
import { listOf, oneOf, record, type Schema, text } from './parts.js';

/** What a family may tell of a value; the fields of `Decoded`. */
const told = ['account', 'organisation', 'project', 'application', 'user', 'issuer', 'subject', 'audience', 'keyId', 'host'] as const;

const decode = record(
  {
    field: oneOf(told, 'What it tells.'),
    split: { type: 'string', pattern: '^.{1,3}$', description: 'What the value is cut at.' },
    part: { type: 'integer', minimum: 0, maximum: 20, description: 'Which of the pieces, counted from 0.' },
  },
  {},
  'A piece of the value that is no secret.',
);

const example = record(
  { title: text('What it shows.'), text: { type: 'string', description: 'A piece of a file.' }, expect: oneOf(['finds', 'passes'], '') },
  { path: text('Path of the file; `example.txt` otherwise.') },
  'A text that a test looks through.',
);

/** One family. */
export const familySchema: Schema = record(
  {
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'Kebab-case; rules name it as `credential.family`.' },
    title: text('For a person, e.g. `Acme deploy token`.'),
    provider: text('Who issues it.'),
    kind: oneOf(credentialKinds, 'What it is.'),
    markers: listOf(
      { type: 'string', pattern: '^[!-~]{3,40}$', description: 'Three characters or more, without spaces.' },
      'Words of which one stands in or right beside each value; only there the pattern is tried.',
    ),
    pattern: text('A regular expression of the RE2 dialect for the value.'),
  },
  {
    identity: oneOf(identityKinds, 'What kind of identity holds it; `access-token` otherwise.'),
    lifetime: oneOf(['static', 'expiring', 'short-lived', 'unknown'], '`static` otherwise.'),
    checksum: oneOf(checksumNames, 'How the value checks itself.'),
    decode: listOf(decode, 'What the value tells of itself.'),
    replacement: text('What should take its place.'),
    public: { type: 'boolean', description: 'Made to be published.' },
    examples: listOf(example, 'Texts that `policy test` looks through.'),
  },
  'A family of credentials that the built-in ones do not know.',
);
