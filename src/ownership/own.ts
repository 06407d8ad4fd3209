/** Whose is it, what for, until when: the nearest word wins, and each value remembers where it was said. */
import type { Tag } from '../model/fact.js';
import { type Inventory, type OwnershipField, ownershipFields, type Sourced, type Subject } from '../model/inventory.js';
import { literal, show } from '../model/text.js';
import type { CodeOwners } from './codeowners.js';
import { inlinePairs } from './inline.js';
import { normalKey, type OwnershipKeys } from './keys.js';
import type { Registry } from './registry.js';

export interface OwnershipSources {
  readonly keys: OwnershipKeys;
  readonly registry: Registry;
  readonly codeowners: CodeOwners;
}

export const own = (inventory: Inventory, sources: OwnershipSources): Inventory => ({
  ...inventory,
  subjects: new Map([...inventory.subjects].map(([key, s]) => [key, owned(s, sources)])),
});

/** In this order: inline comment, registry, tags, labels and annotations, the description, CODEOWNERS. */
function owned(s: Subject, { keys, registry, codeowners }: OwnershipSources): Subject {
  const found: { [F in OwnershipField]?: Sourced } = {};
  const unknown: { [F in OwnershipField]?: string } = {};
  const entry = registry.entryOf(s);
  for (const field of ownershipFields) {
    const value = inline(s, keys[field]) ?? entry[field] ?? tagged(s, keys[field]) ?? elsewhere(s, field, codeowners);
    const missing = value ? undefined : unknownTag(s, keys[field]);
    if (value) found[field] = value;
    if (missing !== undefined) unknown[field] = missing;
  }
  return { ...s, ownership: found, ...(Object.keys(unknown).length > 0 && { ownershipUnknown: unknown }) };
}

function inline(s: Subject, keys: readonly string[]): Sourced | undefined {
  for (const comment of s.comments)
    for (const [key, value] of inlinePairs(comment))
      if (value !== '' && keys.includes(normalKey(key))) return { value, source: 'comment', span: comment.span };
  return undefined;
}

/** The keys are in order of preference; an empty value says nothing. */
const tagsOf = (s: Subject, keys: readonly string[]): readonly Tag[] =>
  keys.flatMap((key) => s.tags.filter((t) => normalKey(t.key) === key && show(t.value).trim() !== ''));

function tagged(s: Subject, keys: readonly string[]): Sourced | undefined {
  for (const { value, source, key, span } of tagsOf(s, keys)) {
    const known = literal(value);
    if (known !== undefined) return { value: known.trim(), source: `${source} ${key}`, span };
  }
  return undefined;
}

const unknownTag = (s: Subject, keys: readonly string[]): string | undefined => {
  const [tag] = tagsOf(s, keys);
  return tag && show(tag.value);
};

/** A description tells the purpose, CODEOWNERS the owner; what is not declared in the files has no place in them. */
function elsewhere(s: Subject, field: OwnershipField, codeowners: CodeOwners): Sourced | undefined {
  const description = literal(s.description)?.trim();
  if (field === 'purpose' && s.description && description) return { value: description, source: 'description', span: s.description.span };
  return field === 'owner' && s.kind !== 'external' ? codeowners.ownersOf(s.head.source.path) : undefined;
}
