/** Reads DER, the encoding of keys and certificates: definite lengths alone, nothing copied, nothing trusted. */
import { latin1 } from './bytes.js';

export interface Der {
  readonly tag: number;
  /** With tag and length. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

export const tags = { integer: 0x02, bitString: 0x03, octetString: 0x04, oid: 0x06, sequence: 0x30, set: 0x31 } as const;

/** A structure with more parts than this is no key and no certificate. */
const mostParts = 1000;

/** The element at the start of the bytes. */
export function readDer(bytes: Uint8Array): Der | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || more > 4) return undefined;
  let length = more === 0 ? first : 0;
  for (let i = 0; i < more; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  const from = 2 + more;
  if (from + length > bytes.length) return undefined;
  return { tag, whole: bytes.subarray(0, from + length), content: bytes.subarray(from, from + length) };
}

/** The elements in a row that fill the bytes; undefined when they do not. */
export function readAll(bytes: Uint8Array): readonly Der[] | undefined {
  const parts: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const part = readDer(bytes.subarray(at));
    if (!part || parts.length === mostParts) return undefined;
    parts.push(part);
    at += part.whole.length;
  }
  return parts;
}

/** The parts of a sequence. */
export const sequenceOf = (der: Der | undefined): readonly Der[] | undefined =>
  der?.tag === tags.sequence ? readAll(der.content) : undefined;

/** Dotted form of an object identifier: `1.2.840.113549.1.1.1`. */
export function oidOf(der: Der | undefined): string | undefined {
  if (der?.tag !== tags.oid || der.content.length === 0 || der.content.length > 40) return undefined;
  const arcs: number[] = [];
  let value = 0;
  for (const byte of der.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else arcs.push(value);
    value = 0;
  }
  return arcs.join('.');
}

/** UTCTime or GeneralizedTime as RFC 3339. */
export function timeOf(der: Der | undefined): string | undefined {
  if (der?.tag !== 0x17 && der?.tag !== 0x18) return undefined;
  const written = latin1(der.content);
  const year = Number(written.slice(0, 2));
  const full = der.tag === 0x18 ? written : `${year < 50 ? 20 : 19}${written}`;
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  const at = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().replace('.000Z', 'Z');
}
