/** Payments, shops and shipping. */
import { families } from './family.js';

export const paymentFamilies = [
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
  ...families('flexport', [['flexport-token', 'Flexport API token', 'apiKey', "'shltm_' b62{40}"]]),
  ...families('pagarme', [['pagarme-api-key', 'Pagar.me key', 'apiKey', "'ak_live_'|'ak_test_' b62{28,32}"]]),
  ...families('ebay', [
    ['ebay-client-secret', 'eBay client secret', 'clientSecret', "'PRD-'|'SBX-' hex{12} '-' hex{4} '-' hex{4} '-' hex{4} '-' hex{4}"],
  ]),
  ...families('checkout', [
    [
      'checkout-secret-key',
      'Checkout.com secret key',
      'apiKey',
      ["'sk_' uuid", "'sk_test_'|'sk_sbox_' uuid"],
      { near: ['checkout', 'cko'] },
    ],
  ]),
];
