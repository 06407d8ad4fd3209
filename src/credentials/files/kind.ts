/** How a kind of credential file is written down: which files, in which grammar, which places in it hold a secret and whose it is. */
import type { FileFamilyName } from '../families/files.js';
import type { Decoded } from '../sighting.js';
import { type Entry, pathOf, type Scope } from './entry.js';

/**
 * What wraps a secret at its place. `login`: base64 of `user:password` · `pem`: a private key · `pem64`: base64 of one, or of a certificate ·
 * `base64`: base64 of a text · `docker64`: base64 of a Docker
 * configuration · `hash`: one way, nothing to unlock with.
 */
export type Wrapping = 'plain' | 'login' | 'pem' | 'pem64' | 'base64' | 'docker64' | 'hash';

/** What stands around a secret. */
export interface Around {
  /** Value under a key beside it; `up` scopes further out when told. */
  beside(key: string, up?: number): string | undefined;
  /** Name of the scope that it stands in; `up` scopes further out when told. */
  within(up?: number): string | undefined;
  readonly key: string;
}

/** A place of a secret. */
export interface Field {
  /** The keys around it and its own, in lower case, joined by `/`. */
  readonly at: RegExp;
  readonly family: FileFamilyName;
  readonly as?: Wrapping;
  /** Whose it is. */
  readonly tells?: (around: Around) => Decoded;
  /** What has to stand around it for it to be this place. */
  readonly when?: (around: Around) => boolean;
  /** A place that also holds other things: its value has to look like a secret. */
  readonly mixed?: boolean;
}

export interface FileKind {
  readonly id: string;
  /** Of the path in lower case. */
  readonly files: RegExp;
  /** All of these occur in the text, or it is another kind of file. */
  readonly has?: readonly string[];
  readonly grammar: (text: string) => readonly Entry[];
  readonly fields: readonly Field[];
  /** Names may speak of secrets too: `DB_PASSWORD`. */
  readonly byName?: boolean;
}

/** Path of an entry as fields are matched with it. */
export const placeOf = (entry: Entry): string => pathOf(entry).join('/').toLowerCase();

/** What stands around an entry, given all entries by scope. */
export function aroundOf(entry: Entry, scopes: ReadonlyMap<Scope | undefined, readonly Entry[]>): Around {
  const outer = (up: number): Scope | undefined => {
    let scope = entry.scope;
    for (let i = 0; i < up; i++) scope = scope?.parent;
    return scope;
  };
  return {
    key: entry.key,
    within: (up = 0) => outer(up)?.key,
    beside: (key, up = 0) => scopes.get(outer(up))?.find((e) => e.key.toLowerCase() === key)?.value,
  };
}
