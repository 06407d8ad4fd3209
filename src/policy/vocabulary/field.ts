/**
 * Contract of this folder: what rules may ask about. One row per field says its name, type, meaning and where the value is; the evaluator,
 * the schema, CEL's declarations, the reference page and the spelling help are all made from these rows.
 */
import type { Change } from '../../model/change.js';
import type { Credential, Trust } from '../../model/fact.js';
import type { Escalation, HeldGrant, IdentityKey, Link, NamedSet, Subject } from '../../model/inventory.js';
import type { GateChange } from '../protection/gate.js';
import { absent, type Value } from '../value.js';

export const fieldTypes = ['string', 'rank', 'number', 'boolean', 'list', 'patterns', 'date', 'duration'] as const;
/**
 * `rank`: a word of an ordered list, so that `atLeast` works · `list`: strings, of which any may match · `patterns`: a set of cloud patterns
 * that is asked what it takes in · `date` and `duration`: compared in days.
 */
export type FieldType = (typeof fieldTypes)[number];

/** The one thing that is judged, besides its subject. */
export type Focus =
  | { readonly is: 'subject' }
  | { readonly is: 'grant'; readonly grant: HeldGrant }
  | { readonly is: 'trust'; readonly trust: Trust }
  | { readonly is: 'credential'; readonly credential: Credential }
  | { readonly is: 'link'; readonly link: Link }
  | { readonly is: 'set'; readonly set: NamedSet }
  | { readonly is: 'change'; readonly change: Change }
  | { readonly is: 'escalation'; readonly escalation: Escalation }
  | { readonly is: 'gate'; readonly gate: GateChange };

/** What this change adds. */
export interface News {
  readonly subjects: ReadonlySet<IdentityKey>;
  /** Of a subject: a statement, credential … that stands there since this change. */
  has(subject: Subject, thing: Thing): boolean;
}
/** What a subject holds. */
export type Thing = HeldGrant | Trust | Credential | Link | NamedSet;

/** Everything that a field may look at. */
export interface Scene {
  readonly subject: Subject;
  readonly focus: Focus;
  readonly news: News;
  /** Day number of `now`. */
  readonly today: number;
}

/** What is known of a field without a scene: its row in the reference, the schema and CEL. */
export interface FieldInfo {
  /** `grant.actions`; the last part is `<key>` where a family of fields is meant: `subject.tags.<key>`. */
  readonly name: string;
  readonly type: FieldType;
  readonly doc: string;
  /** All the words there are; for a rank from weakest to strongest. */
  readonly words?: readonly string[];
  readonly ignoreCase?: boolean;
}

export interface Field extends FieldInfo {
  /** `key` is what stands in the place of `<key>`. */
  read(scene: Scene, key: string): Value;
  /** For a family: the keys that there are. */
  keys(scene: Scene): readonly string[];
}

/** Ends the name of a family of fields. */
export const family = '<key>';

/** A row as its author writes it: the name without the noun, the getter over the thing itself. */
export interface Row<T> extends FieldInfo {
  get(thing: T, scene: Scene, key: string): Value;
  keys?(thing: T): readonly string[];
}

export const nouns = ['subject', 'grant', 'trust', 'credential', 'link', 'set', 'change', 'escalation', 'gate'] as const;
export type Noun = (typeof nouns)[number];

/** Binds rows to the thing they speak of; in a scene without such a thing all its fields are absent. */
export function defineNoun<T>(noun: Noun, of: (scene: Scene) => T | undefined, rows: readonly Row<T>[]): readonly Field[] {
  return rows.map(({ get, keys, ...info }) => ({
    ...info,
    name: `${noun}.${info.name}`,
    read(scene, key) {
      const thing = of(scene);
      return thing === undefined ? absent : get(thing, scene, key);
    },
    keys(scene) {
      const thing = of(scene);
      return thing === undefined || !keys ? [] : keys(thing);
    },
  }));
}

/** The subject is new, or the statement, credential … is. */
export const isNew = (thing: Thing, { subject, news }: Scene): boolean => news.subjects.has(subject.key) || news.has(subject, thing);
