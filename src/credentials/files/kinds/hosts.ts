/** Logins of hosts, databases and container registries. */
import { json } from '../grammar/json.js';
import { settings } from '../grammar/lines.js';
import { htpasswd, netrc, pgpass } from '../grammar/others.js';
import type { FileKind } from '../kind.js';
import { told, user } from './told.js';

const dockerFields: FileKind['fields'] = [
  { at: /(?:^|\/)auth$/, family: 'containerLogin', as: 'login', tells: (a) => told('host', a.within()) },
  { at: /(?:^|\/)(?:identitytoken|registrytoken|password)$/, family: 'containerLogin', tells: (a) => told('host', a.within()) },
];

/** Files that log in to hosts. */
export const hosts: readonly FileKind[] = [
  {
    id: 'netrc',
    files: /(?:^|\/)[._]netrc$/,
    grammar: netrc,
    fields: [{ at: /\/password$/, family: 'hostPassword', tells: (a) => ({ ...user('login')(a), ...told('host', a.within()) }) }],
  },
  {
    id: 'pgpass',
    files: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    grammar: pgpass,
    fields: [{ at: /\/password$/, family: 'databasePassword', tells: (a) => ({ ...user('user')(a), ...told('host', a.within()) }) }],
  },
  {
    id: 'mysql-options',
    files: /(?:^|\/)\.?my(?:login)?\.cnf$/,
    grammar: settings,
    fields: [
      { at: /(?:^|\/)password$/, family: 'databasePassword', tells: (a) => ({ ...user('user')(a), ...told('host', a.beside('host')) }) },
    ],
  },
  {
    id: 'htpasswd',
    files: /(?:^|\/)[\w.-]*htpasswd[\w.-]*$/,
    grammar: htpasswd,
    fields: [{ at: /\/hash$/, family: 'passwordHash', as: 'hash', tells: (a) => told('user', a.within()) }],
  },
  {
    id: 'docker-config',
    files: /(?:^|\/)(?:\.docker\/config|[\w.-]*dockerconfig[\w.-]*|[\w.-]*dockercfg[\w.-]*|docker-?config)(?:\.json)?$/,
    grammar: json,
    fields: dockerFields,
  },
  { id: 'docker-auths', files: /\.json$/, has: ['"auths"', '"auth"'], grammar: json, fields: dockerFields },
];
