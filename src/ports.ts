/** The only shapes through which the house sees the world. `edges/` implements them; tests hand in plain objects. */
import type { Gap } from './model/gap.js';
import type { FilePath, Side } from './model/span.js';

/** Content of one file, or why there is none. `identity` is equal exactly when two contents are equal (a git blob id, a digest). */
export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  /** `content` is there unless the file is large. */
  | { readonly kind: 'binary'; readonly bytes: number; readonly content?: Uint8Array }
  | { readonly kind: 'gap'; readonly gap: Gap };

export interface ChangedFile {
  readonly path: FilePath;
  /** Path at base when the file was renamed. */
  readonly from?: FilePath;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
}

/** Where a change comes from: a git repository, two folders, later the GitHub API. */
export interface ChangeSource {
  readonly base: { readonly ref: string; readonly commit: string | null };
  readonly head: { readonly ref: string; readonly commit: string | null };
  /** The files in which the sides differ, in path order. */
  changed(): Promise<readonly ChangedFile[]>;
  /** All regular files of one side, in path order; submodules and symbolic links are left out and, where they matter, are gaps. */
  list(side: Side): Promise<{ readonly paths: readonly FilePath[]; readonly gaps: readonly Gap[] }>;
  /** Contents in the order asked. A path that is not there gives undefined. Reads in one batch. */
  read(side: Side, paths: readonly FilePath[]): Promise<readonly (Content | undefined)[]>;
  close(): Promise<void>;
}

export interface Clock {
  /** Now as RFC 3339 in UTC, to the second. */
  now(): string;
}

/** Keyed digest made fresh for each run; equality means equality of values within this run and nothing else. */
export type Digest = (value: string) => string;

/** What the platform's cryptography tells about keys. Nothing is signed, verified or unlocked. */
export interface KeyTools {
  sha256(bytes: Uint8Array): Uint8Array;
  /** The public half (SubjectPublicKeyInfo in DER) of an open private key in DER; undefined where the platform does not read it. */
  publicHalf(der: Uint8Array, form: 'pkcs1' | 'pkcs8' | 'sec1'): Uint8Array | undefined;
}
