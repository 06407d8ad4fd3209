/**
 * Contract of this room: text → sightings of literal credentials. It sees characters alone: no file format's tree, no tool, no network.
 * A sighting is not yet an identity: `collect/` hands it on as a resource, `providers/credential/` says what it means.
 */
import type { Confidence, CredentialKind, IdentityKind } from '../model/fact.js';

export type { Confidence, PathClass } from '../model/fact.js';

/** How a leaked credential is best replaced: a row of the table in `credentials/replacements.ts`, or the words themselves. */
export type ReplacementId = string;

/** One kind of credential that somebody issues. */
export interface Family {
  /** Kebab-case and stable: users name it in policies, e.g. `github-personal-access-token`. */
  readonly id: string;
  /** For a person: `GitHub personal access token (classic)`. */
  readonly title: string;
  /** Who issues it, in lower case: `github`, `aws`, `stripe`; `generic` where anybody may. */
  readonly provider: string;
  readonly kind: CredentialKind;
  /** What kind of identity holds it. */
  readonly identity: IdentityKind;
  readonly lifetime: 'static' | 'expiring' | 'short-lived' | 'unknown';
  readonly replacement: ReplacementId;
  /** Made to be published (a publishable key, a client id): told as a note at most. */
  readonly isPublic?: boolean;
}

/** What the value itself tells, offline. Every field is an identifier or a date (RFC 3339), never a part of the secret. */
export interface Decoded {
  readonly account?: string;
  readonly organisation?: string;
  readonly project?: string;
  readonly application?: string;
  readonly user?: string;
  /** Issuer and subject of a signed token or a certificate. */
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience?: string;
  /** The public half: an access key id, a key's fingerprint, a token's own id. */
  readonly keyId?: string;
  readonly host?: string;
  readonly algorithm?: string;
  /** What a certificate is for and what is odd about it: `self-signed, CA, serverAuth`. */
  readonly usage?: string;
  readonly issued?: string;
  readonly expires?: string;
}

/** A literal credential in a text. Offsets are characters (UTF-16) of that text, the end is exclusive. */
export interface Sighting {
  readonly family: Family;
  readonly start: number;
  readonly end: number;
  /** The secret itself, decoded from what the text wraps it in. It goes into the vault and nowhere else. */
  readonly value: string;
  readonly confidence: Confidence;
  /** Why this confidence, for a person; no part of the value is in it. */
  readonly reasons: readonly string[];
  readonly decoded: Decoded;
  /** The key or variable it is written under, where there is one: `AWS_SECRET_ACCESS_KEY`. */
  readonly name?: string;
  /** Ciphertext or a locked key: it proves nothing without another secret. */
  readonly isEncrypted?: boolean;
  /** The public half that stands beside it, when two halves were joined (key id and secret). */
  readonly half?: { readonly start: number; readonly end: number; readonly value: string };
}

/** A place that was not looked at, or not to its end: too long, too many candidates. Offsets as above. */
export interface Blind {
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

export interface Sightings {
  /** By place; no two overlap. */
  readonly found: readonly Sighting[];
  readonly blind: readonly Blind[];
}
