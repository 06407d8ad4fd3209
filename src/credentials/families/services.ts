/** Payments, messages, data, observability and other services with a mark of their own. */
import { families } from './family.js';

export const serviceFamilies = [
  ...families('stripe', [
    ['stripe-secret-key', 'Stripe secret key', 'apiKey', "'sk_live_'|'sk_test_'|'sk_prod_' b62{10,247}"],
    ['stripe-restricted-key', 'Stripe restricted key', 'apiKey', "'rk_live_'|'rk_test_'|'rk_prod_' b62{10,247}"],
    ['stripe-publishable-key', 'Stripe publishable key', 'identifier', "'pk_live_'|'pk_test_' b62{10,247}"],
    ['stripe-webhook-secret', 'Stripe webhook signing secret', 'signing', "'whsec_' b64pad{32,64}"],
    ['workos-api-key', 'WorkOS API key', 'apiKey', "'sk_live_a2V5Xz'|'sk_test_a2V5Xz' b64pad{20,120}"],
  ]),
  ...families('square', [
    ['square-access-token', 'Square access token', 'access', ["'EAAA' u64{60}", "'sq0atp-' u64{22,60}"]],
    ['square-client-secret', 'Square OAuth secret', 'clientSecret', "'sq0csp-' u64{43}"],
    ['square-application-id', 'Square application id', 'identifier', "'sq0idp-' u64{22}", { halfOf: 'square-client-secret' }],
  ]),
  ...families('braintree', [
    [
      'braintree-access-token',
      'PayPal Braintree access token',
      'apiKey',
      "'access_token$production$'|'access_token$sandbox$' lownum{16} '$' lownum{32}",
    ],
  ]),
  ...families('paddle', [
    ['paddle-api-key', 'Paddle API key', 'apiKey', "'pdl_live_apikey_'|'pdl_sdbx_apikey_' lownum{26} '_' b62{22} '_' b62{3}"],
  ]),
  ...families('polar', [
    ['polar-token', 'Polar access token', 'service', "'polar_pat_'|'polar_oat_'|'polar_at_u_'|'polar_at_o_' b62{32,64}"],
  ]),
  ...families('razorpay', [
    ['razorpay-key-id', 'Razorpay key id', 'identifier', "'rzp_live_'|'rzp_test_' b62{14}", { halfOf: 'razorpay-key-secret' }],
  ]),
  ...families('flutterwave', [
    [
      'flutterwave-secret-key',
      'Flutterwave secret key',
      'apiKey',
      ["'FLWSECK_TEST-'|'FLWSECK-' b62{12,32} '-X'", "'FLWSECK_TEST-'|'FLWSECK_TEST' b62{12}"],
    ],
    ['flutterwave-public-key', 'Flutterwave public key', 'identifier', "'FLWPUBK_TEST-'|'FLWPUBK-' b62{12,32} '-X'"],
  ]),
  ...families('midtrans', [
    ['midtrans-server-key', 'Midtrans server key', 'apiKey', "'Mid-server-' u64{16,40}"],
    ['midtrans-client-key', 'Midtrans client key', 'identifier', "'Mid-client-' u64{16,40}"],
  ]),
  ...families('asaas', [['asaas-api-key', 'Asaas API key', 'apiKey', "'$aact_prod_'|'$aact_hmlg_' anyb64{60,260}"]]),
  ...families('easypost', [['easypost-api-key', 'EasyPost API key', 'apiKey', "'EZAK'|'EZTK' b62{54}"]]),
  ...families('shippo', [['shippo-token', 'Shippo API token', 'apiKey', "'shippo_live_'|'shippo_test_' hex{40}"]]),
  ...families('duffel', [['duffel-token', 'Duffel access token', 'apiKey', "'duffel_live_'|'duffel_test_' lowword{43}"]]),
  ...families('lob', [
    ['lob-api-key', 'Lob API key', 'apiKey', "'live_'|'test_' hex{35}", { near: ['lob'] }],
    ['lob-publishable-key', 'Lob publishable key', 'identifier', "'live_pub_'|'test_pub_' hex{31}", { near: ['lob'] }],
  ]),
  ...families('gocardless', [
    ['gocardless-token', 'GoCardless access token', 'apiKey', "'live_'|'sandbox_' lowword{40}", { near: ['gocardless', 'cardless'] }],
    [
      'gocardless-token-mixed',
      'GoCardless access token',
      'apiKey',
      "'live_'|'sandbox_' u64pad{40,44}",
      { near: ['gocardless', 'cardless'] },
    ],
  ]),
  ...families('scale', [['scale-api-key', 'Scale API key', 'apiKey', "'live_'|'test_' hex{32}", { near: ['scale'] }]]),
  ...families('ramp', [
    ['ramp-client-secret', 'Ramp client secret', 'clientSecret', "'ramp_sec_' b62{48}"],
    ['ramp-client-id', 'Ramp client id', 'identifier', "'ramp_id_' b62{40}", { halfOf: 'ramp-client-secret' }],
  ]),
  ...families('mercury', [['mercury-token', 'Mercury API token', 'apiKey', "'mercury_production_'|'mercury_sandbox_' word{20,160}"]]),
  ...families('plaid', [
    ['plaid-access-token', 'Plaid access token', 'access', "'access-sandbox-'|'access-development-'|'access-production-' uuid"],
  ]),
  ...families('shopify', [
    ['shopify-access-token', 'Shopify access token', 'service', "'shpat_'|'shpca_'|'shppa_'|'shpua_'|'shpssat_' anyhex{32}"],
    ['shopify-shared-secret', 'Shopify app shared secret', 'clientSecret', "'shpss_' anyhex{32}"],
  ]),
  ...families('slack', [
    [
      'slack-bot-token',
      'Slack bot token',
      'service',
      ["'xoxb-' d{8,14} '-' d{8,14} '-' b62{18,64}", "'xoxb-' d{8,14} '-' b62{18,26}"],
      { decode: 'slack-token' },
    ],
    [
      'slack-user-token',
      'Slack user token',
      'personal',
      ["'xoxp-'|'xoxe-' d{8,14} '-' d{8,14} '-' d{8,14} '-' b62{28,34}", "'xoxp-' d{6,14} '-' d{6,14} '-' d{6,14} '-' hex{6,64}"],
      { decode: 'slack-token' },
    ],
    [
      'slack-app-token',
      'Slack app-level token',
      'service',
      "~'xapp-' d '-' upnum{8,14} '-' d{8,14} '-' lownum{20,80}",
      { decode: 'slack-token' },
    ],
    [
      'slack-configuration-token',
      'Slack configuration token',
      'refresh',
      ["'xoxe.xoxb-'|'xoxe.xoxp-' d '-' b62{140,180}", "'xoxe-'|'xoxp-'|'xoxb-' d '-' b62{100,180}"],
    ],
    [
      'slack-legacy-token',
      'Slack legacy token',
      'personal',
      [
        "'xoxo-'|'xoxs-' d{6,14} '-' d{6,14} '-' d{6,14} '-' anyhex{8,64}",
        "'xoxa-'|'xoxr-' [0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-]{10,60}",
      ],
      { decode: 'slack-token' },
    ],
    [
      'slack-session-token',
      'Slack session token or cookie',
      'session',
      [
        "'xoxc-' d{8,14} '-' d{8,14} '-' d{8,14} '-' hex{64}",
        "'xoxd-' [abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+/=_.\\-]{60,260}",
      ],
    ],
    [
      'slack-webhook',
      'Slack incoming webhook',
      'webhook',
      [
        "'hooks.slack.com/services/' upnum{8,14} '/' upnum{8,14} '/' b62{20,26}",
        "'hooks.slack.com/workflows/'|'hooks.slack.com/triggers/' [ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/]{43,100}",
      ],
      { decode: 'slack-webhook' },
    ],
  ]),
  ...families('discord', [
    ['discord-webhook', 'Discord webhook', 'webhook', "'discord.com/api/webhooks/'|'discordapp.com/api/webhooks/' d{17,20} '/' u64{60,80}"],
  ]),
  ...families('voiceflow', [['voiceflow-api-key', 'Voiceflow API key', 'apiKey', "'VF.DM.'|'VF.WS.' hex{24} '.' b62{16}"]]),
  ...families('flexport', [['flexport-token', 'Flexport API token', 'apiKey', "'shltm_' b62{40}"]]),
  ...families('twitch', [['twitch-stream-key', 'Twitch stream key', 'apiKey', "'live_' d{6,12} '_' b62{28,32}"]]),
  ...families('pagarme', [['pagarme-api-key', 'Pagar.me key', 'apiKey', "'ak_live_'|'ak_test_' b62{28,32}"]]),
  ...families('telegram', [
    [
      'telegram-bot-token',
      'Telegram bot token',
      'service',
      ["d{5,16} @':AA' u64{32,33}", "d{8,10} @':A' u64{34}"],
      { decode: 'telegram-bot' },
    ],
  ]),
  ...families('microsoft-teams', [
    [
      'teams-webhook',
      'Microsoft Teams incoming webhook',
      'webhook',
      [
        "dotted{3,60} @'.webhook.office.com/webhookb2/' [0123456789abcdefghijklmnopqrstuvwxyz-@]{60,90} '/IncomingWebhook/' lownum{32} '/' lowdash{30,40}",
        "'outlook.office.com/webhook/' [0123456789abcdefghijklmnopqrstuvwxyz-@]{60,90} '/IncomingWebhook/' lownum{32} '/' lowdash{30,40}",
      ],
    ],
  ]),
  ...families('twilio', [
    [
      'twilio-api-key-sid',
      'Twilio API key SID',
      'keyPair',
      "'SK' hex{32}",
      { halfOf: 'twilio-secret', near: ['twilio', 'account_sid', 'accountsid', 'api_key', 'apikey'] },
    ],
  ]),
  ...families('sendgrid', [['sendgrid-api-key', 'SendGrid API key', 'apiKey', "'SG.' u64{22} '.' u64{43}"]]),
  ...families('brevo', [['brevo-api-key', 'Brevo API key', 'apiKey', "'xkeysib-'|'xsmtpsib-' hex{64} '-' b62{16}"]]),
  ...families('mailgun', [
    ['mailgun-api-key', 'Mailgun API key', 'apiKey', "'key-' hex{32}"],
    ['mailgun-public-key', 'Mailgun public validation key', 'identifier', "'pubkey-' hex{32}"],
  ]),
  ...families('mailchimp', [['mailchimp-api-key', 'Mailchimp API key', 'apiKey', "hex{32} @'-us' d{1,2}"]]),
  ...families('mailersend', [['mailersend-token', 'MailerSend API token', 'apiKey', "'mlsn.' hex{64}"]]),
  ...families('resend', [['resend-api-key', 'Resend API key', 'apiKey', "'re_' b62{8} '_' b62{24}"]]),
  ...families('klaviyo', [['klaviyo-api-key', 'Klaviyo private API key', 'apiKey', "'pk_' hex{34}", { near: ['klaviyo'] }]]),
  ...families('onesignal', [
    ['onesignal-api-key', 'OneSignal API key', 'apiKey', "'os_v2_app_'|'os_v2_org_' [abcdefghijklmnopqrstuvwxyz234567]{103}"],
  ]),
  ...families('pubnub', [
    ['pubnub-secret-key', 'PubNub secret key', 'apiKey', "'sec-c-' b64{48,56}"],
    ['pubnub-publish-key', 'PubNub publish or subscribe key', 'identifier', "'pub-c-'|'sub-c-' uuid"],
  ]),
  ...families('atlassian', [
    ['atlassian-api-token', 'Atlassian API token', 'personal', "'ATATT3' u64pad{170,260}", { check: 'hex-crc32-whole' }],
    ['atlassian-access-token', 'Atlassian resource access token', 'service', "'ATCTT3' u64pad{150,260}", { check: 'hex-crc32-whole' }],
  ]),
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
  ...families('airtable', [['airtable-personal-token', 'Airtable personal access token', 'personal', "'pat' b62{14} '.' hex{64}"]]),
  ...families('notion', [
    ['notion-token', 'Notion integration token', 'service', ["'ntn_' d{11} b62{35}", "'nrt_' b62{40,60}"], { replacement: 'regenerate' }],
    ['notion-token-old', 'Notion integration token (older form)', 'service', "'secret_' b62{43}", { replacement: 'regenerate' }],
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
  ...families('segment', [['segment-token', 'Segment public API token', 'service', "'sgp_' b62{64}"]]),
  ...families('hubspot', [
    ['hubspot-token', 'HubSpot private app token', 'service', "'pat-na1-'|'pat-na2-'|'pat-na3-'|'pat-eu1-'|'pat-ap1-' uuid"],
  ]),
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
  ...families('facebook', [['facebook-access-token', 'Facebook access token', 'access', ["'EAAM'|'EAAC'|'EAAG'|'EAAB' b62{80,400}"]]]),
  ...families('twitter', [
    ['twitter-bearer-token', 'X (Twitter) bearer token', 'access', "'AAAAAAAAAAAAAAAAAAAA' percent{60,130}", { weak: true, mixed: true }],
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
  ...families('okta', [['okta-secret-token', 'Okta API token', 'personal', "'SSWS 00' u64{40}", { replacement: 'private-key-jwt' }]]),
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
    ['imagekit-private-key', 'ImageKit private key', 'apiKey', "'private_' b64pad{20,128}", { near: ['imagekit'] }],
  ]),
  ...families('nylas', [['nylas-api-key', 'Nylas API key', 'apiKey', "'nyk_v0_'|'nyk_' word{60,70}"]]),
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
  ...families('tableau', [['tableau-token', 'Tableau personal access token', 'personal', "b64{22} @'==:' b62{32}"]]),
  ...families('ebay', [
    ['ebay-client-secret', 'eBay client secret', 'clientSecret', "'PRD-'|'SBX-' hex{12} '-' hex{4} '-' hex{4} '-' hex{4} '-' hex{4}"],
  ]),
  ...families('beamer', [['beamer-api-key', 'Beamer API key', 'apiKey', "'b_' u64pad{44}", { near: ['beamer'] }]]),
  ...families('lark', [['lark-app-id', 'Lark application id', 'identifier', "'cli_' lownum{16}", { halfOf: 'lark-app-secret' }]]),
  ...families('checkout', [
    [
      'checkout-secret-key',
      'Checkout.com secret key',
      'apiKey',
      ["'sk_' uuid", "'sk_test_'|'sk_sbox_' uuid"],
      { near: ['checkout', 'cko'] },
    ],
  ]),
  ...families('elevenlabs', [['elevenlabs-api-key', 'ElevenLabs API key', 'apiKey', "'sk_' hex{48}"]]),
  ...families('honeycomb', [['honeycomb-ingest-key', 'Honeycomb ingest key', 'apiKey', "'hcaik_'|'hcbik_'|'hcxik_' b62{58}"]]),
  ...families('cfx', [['cfx-server-key', 'Cfx.re server key', 'apiKey', "'cfxk_' b62{20} '_' b62{5,7}"]]),
  ...families('courier', [['courier-api-key', 'Courier API key', 'apiKey', "'pk_prod_'|'pk_sandbox_' upnum{28}"]]),
];
