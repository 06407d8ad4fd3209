/** The inventory of one side: subjects with everything that was joined to them. */
import type { Credential, End, Grant, Handle, Relation, SubjectFact, Trust } from './fact.js';
import type { Gap } from './gap.js';
import type { Brand, Side, Span } from './span.js';
import type { Text } from './text.js';

/** `<provider>:<type>:<name>`, e.g. `aws:role:ci`; stable between runs and sides. */
export type IdentityKey = Brand<string, 'IdentityKey'>;

/** What a grant or an identity amounts to, weakest first. `unknown`: something it rests on is not known from the files. */
export const accessLevels = [
  'none',
  'lists',
  'reads',
  'writes',
  'writes-infrastructure',
  'exfiltrates-data',
  'reads-secrets',
  'manages-permissions',
  'escalates',
  'admin',
] as const;
export type AccessLevel = (typeof accessLevels)[number] | 'unknown';

/** How much the resources of a grant take in, widest first. */
export const breadths = ['everything', 'account', 'service', 'prefix', 'exact'] as const;
export type Breadth = (typeof breadths)[number] | 'unknown';

/** What an identity can really do, and which statements make it so. Filled in by `access/`. */
export interface EffectiveAccess {
  readonly level: AccessLevel;
  readonly reasons: readonly { readonly level: AccessLevel; readonly because: string; readonly at: Span }[];
  /** Ways in which what it holds, put together, gives it more; those that need least first. */
  readonly escalations?: readonly Escalation[];
  /** Known paths whose actions its statements name, and that are not open to it. */
  readonly harmless?: readonly Harmless[];
}

/** Why known paths to more rights are closed. */
export interface Harmless {
  readonly because: string;
  /** Ids of the paths. */
  readonly paths: readonly string[];
}

/** A known path to more rights, on a target that the statements really reach. */
export interface Escalation {
  /** Id of the path in the table of known ones. */
  readonly path: string;
  /** Ids of further paths that rest on the same statements. */
  readonly alike: readonly string[];
  /** What is done, for a person: `create a function with a passed role and invoke it`. */
  readonly name: string;
  /** What it gets at: a subject of the files, or a kind of thing in words (`any role`). Of what `isElsewhere` the files tell nothing. */
  readonly target: { readonly subject?: IdentityKey; readonly name: string; readonly at?: Span; readonly isElsewhere?: true };
  /** What the identity amounts to then. */
  readonly reach: AccessLevel;
  /** Each action with the statement that allows it. */
  readonly steps: readonly { readonly action: string; readonly grant: HeldGrant }[];
  /** The least that stops it. */
  readonly cut: { readonly action: string; readonly advice: string };
  /** What is not known and may stop it; empty when it is certain. */
  readonly doubts: readonly string[];
}

/** A grant as one subject holds it, and how it came there. */
export interface HeldGrant extends Grant {
  /** The permission set it comes from; undefined when it is the subject's own. */
  readonly from?: IdentityKey;
  /** Where it was given: the attachment or binding. Equal to `span` for an own grant. */
  readonly given: Span;
  /** Filled in by `access/`. */
  readonly level: AccessLevel;
  readonly breadth: Breadth;
  /** Filled in by `access/` where a catalogue tells: those of the actions that change something and that can be tied to resources. */
  readonly boundable?: readonly Text[];
}

/** A permission set that is held by name alone: its content is not in the files (`arn:aws:iam::aws:policy/ReadOnlyAccess`, `cluster-admin`). */
export interface NamedSet {
  readonly name: Text;
  readonly handles: readonly Handle[];
  readonly role: 'give' | 'limit';
  readonly scope?: Text;
  readonly via: string;
  readonly span: Span;
  /** The permission set or group that it comes through; undefined when it is given to the subject itself. */
  readonly from?: IdentityKey;
  /** Where what it comes through was given; undefined when it is given to the subject itself. */
  readonly given?: Span;
  /** What a limit allows and denies, where the files declare all of it. */
  readonly content?: readonly Grant[];
  /** Services of which it gives everything (`s3`, `*`). Filled in by `access/` where a catalogue tells. */
  readonly wholeServices?: readonly string[];
}

export interface Link {
  readonly relation: Relation;
  readonly to: IdentityKey;
  readonly end: End;
  /** True when the far end is not declared in the files that were read. */
  readonly external: boolean;
  readonly via: string;
  /** What takes away from the far end for whoever comes this way, for a person: `a session policy`. */
  readonly limit?: string;
  /** Why the far end does not let it in, where the files tell that much. Filled in by `access/`. */
  readonly refused?: string;
  readonly span: Span;
}

/** A metadata value that knows where it came from. */
export interface Sourced {
  readonly value: string;
  /** `tag owner`, `label team`, `annotation …`, `description`, `comment`, `registry`, `CODEOWNERS`. */
  readonly source: string;
  readonly span: Span;
}

export const ownershipFields = ['owner', 'purpose', 'reviewBy', 'rotation', 'expires', 'retireWhen'] as const;
export type OwnershipField = (typeof ownershipFields)[number];
/** Dates are `YYYY-MM-DD` as written; rotation is a duration (`90d`, `P90D`). A value that is not known from the files is absent. */
export type Ownership = { readonly [F in OwnershipField]?: Sourced };

export interface Subject extends Omit<SubjectFact, 'fact' | 'name'> {
  readonly key: IdentityKey;
  /** Display name: the literal name, else the label. */
  readonly name: string;
  readonly fullName: Text | undefined;
  readonly grants: readonly HeldGrant[];
  readonly namedSets: readonly NamedSet[];
  readonly trust: readonly Trust[];
  readonly credentials: readonly Credential[];
  readonly links: readonly Link[];
  /** Who holds this permission set or links to this identity. */
  readonly usedBy: readonly IdentityKey[];
  readonly access: EffectiveAccess;
  readonly ownership: Ownership;
  /** Fields that are written and not known from the files, and what would have to be known (`var.owner`). */
  readonly ownershipUnknown?: { readonly [F in OwnershipField]?: string };
}

export interface Inventory {
  readonly side: Side;
  readonly subjects: ReadonlyMap<IdentityKey, Subject>;
  readonly gaps: readonly Gap[];
}
