/**
 * Contract of this room: a resource → facts. An entity says how its fields are spelled in each dialect (names and nesting, never logic)
 * and what they mean (a plain function). A provider knows no file and no syntax, and never looks at another resource.
 */
import type {
  Attribute,
  AttributeValue,
  Credential,
  End,
  Grant,
  Handle,
  IdentityKind,
  Relation,
  SubjectCategory,
  System,
  Tag,
  Trust,
} from '../model/fact.js';
import type { Dialect } from '../model/resource.js';
import type { Span } from '../model/span.js';
import type { Text } from '../model/text.js';
import type { Comment, MapNode, Node, RedactedNode } from '../model/tree.js';

/**
 * Where a field stands in a resource's body: a dotted path (`metadata.name`), several paths of which the first present one counts, or
 * a list of nested blocks with fields of their own.
 */
export type Spelling = string | readonly string[] | NestedSpelling;
export interface NestedSpelling {
  readonly at: string | readonly string[];
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** How one dialect spells an entity. */
export interface Row<Field extends string> {
  /** The tool's type name, or several that mean the same. */
  readonly type: string | readonly string[];
  readonly fields: Readonly<Partial<Record<Field, Spelling>>>;
  /** When the dialect's shape differs, not only its names. */
  readonly adapt?: (body: MapNode) => MapNode;
}

/** A resource as its entity sees it. Fields that the dialect does not spell or the author did not write are undefined. */
export interface View<Field extends string = string> {
  readonly dialect: Dialect;
  readonly type: string;
  readonly label: string;
  readonly scope: string;
  readonly span: Span;
  readonly head: Span;
  readonly comments: readonly Comment[];
  readonly body: MapNode;
  /** The value as it stands: references are kept. */
  get(field: Field): Node | undefined;
  /** The value as text with holes; undefined when absent or not textual. */
  text(field: Field): Text | undefined;
  /** A list of texts; a single value counts as a list of one. */
  texts(field: Field): readonly Text[];
  /** Nested blocks. An unknown list gives none and a gap. */
  nested(field: Field): readonly View[];
  /** A document: a map as it is, a JSON string opened with its spans, a reference followed. What cannot be opened is a gap and an unknown node. */
  document(field: Field): Node | undefined;
  /** An attribute that knows whether it is established. Absent gives `fallback` (the platform's default). */
  attribute<V extends AttributeValue>(field: Field, fallback: V): Attribute;
  /**
   * Whatever a field points at: the referred resource, and what `names` makes of its text. `names` gets the text with each hole as `*`;
   * handles that still hold a `*` are dropped.
   */
  end(field: Field, names?: (name: string) => readonly Handle[]): End | undefined;
}

/** How a provider speaks. Everything said without `of`/`from` is about the resource's own subject. */
export interface Say {
  /** The handle of this resource's subject. */
  readonly self: Handle;
  subject(s: Declared): void;
  grant(g: Grant, to?: Handle): void;
  trust(t: Trust, of?: Handle): void;
  credential(c: Credential, of?: Handle): void;
  /** `limit`: what takes away from the far end for whoever comes this way (`a session policy`). */
  link(relation: Relation, to: End, via: string, at: Span, from?: Handle, limit?: string): void;
  assign(
    set: End,
    to: readonly End[],
    more: { readonly via: string; readonly span: Span; readonly scope?: Text; readonly role?: 'give' | 'limit' },
  ): void;
  /** Something that matters could not be resolved. */
  unresolved(reason: string, at: Span): void;
  /** Hides a secret value: the only way to keep anything of it. Non-literal nodes give undefined (they are references, not secrets). */
  hide(value: Node, what: string): RedactedNode | undefined;
  /** The subject as an end for links and assignments. */
  end(node: Node, names?: (name: string) => readonly Handle[]): End | undefined;
}

/** What `say.subject` takes; the rest of a `SubjectFact` comes from the resource. */
export interface Declared {
  readonly category: SubjectCategory;
  readonly kind?: IdentityKind;
  readonly name: Text | undefined;
  /** Further names it answers to; its address is always one. */
  readonly handles?: readonly Handle[];
  readonly tags?: readonly Tag[];
  readonly description?: Text;
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly collects?: readonly Readonly<Record<string, string>>[];
  /** A guardrail beside what it guards: where it is missing, everything is let through. */
  readonly openWithout?: boolean;
  /** Dropped when another resource took this one's content in by reference (a policy document): then the taker speaks for it. */
  readonly unlessConsumed?: boolean;
}

export interface Entity<Field extends string = string> {
  /** `<provider>.<thing>`, e.g. `aws.role`; the thing is the middle part of identity keys. */
  readonly id: `${System}.${string}`;
  /** For the support matrix. */
  readonly title: string;
  readonly spelled: Readonly<Partial<Record<Dialect, Row<Field>>>>;
  means(r: View<Field>, say: Say): void;
}

export const defineEntity = <const Field extends string>(entity: Entity<Field>): Entity<Field> => entity;

/** An attribute that a provider's subjects may carry, for the vocabulary and the docs. */
export interface AttributeDoc {
  readonly type: 'string' | 'number' | 'boolean' | 'list';
  readonly doc: string;
  /** How a changed value is told (`runner`); absent where grants, credentials or links already tell it. */
  readonly told?: string;
}

/** Resources of these types; where `having` is given, only those in which one of these fields is written. */
interface Unsupported {
  readonly dialect: Dialect;
  readonly type: RegExp;
  readonly what: string;
  readonly having?: readonly string[];
}

/** A provider folder: one meaning-giver with all its entities. */
export interface Provider {
  readonly id: System;
  readonly title: string;
  readonly entities: readonly Entity[];
  readonly attributes: Readonly<Record<string, AttributeDoc>>;
  /** Resource types that carry identities and have no meaning here yet; a change that touches one gets an `unsupported` gap. */
  readonly unsupported: readonly Unsupported[];
}

export const defineProvider = (provider: Provider): Provider => provider;
