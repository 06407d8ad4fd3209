/** Tokens that tools keep and keys of applications. */
import { json } from '../grammar/json.js';
import { settings } from '../grammar/lines.js';
import { php, whole } from '../grammar/others.js';
import { xml } from '../grammar/xml.js';
import { yaml } from '../grammar/yaml.js';
import type { FileKind } from '../kind.js';
import { told, user } from './told.js';

/** Files of tools and applications. */
export const tools: readonly FileKind[] = [
  {
    id: 'gh-hosts',
    files: /(?:^|\/)gh\/hosts\.ya?ml$/,
    grammar: yaml,
    fields: [{ at: /oauth_token$/, family: 'toolToken', tells: (a) => ({ ...user('user')(a), ...told('host', a.within()) }) }],
  },
  {
    id: 'vault-token',
    files: /(?:^|\/)\.?vault[-_](?:token|pass(?:word)?)(?:\.txt)?$/,
    grammar: whole,
    fields: [{ at: /^$/, family: 'toolToken' }],
  },
  {
    id: 'databricks',
    files: /(?:^|\/)\.databrickscfg$/,
    grammar: settings,
    fields: [{ at: /\/(?:token|password|client_secret)$/, family: 'toolToken', tells: (a) => told('host', a.beside('host')) }],
  },
  {
    id: 'terraformrc',
    files: /(?:^|\/)(?:\.terraformrc|terraform\.rc)$/,
    grammar: settings,
    fields: [{ at: /(?:^|\/)token$/, family: 'toolToken' }],
  },
  {
    id: 'terraform-credentials',
    files: /(?:^|\/)credentials\.tfrc\.json$/,
    grammar: json,
    fields: [{ at: /\/token$/, family: 'toolToken', tells: (a) => told('host', a.within()) }],
  },
  {
    id: 'tool-settings',
    files: /(?:^|\/)(?:glab-cli\/config\.yml|doctl\/config\.ya?ml|\.travis\/config\.yml|\.circleci\/cli\.yml|\.config\/hub)$/,
    grammar: yaml,
    fields: [
      {
        at: /(?:^|\/)(?:token|access[-_]token|oauth_token)$/,
        family: 'toolToken',
        tells: (a) => ({ ...user('user')(a), ...told('host', a.within()) }),
      },
    ],
  },
  {
    id: 'snowflake',
    files: /(?:^|\/)\.?snowflake\/(?:connections|config)\.toml$/,
    grammar: settings,
    fields: [
      {
        at: /(?:^|\/)(?:password|token|private_key_passphrase)$/,
        family: 'databasePassword',
        tells: (a) => ({ ...user('user')(a), ...told('account', a.beside('account')) }),
      },
    ],
  },
  {
    id: 'dbt-profiles',
    files: /(?:^|\/)profiles\.ya?ml$/,
    grammar: yaml,
    fields: [
      {
        at: /outputs\/[^/]+\/(?:password|pass|token|private_key_passphrase)$/,
        family: 'databasePassword',
        tells: (a) => ({ ...user('user')(a), ...told('host', a.beside('host') ?? a.beside('account')) }),
      },
    ],
  },
  {
    id: 'filezilla',
    files: /(?:^|\/)(?:sitemanager|recentservers|filezilla)\.xml$/,
    grammar: xml,
    fields: [
      { at: /\/pass$/, family: 'hostPassword', as: 'base64', tells: (a) => ({ ...user('user')(a), ...told('host', a.beside('host')) }) },
    ],
  },
  {
    id: 'rails-key',
    files: /(?:^|\/)config\/(?:master|credentials\/[\w-]+)\.key$/,
    grammar: whole,
    fields: [{ at: /^$/, family: 'applicationKey' }],
  },
  {
    id: 'wp-config',
    files: /(?:^|\/)wp-config[\w.-]*\.php$/,
    grammar: php,
    fields: [
      { at: /^db_password$/, family: 'databasePassword', tells: (a) => ({ ...user('db_user')(a), ...told('host', a.beside('db_host')) }) },
      { at: /^(?:auth|secure_auth|logged_in|nonce)_(?:key|salt)$/, family: 'applicationKey' },
    ],
    byName: true,
  },
];
