/** PyPI's upload tokens are macaroons: packets of a type, a length and a text. */
import type { Decoded } from '../sighting.js';
import { bytesOf, dateOf, known } from './base64.js';

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Location and token id stand at the front; what the token is narrowed to follows in JSON arrays. */
export function macaroonOfPypi(value: string): Decoded | undefined {
  const bytes = bytesOf(value.slice('pypi-'.length).slice(0, 4096));
  if (!bytes?.startsWith('\u0002\u0001')) return undefined;
  const length = bytes.charCodeAt(2);
  const host = bytes.slice(3, 3 + length);
  if (!/^[a-z.]+$/.test(host)) return undefined;
  const project = /\[1, \["([\w.-]{1,100})"|"projects": \["([\w.-]{1,100})"/.exec(bytes);
  return known<Decoded>({
    host,
    keyId: uuid.exec(bytes)?.[0],
    project: project?.[1] ?? project?.[2],
    user: /"user_id": "([0-9a-f-]{36})"|\[3, "([0-9a-f-]{36})"\]/
      .exec(bytes)
      ?.slice(1)
      .find((u) => u !== undefined),
    expires: dateOf(Number(/\[0, (\d{10})/.exec(bytes)?.[1])),
  });
}
