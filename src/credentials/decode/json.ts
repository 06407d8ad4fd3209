/** Tokens whose body is JSON in base64. */
import type { Decoded } from '../sighting.js';
import { dateOf, jsonIn, known, textOf, told } from './base64.js';

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Grafana, 1Password and their like: the object after the prefix, and what it calls organisation, name and region. */
export function jsonPayload(value: string): Decoded | undefined {
  const body = jsonIn(textOf(value.slice(value.indexOf('eyJ'))));
  if (!body) return undefined;
  const more = fields(body.m);
  return known<Decoded>({
    organisation: told(body.o ?? body.id ?? body.org),
    keyId: told(body.n ?? body.deviceUuid),
    user: told(body.email),
    host: told(body.signInAddress ?? body.url ?? more.r),
  });
}

/** `sntrys_<base64 of JSON>_<secret>`. */
export function sentryOrganisation(value: string): Decoded | undefined {
  const payload = /^sntrys_([A-Za-z0-9+/]+={0,2})_?/.exec(value)?.[1];
  const body = jsonIn(textOf(payload ?? '')) ?? jsonIn(textOf((payload ?? '').slice(0, -((payload ?? '').length % 4) || undefined)));
  if (!body || body.iat === undefined) return undefined;
  return known<Decoded>({ organisation: told(body.org), host: told(body.region_url ?? body.url), issued: dateOf(body.iat) });
}
