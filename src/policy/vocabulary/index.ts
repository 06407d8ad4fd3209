/** The vocabulary put together: which fields a rule on a target may use, and what a name means. */
import type { SubjectCategory } from '../../model/fact.js';
import type { Target } from '../rule.js';
import { changeFields } from './change.js';
import { credentialFields, linkFields } from './credential.js';
import { escalationFields } from './escalation.js';
import { type Field, family, type Noun } from './field.js';
import { gateFields } from './gate.js';
import { grantFields, setFields } from './grant.js';
import { readAttribute, subjectFields } from './subject.js';
import { trustFields } from './trust.js';

/** What a provider says of an attribute that its subjects may carry. */
export interface AttributeDoc {
  readonly type: 'string' | 'number' | 'boolean' | 'list';
  readonly doc: string;
}
export type Attributes = Readonly<Record<string, AttributeDoc>>;

/** The tables of all providers as one. An attribute that two providers share has to have one type. */
export function mergeAttributes(tables: Iterable<Attributes>): Attributes {
  const merged: Record<string, AttributeDoc> = {};
  for (const [name, attribute] of [...tables].flatMap((table) => Object.entries(table))) {
    const other = merged[name];
    if (other && other.type !== attribute.type) throw new Error(`two providers declare the attribute ${name} with different types`);
    merged[name] = other && other.doc !== attribute.doc ? { type: other.type, doc: `${other.doc} ${attribute.doc}` } : attribute;
  }
  return merged;
}

export interface TargetInfo {
  readonly doc: string;
  /** The thing that is looked at; for a subject target, the subject itself. */
  readonly focus: Noun;
  /** Only subjects of this category. */
  readonly category?: SubjectCategory;
}

export const targetInfo: Readonly<Record<Target, TargetInfo>> = {
  identity: { doc: 'Each identity.', focus: 'subject', category: 'identity' },
  'permission-set': {
    doc: 'Each permission set: a managed policy, a role of a cluster, a group.',
    focus: 'subject',
    category: 'permission-set',
  },
  resource: { doc: 'Each resource that guards itself with a policy of its own.', focus: 'subject', category: 'resource' },
  subject: { doc: 'Each of the three above, and each guardrail (organization policy, endpoint policy).', focus: 'subject' },
  grant: { doc: 'Each permission statement that a subject holds.', focus: 'grant' },
  'permission-set-ref': { doc: 'Each permission set that a subject holds by name alone.', focus: 'set' },
  trust: { doc: 'Each statement of who may become the subject.', focus: 'trust' },
  credential: { doc: 'Each credential of a subject.', focus: 'credential' },
  link: { doc: 'Each tie of a subject to another identity.', focus: 'link' },
  change: { doc: 'Each difference between base and head.', focus: 'change' },
  escalation: { doc: 'Each way in which what an identity holds, put together, gives it more.', focus: 'escalation' },
  gate: { doc: 'Each way in which the change makes the review itself let more through.', focus: 'gate' },
};

/** A field as a rule names it; `key` is what the rule put in the place of `<key>`. */
export interface Named {
  readonly field: Field;
  readonly key: string;
}

export interface Vocabulary {
  /** All fields of a target: those of its subject, then those of the thing itself. */
  fields(target: Target): readonly Field[];
  find(target: Target, name: string): Named | undefined;
}

const byNoun: Readonly<Record<Noun, readonly Field[]>> = {
  subject: subjectFields,
  grant: grantFields,
  trust: trustFields,
  credential: credentialFields,
  link: linkFields,
  set: setFields,
  change: changeFields,
  escalation: escalationFields,
  gate: gateFields,
};

const attributeFields = (attributes: Attributes): readonly Field[] =>
  Object.entries(attributes).map(([name, { type, doc }]) => ({
    name: `subject.attribute.${name}`,
    type,
    doc,
    read: (scene) => readAttribute(scene.subject, name),
    keys: () => [],
  }));

/** Made once for a run from what the providers declare. */
export function makeVocabulary(attributes: Attributes): Vocabulary {
  const subject = [...subjectFields, ...attributeFields(attributes)];
  const tables = new Map<Noun, { readonly list: readonly Field[]; readonly exact: ReadonlyMap<string, Field> }>();
  const tableOf = (noun: Noun) => {
    const known = tables.get(noun);
    if (known) return known;
    const list = noun === 'subject' ? subject : [...subject, ...byNoun[noun]];
    const table = { list, exact: new Map(list.map((f) => [f.name, f])) };
    tables.set(noun, table);
    return table;
  };
  return {
    fields: (target) => tableOf(targetInfo[target].focus).list,
    find(target, name) {
      const { list, exact } = tableOf(targetInfo[target].focus);
      const field = exact.get(name);
      if (field && !name.endsWith(family)) return { field, key: '' };
      const open = list.find((f) => f.name.endsWith(family) && name.startsWith(f.name.slice(0, -family.length)));
      const key = open && name.slice(open.name.length - family.length);
      return open && key ? { field: open, key } : undefined;
    },
  };
}
