/** How a literal secret is told from everything else that stands in a variable: by the shape of its value, or by the name it goes by. */
import type { CredentialKind } from '../../model/fact.js';

/** Longest value that is looked at; secrets are shorter, and hostile files are not. */
const longest = 4096;

/** CloudFormation's dynamic reference: resolved by AWS, never written to the template. */
export const isDynamicReference = (value: string): boolean => value.startsWith('{{');

/** A value that points at a secret kept elsewhere: a template, a variable, an ARN, a path in a store. */
const isReference = (value: string): boolean =>
  isDynamicReference(value) ||
  /^(\$[{(]|\$[A-Z_][A-Z0-9_]*$|<[^>]*>$|%[A-Z_]+%$|arn:|ssm:|vault:|secretsmanager:|op:\/\/)/.test(value) ||
  isPath(value);

/** AWS secret keys, 40 characters of base64, may look like a path but for their capitals. */
const isPath = (value: string): boolean =>
  /^\/?[a-z][a-z0-9_.-]*(\/[a-z0-9_.-]+)+$/.test(value) || (value.length !== 40 && /^(\/[\w.-]+)+$/.test(value));

const placeholders =
  /^(change[-_ ]?(me|it)|replace[-_ ]?(me|this)|place[-_ ]?holder|example|sample|dummy|fake|todo|tbd|none|null|nil|n\/a|true|false|yes|no|enabled|disabled|default|optional|required|test|redacted|unknown|empty|unset|x+|\*+|\.{3,}|-+|\[[^\]]*\]|your[-_ ].*)$/i;

/** Words that are written where a secret would stand. The whole value must be one: a password may contain any of them. */
const isPlaceholder = (value: string): boolean => value.length < 4 || placeholders.test(value.slice(0, 128));

const kinds: readonly (readonly [RegExp, CredentialKind])[] = [
  [/(^|_)(ACCESS_?KEY|SECRET_?ACCESS_?KEY)$/, 'access-key'],
  [/(^|_)(PASSWORD|PASSWD|PASS|PWD|PASSPHRASE)$/, 'password'],
  [/(^|_)PRIVATE_?KEY$/, 'private-key'],
  [/(^|_)(TOKEN|PAT)$/, 'token'],
  [/(^|_)(SIGNING|ENCRYPTION|HMAC|JWT)_?KEY$/, 'signing-key'],
  [/(^|_)(SECRET|SECRETS|SECRET_?KEY|SECRET_KEY_BASE|API_?KEY|AUTH_?KEY|LICENSE_KEY|CREDENTIALS?)$/, 'secret'],
];

/** What kind of secret a name announces: `DB_PASSWORD`, `githubToken`; `SECRET_ARN` and `TOKEN_URL` announce none. */
function announced(name: string): CredentialKind | undefined {
  const words = name
    .slice(0, 256)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[-.\s]/g, '_')
    .toUpperCase();
  return kinds.find(([pattern]) => pattern.test(words))?.[1];
}

const accessKeyId = /\b(AKIA|ASIA)[A-Z0-9]{16}\b/;
const userInfo = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/]{0,256}:[^\s@/]{4,256}@/i;

/** What secret a named value is, if it is one. */
export function secretIn(name: string, value: string): CredentialKind | undefined {
  if (value.length > longest) return undefined;
  if (accessKeyId.test(value)) return 'access-key';
  if (/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/.test(value)) return 'private-key';
  if (userInfo.test(value)) return 'password';
  const kind = announced(name);
  return kind && !isReference(value) && !isPlaceholder(value) && !/^https?:\/\//i.test(value) ? kind : undefined;
}

/** Is this value the name of a secret in several words (`MasterPassword`, where a reference was meant), or the name of a type? */
export const namesSecret = (value: string): boolean =>
  /^string$/i.test(value) || (/^[A-Za-z]{1,64}$/.test(value) && /[a-z][A-Z]/.test(value) && announced(value) !== undefined);
