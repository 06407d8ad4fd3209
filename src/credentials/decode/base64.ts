/** Base64 of both alphabets, with or without padding; hostile input gives undefined, never an error. */
const limit = 65_536;
const alphabet = /^[A-Za-z0-9+/\-_]*={0,2}$/;

/** The bytes as a string of characters 0–255. */
export function bytesOf(value: string): string | undefined {
  if (value.length > limit || !alphabet.test(value)) return undefined;
  const plain = value.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  return plain.length % 4 === 1 ? undefined : atob(plain);
}

/** The text, where the bytes are UTF-8 without control characters. */
export function textOf(value: string): string | undefined {
  const bytes = bytesOf(value);
  if (bytes === undefined || bytes.length === 0) return undefined;
  const text = utf8(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
  return text === undefined || /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? undefined : text;
}

/** Bytes that are not UTF-8 are no text. */
function utf8(bytes: string): string | undefined {
  if (!/[\u0080-\u00ff]/.test(bytes)) return bytes;
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  return text.includes('\ufffd') ? undefined : text;
}

/** The object that the text is as JSON. */
export function jsonIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined || !/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined; // What is not JSON tells nothing, and whoever asked says so by its confidence.
  }
}

/** A short, printable string field; numbers as they are written. */
export function told(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && /^[\x20-\x7e]{1,200}$/.test(value) ? value : undefined;
}

/** Seconds since 1970 as RFC 3339; undefined when it is no date of our times. */
export function dateOf(seconds: unknown): string | undefined {
  const at = typeof seconds === 'string' ? Number(seconds) : seconds;
  if (typeof at !== 'number' || !(at > 946_684_800 && at < 7_258_118_400)) return undefined;
  return new Date(Math.floor(at) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Without the fields that are not known. */
export const known = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as T;
