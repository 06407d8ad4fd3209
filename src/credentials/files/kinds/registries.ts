/** Registries of packages. */
import { json } from '../grammar/json.js';
import { settings } from '../grammar/lines.js';
import { xml } from '../grammar/xml.js';
import { yaml } from '../grammar/yaml.js';
import type { Around, FileKind } from '../kind.js';
import { profile, told, user } from './told.js';

/** Host of `//registry.example.org/:_authToken`. */
const npmHost = ({ key }: Around) => {
  const host = /^\/\/([\w.:-]+)/.exec(key)?.[1];
  return host === undefined ? {} : { host };
};

/** Files that log in to registries of packages. */
export const registries: readonly FileKind[] = [
  {
    id: 'npmrc',
    files: /(?:^|\/)\.?npmrc$|\.npmrc$/,
    grammar: settings,
    fields: [
      { at: /(?:^|:)_authtoken$/, family: 'npmToken', tells: npmHost },
      { at: /(?:^|:)_auth$/, family: 'registryPassword', as: 'login', tells: npmHost },
      { at: /(?:^|:)_password$/, family: 'registryPassword', as: 'base64', tells: npmHost },
    ],
  },
  {
    id: 'yarnrc',
    files: /(?:^|\/)\.yarnrc\.ya?ml$/,
    grammar: yaml,
    fields: [
      { at: /npmauthtoken$/, family: 'npmToken', tells: (a) => told('host', a.within()) },
      { at: /npmauthident$/, family: 'registryPassword', tells: (a) => told('host', a.within()) },
    ],
  },
  {
    id: 'pypirc',
    files: /(?:^|\/)\.pypirc$/,
    grammar: settings,
    fields: [
      { at: /\/password$/, family: 'pypiPassword', tells: (a) => ({ ...user('username')(a), ...told('host', a.beside('repository')) }) },
    ],
  },
  {
    id: 'cargo-credentials',
    files: /(?:^|\/)\.cargo\/(?:credentials|config)(?:\.toml)?$/,
    grammar: settings,
    fields: [{ at: /(?:^|\/)token$/, family: 'cratesToken', tells: profile }],
  },
  {
    id: 'gem-credentials',
    files: /(?:^|\/)\.gem\/credentials$/,
    grammar: settings,
    fields: [{ at: /:?\w*api_key:?$/, family: 'rubygemsKey' }],
  },
  {
    id: 'maven-settings',
    files: /(?:^|\/)(?:[\w.-]*settings[\w.-]*|[\w.-]*security[\w.-]*)\.xml$/,
    grammar: xml,
    fields: [
      {
        at: /server\/(?:password|passphrase)$/,
        family: 'registryPassword',
        tells: (a) => ({ ...user('username')(a), ...told('host', a.beside('id')) }),
      },
      {
        at: /prox(?:y|ies)\/password$/,
        family: 'hostPassword',
        tells: (a) => ({ ...user('username')(a), ...told('host', a.beside('host')) }),
      },
      { at: /settingssecurity\/master$/, family: 'registryPassword' },
    ],
  },
  {
    id: 'nuget-config',
    files: /(?:^|\/)[\w.-]*nuget[\w.-]*\.config$/,
    grammar: xml,
    fields: [
      {
        at: /packagesourcecredentials\/[^/]+\/add\/@value$/,
        when: (a) => /password$/i.test(a.beside('@key') ?? ''),
        family: 'registryPassword',
        tells: (a) => told('host', a.within(1)),
      },
      { at: /apikeys\/add\/@value$/, family: 'registryPassword', tells: (a) => told('host', a.beside('@key')) },
    ],
    byName: true,
  },
  {
    id: 'composer-auth',
    files: /(?:^|\/)auth\.json$/,
    grammar: json,
    fields: [
      {
        at: /^http-basic\/.*\/password$/,
        family: 'registryPassword',
        tells: (a) => ({ ...user('username')(a), ...told('host', a.within()) }),
      },
      { at: /^(?:github-oauth|gitlab-token|bearer)\/[^/]+$/, family: 'registryPassword', tells: (a) => told('host', a.key) },
      { at: /^auths\/.*\/auth$/, family: 'containerLogin', as: 'login', tells: (a) => told('host', a.within()) },
    ],
    byName: true,
  },
];
