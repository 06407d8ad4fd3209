/** Mail, chat, social networks and customers. */
import { families } from './family.js';

/** The first three digits of a bot's number, in base64. */
const botNumbers = Array.from({ length: 900 }, (_, i) => `'${btoa(String(i + 100))}'`).join('|');

export const messageFamilies = [
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
    ['slack-token-other', 'Slack token (unusual form)', 'service', "'xoxb-'|'xoxp-' u64{32,160}", { weak: true, mixed: true }],
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
    ['discord-bot-token', 'Discord bot token', 'service', `${botNumbers} u64{14,26} '.' u64{6} '.' u64{27,40}`, { decode: 'discord-bot' }],
    ['discord-webhook', 'Discord webhook', 'webhook', "'discord.com/api/webhooks/'|'discordapp.com/api/webhooks/' d{17,20} '/' u64{60,80}"],
  ]),
  ...families('voiceflow', [['voiceflow-api-key', 'Voiceflow API key', 'apiKey', "'VF.DM.'|'VF.WS.' hex{24} '.' b62{16}"]]),
  ...families('twitch', [['twitch-stream-key', 'Twitch stream key', 'apiKey', "'live_' d{6,12} '_' b62{28,32}"]]),
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
  ...families('hubspot', [
    ['hubspot-token', 'HubSpot private app token', 'service', "'pat-na1-'|'pat-na2-'|'pat-na3-'|'pat-eu1-'|'pat-ap1-' uuid"],
  ]),
  ...families('facebook', [['facebook-access-token', 'Facebook access token', 'access', ["'EAAM'|'EAAC'|'EAAG'|'EAAB' b62{80,400}"]]]),
  ...families('twitter', [
    ['twitter-bearer-token', 'X (Twitter) bearer token', 'access', "'AAAAAAAAAAAAAAAAAAAA' percent{60,130}", { weak: true, mixed: true }],
  ]),
  ...families('nylas', [['nylas-api-key', 'Nylas API key', 'apiKey', "'nyk_v0_'|'nyk_' word{60,70}"]]),
  ...families('beamer', [['beamer-api-key', 'Beamer API key', 'apiKey', "'b_' u64pad{44}", { near: ['beamer'] }]]),
  ...families('courier', [['courier-api-key', 'Courier API key', 'apiKey', "'pk_prod_'|'pk_sandbox_' upnum{28}"]]),
];
