/** What values tell about themselves without a network, by the name that a family gives. */
import type { Decoded } from '../sighting.js';
import { awsAccount, bedrockKey } from './aws.js';
import { azureAnnotated, azureCask } from './azure.js';
import { jsonPayload, sentryOrganisation } from './json.js';
import { githubInstallation, jwt } from './jwt.js';
import { macaroonOfPypi } from './macaroon.js';
import * as parts from './parts.js';

/** Undefined where the value does not decode: its structure speaks against it. */
export type Decoder = (value: string) => Decoded | undefined;

const decoders = {
  'aws-account': awsAccount,
  'bedrock-key': bedrockKey,
  'azure-annotated': azureAnnotated,
  'azure-cask': azureCask,
  jwt,
  'github-installation': githubInstallation,
  'pypi-macaroon': macaroonOfPypi,
  'json-payload': jsonPayload,
  'sentry-organisation': sentryOrganisation,
  'atlassian-server': parts.atlassianServer,
  'telegram-bot': parts.telegramBot,
  'discord-bot': parts.discordBot,
  'salesforce-organisation': parts.salesforceOrganisation,
  'slack-token': parts.slackToken,
  'slack-webhook': parts.slackWebhook,
  'token-id': parts.tokenId,
  'harness-account': parts.harnessAccount,
} satisfies Readonly<Record<string, Decoder>>;

export type DecoderName = keyof typeof decoders;

/** Whether a value that decodes is proven by it: only where the structure could not be there by chance. */
const proving: ReadonlySet<DecoderName> = new Set([
  'jwt',
  'github-installation',
  'pypi-macaroon',
  'json-payload',
  'sentry-organisation',
  'azure-cask',
  'bedrock-key',
]);

export const proves = (name: DecoderName): boolean => proving.has(name);

export const decode = (name: DecoderName, value: string): Decoded | undefined => decoders[name](value);
