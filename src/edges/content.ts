/** Bytes become text, once, in the same way for every source. */
import type { Gap } from '../model/gap.js';
import { gap } from '../model/gap.js';
import type { FilePath } from '../model/span.js';
import type { Content } from '../ports.js';

/** Files larger than this are not read unless the caller says otherwise. */
export const defaultMaxFileBytes = 5_000_000;

/** As far as git looks for a NUL before it calls a file binary. */
const binaryWindow = 8000;

/**
 * Decodes by byte order mark, else as UTF-8. Bytes that are no UTF-8 become U+FFFD and the text is handed on: whether that matters
 * is for the parser to say.
 */
export function decode(bytes: Buffer): Content {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return text(new TextDecoder('utf-16le').decode(bytes), bytes);
  if (a === 0xfe && b === 0xff) return text(new TextDecoder('utf-16be').decode(bytes), bytes);
  if (bytes.subarray(0, binaryWindow).includes(0)) return binary(bytes);
  return text(bytes.toString('utf8', a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0), bytes);
}

/** A larger file is no key store. */
const mostBinary = 1_000_000;
const binary = (bytes: Buffer): Content => ({
  kind: 'binary',
  bytes: bytes.length,
  ...(bytes.length <= mostBinary && { content: bytes }),
});

const text = (decoded: string, bytes: Buffer): Content => ({ kind: 'text', text: decoded, bytes: bytes.length });

/** A file that is there and has no content for us. */
export const without = (reason: Gap): Content => ({ kind: 'gap', gap: reason });

/** The gap of a file above the limit. */
export const tooLarge = (path: FilePath, bytes: number, limit: number): Gap =>
  gap('too-large', `The file has ${megabytes(bytes)}; files above ${megabytes(limit)} are not read.`, path);

/** The gap of a file that is there and cannot be read; `why` is a short clause. */
export const unreadable = (path: FilePath | undefined, why: string): Gap => gap('unreadable', `Not read: ${why}.`, path);

const megabytes = (bytes: number): string => (bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1)} MB`);
