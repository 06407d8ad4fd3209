/** Tokens that carry an identifier in clear before the secret part. */
import type { Decoded } from '../sighting.js';
import { bytesOf, dateOf, known } from './base64.js';

/** Jira, Confluence and Bitbucket servers: base64 of `<number>:<bytes>`. */
export function atlassianServer(value: string): Decoded | undefined {
  const [, keyId] = /^(\d{6,20}):/.exec(bytesOf(value.replace(/^BBDC-/, '')) ?? '') ?? [];
  return keyId === undefined ? undefined : { keyId };
}

export const telegramBot = (value: string): Decoded => ({ application: value.slice(0, value.indexOf(':')) });

const discordEpoch = 1_293_840_000;
/** Base64 of the bot's number, then of the second of issue. */
export function discordBot(value: string): Decoded | undefined {
  const [id = '', time = ''] = value.split('.');
  const application = bytesOf(id);
  if (!application || !/^\d{15,20}$/.test(application)) return undefined;
  const second = [...(bytesOf(time) ?? '')].reduce((n, c) => n * 256 + c.charCodeAt(0), 0);
  return known<Decoded>({ application, issued: dateOf(second < 946_684_800 ? second + discordEpoch : second) });
}

export const salesforceOrganisation = (value: string): Decoded => ({ organisation: value.slice(0, value.indexOf('!')) });

/** Numbers in clear: workspace and bot or user; an app token names the app. */
export function slackToken(value: string): Decoded {
  const [, first, second] = /^xox[a-z](?:\.xox[a-z])?-(?:\d-)?(\d{9,13})(?:-(\d{9,13}))?/.exec(value) ?? [];
  return known<Decoded>({ organisation: first, user: second, application: /^xapp-\d-(A[A-Z0-9]{6,12})-/.exec(value)?.[1] });
}

export function slackWebhook(value: string): Decoded {
  const [, organisation] = /\/(T[A-Z0-9]{6,12})\//.exec(value) ?? [];
  return known<Decoded>({ organisation });
}

/** What stands before the last dot or underscore is the token's own id. */
export function tokenId(value: string): Decoded {
  const at = Math.max(value.lastIndexOf('.'), value.lastIndexOf('_'));
  const id = value.slice(0, at);
  return { keyId: id.replace(/\.atlasv1$/, '') };
}

export const harnessAccount = (value: string): Decoded => known<Decoded>({ account: value.split('.')[1], keyId: value.split('.')[2] });
