/** Bytes of keys: base64 and back, big-endian lengths, text. All of it is total: what does not fit is undefined. */
import { bytesOf } from '../decode/base64.js';

/** The bytes that a base64 text stands for; as far as they go when the text was cut in the middle of a group. */
export function decodeBase64(base64: string): Uint8Array | undefined {
  const bytes = bytesOf(base64) ?? bytesOf(base64.slice(0, base64.length - 1));
  if (bytes === undefined) return undefined;
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = bytes.charCodeAt(i);
  return out;
}

/** Base64 without padding, as OpenSSH shows fingerprints. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');

/** Lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Bytes one for one as characters. */
export const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4096));

/** Big-endian number of `size` bytes at an offset; undefined past the end. */
export function numberAt(bytes: Uint8Array, at: number, size: number): number | undefined {
  if (at < 0 || at + size > bytes.length) return undefined;
  let value = 0;
  for (let i = at; i < at + size; i++) value = value * 256 + (bytes[i] ?? 0);
  return value;
}

/** Bits of a positive big-endian integer. */
export function bitLength(integer: Uint8Array): number {
  const first = integer.findIndex((b) => b !== 0);
  return first < 0 ? 0 : (integer.length - first) * 8 - Math.clz32(integer[first] ?? 0) + 24;
}

/** A text as a person may be shown it: without control characters and not endless. */
export const printable = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .trim()
    .slice(0, 300);
