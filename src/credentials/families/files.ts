/** Families that are told by the grammar of the file they stand in, not by a mark of their own. */
import type { Family } from '../sighting.js';
import { familyOf } from './family.js';

const certificate: Family = {
  id: 'certificate',
  title: 'Certificate',
  provider: 'generic',
  kind: 'certificate',
  identity: 'certificate',
  lifetime: 'expiring',
  replacement: 'nothing-secret',
  isPublic: true,
};

/** By what the key and file parsers call them. */
export const fileFamilies = {
  privateKey: familyOf('private-key', 'Private key', 'generic', 'privateKey'),
  sshKey: familyOf('ssh-private-key', 'SSH private key', 'generic', 'privateKey'),
  pgpKey: familyOf('pgp-private-key', 'PGP private key', 'generic', 'privateKey'),
  jwk: familyOf('json-web-key', 'Private JSON web key', 'generic', 'privateKey'),
  certificate,
} as const satisfies Readonly<Record<string, Family>>;
