/** Databases, metrics, logs and identity providers. */
import { families } from './family.js';

export const dataFamilies = [
  ...families('grafana', [
    [
      'grafana-service-account-token',
      'Grafana service account token',
      'serviceAccount',
      "'glsa_' b62{32} '_' anyhex{8}",
      { check: 'hex-crc32-little-endian' },
    ],
    ['grafana-cloud-token', 'Grafana Cloud access policy token', 'service', "'glc_' anyb64{32,400}", { decode: 'json-payload' }],
    ['grafana-api-key', 'Grafana API key', 'service', "'eyJrIjoi' b64pad{70,400}", { decode: 'json-payload', onlyDecoded: true }],
  ]),
  ...families('sentry', [
    [
      'sentry-organisation-token',
      'Sentry organization token',
      'service',
      ["'sntrys_eyJ' b64{40,400} '=='|'='? '_'? [ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-]{43}"],
      { decode: 'sentry-organisation' },
    ],
    ['sentry-user-token', 'Sentry user token', 'personal', "'sntryu_'|'sntrya_' hex{64}"],
  ]),
  ...families('newrelic', [
    ['new-relic-user-key', 'New Relic user API key', 'apiKey', ["'NRAK-' upnum{27}", "'NRAA-' hex{27}"]],
    ['new-relic-license-key', 'New Relic license key', 'apiKey', ["lownum{36} @'NRAL'", "hex{36} @'FFFFNRAL'"]],
    ['new-relic-insert-key', 'New Relic insert or query key', 'apiKey', "'NRII-'|'NRIQ-' u64{32}"],
    ['new-relic-rest-key', 'New Relic REST API key', 'apiKey', "'NRRA-' hex{42}"],
    ['new-relic-browser-key', 'New Relic browser key', 'identifier', "'NRJS-' hex{19}"],
    ['new-relic-pixie-key', 'New Relic Pixie key', 'apiKey', "'px-api-'|'px-dep-' uuid"],
  ]),
  ...families('dynatrace', [
    ['dynatrace-token', 'Dynatrace API token', 'apiKey', "'dt0c01.'|'dt0s01.'|'dt0s16.' b62{24} '.' b62{64}", { decode: 'token-id' }],
  ]),
  ...families('posthog', [
    ['posthog-personal-key', 'PostHog personal API key', 'personal', "'phx_'|'phs_'|'pha_'|'phr_' b62{40,64}"],
    ['posthog-project-key', 'PostHog project key', 'identifier', "'phc_' b62{40,48}"],
  ]),
  ...families('rootly', [['rootly-api-key', 'Rootly API key', 'apiKey', "'rootly_' hex{64}"]]),
  ...families('elastic', [['elastic-cloud-key', 'Elastic Cloud API key', 'apiKey', "'essu_' u64pad{60,200}"]]),
  ...families('databricks', [
    [
      'databricks-token',
      'Databricks personal access token',
      'personal',
      ["'dapi'|'dkea' hex{32} '-' d", "'dapi'|'dkea' hex{32}"],
      { replacement: 'databricks-federation' },
    ],
  ]),
  ...families('planetscale', [
    [
      'planetscale-token',
      'PlanetScale token or password',
      'database',
      "'pscale_tkn_'|'pscale_pw_'|'pscale_oauth_'|'pscale_oat_' [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.=-]{32,64}",
    ],
  ]),
  ...families('mongodb-atlas', [
    ['mongodb-atlas-client-secret', 'MongoDB Atlas service account secret', 'clientSecret', "'mdb_sa_sk_' u64{40}"],
    [
      'mongodb-atlas-client-id',
      'MongoDB Atlas service account id',
      'identifier',
      "'mdb_sa_id_' hex{24}",
      { halfOf: 'mongodb-atlas-client-secret' },
    ],
  ]),
  ...families('cockroachdb', [
    ['cockroachdb-cloud-key', 'CockroachDB Cloud API key', 'serviceAccount', "'CCDB1_' b62{22} '_' b62{40}", { decode: 'token-id' }],
  ]),
  ...families('neon', [['neon-api-key', 'Neon API key', 'apiKey', "'napi_' lownum{40,64}"]]),
  ...families('supabase', [
    ['supabase-secret-key', 'Supabase secret key', 'apiKey', "'sb_secret_' u64{31,36}"],
    ['supabase-publishable-key', 'Supabase publishable key', 'identifier', "'sb_publishable_' u64{31}"],
    ['supabase-access-token', 'Supabase management token', 'personal', "'sbp_' hex{40}"],
  ]),
  ...families('datastax', [['astra-token', 'DataStax Astra token', 'database', "'AstraCS:' b62{20,30} ':' hex{64}"]]),
  ...families('clickhouse', [['clickhouse-cloud-secret', 'ClickHouse Cloud API secret', 'apiKey', "'4b1d' b62{38}"]]),
  ...families('confluent', [
    ['confluent-cloud-secret', 'Confluent Cloud API secret', 'apiKey', "'cflt' b64{60}", { check: 'base64-crc32' }],
  ]),
  ...families('tinybird', [['tinybird-token', 'Tinybird token', 'service', "'p.eyJ' u64{20,200} '.' u64{20,100}"]]),
  ...families('segment', [['segment-token', 'Segment public API token', 'service', "'sgp_' b62{64}"]]),
  ...families('salesforce', [
    [
      'salesforce-session',
      'Salesforce session or access token',
      'session',
      "'00D' b62{12,15} '!' [ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._]{80,260}",
      { decode: 'salesforce-organisation' },
    ],
    [
      'salesforce-consumer-key',
      'Salesforce connected app consumer key',
      'identifier',
      "'3MVG' [ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._]{24,120}",
      { halfOf: 'salesforce-consumer-secret' },
    ],
  ]),
  ...families('okta', [['okta-secret-token', 'Okta API token', 'personal', "'SSWS 00' u64{40}", { replacement: 'private-key-jwt' }]]),
  ...families('tableau', [['tableau-token', 'Tableau personal access token', 'personal', "b64{22} @'==:' b62{32}"]]),
  ...families('honeycomb', [['honeycomb-ingest-key', 'Honeycomb ingest key', 'apiKey', "'hcaik_'|'hcbik_'|'hcxik_' b62{58}"]]),
];
