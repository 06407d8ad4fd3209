/**
 * Reading from disk without surprises: never follows a link in the last place, never blocks on a pipe, never reads past the limit.
 * Synchronous on purpose: nothing else waits for this thread, and 10 000 small files take 40 ms this way, 320 ms with promises.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { FilePath } from '../model/span.js';
import type { Content } from '../ports.js';
import { decode, tooLarge, unreadable, without } from './content.js';
import { errorCode } from './edge-error.js';
import { leftOutGap } from './tree-view.js';

/** A name for the operating system; bytes when the name is no UTF-8. */
export type DiskPath = string | Buffer;

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** Content of a file; undefined when it is not there (any more). */
export function readDisk(file: DiskPath, path: FilePath, limit: number): Content | undefined {
  try {
    return withFile(file, (fd, size, regular) => {
      if (!regular) return without(leftOutGap(path, { kind: 'special', state: undefined }));
      if (size > limit) return without(tooLarge(path, size, limit));
      const bytes = readWhole(fd, size, limit);
      return bytes ? decode(bytes) : without(tooLarge(path, limit + 1, limit));
    });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'ELOOP') return without(leftOutGap(path, { kind: 'link', state: undefined }));
    return without(unreadable(path, `the system says ${code}`));
  }
}

/** Opens, hands on and closes; throws what the system throws. */
function withFile<T>(file: DiskPath, use: (fd: number, size: number, regular: boolean) => T): T {
  const fd = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fstatSync(fd);
    return use(fd, stat.size, stat.isFile());
  } finally {
    closeSync(fd);
  }
}

/** All bytes; one byte of room above `size` shows a file that grows, undefined when it grows past the limit. */
function readWhole(fd: number, size: number, limit: number): Buffer | undefined {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(fd, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) return undefined;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
  }
}

const chunkBytes = 65_536;
// Two buffers for all comparisons: the work is synchronous, so nobody else can be using them.
const chunkA = Buffer.allocUnsafe(chunkBytes);
const chunkB = Buffer.allocUnsafe(chunkBytes);

/** Whether two files hold the same bytes, in constant memory. Throws what the system throws. */
export function sameBytes(a: DiskPath, b: DiskPath): boolean {
  return withFile(a, (fdA, sizeA, regularA) =>
    withFile(b, (fdB, sizeB, regularB) => {
      if (sizeA !== sizeB || !regularA || !regularB) return false;
      for (;;) {
        const countA = fill(fdA, chunkA);
        const countB = fill(fdB, chunkB);
        if (countA !== countB || chunkA.compare(chunkB, 0, countB, 0, countA) !== 0) return false;
        if (countA < chunkBytes) return true;
      }
    }),
  );
}

function fill(fd: number, chunk: Buffer): number {
  let length = 0;
  while (length < chunk.length) {
    const count = readSync(fd, chunk, length, chunk.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}

/** How a file's bytes are turned into something to compare. */
export interface DigestOptions {
  readonly algorithm: 'sha1' | 'sha256';
  /** Files above this are not worth the time. */
  readonly maxBytes: number;
  /** What goes before the bytes, made from their number. */
  readonly prefix?: (size: number) => string;
}

/** Digest of a regular file's bytes in constant memory; undefined when it cannot be had. */
export function digestOfFile(file: DiskPath, { algorithm, maxBytes, prefix }: DigestOptions): string | undefined {
  try {
    return withFile(file, (fd, size, regular) => {
      if (!regular || size > maxBytes) return undefined;
      const hash = createHash(algorithm).update(prefix?.(size) ?? '');
      for (let count = fill(fd, chunkA); count > 0; count = fill(fd, chunkA)) hash.update(chunkA.subarray(0, count));
      return hash.digest('hex');
    });
  } catch {
    // Whoever reads the file next meets the same trouble and turns it into a gap.
    return undefined;
  }
}
