/** What is different between base and head, in terms of identities. Made by `inventory/compare`; said by `reporters/prose`. */
import type { Credential, Trust } from './fact.js';
import type { HeldGrant, IdentityKey, Link, NamedSet, OwnershipField, Sourced, Subject } from './inventory.js';
import type { Span } from './span.js';

export const changeKinds = [
  'identity-added',
  'identity-removed',
  'identity-renamed',
  'identity-moved',
  'access-widened',
  'access-narrowed',
  'access-changed',
  'trust-widened',
  'trust-narrowed',
  'trust-changed',
  'credential-added',
  'credential-removed',
  'credential-changed',
  'link-added',
  'link-removed',
  'ownership-changed',
  'attribute-changed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

interface Of<Kind extends ChangeKind> {
  readonly change: Kind;
  /** Key on the head side; on the base side for something removed. */
  readonly subject: IdentityKey;
  readonly before: Subject | undefined;
  readonly after: Subject | undefined;
  /** The place a reviewer should look at: head where there is one, else base. */
  readonly at: Span;
}

/** Something a subject may do: a statement, or a permission set known by name alone. */
export type Held = { readonly grant: HeldGrant } | { readonly set: NamedSet };

/** The smallest request that one side allows and the other does not: what proves that access is wider or narrower. */
export interface Witness {
  /** Who asks; undefined for the subject itself. */
  readonly principal?: string;
  readonly action: string;
  readonly resource: string;
  /** Where it is asked; undefined where that makes no difference. */
  readonly scope?: string;
  /** What the request carries. A key without values is one that it must not carry. */
  readonly conditions: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** What of access or trust is gained and lost. */
export interface Difference<Item> {
  readonly gained: readonly Item[];
  readonly lost: readonly Item[];
  /** What was held before of the things that more is gained on, and what is still held of those that something is lost on. */
  readonly had?: readonly Item[];
  readonly keeps?: readonly Item[];
  /** A request that is allowed now and was not; undefined where nothing is proved to be gained. */
  readonly gains?: Witness;
  /** A request that was allowed and is not now. */
  readonly loses?: Witness;
}

export type Change =
  | Of<'identity-added' | 'identity-removed' | 'identity-renamed' | 'identity-moved'>
  | (Of<'access-widened' | 'access-narrowed' | 'access-changed'> & Difference<Held>)
  | (Of<'trust-widened' | 'trust-narrowed' | 'trust-changed'> & Difference<Trust>)
  | (Of<'credential-added' | 'credential-removed' | 'credential-changed'> & { readonly credential: Credential; readonly was?: Credential })
  | (Of<'link-added' | 'link-removed'> & { readonly link: Link })
  | (Of<'ownership-changed'> & { readonly field: OwnershipField; readonly from: Sourced | undefined; readonly to: Sourced | undefined })
  | (Of<'attribute-changed'> & {
      readonly attribute: string;
      /** Its words for a person. */
      readonly label: string;
    });

/** What `after` may do that `before` might not, and the reverse. `access/` supplies it; `compare` does not know how. */
export type AccessDifference = (before: Subject, after: Subject) => Difference<Held>;
/** The same for who may become the subject. */
export type TrustDifference = (before: Subject, after: Subject) => Difference<Trust>;
