/** Signed tokens tell who issued them, for whom, and until when. */
import type { Decoded } from '../sighting.js';
import { dateOf, jsonIn, known, textOf, told } from './base64.js';

/** A JWT with a header that names an algorithm and a payload that is an object. */
export function jwt(value: string): Decoded | undefined {
  const [head = '', body = ''] = value.split('.');
  const header = jsonIn(textOf(head));
  const claims = jsonIn(textOf(body));
  if (!header || !claims || typeof header.alg !== 'string') return undefined;
  const audience: unknown = Array.isArray(claims.aud) ? claims.aud[0] : claims.aud;
  const kubernetes = claims['kubernetes.io/serviceaccount/service-account.name'];
  return known<Decoded>({
    algorithm: told(header.alg),
    keyId: told(header.kid),
    issuer: told(claims.iss),
    subject: told(claims.sub),
    audience: told(audience),
    application: told(claims.azp ?? claims.appid ?? claims.client_id),
    organisation: told(claims.tid ?? claims.org_id),
    project: told(claims.ref ?? claims['kubernetes.io/serviceaccount/namespace']),
    user: told(kubernetes ?? claims.email ?? claims.role),
    issued: dateOf(claims.iat),
    expires: dateOf(claims.exp),
  });
}

/** GitHub's stateless installation token: `ghs_<application>_<JWT>`. */
export function githubInstallation(value: string): Decoded | undefined {
  const [, application, token = ''] = /^ghs_(\d+)_(.+)$/s.exec(value) ?? [];
  const claims = jwt(token);
  return application === undefined || claims === undefined ? undefined : { ...claims, application };
}

/** A Supabase key for browsers says so itself. */
export const isAnonymous = (decoded: Decoded): boolean => decoded.user === 'anon' && decoded.issuer === 'supabase';
