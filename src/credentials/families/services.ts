/** Other services with a mark of their own. */
import { families } from './family.js';

export const serviceFamilies = [
  ...families('atlassian', [
    ['atlassian-api-token', 'Atlassian API token', 'personal', "'ATATT3' u64pad{170,260}", { check: 'hex-crc32-whole' }],
    ['atlassian-access-token', 'Atlassian resource access token', 'service', "'ATCTT3' u64pad{150,260}", { check: 'hex-crc32-whole' }],
  ]),
  ...families('airtable', [['airtable-personal-token', 'Airtable personal access token', 'personal', "'pat' b62{14} '.' hex{64}"]]),
  ...families('notion', [
    ['notion-token', 'Notion integration token', 'service', ["'ntn_' b62{46}", "'nrt_' b62{40,60}"], { replacement: 'regenerate' }],
    ['notion-token-old', 'Notion integration token (older form)', 'service', "'secret_' b62{43}", { replacement: 'regenerate' }],
  ]),
  ...families('nats', [
    [
      'nats-nkey-seed',
      'NATS nkey seed',
      'privateKey',
      "'SUA'|'SAA'|'SOA'|'SNA'|'SCA'|'SXA' b32{55}",
      { check: 'base32-crc16', replacement: 'new-key-pair' },
    ],
  ]),
  ...families('teamwork', [['teamwork-api-token', 'Teamwork API token', 'personal', "'tkn.v1_' anyb64{64,128}"]]),
  ...families('softlayer', [
    ['softlayer-api-address', 'SoftLayer API key in an address', 'apiKey', "'api.softlayer.com/soap/v3' '.1'? '/' lownum{64}"],
  ]),
  ...families('thingsboard', [
    [
      'thingsboard-device-address',
      'ThingsBoard address with the token of a device',
      'apiKey',
      "'coap.'? @'thingsboard.cloud/api/v1/' lownum{20}",
      { replacement: 'recreate-address' },
    ],
  ]),
  ...families('linear', [['linear-api-key', 'Linear API key', 'personal', "'lin_api_'|'lin_oauth_' b62{40,64}"]]),
  ...families('clickup', [['clickup-token', 'ClickUp API token', 'personal', "'pk_' d{8,9} '_' b62{32}"]]),
  ...families('figma', [['figma-token', 'Figma personal access token', 'personal', "'figd_'|'figdh_'|'figu_' u64{38,60}"]]),
  ...families('canva', [['canva-client-secret', 'Canva client secret', 'clientSecret', "'cnvca' u64{51}", { replacement: 'regenerate' }]]),
  ...families('contentful', [['contentful-token', 'Contentful personal access token', 'personal', "'CFPAT-' u64{43,64}"]]),
  ...families('postman', [['postman-api-key', 'Postman API key', 'personal', "'PMAK-' hex{24} '-' hex{34}"]]),
  ...families('readme', [['readme-api-key', 'ReadMe API key', 'apiKey', "'rdme_' lownum{70}"]]),
  ...families('typeform', [
    [
      'typeform-token',
      'Typeform personal token',
      'personal',
      "'tfp_' [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.=-]{59,64}",
    ],
  ]),
  ...families('mapbox', [
    ['mapbox-secret-token', 'Mapbox secret token', 'apiKey', "'sk.eyJ' u64{30,200} '.' u64{22}"],
    ['mapbox-public-token', 'Mapbox public token', 'identifier', "'pk.eyJ' u64{30,200} '.' u64{22}"],
  ]),
  ...families('maxmind', [['maxmind-license-key', 'MaxMind license key', 'apiKey', "b62{6} '_' b62{29} @'_mmk'"]]),
  ...families('dropbox', [
    [
      'dropbox-token',
      'Dropbox access token',
      'access',
      ["'sl.' u64pad{130,160}", "'sl.u.' u64pad{130,1300}", "b62{11} @'AAAAAAAAAA' u64pad{43}"],
    ],
  ]),
  ...families('adobe', [['adobe-client-secret', 'Adobe client secret', 'clientSecret', ["'p8e-' u64{32}", "'p8e-' lowdash{32}"]]]),
  ...families('authress', [
    [
      'authress-service-key',
      'Authress service client key',
      'serviceAccount',
      "'sc_'|'ext_'|'scauth_'|'authress_' lownum{5,30} '.' lownum{4,6} '.acc' [abcdefghijklmnopqrstuvwxyz0123456789-_]{10,32} '.' anyb64{30,120}",
    ],
  ]),
  ...families('intra42', [
    ['intra42-client-secret', 'Intra42 client secret', 'clientSecret', "'s-s4t2af-'|'s-s4t2ud-' hex{64}"],
    ['intra42-client-id', 'Intra42 client id', 'identifier', "'u-s4t2ud-'|'u-s4t2af-' hex{64}", { halfOf: 'intra42-client-secret' }],
  ]),
  ...families('devcycle', [
    ['devcycle-server-key', 'DevCycle server key', 'apiKey', "'dvc_server_' word{32,64}"],
    ['devcycle-client-key', 'DevCycle client or mobile key', 'identifier', "'dvc_client_'|'dvc_mobile_' word{32,64}"],
  ]),
  ...families('configcat', [['configcat-sdk-key', 'ConfigCat SDK key', 'apiKey', "'configcat-sdk-1/' u64{22} '/' u64{22}"]]),
  ...families('launchdarkly', [['launchdarkly-key', 'LaunchDarkly SDK or API key', 'apiKey', "'sdk-'|'mob-'|'api-' uuid"]]),
  ...families('frameio', [['frameio-token', 'Frame.io token', 'personal', "'fio-u-' u64pad{64}"]]),
  ...families('freemius', [
    [
      'freemius-secret-key',
      'Freemius secret key',
      'apiKey',
      "'sk_' visible{29}",
      { near: ['freemius', 'fs_dynamic_init', 'secret_key'], weak: true },
    ],
  ]),
  ...families('imagekit', [
    ['imagekit-private-key', 'ImageKit private key', 'apiKey', "'private_' b64pad{10,128}", { near: ['imagekit'] }],
  ]),
  ...families('onfido', [
    ['onfido-token', 'Onfido API token', 'apiKey', "'api_live.'|'api_live_us.'|'api_live_ca.'|'api_sandbox.' u64{11} '.' u64{32}"],
  ]),
  ...families('wundergraph', [['wundergraph-api-key', 'WunderGraph API key', 'apiKey', "'cosmo_' hex{32}"]]),
  ...families('persona', [['persona-api-key', 'Persona API key', 'apiKey', "'persona_production_' word{20,80}"]]),
  ...families('pinterest', [['pinterest-token', 'Pinterest access token', 'access', "'pina_' u64{32,80}"]]),
  ...families('riot', [['riot-api-key', 'Riot Games API key', 'apiKey', "'RGAPI-' lowdash{36}"]]),
  ...families('samsara', [['samsara-token', 'Samsara API token', 'apiKey', "'samsara_api_' b62{30}"]]),
  ...families('settlemint', [['settlemint-token', 'SettleMint access token', 'service', "'sm_aat_'|'sm_pat_'|'sm_sat_' b62{16}"]]),
  ...families('zuplo', [
    ['zuplo-consumer-key', 'Zuplo consumer API key', 'apiKey', "'zpka_' lownum{32} '_' hex{8}", { check: 'hex-crc32-body' }],
  ]),
  ...families('apify', [['apify-token', 'Apify API token', 'apiKey', "'apify_api_' b62{34,38}", { check: 'base62-lower-crc32-whole' }]]),
  ...families('workato', [['workato-token', 'Workato API token', 'service', "'wrka-eyJ' u64{100,} '.' u64{20,} '.' u64{20,}"]]),
  ...families('fleetbase', [['fleetbase-api-key', 'Fleetbase API key', 'apiKey', "'flb_live_'|'flb_test_' b62{20}"]]),
  ...families('lichess', [['lichess-token', 'Lichess token', 'personal', "'lip_'|'lio_' b62{20}", { mixed: true }]]),
  ...families('ionic', [['ionic-token', 'Ionic personal access token', 'personal', "'ion_' b62{42}"]]),
  ...families('nightfall', [['nightfall-api-key', 'Nightfall API key', 'apiKey', "'NF-' b62{32}"]]),
  ...families('lark', [['lark-app-id', 'Lark application id', 'identifier', "'cli_' lownum{16}", { halfOf: 'lark-app-secret' }]]),
  ...families('elevenlabs', [['elevenlabs-api-key', 'ElevenLabs API key', 'apiKey', "'sk_' hex{48}"]]),
  ...families('cfx', [['cfx-server-key', 'Cfx.re server key', 'apiKey', "'cfxk_' b62{20} '_' b62{5,7}"]]),
];
