/** Configuration, in which names say what is secret. */
import { json } from '../grammar/json.js';
import { settings } from '../grammar/lines.js';
import { dockerfile } from '../grammar/others.js';
import { xml } from '../grammar/xml.js';
import { yaml } from '../grammar/yaml.js';
import type { FileKind } from '../kind.js';
import { told, user } from './told.js';

/** Files of settings. */
export const configuration: readonly FileKind[] = [
  { id: 'dotenv', files: /(?:^|\/)\.?env(?:rc)?(?:\.[\w.-]+)?$|\.env(?:\.[\w-]+)?$/, grammar: settings, fields: [], byName: true },
  { id: 'tfvars', files: /\.tfvars$/, grammar: settings, fields: [], byName: true },
  {
    id: 'dockerfile',
    files: /(?:^|\/)(?:[\w.-]*dockerfile|containerfile)(?:[.-][\w.-]+)?$/,
    grammar: dockerfile,
    fields: [],
    byName: true,
  },
  {
    id: 'database-yml',
    files: /(?:^|\/)database\.ya?ml$/,
    grammar: yaml,
    fields: [
      {
        at: /(?:^|\/)password$/,
        family: 'databasePassword',
        tells: (a) => ({ ...user('username')(a), ...told('host', a.beside('host')) }),
      },
    ],
    byName: true,
  },
  {
    id: 'spring-yaml',
    files: /(?:^|\/)(?:application|bootstrap)[\w-]*\.ya?ml$/,
    grammar: yaml,
    fields: [{ at: /datasource\/(?:[\w-]+\/)?password$/, family: 'databasePassword', tells: user('username') }],
    byName: true,
  },
  { id: 'compose', files: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/, grammar: yaml, fields: [], byName: true },
  {
    id: 'settings-json',
    files:
      /(?:^|\/)(?:appsettings[\w.-]*|local\.settings|launchsettings|secrets|config[\w.-]*|credentials[\w.-]*|parameters[\w.-]*|[\w.-]*\.tfvars|env[\w.-]*|task-?definition[\w.-]*)\.json$/,
    grammar: json,
    fields: [],
    byName: true,
  },
  {
    id: 'settings-xml',
    files:
      /(?:^|\/)(?:web|app|connectionstrings|[\w.-]*settings)[\w.-]*\.(?:config|xml)$|(?:^|\/)(?:context|server|persistence|hibernate[\w.-]*|tomcat-users)\.xml$/,
    grammar: xml,
    fields: [],
    byName: true,
  },
  { id: 'properties', files: /\.(?:properties|ini|cfg|conf|toml|cnf)$/, grammar: settings, fields: [], byName: true },
];
