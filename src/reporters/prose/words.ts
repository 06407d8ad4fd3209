/** The words for the closed sets of the model: a new kind does not compile until it has its word. */
import type { Credential, CredentialKind, IdentityKind, Relation } from '../../model/fact.js';
import type { Theme } from '../../model/finding.js';
import type { GapKind } from '../../model/gap.js';
import type { AccessLevel, OwnershipField } from '../../model/inventory.js';

export const kindWord: Readonly<Record<IdentityKind, string>> = {
  'service-account': 'service account',
  'workload-identity': 'workload identity',
  'api-key': 'API key',
  'access-token': 'access token',
  'oauth-app': 'OAuth app',
  integration: 'integration',
  pipeline: 'pipeline',
  certificate: 'certificate',
  robot: 'robot',
  agent: 'agent',
  external: 'outside identity',
};

/** Completes "it …". */
export const accessWord: Readonly<Record<AccessLevel, string>> = {
  none: 'reaches nothing',
  lists: 'lists',
  reads: 'reads',
  writes: 'writes',
  'writes-infrastructure': 'changes infrastructure',
  'exfiltrates-data': 'reads stored data',
  'reads-secrets': 'reads secrets',
  'manages-permissions': 'manages permissions',
  escalates: 'can give itself more',
  admin: 'is an administrator',
  unknown: 'reach not known from the files',
};

/** Completes "it … X". */
export const relationWord: Readonly<Record<Relation, string>> = {
  assumes: 'becomes',
  'runs-as': 'runs as',
  uses: 'uses',
  calls: 'calls',
  'member-of': 'is a member of',
  'acts-for': 'acts for',
};

export const credentialWord: Readonly<Record<CredentialKind, string>> = {
  'access-key': 'access key',
  password: 'password',
  token: 'token',
  'private-key': 'private key',
  certificate: 'certificate',
  'signing-key': 'signing key',
  secret: 'secret',
};

/** Follows the name of a credential. */
export const originWord: Readonly<Record<Credential['origin'], string>> = {
  literal: ' written in the file',
  reference: '',
  generated: '',
  federated: ' by federation',
};

/** Completes "it …". */
export const lifetimeWord: Readonly<Record<Credential['lifetime'], string>> = {
  static: 'lives until somebody ends it',
  expiring: 'has an end date',
  'short-lived': 'is short-lived',
  unknown: 'lifetime not known from the files',
};

export const fieldWord: Readonly<Record<OwnershipField, string>> = {
  owner: 'owner',
  purpose: 'purpose',
  reviewBy: 'review date',
  rotation: 'rotation',
  expires: 'end date',
  retireWhen: 'retirement condition',
};

export const themeWord: Readonly<Record<Theme, string>> = {
  credential: 'Credentials',
  rotation: 'Rotation',
  expiry: 'Expiry',
  'least-privilege': 'Least privilege',
  trust: 'Trust',
  ownership: 'Ownership',
  exposure: 'Exposure',
  retirement: 'Retirement',
  'self-protection': 'Self-protection',
};

export const gapWord: Readonly<Record<GapKind, string>> = {
  unreadable: 'could not be read',
  unparsed: 'could not be parsed',
  unresolved: 'not known from the files',
  'too-large': 'cut at a limit',
  unsupported: 'not understood yet',
};

/** `one finding`, `3 findings`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `a, b and c`; past `most` the rest is counted. */
export function list(items: readonly string[], most = 4): string {
  const shown = items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Longer names hide the sentence around them. */
const mostName = 200;

/** A name of the repository, in the marks by which a reporter knows it. */
export function code(text: string): string {
  const name = text.replaceAll('`', "'");
  return name.trim() === '' ? '(empty)' : `\`${name.length > mostName ? `${name.slice(0, mostName - 1)}…` : name}\``;
}
