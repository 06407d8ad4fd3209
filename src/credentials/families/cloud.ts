/** Clouds, hosting and what runs on them. */
import { families } from './family.js';

const aws = { replacement: 'aws-role' } as const;
const azure = { replacement: 'azure-federation' } as const;
const google = { replacement: 'gcp-federation' } as const;

export const cloudFamilies = [
  ...families('aws', [
    [
      'aws-access-key-id',
      'AWS access key id',
      'keyPair',
      ["'AKIA' b32{16}", "'ASIA' b32{16}", "'ABIA' b32{16}", "'ACCA' b32{16}", "'A3T' [ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789] b32{16}"],
      { ...aws, decode: 'aws-account', halfOf: 'aws-secret-access-key' },
    ],
    [
      'aws-unique-id',
      'AWS unique id of a principal',
      'identifier',
      "'AROA'|'AIDA'|'AGPA'|'AIPA'|'ANPA'|'ANVA'|'APKA'|'ASCA' b32{16,17}",
      { decode: 'aws-account' },
    ],
    ['aws-bedrock-api-key', 'Amazon Bedrock API key (long-lived)', 'apiKey', "'ABSK' b64pad{109,269}", { ...aws, decode: 'bedrock-key' }],
    [
      'aws-bedrock-session-key',
      'Amazon Bedrock API key (short-lived)',
      'access',
      "'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t' anyb64{40,}",
    ],
    ['aws-session-token', 'AWS session token', 'session', "'FwoGZX'|'IQoJb3'|'FQoGZX' b64pad{200,}"],
    ['aws-appsync-key', 'AWS AppSync API key', 'apiKey', "'da2-' lownum{26}"],
    ['amazon-mws-token', 'Amazon MWS auth token', 'apiKey', "'amzn.mws.' uuid"],
    ['amazon-client-secret', 'Login with Amazon client secret', 'clientSecret', "'amzn1.oa2-cs.v1.' hex{64}"],
  ]),
  ...families('azure', [
    [
      'azure-cask-key',
      'Azure annotated security key',
      'apiKey',
      ["u64{24} @'QJJQA' u64{15,31}", "u64{44} @'QJJQA' u64{15,31}", "u64{64} @'QJJQA' u64{15,31}", "u64{88} @'QJJQA' u64{15,31}"],
      { ...azure, decode: 'azure-cask' },
    ],
    ['azure-annotated-key', 'Azure service key', 'apiKey', "b62{52} @'JQQJ9' b62{27}", { ...azure, decode: 'azure-annotated' }],
    ['azure-client-secret', 'Microsoft Entra client secret', 'clientSecret', ["tilde{3} d @'Q~' tilde{31,34}"], { ...azure, mixed: true }],
    ['azure-devops-token', 'Azure DevOps personal access token', 'personal', "b62{76} @'AZDO' b62{4}", azure],
    ['azure-storage-key', 'Azure Storage account key', 'apiKey', ["b64{76} @'+ASt' b64{6} '=='", "@'AccountKey=' b64{86} '=='"], azure],
    ['azure-cosmos-key', 'Azure Cosmos DB key', 'database', ["b64{76} @'ACDb' b64{6} '=='"], azure],
    [
      'azure-service-bus-key',
      'Azure Service Bus, Event Hubs or Relay key',
      'apiKey',
      ["b64{33} @'+ASb'|'+AEh'|'+ARm' b64{6} '='", "@'SharedAccessKey=' b64{43} '='"],
      azure,
    ],
    ['azure-iot-key', 'Azure IoT Hub key', 'apiKey', "b64{33} @'AIoT' b64{6} '='"],
    ['azure-functions-key', 'Azure Functions host key', 'apiKey', "u64{44} @'AzFu' u64{6} '=='", azure],
    ['azure-search-key', 'Azure AI Search key', 'apiKey', "b62{42} @'AzSe' b62{6}", azure],
    ['azure-redis-key', 'Azure Cache for Redis key', 'database', "b62{33} @'AzCa' b62{6} '='", azure],
    ['azure-registry-key', 'Azure Container Registry key', 'password', "b64{42} @'+ACR' b62{6}", azure],
    ['azure-batch-key', 'Azure Batch account key', 'apiKey', "b64{76} @'+ABa' b64{6} '=='", azure],
    ['azure-ml-key', 'Azure Machine Learning (classic) key', 'apiKey', "b64{76} @'+AMC' b64{6} '=='", azure],
    ['azure-api-management-key', 'Azure API Management key', 'apiKey', "b64{76} @'APIM' b64{6} '=='", azure],
    ['azure-event-grid-key', 'Azure Event Grid key', 'apiKey', "b64{33} @'AZEG' b64{6} '='", azure],
    [
      'azure-app-configuration',
      'Azure App Configuration connection string',
      'apiKey',
      "'Endpoint=https://' dotted{3,80} '.azconfig.io;Id=' anyb64{4,40} ';Secret=' b64pad{30,120}",
      azure,
    ],
    [
      'azure-sas-signature',
      'Azure shared access signature',
      'access',
      ["@'sig=' percent{43,120}"],
      { ...azure, near: ['sv=20', 'sharedaccesssignature', 'se=20'] },
    ],
    [
      'azure-logic-app-address',
      'Azure Logic Apps trigger address',
      'webhook',
      "dotted{1,80} @'.logic.azure.com' ':443'? '/workflows/' hex{32} '/triggers/' u64{1,80} '/paths/invoke?' [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.%=&]{20,300}",
    ],
  ]),
  ...families('google', [
    ['google-api-key', 'Google API key', 'apiKey', "'AIza' u64{35}", { replacement: 'two-keys' }],
    ['google-gemini-key', 'Google API key bound to a service account', 'apiKey', "'AQ.Ab8R' u64{46}", google],
    ['google-oauth-client-secret', 'Google OAuth client secret', 'clientSecret', "'GOCSPX-' u64{26,28}"],
    [
      'google-oauth-client-id',
      'Google OAuth client id',
      'identifier',
      "d{6,14} '-' lownum{8,40} @'.apps.googleusercontent.com'",
      { halfOf: 'google-oauth-client-secret' },
    ],
    ['google-oauth-access-token', 'Google OAuth access token', 'access', "'ya29.' u64{20,}"],
    ['google-oauth-refresh-token', 'Google OAuth refresh token', 'refresh', "'1//0' u64{38,120}"],
    [
      'google-hmac-key-id',
      'Google Cloud Storage HMAC access id',
      'keyPair',
      ["'GOOG1' upnum{56}", "'GOOG' b32{20,57}", "'GOOG' upnum{20}"],
      { ...google, halfOf: 'google-hmac-secret' },
    ],
  ]),
  ...families('alibaba', [
    ['alibaba-access-key-id', 'Alibaba Cloud access key id', 'keyPair', ["'LTAI' b62{12,26}"], { halfOf: 'alibaba-access-key-secret' }],
    ['alibaba-sts-token', 'Alibaba Cloud STS access key id', 'session', "'STS.' b62{16,64}", { weak: true, mixed: true }],
  ]),
  ...families('tencent', [['tencent-secret-id', 'Tencent Cloud secret id', 'keyPair', "'AKID' b62{32}", { halfOf: 'tencent-secret-key' }]]),
  ...families('yandex', [
    ['yandex-api-key', 'Yandex Cloud API key', 'serviceAccount', "'AQVN' u64{35,38}"],
    ['yandex-static-key', 'Yandex Cloud static access key', 'keyPair', ["'YC' u64{38}"], { weak: true }],
    ['yandex-iam-token', 'Yandex Cloud IAM token', 'access', "'t1.' u64pad{2,} '.' u64pad{80,90}"],
    ['yandex-access-token', 'Yandex OAuth token', 'access', "'y0_' u64{39,90}"],
  ]),
  ...families('digitalocean', [
    ['digitalocean-personal-access-token', 'DigitalOcean personal access token', 'personal', "'dop_v1_' hex{64}"],
    ['digitalocean-oauth-token', 'DigitalOcean OAuth token', 'access', "'doo_v1_' hex{64}"],
    ['digitalocean-refresh-token', 'DigitalOcean OAuth refresh token', 'refresh', "'dor_v1_' hex{64}"],
  ]),
  ...families('cloudflare', [
    [
      'cloudflare-api-key',
      'Cloudflare global API key',
      'apiKey',
      "'cfk_' b62{40} hex{8}",
      { check: 'hex-crc32-body', replacement: 'reissue-with-expiry' },
    ],
    ['cloudflare-user-token', 'Cloudflare user API token', 'personal', "'cfut_' b62{40} hex{8}", { check: 'hex-crc32-body' }],
    ['cloudflare-account-token', 'Cloudflare account API token', 'service', "'cfat_' b62{40} hex{8}", { check: 'hex-crc32-body' }],
    ['cloudflare-origin-ca-key', 'Cloudflare Origin CA key', 'apiKey', "'v1.0-' hex{24} '-' hex{146}"],
  ]),
  ...families('vercel', [
    ['vercel-token', 'Vercel token', 'personal', "'vcp_'|'vci_'|'vca_'|'vcr_' u64{56}", { check: 'base62-crc32' }],
    ['vercel-gateway-key', 'Vercel AI Gateway key', 'apiKey', "'vck_' u64{56}", { check: 'base62-crc32' }],
  ]),
  ...families('netlify', [['netlify-token', 'Netlify personal access token', 'personal', "'nfp_'|'nfo_'|'nfc_'|'nfu_' b62{36}"]]),
  ...families('deno', [
    ['deno-deploy-token', 'Deno Deploy access token', 'personal', "'ddp_'|'ddo_' b62{36}", { check: 'base62-crc32-whole' }],
  ]),
  ...families('fly', [
    [
      'fly-token',
      'Fly.io access token',
      'service',
      [
        "'fm1r_'|'fm1a_'|'fm2_' b64pad{100,}",
        "'fo1_' u64{43}",
        "'FlyV1 ' [ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=,_-]{90,}",
      ],
    ],
  ]),
  ...families('heroku', [['heroku-api-key', 'Heroku API key', 'apiKey', "'HRKU-AA' u64{58}"]]),
  ...families('render', [['render-api-key', 'Render API key', 'apiKey', "'rnd_' b62{28,32}"]]),
  ...families('runpod', [['runpod-api-key', 'RunPod API key', 'apiKey', "'rpa_' b62{44,46}"]]),
  ...families('upcloud', [['upcloud-token', 'UpCloud API token', 'personal', "'ucat_' b62{24,32}"]]),
  ...families('exoscale', [['exoscale-api-key', 'Exoscale API key id', 'keyPair', "'EXO' hex{24}", { halfOf: 'exoscale-secret' }]]),
  ...families('scaleway', [
    [
      'scaleway-access-key',
      'Scaleway access key id',
      'keyPair',
      "'SCW' upnum{17}",
      { halfOf: 'scaleway-secret-key', near: ['scw', 'scaleway', 'access'] },
    ],
  ]),
  ...families('salad', [
    ['salad-cloud-key', 'Salad Cloud API key', 'apiKey', "'salad_cloud_user_'|'salad_cloud_org_' b62{20,80}", { check: 'base62-crc32' }],
  ]),
  ...families('tailscale', [
    [
      'tailscale-key',
      'Tailscale key',
      'join',
      "'tskey-' lower{3,10} '-' b62{8,40} '-' b62{20,80}",
      { replacement: 'tailscale-federation' },
    ],
    [
      'tailscale-key-old',
      'Tailscale key (older form)',
      'join',
      "'tskey-' lower{3,10} '-' u64{20,80}",
      { replacement: 'tailscale-federation' },
    ],
  ]),
  ...families('defined', [
    ['defined-networking-token', 'Defined Networking API token', 'personal', "'dnkey-' lowword{26} '-' lowword{52}"],
  ]),
  ...families('openshift', [['openshift-user-token', 'OpenShift user token', 'access', "'sha256~' u64{43}"]]),
  ...families('vault', [
    [
      'vault-service-token',
      'HashiCorp Vault service token',
      'access',
      ["'hvs.' u64{90,120}", "'hvs.' b62{24}"],
      { replacement: 'vault-login' },
    ],
    ['vault-batch-token', 'HashiCorp Vault batch token', 'access', "'hvb.' u64{30,300}", { replacement: 'vault-login' }],
    ['vault-recovery-token', 'HashiCorp Vault recovery token', 'access', "'hvr.' u64{24,120}", { replacement: 'vault-login' }],
  ]),
  ...families('doppler', [
    [
      'doppler-token',
      'Doppler token',
      'service',
      "'dp.pt.'|'dp.st.'|'dp.sa.'|'dp.ct.'|'dp.scim.'|'dp.audit.' [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-]{40,80}",
      { replacement: 'doppler-oidc' },
    ],
  ]),
  ...families('onepassword', [
    [
      'onepassword-service-account',
      '1Password service account token',
      'serviceAccount',
      "'ops_eyJ' b64pad{100,}",
      { decode: 'json-payload' },
    ],
    [
      'onepassword-secret-key',
      '1Password secret key',
      'encryption',
      [
        "'A3-' upnum{6} '-' upnum{11} '-' upnum{5} '-' upnum{5} '-' upnum{5}",
        "'A3-' upnum{6} '-' upnum{6} '-' upnum{5} '-' upnum{5} '-' upnum{5} '-' upnum{5}",
      ],
    ],
  ]),
  ...families('age', [['age-identity', 'age identity', 'encryption', "'AGE-SECRET-KEY-1' bech32upper{58}"]]),
  ...families('wireguard', [
    [
      'wireguard-private-key',
      'WireGuard private key',
      'privateKey',
      ["'PrivateKey = ' b64{43} '='", "'PrivateKey=' b64{43} '='", "'PresharedKey = ' b64{43} '='"],
    ],
  ]),
];
