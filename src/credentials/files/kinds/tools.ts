/** Tokens that tools keep and keys of applications. */
import { settings } from '../grammar/lines.js';
import { php, whole } from '../grammar/others.js';
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
  { id: 'vault-token', files: /(?:^|\/)\.vault-token$/, grammar: whole, fields: [{ at: /^$/, family: 'toolToken' }] },
  {
    id: 'databricks',
    files: /(?:^|\/)\.databrickscfg$/,
    grammar: settings,
    fields: [{ at: /\/(?:token|password|client_secret)$/, family: 'toolToken', tells: (a) => told('host', a.beside('host')) }],
  },
  {
    id: 'terraformrc',
    files: /(?:^|\/)(?:\.terraformrc|terraform\.rc|credentials\.tfrc\.json)$/,
    grammar: settings,
    fields: [{ at: /(?:^|\/)token$/, family: 'toolToken' }],
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
