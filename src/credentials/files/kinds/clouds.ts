/** Keys of clouds. */
import { json } from '../grammar/json.js';
import { settings } from '../grammar/lines.js';
import { xml } from '../grammar/xml.js';
import type { Around, FileKind } from '../kind.js';
import { profile, told, user } from './told.js';

const googleKey = (a: Around) => ({
  ...told('user', a.beside('client_email')),
  ...told('project', a.beside('project_id')),
  ...told('keyId', a.beside('private_key_id')),
});

/** Files that clouds hand out or keep their keys in. */
export const clouds: readonly FileKind[] = [
  {
    id: 'aws-credentials',
    files: /(?:^|\/)(?:\.aws\/(?:credentials|config)|aws[-_.]?credentials(?:\.\w+)?|\.?boto|\.?s3cfg|\.passwd-s3fs|credentials\.ini)$/,
    grammar: settings,
    fields: [
      {
        at: /(?:^|\/)(?:aws_)?secret(?:_access)?_?key$/,
        family: 'awsSecretKey',
        tells: (a) => ({ ...told('subject', a.within()), ...told('keyId', a.beside('aws_access_key_id') ?? a.beside('access_key')) }),
      },
      { at: /(?:^|\/)aws_session_token$/, family: 'awsSession', tells: profile },
      { at: /(?:^|\/)gs_secret_access_key$/, family: 'storageKey', tells: profile },
      { at: /(?:^|\/)(?:gpg_passphrase|proxy_pass)$/, family: 'hostPassword' },
    ],
  },
  {
    id: 'rclone',
    files: /(?:^|\/)rclone\.conf$/,
    grammar: settings,
    fields: [
      {
        at: /\/(?:secret_access_key|pass|password2?|key|account_key|sas_url|client_secret|bearer_token|api_key)$/,
        family: 'storageKey',
        tells: profile,
      },
    ],
  },
  {
    id: 'google-key',
    files: /\.json$/,
    has: ['"private_key_id"', '"service_account"'],
    grammar: json,
    fields: [{ at: /(?:^|\/)private_key$/, family: 'googleKey', as: 'pem', tells: googleKey }],
  },
  {
    id: 'google-user-credentials',
    files: /\.json$/,
    has: ['"authorized_user"', '"refresh_token"'],
    grammar: json,
    fields: [
      { at: /(?:^|\/)refresh_token$/, family: 'googleUser', tells: (a) => told('application', a.beside('client_id')) },
      { at: /(?:^|\/)client_secret$/, family: 'googleClient', tells: (a) => told('application', a.beside('client_id')) },
    ],
  },
  {
    id: 'google-client',
    files: /\.json$/,
    has: ['"client_secret"', '"auth_uri"'],
    grammar: json,
    fields: [
      {
        at: /(?:^|\/)client_secret$/,
        family: 'googleClient',
        tells: (a) => ({ ...told('application', a.beside('client_id')), ...told('project', a.beside('project_id')) }),
      },
    ],
  },
  {
    id: 'azure-principal',
    files: /\.(?:json|azureauth)$/,
    has: ['"clientSecret"', '"tenantId"'],
    grammar: json,
    fields: [
      {
        at: /(?:^|\/)clientsecret$/,
        family: 'azurePrincipal',
        tells: (a) => ({
          ...told('application', a.beside('clientid')),
          ...told('organisation', a.beside('tenantid')),
          ...told('account', a.beside('subscriptionid')),
        }),
      },
    ],
    byName: true,
  },
  {
    id: 'azure-sp-output',
    files: /\.json$/,
    has: ['"appId"', '"password"', '"tenant"'],
    grammar: json,
    fields: [
      {
        at: /(?:^|\/)password$/,
        family: 'azurePrincipal',
        tells: (a) => ({ ...told('application', a.beside('appid')), ...told('organisation', a.beside('tenant')) }),
      },
    ],
  },
  {
    id: 'publish-settings',
    files: /\.(?:publishsettings|pubxml)$/,
    grammar: xml,
    fields: [
      { at: /\/@userpwd$/, family: 'hostPassword', tells: (a) => ({ ...user('@username')(a), ...told('host', a.beside('@publishurl')) }) },
    ],
  },
  {
    id: 'yandex-key',
    files: /\.json$/,
    has: ['"service_account_id"', '"private_key"'],
    grammar: json,
    fields: [
      {
        at: /(?:^|\/)private_key$/,
        family: 'yandexKey',
        as: 'pem',
        tells: (a) => ({ ...told('user', a.beside('service_account_id')), ...told('keyId', a.beside('id')) }),
      },
    ],
  },
  {
    id: 'ibm-key',
    files: /\.json$/,
    has: ['"apikey"', '"iam_'],
    grammar: json,
    fields: [
      {
        at: /(?:^|\/)apikey$/,
        family: 'ibmKey',
        tells: (a) => told('subject', a.beside('iam_serviceid_crn') ?? a.beside('iam_apikey_name')),
      },
    ],
  },
];
